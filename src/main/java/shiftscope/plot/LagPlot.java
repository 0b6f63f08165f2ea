package shiftscope.plot;

import java.util.List;
import java.util.function.ToDoubleFunction;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.StatisticsComparison;
import shiftscope.session.StatisticsComparison.Lag;

/** How far the running statistics of each layer are from the population's: a bar of each run for the means, one for the deviations. */
public final class LagPlot {
    private static final double NAMES = 52;
    private static final double NUMBER = 34;
    private static final double HEAD = 20;
    private static final double BAR = 9;
    private static final double ROW = 28;
    /** A lag that fills the room if none is larger. */
    private static final double LEAST_FULL = 0.1;

    private LagPlot() {}

    /** What is shown, in words. */
    public static String caption() {
        return PlotTexts.get("lag.caption");
    }

    /** How high a comparison is drawn. */
    public static double height(StatisticsComparison comparison, Palette palette) {
        return (HEAD + ROW * comparison.a().lags().size()) * palette.typeScale();
    }

    /** Draws the bars from the top of a box. */
    public static void draw(Surface surface, StatisticsComparison comparison, Palette palette, Box box) {
        double scale = palette.typeScale();
        double half = Math.max(0, (box.width() - NAMES * scale) / 2);
        column(surface, comparison, palette, new Box(box.x() + NAMES * scale, box.y(), half, box.height()), "lag.mean", Lag::mean);
        column(surface, comparison, palette,
                new Box(box.x() + NAMES * scale + half, box.y(), half, box.height()), "lag.deviation", Lag::deviation);
        TextStyle name = Type.label(palette).coloured(palette.text());
        for (int i = 0; i < comparison.a().lags().size(); i++) {
            double middle = box.y() + (HEAD + ROW * (i + 0.5)) * scale;
            surface.text(name(comparison, i), box.x(), middle + name.capHeight() / 2, name);
        }
    }

    private static String name(StatisticsComparison comparison, int i) {
        boolean output = i == comparison.a().lags().size() - 1;
        return output ? PlotTexts.get("row.OUTPUT") : PlotTexts.get("row.HIDDEN", String.valueOf(i + 1));
    }

    private static void column(
            Surface surface, StatisticsComparison comparison, Palette palette, Box box, String title, ToDoubleFunction<Lag> number) {
        double scale = palette.typeScale();
        surface.text(PlotTexts.get(title), box.x(), box.y() + 12 * scale, Type.label(palette));
        double full = LEAST_FULL;
        for (Side side : Side.values()) {
            for (Lag lag : comparison.of(side).lags()) {
                full = Curve.drawable(number.applyAsDouble(lag)) ? Math.max(full, number.applyAsDouble(lag)) : full;
            }
        }
        double room = Math.max(0, box.width() - (NUMBER + 6) * scale);
        for (Side side : Side.values()) {
            List<Lag> lags = comparison.of(side).lags();
            TextStyle style = Type.tick(palette).aligned(Align.LEFT).coloured(palette.textOf(side));
            for (int i = 0; i < lags.size(); i++) {
                double value = number.applyAsDouble(lags.get(i));
                double top = box.y() + (HEAD + ROW * i + (side == Side.A ? 3 : 5 + BAR)) * scale;
                double length = Curve.drawable(value) ? room * value / full : 0;
                surface.fillRectangle(box.x(), top, length, (BAR - 1) * scale, palette.of(side));
                surface.text(
                        side.name() + " " + Numbers.measured(value, 1),
                        box.x() + length + 3 * scale,
                        top + (BAR - 1) * scale / 2 + style.capHeight() / 2,
                        style);
            }
        }
    }

    /** The lags in words. */
    public static String summary(StatisticsComparison comparison) {
        StringBuilder words = new StringBuilder(PlotTexts.get("summary.lag"));
        for (int i = 0; i < comparison.a().lags().size(); i++) {
            Lag a = comparison.a().lags().get(i);
            Lag b = comparison.b().lags().get(i);
            words.append(' ').append(PlotTexts.get(
                    "summary.lag.layer",
                    name(comparison, i),
                    Numbers.measured(a.mean()),
                    Numbers.measured(a.deviation()),
                    Numbers.measured(b.mean()),
                    Numbers.measured(b.deviation())));
        }
        return words.toString();
    }
}
