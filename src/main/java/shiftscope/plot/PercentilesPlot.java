package shiftscope.plot;

import java.util.List;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.Drift;
import shiftscope.session.LayerMetrics;
import shiftscope.session.Learning;
import shiftscope.session.Metrics;
import shiftscope.session.Row;
import shiftscope.session.RunMetrics;
import shiftscope.session.Snapshot;

/**
 * The 15th, 50th and 85th percentile of the watched unit's y against the step, as in figure 1 (b, c) of Ioffe and Szegedy 2015: A
 * left and B right on the same axis, a row per layer.
 */
public final class PercentilesPlot {
    private static final double HEAD = 10;

    private static final LayerMetrics ABSENT = new LayerMetrics(
            Drift.NONE,
            Drift.NONE,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Learning.NONE);

    private PercentilesPlot() {}

    /** How many rows {@link #draw} needs: one for every layer but the input. */
    public static int rows(Snapshot snapshot) {
        return (int) snapshot.rows().stream().filter(row -> row.layer() >= 1).count();
    }

    /** What is shown, in words. */
    public static String caption() {
        return PlotTexts.get("percentiles.caption");
    }

    /**
     * Draws the bands of every layer at the origin of the surface, in the places that the wall has.
     *
     * @param layout with {@link #rows} rows
     */
    public static void draw(Surface surface, Snapshot snapshot, Palette palette, WallLayout layout) {
        int i = 0;
        for (Row row : snapshot.rows()) {
            if (row.layer() >= 1 && i < layout.rows()) {
                drawLayer(surface, snapshot, palette, row, layout.card(Side.A, i), layout.card(Side.B, i));
                name(surface, snapshot, palette, row, layout.spine(i));
                i++;
            }
        }
    }

    /**
     * Draws the bands of one layer into two cards.
     *
     * @param row whose layer is at least 1
     */
    public static void drawLayer(Surface surface, Snapshot snapshot, Palette palette, Row row, Box a, Box b) {
        PercentileBands left = bands(snapshot, Side.A, row.layer());
        PercentileBands right = bands(snapshot, Side.B, row.layer());
        double low = Math.min(left.lowest(), right.lowest());
        double high = Math.max(left.highest(), right.highest());
        if (!(low <= high)) {
            low = -1;
            high = 1;
        }
        double margin = Math.max((high - low) * 0.08, Math.max(Math.abs(low), Math.abs(high)) * 0.01 + 1e-9);
        ValueRange range = new ValueRange(low - margin, high + margin);
        for (Side side : Side.values()) {
            Box card = side == Side.A ? a : b;
            Cards.draw(surface, palette, card);
            PercentileBands bands = side == Side.A ? left : right;
            bands.draw(surface, palette, TimeCard.plot(card, palette, HEAD), range, side, Mark.of(snapshot.commands()),
                    side == Side.A ? right : left);
        }
    }

    private static PercentileBands bands(Snapshot snapshot, Side side, int layer) {
        List<Metrics> history = snapshot.history();
        Metrics latest = snapshot.latest();
        return new PercentileBands(
                List.of(),
                Curve.of(history, latest, entry -> layer(entry.of(side), layer).p15()),
                Curve.of(history, latest, entry -> layer(entry.of(side), layer).p50()),
                Curve.of(history, latest, entry -> layer(entry.of(side), layer).p85()));
    }

    private static LayerMetrics layer(RunMetrics run, int layer) {
        return layer <= run.layers().size() ? run.layers().get(layer - 1) : ABSENT;
    }

    private static void name(Surface surface, Snapshot snapshot, Palette palette, Row row, Box spine) {
        double scale = palette.typeScale();
        int unit = Math.min(snapshot.experiment().measure().unit(), row.units() - 1);
        surface.text(
                PlotTexts.name(row), spine.centreX(), spine.centreY() - 2 * scale, Type.heading(palette).aligned(Align.CENTRE));
        surface.text(
                PlotTexts.get("percentiles.unit", String.valueOf(unit)),
                spine.centreX(),
                spine.centreY() + 13 * scale,
                Type.label(palette).aligned(Align.CENTRE));
    }
}
