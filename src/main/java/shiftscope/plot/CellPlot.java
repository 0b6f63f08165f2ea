package shiftscope.plot;

import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.measure.Moments;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.LayerView;
import shiftscope.session.Row;
import shiftscope.session.Tap;

/** One card of the wall: the histogram of one layer of one run. */
final class CellPlot {
    /** No bin is pointed at. */
    static final int NO_BIN = Integer.MIN_VALUE;

    private static final double BAR_ALPHA = 0.85;
    /** Narrower bins touch: a gap would take more of them than it separates. */
    private static final double LEAST_BIN_WITH_GAP = 4;
    private static final double TICK_SPACING = 46;

    private final Surface surface;
    private final Palette palette;
    private final CellLayout cell;
    private final Side side;
    private final Row row;
    private final LayerView view;
    private final Tap asked;

    CellPlot(Surface surface, Palette palette, CellLayout cell, Side side, Row row, Tap asked) {
        this.surface = surface;
        this.palette = palette;
        this.cell = cell;
        this.side = side;
        this.row = row;
        this.view = row.of(side);
        this.asked = asked;
    }

    void draw(CountScale counts, int pointedAt) {
        Cards.draw(surface, palette, cell.card());
        Histogram now = view.now();
        if (pointedAt != NO_BIN) {
            pointOut(pointedAt, now.bins());
        }
        bars(now, counts, pointedAt);
        ghost(view.reference(), counts);
        axis(now);
        moments(now);
        CellLabels.draw(surface, palette, cell, side, row, asked);
    }

    private void pointOut(int bin, int bins) {
        Box column = column(bin, bins);
        surface.fillRectangle(column.x(), column.y(), column.width(), column.height(), palette.grid());
    }

    private Box column(int bin, int bins) {
        if (bin < 0) {
            return cell.under();
        }
        if (bin >= bins) {
            return cell.over();
        }
        double left = cell.edge(bin, bins);
        return new Box(left, cell.bars().y(), cell.edge(bin + 1, bins) - left, cell.bars().height());
    }

    private void bars(Histogram now, CountScale counts, int pointedAt) {
        int bins = now.bins();
        Colour solid = palette.of(side);
        Colour usual = solid.withAlpha(BAR_ALPHA).on(palette.card());
        boolean gaps = cell.bars().width() / bins >= LEAST_BIN_WITH_GAP;
        for (int i = 0; i < bins; i++) {
            int count = now.count(i);
            if (count > 0) {
                // Whole pixels: a bar that ends within one is blurred there, and a row of them shimmers.
                double left = Math.round(cell.edge(i, bins));
                double right = Math.round(cell.edge(i + 1, bins)) - (gaps ? 1 : 0);
                bar(left, right - left, count, counts, i == pointedAt ? solid : usual);
            }
        }
        sideBar(cell.under(), now.under(), counts, usual);
        sideBar(cell.over(), now.over(), counts, usual);
    }

    private void sideBar(Box room, long count, CountScale counts, Colour colour) {
        if (count > 0) {
            bar(room.x(), room.width(), count, counts, colour);
        }
    }

    private void bar(double left, double width, long count, CountScale counts, Colour colour) {
        double height = counts.height(count, cell.bars().height());
        surface.fillRectangle(left, cell.axis() - height, width, height, colour);
        if (counts.cut(count)) {
            double y = cell.bars().y() + 5 * palette.typeScale();
            surface.line(left - 1, y + 2, left + width + 1, y - 2, Stroke.solid(2, palette.card()));
        }
    }

    private void ghost(Histogram reference, CountScale counts) {
        int bins = reference.bins();
        int first = 0;
        int last = bins - 1;
        while (first < last && reference.count(first) == 0) {
            first++;
        }
        while (last > first && reference.count(last) == 0) {
            last--;
        }
        double[] xs = new double[2 * (last - first + 1) + 2];
        double[] ys = new double[xs.length];
        int points = 0;
        xs[points] = cell.edge(first, bins);
        ys[points++] = cell.axis();
        for (int i = first; i <= last; i++) {
            double y = cell.axis() - counts.height(reference.count(i), cell.bars().height());
            xs[points] = cell.edge(i, bins);
            ys[points++] = y;
            xs[points] = cell.edge(i + 1, bins);
            ys[points++] = y;
        }
        xs[points] = cell.edge(last + 1, bins);
        ys[points++] = cell.axis();
        double scale = palette.lineScale();
        surface.polyline(xs, ys, points, new Stroke(1.1 * scale, palette.ghost(), 3 * scale, 2.4 * scale));
    }

    private void axis(Histogram now) {
        Stroke line = Stroke.solid(palette.lineScale(), palette.axis());
        double y = cell.axis() + 0.5;
        surface.line(cell.under().x(), y, cell.over().right(), y, line);
        TextStyle style = Type.tick(palette);
        CellLabels.Room room = CellLabels.outside(surface, palette, cell, side, now);
        Ticks ticks = Ticks.linear(now.low(), now.high(), (int) (cell.bars().width() / (TICK_SPACING * palette.typeScale())));
        double right = room.right();
        if (!ticks.factor().isEmpty()) {
            surface.text(ticks.factor(), right, cell.tickBaseline(), style.aligned(Align.RIGHT));
            right -= surface.textWidth(ticks.factor(), style) + 6;
        }
        for (int i = 0; i < ticks.count(); i++) {
            double x = Math.round(cell.x(ticks.values().get(i), now.low(), now.high())) + 0.5;
            surface.line(x, y, x, y + 3 * palette.typeScale(), line);
            double half = surface.textWidth(ticks.labels().get(i), style) / 2;
            if (x - half >= room.left() && x + half <= right) {
                surface.text(ticks.labels().get(i), x, cell.tickBaseline(), style);
            }
        }
    }

    /** Mean and one standard deviation either way; what is outside the range is not drawn, its number stands on top. */
    private void moments(Histogram now) {
        Moments moments = view.moments();
        double mean = moments.mean();
        double deviation = moments.standardDeviation();
        if (!Double.isFinite(mean) || !Double.isFinite(deviation)) {
            return;
        }
        double thickness = 3 * palette.lineScale();
        double left = Math.max(now.low(), mean - deviation);
        double right = Math.min(now.high(), mean + deviation);
        if (left < right) {
            double from = cell.x(left, now.low(), now.high());
            double to = cell.x(right, now.low(), now.high());
            surface.fillRoundRectangle(
                    from, cell.momentsY() - thickness / 2, to - from, thickness, thickness / 2, palette.of(side));
        }
        if (mean >= now.low() && mean <= now.high()) {
            double x = cell.x(mean, now.low(), now.high());
            double radius = 3.6 * Math.sqrt(palette.lineScale());
            surface.fillCircle(x, cell.momentsY(), radius, palette.card());
            surface.strokeCircle(x, cell.momentsY(), radius, Stroke.solid(2 * palette.lineScale(), palette.of(side)));
        }
    }
}
