package shiftscope.plot;

import java.util.List;
import shiftscope.plot.TextStyle.Align;

/** What every plot against the step shares: the axis of steps below, the marks on it, and the axis of values on the left. */
final class StepAxis {
    private static final double TICK_SPACING = 52;
    private static final double ROW_SPACING = 22;

    private StepAxis() {}

    /** From step 0 to the last, over the width of a plot. */
    static LinearScale steps(double last, Box plot) {
        return new LinearScale(0, Math.max(1, last), plot.x(), plot.right());
    }

    /** Lines across the plot at round values, with their labels left of it. */
    static void drawValues(Surface surface, Palette palette, Box plot, Scale y, boolean percent) {
        TextStyle style = Type.tick(palette).aligned(Align.RIGHT);
        Ticks ticks = y.ticks((int) Math.max(2, plot.height() / (ROW_SPACING * palette.typeScale())));
        for (int i = 0; i < ticks.count(); i++) {
            double value = ticks.values().get(i);
            double at = Math.round(y.at(value)) + 0.5;
            surface.line(plot.x(), at, plot.right(), at, Stroke.solid(palette.lineScale(), palette.grid()));
            String label = percent ? Numbers.fixed(100 * value, 0) + "%" : ticks.labels().get(i);
            surface.text(label, plot.x() - 5 * palette.typeScale(), at + style.capHeight() / 2, style);
        }
        if (!ticks.factor().isEmpty()) {
            surface.text(ticks.factor(), plot.x() + 3, plot.y() + style.capHeight() + 2, style.aligned(Align.LEFT));
        }
    }

    /** The axis with round steps below it. */
    static void drawSteps(Surface surface, Palette palette, Box plot, LinearScale x) {
        double scale = palette.typeScale();
        TextStyle style = Type.tick(palette);
        Stroke line = Stroke.solid(palette.lineScale(), palette.axis());
        double axis = plot.bottom() + 0.5;
        surface.line(plot.x(), axis, plot.right(), axis, line);
        int most = (int) Math.max(1, plot.width() / (TICK_SPACING * scale));
        Ticks ticks = Ticks.linear(x.low(), x.high(), most);
        for (int i = 0; i < ticks.count(); i++) {
            double value = ticks.values().get(i);
            if (value == Math.rint(value)) {
                double at = Math.round(x.at(value)) + 0.5;
                surface.line(at, axis, at, axis + 3 * scale, line);
                String label = value >= 1e6 ? Numbers.measured(value) : Numbers.count((long) value);
                surface.text(label, at, axis + 14 * scale, style);
            }
        }
    }

    /** A small triangle on the axis for every mark, and what it means where the plot is high enough. */
    static void drawMarks(Surface surface, Palette palette, Box plot, LinearScale x, List<Mark> marks, boolean texts) {
        double size = 4 * palette.typeScale();
        double[] xs = new double[3];
        double[] ys = {plot.bottom() - 2 * size, plot.bottom(), plot.bottom()};
        double free = plot.x();
        TextStyle style = Type.tick(palette).aligned(Align.LEFT);
        for (Mark mark : marks) {
            double at = x.at(mark.step());
            if (at > plot.right()) {
                continue;
            }
            xs[0] = at;
            xs[1] = at - size;
            xs[2] = at + size;
            surface.fillPolygon(xs, ys, 3, mark.colour(palette));
            double from = at + size;
            double to = from + (texts ? surface.textWidth(mark.text(), style) : 0);
            if (texts && from >= free && to <= plot.right()) {
                surface.text(mark.text(), from, plot.bottom() - 4 * palette.typeScale(), style);
                free = to + size;
            }
        }
    }
}
