package shiftscope.plot;

import java.util.function.IntToDoubleFunction;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;

/**
 * The part of a histogram that somebody points out: darker than its bars, as high as its counts; and, since few examples make low
 * bars, a line as high as if they were all.
 */
final class BrushedBars {
    private static final double TONE = 0.6;

    private BrushedBars() {}

    /**
     * Draws the part over bars that stand already.
     *
     * @param part on the edges of those bars
     */
    static void draw(Surface surface, Palette palette, CellAxis axis, Side side, Histogram part, CountScale counts) {
        CellLayout cell = axis.cell();
        int bins = part.bins();
        Colour tone = tone(palette, side);
        double all = (double) axis.now().total() / Math.max(1, part.total());
        Stroke outline = Stroke.solid(1.3 * palette.lineScale(), palette.text());
        for (int from = 0; from < bins; from++) {
            if (!shown(axis, part, from)) {
                continue;
            }
            int to = from;
            while (to < bins && shown(axis, part, to)) {
                to++;
            }
            together(surface, axis, part, from, to, counts, tone);
            outline(surface, axis, part, from, to, count -> counts.height(all * count, cell.bars().height()), outline);
            from = to;
        }
        outside(surface, cell, cell.under(), axis.under(part), counts, tone);
        outside(surface, cell, cell.over(), axis.over(part), counts, tone);
    }

    /** The fill of a part that is pointed out. */
    static Colour tone(Palette palette, Side side) {
        return palette.text().withAlpha(TONE).on(palette.of(side));
    }

    private static boolean shown(CellAxis axis, Histogram part, int bin) {
        return part.count(bin) > 0 && axis.shows(bin);
    }

    private static void together(
            Surface surface, CellAxis axis, Histogram part, int from, int to, CountScale counts, Colour tone) {
        CellLayout cell = axis.cell();
        for (int i = from; i < to; i++) {
            double left = Math.round(axis.edge(i));
            double height = counts.height(part.count(i), cell.bars().height());
            surface.fillRectangle(left, cell.axis() - height, Math.round(axis.edge(i + 1)) - left, height, tone);
        }
    }

    private static void outline(
            Surface surface, CellAxis axis, Histogram part, int from, int to, IntToDoubleFunction height, Stroke stroke) {
        double base = axis.cell().axis();
        double[] xs = new double[2 * (to - from) + 2];
        double[] ys = new double[xs.length];
        int points = 0;
        xs[points] = Math.round(axis.edge(from));
        ys[points++] = base;
        for (int i = from; i < to; i++) {
            double y = base - height.applyAsDouble(part.count(i));
            xs[points] = Math.round(axis.edge(i));
            ys[points++] = y;
            xs[points] = Math.round(axis.edge(i + 1));
            ys[points++] = y;
        }
        xs[points] = Math.round(axis.edge(to));
        ys[points++] = base;
        surface.polyline(xs, ys, points, stroke);
    }

    private static void outside(Surface surface, CellLayout cell, Box room, long count, CountScale counts, Colour tone) {
        if (count > 0) {
            double height = counts.height(count, cell.bars().height());
            surface.fillRectangle(room.x(), cell.axis() - height, room.width(), height, tone);
        }
    }
}
