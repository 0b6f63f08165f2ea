package shiftscope.plot;

import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;

/** The wall: one histogram per run and layer, each beside the outline of its own step 0, and the spine that names the layers. */
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
        draw(surface, snapshot, palette, layout, WallOptions.PLAIN, highlight);
    }

    /** Draws the wall with chosen ranges and heights; otherwise as {@link #draw(Surface, Snapshot, Palette, WallLayout, Optional)}. */
    static void draw(
            Surface surface,
            Snapshot snapshot,
            Palette palette,
            WallLayout layout,
            WallOptions options,
            Optional<Hit> highlight) {
        int rows = Math.min(layout.rows(), snapshot.rows().size());
        for (int i = 0; i < rows; i++) {
            int pointedAt = highlight.isPresent() && highlight.get().row() == i ? highlight.get().bin() : CellPlot.NO_BIN;
            for (Side side : Side.values()) {
                drawCard(surface, snapshot, palette, layout, options, i, side, pointedAt);
            }
            drawSpine(surface, snapshot, palette, layout, i);
        }
        highlight.filter(hit -> hit.row() < rows)
                .ifPresent(hit -> readout(surface, palette, layout, snapshot.rows().get(hit.row()), options, hit));
    }

    /** @param pointedAt the bin to point out, or {@link CellPlot#NO_BIN} */
    static void drawCard(
            Surface surface,
            Snapshot snapshot,
            Palette palette,
            WallLayout layout,
            WallOptions options,
            int i,
            Side side,
            int pointedAt) {
        Row row = snapshot.rows().get(i);
        CountScale counts = CountScale.of(row, options.logCounts());
        new CellPlot(surface, palette, axis(layout, row, i, side, options), side, row, snapshot.tap()).draw(counts, pointedAt);
    }

    static void drawSpine(Surface surface, Snapshot snapshot, Palette palette, WallLayout layout, int i) {
        SpinePlot.draw(
                surface, palette, layout.spine(i), snapshot.rows().get(i), snapshot.latest(), SpinePlot.longestShift(snapshot));
    }

    private static void readout(
            Surface surface, Palette palette, WallLayout layout, Row row, WallOptions options, Hit hit) {
        for (Side side : Side.values()) {
            CellAxis axis = axis(layout, row, hit.row(), side, options);
            Readout.draw(surface, palette, axis.cell(), side, axis.column(hit.bin()), Readout.lines(axis, hit.bin()));
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
