package shiftscope.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import shiftscope.plot.Box;
import shiftscope.plot.CurvePlot;
import shiftscope.plot.Heading;
import shiftscope.plot.HeldRanges;
import shiftscope.plot.Palette;
import shiftscope.plot.PercentilesPlot;
import shiftscope.plot.PlotTexts;
import shiftscope.plot.Surface;
import shiftscope.plot.WallLayout;
import shiftscope.plot.WallOptions;
import shiftscope.plot.WallPlot;
import shiftscope.plot.WallScene;
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

    /** The histograms of recorded steps behind each other; otherwise as {@link #wall}. */
    public static Picture ridges(Snapshot snapshot, Palette palette, WallOptions options, double width, double height) {
        return overTime(snapshot, palette, width, height, PlotTexts.formula(snapshot.tap()),
                layout -> WallScene.ridges(snapshot, palette, layout, options, new HeldRanges()));
    }

    /** Counts as colours, step by value; otherwise as {@link #wall}. */
    public static Picture heatMap(Snapshot snapshot, Palette palette, WallOptions options, double width, double height) {
        return overTime(snapshot, palette, width, height, PlotTexts.formula(snapshot.tap()),
                layout -> WallScene.heatMap(snapshot, palette, layout, options, new HeldRanges()));
    }

    /** The percentile bands of whole layers, or of the unit of the options, at the recorded slices; otherwise as {@link #wall}. */
    public static Picture percentiles(
            Snapshot snapshot, Palette palette, WallOptions options, double width, double height) {
        return overTime(snapshot, palette, width, height, PercentilesPlot.caption(),
                layout -> WallScene.percentiles(snapshot, palette, layout, options, new HeldRanges()));
    }

    private static Picture overTime(
            Snapshot snapshot,
            Palette palette,
            double width,
            double height,
            String looking,
            Function<WallLayout, WallScene> view) {
        WallLayout layout = layout(palette, width, height, WallScene.overTime(snapshot).size());
        WallScene scene = view.apply(layout);
        return withHeading(snapshot, palette, width, layout.drawnHeight(), looking, false, surface -> scene.draw(surface, -1, -1));
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
