package shiftscope.plot;

import java.util.Arrays;
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
    private static final double LEFT = 42;
    private static final double RIGHT = 34;
    private static final double HEAD = 10;
    private static final double FOOT = 20;
    private static final double BAND_ALPHA = 0.18;

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
        Curves left = curves(snapshot, Side.A, row.layer());
        Curves right = curves(snapshot, Side.B, row.layer());
        double low = Math.min(lowest(left.p15()), lowest(right.p15()));
        double high = Math.max(highest(left.p85()), highest(right.p85()));
        if (!(low <= high)) {
            low = -1;
            high = 1;
        }
        double margin = Math.max((high - low) * 0.08, Math.max(Math.abs(low), Math.abs(high)) * 0.01 + 1e-9);
        List<Mark> marks = Mark.of(snapshot.commands());
        panel(surface, palette, a, left, low - margin, high + margin, Side.A, marks);
        panel(surface, palette, b, right, low - margin, high + margin, Side.B, marks);
    }

    private record Curves(Curve p15, Curve p50, Curve p85) {}

    private static Curves curves(Snapshot snapshot, Side side, int layer) {
        List<Metrics> history = snapshot.history();
        Metrics latest = snapshot.latest();
        return new Curves(
                Curve.of(history, latest, entry -> layer(entry.of(side), layer).p15()),
                Curve.of(history, latest, entry -> layer(entry.of(side), layer).p50()),
                Curve.of(history, latest, entry -> layer(entry.of(side), layer).p85()));
    }

    private static LayerMetrics layer(RunMetrics run, int layer) {
        return layer <= run.layers().size() ? run.layers().get(layer - 1) : ABSENT;
    }

    private static double lowest(Curve curve) {
        return Arrays.stream(curve.values()).filter(Curve::drawable).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static double highest(Curve curve) {
        return Arrays.stream(curve.values()).filter(Curve::drawable).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private static void panel(
            Surface surface, Palette palette, Box card, Curves curves, double low, double high, Side side, List<Mark> marks) {
        Cards.draw(surface, palette, card);
        double scale = palette.typeScale();
        Box plot = new Box(
                card.x() + LEFT * scale,
                card.y() + HEAD * scale,
                Math.max(0, card.width() - (LEFT + RIGHT) * scale),
                Math.max(0, card.height() - (HEAD + FOOT) * scale));
        if (plot.width() <= 0 || plot.height() <= 0) {
            return;
        }
        LinearScale x = StepAxis.steps(curves.p50().lastStep(), plot);
        List<Mark> own = marks.stream().filter(mark -> mark.side().orElse(side) == side).toList();
        LinearScale y = new LinearScale(low, high, plot.bottom() - StepAxis.room(palette, marks, false), plot.y());
        StepAxis.drawValues(surface, palette, plot, y, false);
        StepAxis.drawMarks(surface, palette, plot, x, own, false);
        StepAxis.drawSteps(surface, palette, plot, x);
        new Band(curves.p15(), curves.p85()).fill(surface, x, y, palette.of(side).withAlpha(BAND_ALPHA));
        Stroke edge = Stroke.solid(palette.lineScale(), palette.of(side));
        curves.p15().draw(surface, x, y, edge);
        curves.p85().draw(surface, x, y, edge);
        curves.p50().draw(surface, x, y, Stroke.solid(2.2 * palette.lineScale(), palette.of(side)));
        ends(surface, palette, plot, y, curves, Type.tick(palette).coloured(palette.textOf(side)).aligned(Align.LEFT));
    }

    /** Which line is which, at their right ends, where they are far enough apart to be told. */
    private static void ends(Surface surface, Palette palette, Box plot, LinearScale y, Curves curves, TextStyle style) {
        double x = plot.right() + 4 * palette.typeScale();
        double middle = y.at(curves.p50().lastValue());
        double[] heights = {middle, y.at(curves.p85().lastValue()), y.at(curves.p15().lastValue())};
        String[] names = {"50%", "85%", "15%"};
        for (int i = 0; i < heights.length; i++) {
            boolean free = i == 0 || Math.abs(heights[i] - middle) >= style.size();
            if (free && Double.isFinite(heights[i])) {
                surface.text(names[i], x, heights[i] + style.capHeight() / 2, style);
            }
        }
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
