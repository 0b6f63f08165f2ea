package shiftscope.plot;

import shiftscope.config.Side;
import shiftscope.measure.Histogram;

/** The part of a histogram that somebody points out: darker than its bars and, for those who see no difference in tone, outlined. */
final class BrushedBars {
    private static final double TONE = 0.6;

    private BrushedBars() {}

    /**
     * Draws the part over bars that stand already.
     *
     * @param part on the edges of those bars
     */
    static void draw(Surface surface, Palette palette, CellLayout cell, Side side, Histogram part, CountScale counts) {
        int bins = part.bins();
        Colour tone = tone(palette, side);
        Stroke outline = Stroke.solid(1.3 * palette.lineScale(), palette.text());
        for (int from = 0; from < bins; from++) {
            if (part.count(from) == 0) {
                continue;
            }
            int to = from;
            while (to < bins && part.count(to) > 0) {
                to++;
            }
            together(surface, cell, part, from, to, counts, tone, outline);
            from = to;
        }
        outside(surface, cell, cell.under(), part.under(), counts, tone);
        outside(surface, cell, cell.over(), part.over(), counts, tone);
    }

    /** The fill of a part that is pointed out. */
    static Colour tone(Palette palette, Side side) {
        return palette.text().withAlpha(TONE).on(palette.of(side));
    }

    private static void together(
            Surface surface, CellLayout cell, Histogram part, int from, int to, CountScale counts, Colour tone, Stroke outline) {
        double[] xs = new double[2 * (to - from) + 2];
        double[] ys = new double[xs.length];
        int points = 0;
        xs[points] = Math.round(cell.edge(from, part.bins()));
        ys[points++] = cell.axis();
        for (int i = from; i < to; i++) {
            double left = Math.round(cell.edge(i, part.bins()));
            double right = Math.round(cell.edge(i + 1, part.bins()));
            double height = counts.height(part.count(i), cell.bars().height());
            surface.fillRectangle(left, cell.axis() - height, right - left, height, tone);
            xs[points] = left;
            ys[points++] = cell.axis() - height;
            xs[points] = right;
            ys[points++] = cell.axis() - height;
        }
        xs[points] = Math.round(cell.edge(to, part.bins()));
        ys[points++] = cell.axis();
        surface.polyline(xs, ys, points, outline);
    }

    private static void outside(Surface surface, CellLayout cell, Box room, long count, CountScale counts, Colour tone) {
        if (count > 0) {
            double height = counts.height(count, cell.bars().height());
            surface.fillRectangle(room.x(), cell.axis() - height, room.width(), height, tone);
        }
    }
}
