package shiftscope.plot;

import java.util.Arrays;
import java.util.List;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;

/**
 * Percentiles of one quantity against the step.
 *
 * @param outer wider bands, the widest first
 * @param p15 the 15th percentile
 * @param p50 the median
 * @param p85 the 85th percentile
 */
record PercentileBands(List<Band> outer, Curve p15, Curve p50, Curve p85) {
    private static final double BAND_ALPHA = 0.18;
    private static final double OUTER_ALPHA = 0.1;

    /** The lowest number drawn; infinite if there is none. */
    double lowest() {
        Curve lowest = outer.isEmpty() ? p15 : outer.get(0).low();
        return Arrays.stream(lowest.values()).filter(Curve::drawable).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** The highest number drawn; infinite if there is none. */
    double highest() {
        Curve highest = outer.isEmpty() ? p85 : outer.get(0).high();
        return Arrays.stream(highest.values()).filter(Curve::drawable).max().orElse(Double.NEGATIVE_INFINITY);
    }

    LinearScale steps(Box plot) {
        return StepAxis.steps(p50.lastStep(), plot);
    }

    static LinearScale values(Box plot, Palette palette, ValueRange range, List<Mark> marks) {
        return new LinearScale(range.low(), range.high(), plot.bottom() - StepAxis.room(palette, marks, false), plot.y());
    }

    /**
     * Draws the bands of a run with their axes. What does not lie in the range is cut off.
     *
     * @param beside those of the other run on the same axis: outer lines that cannot be named in both are named in neither
     */
    void draw(Surface surface, Palette palette, Box plot, ValueRange range, Side side, List<Mark> marks, PercentileBands beside) {
        if (plot.width() <= 0 || plot.height() <= 0) {
            return;
        }
        LinearScale x = steps(plot);
        LinearScale y = values(plot, palette, range, marks);
        List<Mark> own = marks.stream().filter(mark -> mark.side().orElse(side) == side).toList();
        StepAxis.drawValues(surface, palette, plot, y, false);
        StepAxis.drawMarks(surface, palette, plot, x, own, false);
        StepAxis.drawSteps(surface, palette, plot, x);
        boolean cut = lowest() < range.low() || highest() > range.high();
        if (cut) {
            surface.withClip(plot, () -> lines(surface, palette, x, y, side));
        } else {
            lines(surface, palette, x, y, side);
        }
        ends(surface, palette, plot, y, Type.tick(palette).coloured(palette.textOf(side)).aligned(Align.LEFT), beside);
    }

    private void lines(Surface surface, Palette palette, LinearScale x, LinearScale y, Side side) {
        for (Band band : outer) {
            band.fill(surface, x, y, palette.of(side).withAlpha(OUTER_ALPHA));
        }
        new Band(p15, p85).fill(surface, x, y, palette.of(side).withAlpha(BAND_ALPHA));
        Stroke edge = Stroke.solid(palette.lineScale(), palette.of(side));
        p15.draw(surface, x, y, edge);
        p85.draw(surface, x, y, edge);
        p50.draw(surface, x, y, Stroke.solid(2.2 * palette.lineScale(), palette.of(side)));
    }

    /** Which line is which, at their right ends, where they are far enough apart to be told. */
    private void ends(Surface surface, Palette palette, Box plot, LinearScale y, TextStyle style, PercentileBands beside) {
        double x = plot.right() + 4 * palette.typeScale();
        double[] heights = heights(y);
        double[] others = beside.heights(y);
        String[] names = {"50%", "85%", "15%"};
        for (int i = 0; i < heights.length; i++) {
            boolean free = i == 0 || !(touch(heights, i, style) || touch(others, i, style));
            if (free && heights[i] >= plot.y() && heights[i] <= plot.bottom()) {
                surface.text(names[i], x, heights[i] + style.capHeight() / 2, style);
            }
        }
    }

    /** Where the lines end: the median, the 85th and the 15th percentile; NaN where there is no number. */
    private double[] heights(LinearScale y) {
        return new double[] {y.at(p50.lastValue()), y.at(p85.lastValue()), y.at(p15.lastValue())};
    }

    private static boolean touch(double[] heights, int i, TextStyle style) {
        return Math.abs(heights[i] - heights[0]) < style.size();
    }
}
