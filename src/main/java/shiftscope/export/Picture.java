package shiftscope.export;

import java.util.List;
import java.util.function.Consumer;
import shiftscope.config.Side;
import shiftscope.plot.Heading;
import shiftscope.plot.Palette;
import shiftscope.plot.PercentilesPlot;
import shiftscope.plot.Surface;
import shiftscope.plot.WallLayout;
import shiftscope.session.Snapshot;

/**
 * A plot as it stands in a file: with a heading and a margin, on the ground of its palette.
 *
 * @param width in logical pixels
 * @param height in logical pixels
 * @param ground what it stands on
 * @param title what a reader's software calls it
 * @param origin what is needed to make it again
 * @param parts what is drawn, and where
 */
public record Picture(double width, double height, Palette ground, String title, Origin origin, List<Part> parts) {
    private static final double MARGIN = 16;

    /**
     * Something drawn from an origin of its own.
     *
     * @param x where that origin is in the picture
     * @param y where that origin is in the picture
     * @param drawing draws it
     */
    public record Part(double x, double y, Consumer<Surface> drawing) {}

    /**
     * What the heading says besides what, when, and which colour is which.
     *
     * @param sides the runs that are shown
     * @param looking what is shown, in words
     * @param outlines which dashed outlines there are
     */
    record Words(List<Side> sides, String looking, Heading.Outlines outlines) {
        static Words of(String looking) {
            return new Words(List.of(Side.values()), looking, Heading.Outlines.NONE);
        }
    }

    public Picture {
        parts = List.copyOf(parts);
    }

    /** The percentile bands of the watched unit of every layer. A height at which its rows would not be legible is made larger. */
    public static Picture percentiles(Snapshot snapshot, Palette palette, double width, double height) {
        WallLayout layout = WallLayout.of(
                innerWidth(width), innerHeight(height, palette), PercentilesPlot.rows(snapshot), palette);
        return withHeading(snapshot, palette, width, layout.drawnHeight(), Words.of(PercentilesPlot.caption()),
                new Part(0, 0, surface -> PercentilesPlot.draw(surface, snapshot, palette, layout)));
    }

    /** How wide a plot is in a picture of a width. */
    static double innerWidth(double width) {
        return width - 2 * MARGIN;
    }

    /** How high a plot is in a picture of a height. */
    static double innerHeight(double height, Palette palette) {
        return Math.max(0, height - 2 * MARGIN - Heading.height(palette));
    }

    /**
     * A plot under a heading, within a margin.
     *
     * @param width of the picture
     * @param inner height of the plot
     * @param plot draws it; its origin is counted from the top left of the place that it has
     */
    static Picture withHeading(
            Snapshot snapshot, Palette palette, double width, double inner, Words words, Part plot) {
        double below = MARGIN + Heading.height(palette);
        Part heading = new Part(MARGIN, MARGIN,
                surface -> Heading.draw(
                        surface, snapshot, palette, innerWidth(width), words.sides(), words.looking(), words.outlines()));
        return new Picture(width, below + inner + MARGIN, palette, snapshot.experiment().name(), Origin.of(snapshot),
                List.of(heading, new Part(MARGIN + plot.x(), below + plot.y(), plot.drawing())));
    }
}
