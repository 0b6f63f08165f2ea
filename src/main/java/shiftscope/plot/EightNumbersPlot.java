package shiftscope.plot;

import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import shiftscope.measure.NormalizedBatch;
import shiftscope.plot.TextStyle.Align;
import shiftscope.plot.TextStyle.Weight;

/**
 * Eight numbers on their way through batch normalization: on a number line each as they are given, as ẑ and as y, with a thread from each
 * to what becomes of it. Under that every value in figures, the gradient by the formula and as it is measured, and what moves what.
 */
public final class EightNumbersPlot {
    /** From where to where the numbers can be moved. */
    public static final double MOST = 10;

    private static final double PADDING = 12;
    private static final double GAP = 8;
    private static final double LINE = 84;
    private static final double ROW = 20;
    private static final double DOT = 9;
    private static final double TITLE = 28;
    private static final double ROOM_FOR_TWO = 640;
    private static final double NORMALIZED = 3;
    private static final int LINES = 3;
    private static final int ROWS = 7;

    private final Palette palette;
    private final NormalizedBatch batch;
    private final double scale;
    private final Box lines;
    private final Box table;
    private final Box matrix;

    /** The plot of a batch in a box, which is to be as high as {@link #leastHeight} says. */
    public EightNumbersPlot(NormalizedBatch batch, Box box, Palette palette) {
        this.palette = palette;
        this.batch = batch;
        scale = palette.typeScale();
        lines = new Box(box.x(), box.y(), box.width(), (LINES * LINE + PADDING) * scale);
        double top = lines.bottom() + GAP;
        double square = InfluenceSquare.width(palette, batch);
        if (beside(palette, box.width())) {
            double height = Math.max(0, box.bottom() - top);
            table = new Box(box.x(), top, box.width() - square - GAP, height);
            matrix = new Box(table.right() + GAP, top, square, height);
        } else {
            table = new Box(box.x(), top, box.width(), tableHeight(palette));
            matrix = new Box(box.x(), table.bottom() + GAP, box.width(), Math.max(0, box.bottom() - table.bottom() - GAP));
        }
    }

    private static boolean beside(Palette palette, double width) {
        return width >= ROOM_FOR_TWO * palette.typeScale();
    }

    private static double tableHeight(Palette palette) {
        return (TITLE + ROWS * ROW + PADDING) * palette.typeScale();
    }

    /** How high the plot must be at least for everything to be readable. */
    public static double leastHeight(Palette palette, NormalizedBatch batch, double width) {
        double scale = palette.typeScale();
        double matrix = InfluenceSquare.height(palette, batch);
        double below = beside(palette, width) ? Math.max(tableHeight(palette), matrix) : tableHeight(palette) + GAP + matrix;
        return (LINES * LINE + PADDING) * scale + GAP + below;
    }

    private LinearScale axis(double most) {
        return new LinearScale(-most, most, lines.x() + 22 * scale, Math.max(lines.x() + 23 * scale, lines.right() - 22 * scale));
    }

    private double height(int line) {
        return lines.y() + ((line + 0.72) * LINE) * scale;
    }

    /** Which number's dot is at a point of the uppermost line, the chosen one before others that it lies on. */
    public OptionalInt at(double x, double y, int chosen) {
        if (Math.abs(y - height(0)) > 2 * DOT * scale) {
            return OptionalInt.empty();
        }
        LinearScale axis = axis(MOST);
        return IntStream.concat(IntStream.of(chosen), IntStream.iterate(batch.size() - 1, i -> i >= 0, i -> i - 1))
                .filter(i -> Math.abs(axis.at(batch.x(i)) - x) <= 1.3 * DOT * scale)
                .findFirst();
    }

    /** The value at a place of the uppermost line. */
    public double valueAt(double x) {
        return Math.max(-MOST, Math.min(MOST, axis(MOST).valueAt(x)));
    }

    /** The largest |y| that the lowest line has room for. */
    private double widestScaled() {
        return Math.max(NORMALIZED, Math.ceil(Math.abs(batch.gamma()) * Math.sqrt(batch.size() - 1) + Math.abs(batch.beta())));
    }

    /**
     * Draws it.
     *
     * @param chosen the number that is marked, from 0
     */
    public void draw(Surface surface, int chosen) {
        lines(surface, chosen);
        table(surface, chosen);
        InfluenceSquare.draw(surface, matrix, palette, batch, chosen);
    }

    private void lines(Surface surface, int chosen) {
        Cards.draw(surface, palette, lines);
        LinearScale x = axis(MOST);
        LinearScale hat = axis(NORMALIZED);
        LinearScale y = axis(widestScaled());
        surface.withClip(lines, () -> {
            double low = x.at(batch.mean() - batch.deviation());
            double high = x.at(batch.mean() + batch.deviation());
            Colour band = palette.accent().withAlpha(0.14).on(palette.card());
            surface.fillRectangle(low, height(0) - 15 * scale, high - low, 30 * scale, band);
            // What some articles say batch normalization would squeeze everything into.
            surface.fillRectangle(hat.at(0), height(1) - 15 * scale, hat.at(1) - hat.at(0), 30 * scale, palette.grid());
        });
        line(surface, 0, x);
        line(surface, 1, hat);
        line(surface, 2, y);
        double mean = x.at(batch.mean());
        surface.line(mean, height(0) - 20 * scale, mean, height(0) + 20 * scale, Stroke.solid(2.4 * palette.lineScale(), palette.accent()));
        for (int i = 0; i < batch.size(); i++) {
            if (i != chosen) {
                thread(surface, i, x, hat, y, false);
            }
        }
        thread(surface, chosen, x, hat, y, true);
        ticks(surface, 0, x);
        ticks(surface, 1, hat);
        over(surface, PlotTexts.get("eight.unit"), hat.at(0.5), height(1) + 25 * scale, Type.tick(palette));
        ticks(surface, 2, y);
        heading(surface, 0, PlotTexts.get("eight.mean", Numbers.measured(batch.mean())),
                PlotTexts.get("eight.variance", Numbers.measured(batch.variance()), Numbers.exact(batch.epsilon())),
                PlotTexts.get("eight.deviation", Numbers.inDigits(batch.deviation())));
        heading(surface, 1, PlotTexts.get("eight.normalized"), PlotTexts.get("eight.normalized.is",
                Numbers.measured(batch.normalizedMean(), 1), share(batch.normalizedVariance())));
        heading(surface, 2, PlotTexts.get("eight.scaled"), PlotTexts.get("eight.scaled.is",
                Numbers.measured(batch.scaledMean(), 1), Numbers.measured(batch.scaledDeviation(), 1)));
    }

    /** With the digits that tell it from 1. */
    private static String share(double variance) {
        return Numbers.fixed(variance, 1 - variance > 0.01 || variance == 0 ? 2 : 6);
    }

    private void line(Surface surface, int number, LinearScale axis) {
        Stroke stroke = Stroke.solid(1.2 * palette.lineScale(), palette.axis());
        double y = height(number);
        surface.line(axis.from(), y, axis.to(), y, stroke);
        Ticks ticks = axis.ticks(9);
        for (int i = 0; i < ticks.count(); i++) {
            double at = axis.at(ticks.values().get(i));
            surface.line(at, y - 3 * scale, at, y + 3 * scale, stroke);
        }
    }

    private void ticks(Surface surface, int number, LinearScale axis) {
        Ticks ticks = axis.ticks(9);
        TextStyle style = Type.tick(palette);
        for (int i = 0; i < ticks.count(); i++) {
            double value = ticks.values().get(i);
            if (number != 1 || value != 0 && value != 1) {
                over(surface, ticks.labels().get(i), axis.at(value), height(number) + 22 * scale, style);
            }
        }
    }

    /** A text that threads pass behind. */
    private void over(Surface surface, String text, double x, double baseline, TextStyle style) {
        double pad = 3 * scale;
        double width = surface.textWidth(text, style);
        double left = style.align() == Align.CENTRE ? x - width / 2 : x;
        surface.fillRectangle(left - pad, baseline - style.capHeight() - pad, width + 2 * pad, style.capHeight() + 2.5 * pad, palette.card());
        surface.text(text, x, baseline, style);
    }

    /** Parts from the left, as far apart as there is room; threads that come by pass behind them. */
    private void heading(Surface surface, int line, String... parts) {
        double room = lines.width() - 2 * PADDING * scale;
        double gap = 18 * scale;
        TextStyle style = Type.heading(palette);
        double wide = (parts.length - 1) * gap;
        for (String part : parts) {
            wide += surface.textWidth(part, style);
        }
        double shrink = Math.min(1, room / wide);
        TextStyle fitted = new TextStyle(style.size() * shrink, style.weight(), style.colour(), style.align());
        double x = lines.x() + PADDING * scale;
        double baseline = lines.y() + (line * LINE + 22) * scale;
        for (String part : parts) {
            over(surface, part, x, baseline, fitted);
            x += surface.textWidth(part, fitted) + gap * shrink;
        }
    }

    private void thread(Surface surface, int i, LinearScale x, LinearScale hat, LinearScale y, boolean chosen) {
        double[] xs = {x.at(batch.x(i)), hat.at(batch.normalized(i)), y.at(batch.scaled(i))};
        double[] ys = {height(0), height(1), height(2)};
        Colour colour = chosen ? palette.accent() : palette.ghost();
        surface.withClip(lines, () -> {
            surface.polyline(xs, ys, LINES, Stroke.solid((chosen ? 2.4 : 1) * palette.lineScale(), colour));
            for (int k = 0; k < LINES; k++) {
                double radius = (k == 0 || chosen ? DOT : 0.7 * DOT) * scale;
                surface.fillCircle(xs[k], ys[k], radius, colour);
                surface.strokeCircle(xs[k], ys[k], radius, Stroke.solid(scale, palette.card()));
                if (k == 0 || chosen) {
                    TextStyle inside = new TextStyle(10 * scale, Weight.BOLD, palette.card(), Align.CENTRE);
                    surface.text(String.valueOf(i + 1), xs[k], ys[k] + inside.capHeight() / 2, inside);
                }
            }
        });
    }

    private void table(Surface surface, int chosen) {
        Cards.draw(surface, palette, table);
        double left = table.x() + PADDING * scale;
        double room = table.width() - 2 * PADDING * scale;
        Fitted.text(surface, PlotTexts.get("eight.gradient", Numbers.measured(batch.loss(), 1)), left, table.y() + 19 * scale, room,
                Type.heading(palette));
        double names = surface.textWidth(PlotTexts.get("eight.row.difference"), Type.label(palette)) + GAP * scale;
        double column = Math.max(1, (room - names) / batch.size());
        double top = table.y() + TITLE * scale;
        double row = ROW * scale;
        surface.fillRectangle(left + names + chosen * column, top, column, ROWS * row, palette.accent().withAlpha(0.14).on(palette.card()));
        for (int i = 0; i < batch.size(); i++) {
            Fitted.text(surface, String.valueOf(i + 1), left + names + (i + 1) * column - 4 * scale, top + 14 * scale, column,
                    Type.number(palette).aligned(Align.RIGHT));
        }
        row(surface, 1, "eight.row.x", batch::x, names, column);
        row(surface, 2, "eight.row.normalized", batch::normalized, names, column);
        row(surface, 3, "eight.row.scaled", batch::scaled, names, column);
        row(surface, 4, "eight.row.factor", batch::factor, names, column);
        row(surface, 5, "eight.row.gradient", batch::gradient, names, column);
        row(surface, 6, "eight.row.difference", batch::difference, names, column);
    }

    private void row(Surface surface, int row, String name, IntToDoubleFunction value, double names, double column) {
        double left = table.x() + PADDING * scale;
        double baseline = table.y() + (TITLE + row * ROW + 14) * scale;
        surface.line(left, table.y() + (TITLE + row * ROW) * scale, table.right() - PADDING * scale,
                table.y() + (TITLE + row * ROW) * scale, Stroke.solid(scale, palette.grid()));
        surface.text(PlotTexts.get(name), left, baseline, Type.label(palette));
        TextStyle style = Type.number(palette).aligned(Align.RIGHT);
        for (int i = 0; i < batch.size(); i++) {
            Fitted.text(surface, Numbers.measured(value.applyAsDouble(i), 1), left + names + (i + 1) * column - 4 * scale, baseline,
                    column - 6 * scale, style);
        }
    }

    /** The same in words. */
    public static String summary(NormalizedBatch batch, int chosen) {
        return PlotTexts.get("eight.summary", list(batch, batch::x), String.valueOf(chosen + 1), Numbers.measured(batch.mean()),
                Numbers.measured(batch.variance()), Numbers.exact(batch.epsilon()), list(batch, batch::normalized),
                list(batch, batch::scaled), list(batch, batch::gradient), list(batch, batch::difference));
    }

    private static String list(NormalizedBatch batch, IntToDoubleFunction value) {
        return IntStream.range(0, batch.size()).mapToObj(i -> Numbers.measured(value.applyAsDouble(i), 1)).collect(Collectors.joining(", "));
    }
}
