package shiftscope.plot;

import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;

/**
 * The wall: one histogram per run and layer, each beside the outlines of its own step 0 and of the future left behind last, and the
 * spine that names the layers.
 */
public final class WallPlot {
    private WallPlot() {}

    /**
     * Draws the wall at the origin of the surface, {@link WallLayout#drawnHeight()} high. The ground between the cards is left as
     * it is.
     *
     * @param layout with as many rows as the snapshot; rows it has no place for are not drawn
     * @param highlight the bin to point out, in both runs, with its exact numbers
     */
    public static void draw(Surface surface, Snapshot snapshot, Palette palette, WallLayout layout, Optional<Hit> highlight) {
        draw(surface, snapshot, palette, layout, WallOptions.PLAIN);
        highlight.filter(hit -> hit.row() < drawn(snapshot, layout))
                .ifPresent(hit -> pointOut(surface, snapshot, palette, layout, WallOptions.PLAIN, hit));
    }

    private static int drawn(Snapshot snapshot, WallLayout layout) {
        return Math.min(layout.rows(), snapshot.rows().size());
    }

    /** Draws the wall with chosen ranges and heights; otherwise as {@link #draw(Surface, Snapshot, Palette, WallLayout, Optional)}. */
    static void draw(Surface surface, Snapshot snapshot, Palette palette, WallLayout layout, WallOptions options) {
        for (int i = 0; i < drawn(snapshot, layout); i++) {
            for (Side side : Side.values()) {
                drawCard(surface, snapshot, palette, layout, options, i, side);
            }
            drawSpine(surface, snapshot, palette, layout, i);
        }
    }

    static void drawCard(
            Surface surface, Snapshot snapshot, Palette palette, WallLayout layout, WallOptions options, int i, Side side) {
        Row row = snapshot.rows().get(i);
        Optional<LeftBehind> left = LeftBehind.of(snapshot);
        CountScale counts = CountScale.of(row, options.logCounts(), left);
        new CellPlot(surface, palette, axis(layout, row, i, side, options), side, row, snapshot.tap())
                .draw(counts, left.flatMap(future -> future.counts(row, side)));
    }

    static void drawSpine(Surface surface, Snapshot snapshot, Palette palette, WallLayout layout, int i) {
        SpinePlot.draw(
                surface, palette, layout.spine(i), snapshot.rows().get(i), snapshot.latest(), SpinePlot.longestShift(snapshot));
    }

    /** Draws a bin that is pointed out, in both runs, over the wall. */
    static void pointOut(
            Surface surface, Snapshot snapshot, Palette palette, WallLayout layout, WallOptions options, Hit hit) {
        for (Side side : Side.values()) {
            CellPlot.pointOut(surface, palette, axis(layout, snapshot.rows().get(hit.row()), hit.row(), side, options), side, hit.bin());
        }
    }

    static CellAxis axis(WallLayout layout, Row row, int i, Side side, WallOptions options) {
        CellLayout cell = layout.cell(side, i);
        return options.zoom(row.layer())
                .map(range -> new CellAxis(cell, row.of(side).now(), range))
                .orElseGet(() -> CellAxis.filled(cell, row.of(side).now()));
    }

    /** The wall in words, for those who cannot see it. */
    public static String summary(Snapshot snapshot) {
        return WallSummary.of(snapshot);
    }
}
