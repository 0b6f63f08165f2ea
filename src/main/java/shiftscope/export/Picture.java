package shiftscope.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import shiftscope.plot.Box;
import shiftscope.plot.CurvePlot;
import shiftscope.plot.Heading;
import shiftscope.plot.Palette;
import shiftscope.plot.PercentilesPlot;
import shiftscope.plot.PlotTexts;
import shiftscope.plot.Surface;
import shiftscope.plot.WallLayout;
import shiftscope.plot.WallPlot;
import shiftscope.session.Snapshot;

/**
 * A plot as it stands in a file: with a heading and a margin, on the ground of its palette.
 *
 * @param width in logical pixels
 * @param height in logical pixels
 * @param ground what it stands on
 * @param title what a reader's software calls it
 * @param snapshot what it shows, and with what settings it was made
 * @param parts what is drawn, and where
 */
public record Picture(double width, double height, Palette ground, String title, Snapshot snapshot, List<Part> parts) {
    private static final double MARGIN = 16;

    /**
     * Something drawn from an origin of its own.
     *
     * @param x where that origin is in the picture
     * @param y where that origin is in the picture
     * @param drawing draws it
     */
    public record Part(double x, double y, Consumer<Surface> drawing) {}

    public Picture {
        parts = List.copyOf(parts);
    }

    /** The wall. A height at which its rows would not be legible is made larger. */
    public static Picture wall(Snapshot snapshot, Palette palette, double width, double height) {
        WallLayout layout = layout(palette, width, height, snapshot.rows().size());
        return withHeading(snapshot, palette, width, layout.drawnHeight(), PlotTexts.formula(snapshot.tap()), true,
                surface -> WallPlot.draw(surface, snapshot, palette, layout, Optional.empty()));
    }

    /** The percentile bands of every layer. A height at which its rows would not be legible is made larger. */
    public static Picture percentiles(Snapshot snapshot, Palette palette, double width, double height) {
        WallLayout layout = layout(palette, width, height, PercentilesPlot.rows(snapshot));
        return withHeading(snapshot, palette, width, layout.drawnHeight(), PercentilesPlot.caption(), false,
                surface -> PercentilesPlot.draw(surface, snapshot, palette, layout));
    }

    /** A curve of the same snapshot. */
    public static Picture curve(Snapshot snapshot, CurvePlot curve, Palette palette, double width, double height) {
        double inner = height - 2 * MARGIN - Heading.height(palette);
        Box box = new Box(0, 0, width - 2 * MARGIN, Math.max(0, inner));
        return withHeading(snapshot, palette, width, inner, "", false,
                surface -> curve.draw(surface, box, palette, Optional.empty()));
    }

    private static WallLayout layout(Palette palette, double width, double height, int rows) {
        return WallLayout.of(width - 2 * MARGIN, height - 2 * MARGIN - Heading.height(palette), rows, palette);
    }

    private static Picture withHeading(
            Snapshot snapshot,
            Palette palette,
            double width,
            double inner,
            String looking,
            boolean reference,
            Consumer<Surface> plot) {
        double below = MARGIN + Heading.height(palette);
        Part heading = new Part(MARGIN, MARGIN,
                surface -> Heading.draw(surface, snapshot, palette, width - 2 * MARGIN, looking, reference));
        return new Picture(width, below + inner + MARGIN, palette, snapshot.experiment().name(), snapshot,
                List.of(heading, new Part(MARGIN, below, plot)));
    }
}
