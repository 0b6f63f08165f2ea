package shiftscope.plot;

import shiftscope.measure.Histogram;

/**
 * The bins of a histogram on the value axis of a card. Usually they fill it. After somebody has chosen another range and until a
 * snapshot is counted in it, the bins there are lie where they belong: stretched, or cropped, with what is cropped among the values
 * outside.
 *
 * @param cell where the axis lies
 * @param now the bins; all histograms of a card share their edges
 * @param range what the axis shows
 */
record CellAxis(CellLayout cell, Histogram now, ValueRange range) {
    /** No bin. */
    static final int NOWHERE = -2;

    /** Where the bins fill the axis. */
    static CellAxis filled(CellLayout cell, Histogram now) {
        return new CellAxis(cell, now, new ValueRange(now.low(), now.high()));
    }

    private boolean filled() {
        return range.low() == now.low() && range.high() == now.high();
    }

    /** Left edge of bin i, or the right edge of the last; at an end of the axis if it lies beyond. */
    double edge(int i) {
        if (filled()) {
            return cell.edge(i, now.bins());
        }
        Box bars = cell.bars();
        return Math.max(bars.x(), Math.min(bars.right(), x(now.edge(i))));
    }

    double x(double value) {
        return cell.x(value, range.low(), range.high());
    }

    /** Whether any of a bin is on the axis. */
    boolean shows(int bin) {
        return now.edge(bin) < range.high() && now.edge(bin + 1) > range.low();
    }

    /** How wide a bin is, in pixels. */
    double binWidth() {
        return cell.bars().width() * now.binWidth() / range.width();
    }

    /** The values of a histogram of these edges left of what is shown. */
    long under(Histogram histogram) {
        long under = histogram.under();
        for (int i = 0; i < histogram.bins() && histogram.edge(i + 1) <= range.low(); i++) {
            under += histogram.count(i);
        }
        return under;
    }

    /** The values right of what is shown. */
    long over(Histogram histogram) {
        long over = histogram.over();
        for (int i = histogram.bins() - 1; i >= 0 && histogram.edge(i) >= range.high(); i--) {
            over += histogram.count(i);
        }
        return over;
    }

    /** The whole column of a bin: the side bars for −1 and for the number of bins. */
    Box column(int bin) {
        if (bin < 0 || bin >= now.bins()) {
            return cell.column(bin, now.bins());
        }
        double left = edge(bin);
        return new Box(left, cell.bars().y(), edge(bin + 1) - left, cell.bars().height());
    }

    /** The bin at a point: −1 in the side bar on the left, the number of bins in the one on the right; else {@link #NOWHERE}. */
    int bin(double px, double py) {
        if (filled() || !cell.bars().contains(px, py)) {
            return cell.bin(px, py, now.bins()).orElse(NOWHERE);
        }
        double value = range.low() + (px - cell.bars().x()) / cell.bars().width() * range.width();
        int bin = (int) Math.floor((value - now.low()) / now.binWidth());
        return bin >= 0 && bin < now.bins() ? bin : NOWHERE;
    }
}
