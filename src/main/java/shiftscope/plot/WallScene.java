package shiftscope.plot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import shiftscope.config.Side;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;

/** One view of the wall as it lies on the screen: what is drawn, and what is where. Immutable. */
public sealed interface WallScene permits NowScene, OverTimeScene {
    /** The histograms of this step. */
    static WallScene now(Snapshot snapshot, Palette palette, WallLayout layout, WallOptions options) {
        return new NowScene(snapshot, palette, layout, options);
    }

    /** The histograms of recorded steps behind each other, the newest in front. */
    static WallScene ridges(Snapshot snapshot, Palette palette, WallLayout layout, WallOptions options, HeldRanges ranges) {
        return new RidgesPlot(snapshot, palette, layout, options, ranges);
    }

    /** Counts as colours, step by value. */
    static WallScene heatMap(Snapshot snapshot, Palette palette, WallLayout layout, WallOptions options, HeldRanges ranges) {
        return new HeatMapPlot(snapshot, palette, layout, options, ranges);
    }

    /** Bands of percentiles of y against the step. */
    static WallScene percentiles(Snapshot snapshot, Palette palette, WallLayout layout, WallOptions options, HeldRanges ranges) {
        return new PercentilesScene(snapshot, palette, layout, options, ranges);
    }

    /** The rows of the views over time: all but the input, which no step moves. */
    static List<Row> overTime(Snapshot snapshot) {
        return snapshot.rows().stream().filter(row -> row.layer() >= 1).toList();
    }

    /** Draws it at the origin, {@link WallLayout#drawnHeight()} high, with the numbers at the mouse; negative where there is none. */
    void draw(Surface surface, double mouseX, double mouseY);

    /**
     * Draws one card alone, where it stands on the wall.
     *
     * @param layer one that has a row in this view, 0 for the input
     */
    void drawCard(Surface surface, int layer, Side side);

    /** Draws what stands between the two cards of a layer, and nothing else. */
    void drawSpine(Surface surface, int layer);

    /** Where a card stands. */
    Box card(int layer, Side side);

    /** The value axis of the plot at a point. */
    Optional<ValueAxis> axisAt(double x, double y);

    /** What is pointed out for a mouse at a point; equal things are drawn equal. */
    Optional<?> pointedAt(double x, double y);

    /** The row that a click at a point opens, from 0 for the input: the spine and the heads of the cards do. */
    OptionalInt opens(double x, double y);

    /** The row at a height, from 0 for the input. */
    OptionalInt rowAt(double y);

    /** What is shown, in words, for those who cannot see it. */
    String summary();
}
