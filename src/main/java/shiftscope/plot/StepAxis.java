package shiftscope.plot;

import java.util.List;
import shiftscope.plot.TextStyle.Align;

/** What every plot against the step shares: the axis of steps below, the marks on it, and the axis of values on the left. */
final class StepAxis {
    private static final double TICK_SPACING = 42;
    private static final double ROW_SPACING = 22;
    /** More lines than these are no help, however high the plot: nobody reads a value off by counting them. */
    private static final int MOST_ROWS = 11;

    private StepAxis() {}

    /** From step 0 to the last, over the width of a plot. */
    static LinearScale steps(double last, Box plot) {
        return new LinearScale(0, Math.max(1, last), plot.x(), plot.right());
    }

    /** Lines across the plot at round values, with their labels left of it. */
    static void drawValues(Surface surface, Palette palette, Box plot, Scale y, boolean percent) {
        drawFactor(surface, palette, plot, drawLines(surface, palette, plot, y, percent));
    }

    /** The power of ten of the labels, inside the plot: whoever fills the plot draws it afterwards. */
    static void drawFactor(Surface surface, Palette palette, Box plot, Ticks ticks) {
        if (!ticks.factor().isEmpty()) {
            TextStyle style = Type.tick(palette).aligned(Align.LEFT);
            surface.text(ticks.factor(), plot.x() + 3, plot.y() + style.capHeight() + 2, style);
        }
    }

    /** The same without the power of ten that the labels may be multiplied with. */
    static Ticks drawLines(Surface surface, Palette palette, Box plot, Scale y, boolean percent) {
        TextStyle style = Type.tick(palette).aligned(Align.RIGHT);
        int most = (int) Math.max(2, Math.min(MOST_ROWS, plot.height() / (ROW_SPACING * palette.typeScale())));
        Ticks fitting = y.ticks(most);
        // One value alone is no axis.
        Ticks ticks = fitting.count() < 2 ? y.ticks(most + 1) : fitting;
        for (int i = 0; i < ticks.count(); i++) {
            double value = ticks.values().get(i);
            double at = Math.round(y.at(value)) + 0.5;
            surface.line(plot.x(), at, plot.right(), at, Stroke.solid(palette.lineScale(), palette.grid()));
            String label = percent ? Numbers.fixed(100 * value, 0) + "%" : ticks.labels().get(i);
            surface.text(label, plot.x() - 5 * palette.typeScale(), at + style.capHeight() / 2, style);
        }
        return ticks;
    }

    /** The axis with round steps below it. Returns where the last of their labels ends. */
    static double drawSteps(Surface surface, Palette palette, Box plot, LinearScale x) {
        double scale = palette.typeScale();
        TextStyle style = Type.tick(palette);
        Stroke line = Stroke.solid(palette.lineScale(), palette.axis());
        double axis = plot.bottom() + 0.5;
        surface.line(plot.x(), axis, plot.right(), axis, line);
        int most = (int) Math.max(1, plot.width() / (TICK_SPACING * scale));
        Ticks ticks = Ticks.linear(x.low(), x.high(), most);
        double end = plot.x();
        for (int i = 0; i < ticks.count(); i++) {
            double value = ticks.values().get(i);
            if (value == Math.rint(value)) {
                double at = Math.round(x.at(value)) + 0.5;
                surface.line(at, axis, at, axis + 3 * scale, line);
                String label = step((long) value);
                surface.text(label, at, axis + 14 * scale, style);
                end = at + surface.textWidth(label, style) / 2;
            }
        }
        return end;
    }

    /** A step as an axis writes it. */
    static String step(long step) {
        return step >= 1_000_000 ? Numbers.measured(step) : Numbers.count(step);
    }

    /** How much of the foot of a plot marks need for themselves, so that no curve runs through them, in pixels. */
    static double room(Palette palette, List<Mark> marks, boolean words) {
        return marks.isEmpty() ? 0 : (words ? 15 : 10) * palette.typeScale();
    }

    /** A small triangle on the axis for every mark, and, if asked for, what it means where there is room up to the next. */
    static void drawMarks(Surface surface, Palette palette, Box plot, LinearScale x, List<Mark> marks, boolean words) {
        double size = 4 * palette.typeScale();
        double[] xs = new double[3];
        double[] ys = {plot.bottom() - 2 * size, plot.bottom(), plot.bottom()};
        TextStyle style = Type.tick(palette).aligned(Align.LEFT);
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            double at = x.at(mark.step());
            if (at > plot.right()) {
                continue;
            }
            xs[0] = at;
            xs[1] = at - size;
            xs[2] = at + size;
            surface.fillPolygon(xs, ys, 3, mark.colour(palette));
            double from = at + size;
            double until = i + 1 < marks.size() ? Math.min(plot.right(), x.at(marks.get(i + 1).step()) - size) : plot.right();
            if (words && from + surface.textWidth(mark.text(), style) <= until) {
                surface.text(mark.text(), from, plot.bottom() - 3 * palette.typeScale(), style);
            }
        }
    }
}
