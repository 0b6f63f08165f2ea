package shiftscope.plot;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.measure.Moments;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.LayerView;
import shiftscope.session.Row;
import shiftscope.session.Tap;

/** One card of the wall: the histogram of one layer of one run. */
final class CellPlot {
    private static final double BAR_ALPHA = 0.85;
    /** Values outside the range stand on no axis; their bars are paler, so that they are not taken for one more bin. */
    private static final double SIDE_BAR_ALPHA = 0.55;
    /** What lies over a bin that is pointed at: seen on bars and on an empty card, and what it covers is still seen. */
    private static final double SHADE = 0.16;
    /** Narrower bins touch: a gap would take more of them than it separates. */
    private static final double LEAST_BIN_WITH_GAP = 4;

    private final Surface surface;
    private final Palette palette;
    private final CellLayout cell;
    private final CellAxis axis;
    private final Side side;
    private final Row row;
    private final LayerView view;
    private final Tap asked;

    CellPlot(Surface surface, Palette palette, CellAxis axis, Side side, Row row, Tap asked) {
        this.surface = surface;
        this.palette = palette;
        this.cell = axis.cell();
        this.axis = axis;
        this.side = side;
        this.row = row;
        this.view = row.of(side);
        this.asked = asked;
    }

    /** @param left a future that was left behind, in the bins of what is shown; nothing if there is none to show */
    void draw(CountScale counts, Optional<double[]> left) {
        Cards.draw(surface, palette, cell.card());
        Histogram now = view.now();
        bars(now, counts);
        if (view.brushed() != null) {
            BrushedBars.draw(surface, palette, axis, side, view.brushed(), counts);
        }
        if (view.reference() != null) {
            double scale = palette.lineScale();
            Stroke stroke = new Stroke(1.1 * scale, palette.ghost(), 3 * scale, 2.4 * scale);
            outline(view.reference()::count, counts, stroke);
        }
        left.ifPresent(future -> outline(bin -> future[bin], counts, LeftBehind.stroke(palette)));
        CellLabels.Room room = CellLabels.outside(surface, palette, cell, side, axis.under(now), axis.over(now));
        ValueTicks.draw(surface, palette, cell, axis.range(), room);
        moments(axis.range());
        CellLabels.draw(surface, palette, cell, side, row, asked);
    }

    /** Shades a bin over the card that is drawn already, and says its numbers. */
    static void pointOut(Surface surface, Palette palette, CellAxis axis, Side side, int bin) {
        Box column = axis.column(bin);
        double left = Math.round(column.x());
        double width = Math.max(1, Math.round(column.right()) - left);
        surface.fillRectangle(left, column.y(), width, column.height(), palette.text().withAlpha(SHADE));
        Readout.draw(surface, palette, axis.cell(), side, column, Readout.lines(axis, bin));
    }

    private void bars(Histogram now, CountScale counts) {
        int bins = now.bins();
        Colour solid = palette.of(side);
        Colour usual = solid.withAlpha(BAR_ALPHA).on(palette.card());
        int towering = -1;
        boolean gaps = axis.binWidth() >= LEAST_BIN_WITH_GAP;
        for (int i = 0; i < bins; i++) {
            int count = now.count(i);
            if (count > 0 && axis.shows(i)) {
                // Whole pixels: a bar that ends within one is blurred there, and a row of them shimmers.
                double left = Math.round(axis.edge(i));
                double right = Math.round(axis.edge(i + 1)) - (gaps ? 1 : 0);
                bar(left, right - left, count, counts, usual);
                towering = counts.cut(count) && (towering < 0 || count > now.count(towering)) ? i : towering;
            }
        }
        Colour pale = solid.withAlpha(SIDE_BAR_ALPHA).on(palette.card());
        sideBar(cell.under(), axis.under(now), counts, pale);
        sideBar(cell.over(), axis.over(now), counts, pale);
        if (towering >= 0) {
            shareBeside(towering, now);
        }
    }

    /** A bar that is cut says how high it is. */
    private void shareBeside(int bin, Histogram now) {
        TextStyle style = Type.tick(palette).coloured(palette.textOf(side));
        String share = Numbers.percent(now.share(bin));
        double gap = 4 * palette.typeScale();
        double right = axis.edge(bin + 1) + gap;
        boolean fits = right + surface.textWidth(share, style) <= cell.bars().right();
        double x = fits ? right : axis.edge(bin) - gap;
        surface.text(share, x, cell.bars().y() + style.capHeight(), style.aligned(fits ? Align.LEFT : Align.RIGHT));
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

    /** The outline of another time: steps, or where bins are too narrow to show them, a line through the middles of their tops. */
    private void outline(IntToDoubleFunction values, CountScale counts, Stroke stroke) {
        int bins = view.now().bins();
        int first = 0;
        int last = bins - 1;
        while (first < last && (values.applyAsDouble(first) == 0 || !axis.shows(first))) {
            first++;
        }
        while (last > first && (values.applyAsDouble(last) == 0 || !axis.shows(last))) {
            last--;
        }
        boolean steps = axis.binWidth() >= LEAST_BIN_WITH_GAP;
        double[] xs = new double[2 * (last - first + 1) + 2];
        double[] ys = new double[xs.length];
        int points = 0;
        xs[points] = axis.edge(first);
        ys[points++] = cell.axis();
        for (int i = first; i <= last; i++) {
            double y = cell.axis() - counts.height(values.applyAsDouble(i), cell.bars().height());
            if (steps) {
                xs[points] = axis.edge(i);
                ys[points++] = y;
                xs[points] = axis.edge(i + 1);
                ys[points++] = y;
            } else {
                xs[points] = (axis.edge(i) + axis.edge(i + 1)) / 2;
                ys[points++] = y;
            }
        }
        xs[points] = axis.edge(last + 1);
        ys[points++] = cell.axis();
        surface.polyline(xs, ys, points, stroke);
    }

    /** Mean and one standard deviation either way; a mean outside the range is an arrow that points there. */
    private void moments(ValueRange range) {
        Moments moments = view.moments();
        double mean = moments.mean();
        double deviation = moments.standardDeviation();
        if (!Double.isFinite(mean) || !Double.isFinite(deviation)) {
            return;
        }
        double thickness = 3 * palette.lineScale();
        double left = Math.max(range.low(), mean - deviation);
        double right = Math.min(range.high(), mean + deviation);
        if (left < right) {
            double from = axis.x(left);
            double to = axis.x(right);
            surface.fillRoundRectangle(
                    from, cell.momentsY() - thickness / 2, to - from, thickness, thickness / 2, palette.of(side));
        }
        if (mean >= range.low() && mean <= range.high()) {
            double x = axis.x(mean);
            double radius = 3.6 * Math.sqrt(palette.lineScale());
            surface.fillCircle(x, cell.momentsY(), radius, palette.card());
            surface.strokeCircle(x, cell.momentsY(), radius, Stroke.solid(2 * palette.lineScale(), palette.of(side)));
        } else {
            double from = mean < range.low() ? cell.bars().x() : cell.bars().right();
            double length = (mean < range.low() ? -6 : 6) * palette.typeScale();
            double half = 4 * palette.typeScale();
            double[] xs = {from + length, from, from};
            double[] ys = {cell.momentsY(), cell.momentsY() - half, cell.momentsY() + half};
            surface.fillPolygon(xs, ys, 3, palette.of(side));
        }
    }
}
