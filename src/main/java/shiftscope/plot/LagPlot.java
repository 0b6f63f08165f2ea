package shiftscope.plot;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    /** From one bar to the next of a layer, so that their numbers do not touch. */
    private static final double PITCH = 13;
    /** What a layer needs besides its bars. */
    private static final double BETWEEN = 7;
    private static final double NOTE = 17;
    /** A lag that fills the room if none is larger. */
    private static final double LEAST_FULL = 0.1;

    private LagPlot() {}

    /** What is shown, in words. */
    public static String caption() {
        return PlotTexts.get("lag.caption");
    }

    /** How high a comparison is drawn. */
    public static double height(StatisticsComparison comparison, Palette palette) {
        int runs = runs(comparison).size();
        double bars = runs == 0 ? 0 : HEAD + rowHeight(runs) * layers(comparison).size();
        return (bars + NOTE * (Side.values().length - runs)) * palette.typeScale();
    }

    private static double rowHeight(int runs) {
        return BETWEEN + PITCH * runs;
    }

    /** The runs that have running statistics in any layer. */
    private static List<Side> runs(StatisticsComparison comparison) {
        return Stream.of(Side.values()).filter(side -> comparison.of(side).lags().stream().anyMatch(LagPlot::known)).toList();
    }

    /** The layers, from 0, that have running statistics in any run. */
    private static List<Integer> layers(StatisticsComparison comparison) {
        return IntStream.range(0, comparison.a().lags().size())
                .filter(i -> known(comparison.a().lags().get(i)) || known(comparison.b().lags().get(i)))
                .boxed()
                .toList();
    }

    private static boolean known(Lag lag) {
        return !Double.isNaN(lag.mean()) || !Double.isNaN(lag.deviation());
    }

    /** Draws the bars from the top of a box, and says which run has none. */
    public static void draw(Surface surface, StatisticsComparison comparison, Palette palette, Box box) {
        double scale = palette.typeScale();
        List<Side> runs = runs(comparison);
        List<Integer> layers = layers(comparison);
        double y = box.y();
        if (!runs.isEmpty()) {
            double half = Math.max(0, (box.width() - NAMES * scale) / 2);
            Box left = new Box(box.x() + NAMES * scale, box.y(), half, box.height());
            column(surface, comparison, palette, left, "lag.mean", Lag::mean);
            Box right = new Box(left.right(), box.y(), half, box.height());
            column(surface, comparison, palette, right, "lag.deviation", Lag::deviation);
            TextStyle name = Type.label(palette).coloured(palette.text());
            for (int row = 0; row < layers.size(); row++) {
                double middle = box.y() + (HEAD + rowHeight(runs.size()) * (row + 0.5)) * scale;
                surface.text(name(comparison, layers.get(row)), box.x(), middle + name.capHeight() / 2, name);
            }
            y += (HEAD + rowHeight(runs.size()) * layers.size()) * scale;
        }
        for (Side side : Side.values()) {
            if (!runs.contains(side)) {
                surface.text(PlotTexts.get("lag.none", side.name()), box.x(), y + 12 * scale, Type.label(palette));
                y += NOTE * scale;
            }
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
        List<Side> runs = runs(comparison);
        List<Integer> layers = layers(comparison);
        for (int run = 0; run < runs.size(); run++) {
            Side side = runs.get(run);
            TextStyle style = Type.tick(palette).aligned(Align.LEFT).coloured(palette.textOf(side));
            for (int row = 0; row < layers.size(); row++) {
                double value = number.applyAsDouble(comparison.of(side).lags().get(layers.get(row)));
                double middle = box.y() + (HEAD + rowHeight(runs.size()) * row + BETWEEN / 2 + PITCH * (run + 0.5)) * scale;
                double length = Curve.drawable(value) ? room * value / full : 0;
                surface.fillRectangle(box.x(), middle - BAR / 2 * scale, length, BAR * scale, palette.of(side));
                String words = side.name() + " " + Numbers.measured(value, 1);
                surface.text(words, box.x() + length + 3 * scale, middle + style.capHeight() / 2, style);
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
