package shiftscope.plot;

import java.util.OptionalInt;

/**
 * The parts of a card of the wall, in pixels. From top to bottom: a line of labels, the bars, the axis they stand on, mean and
 * spread, the labels of the ticks. Left and right of the bars is a narrow column for the values outside the range.
 *
 * @param card the whole card
 * @param bars where the bins are; all are equally wide
 * @param under the column of the values under the range
 * @param over the column of the values over the range
 * @param labelBaseline baseline of the labels on top
 * @param momentsY height of the mean and spread marker
 * @param tickBaseline baseline of the labels of the ticks
 */
public record CellLayout(
        Box card, Box bars, Box under, Box over, double labelBaseline, double momentsY, double tickBaseline) {
    static final double PADDING = 10;
    private static final double HEAD = 23;
    private static final double FOOT = 27;
    private static final double RIDGE_FOOT = 20;
    private static final double RIDGE_STEPS = 44;
    private static final double SIDE_BAR = 5;
    private static final double SIDE_GAP = 3;

    static CellLayout of(Box card, double scale) {
        double top = card.y() + HEAD * scale;
        double axis = card.bottom() - FOOT * scale;
        double height = Math.max(0, axis - top);
        double left = card.x() + PADDING * scale;
        double right = card.right() - PADDING * scale;
        double side = SIDE_BAR * scale;
        double strip = side + SIDE_GAP * scale;
        return new CellLayout(
                card,
                new Box(left + strip, top, Math.max(0, right - left - 2 * strip), height),
                new Box(left, top, side, height),
                new Box(right - side, top, side, height),
                card.y() + 18.5 * scale,
                axis + 8 * scale,
                axis + 23 * scale);
    }

    /** The parts of a card of ridges: steps are written left of the values, and mean and spread have no line of their own. */
    static CellLayout ofRidges(Box card, double scale) {
        CellLayout usual = of(card, scale);
        double gutter = Math.min(RIDGE_STEPS * scale, usual.bars().width() / 3);
        double more = (FOOT - RIDGE_FOOT) * scale;
        Box bars = usual.bars();
        Box under = usual.under();
        Box over = usual.over();
        return new CellLayout(
                card,
                new Box(bars.x() + gutter, bars.y(), bars.width() - gutter, bars.height() + more),
                new Box(under.x() + gutter, under.y(), under.width(), under.height() + more),
                new Box(over.x(), over.y(), over.width(), over.height() + more),
                usual.labelBaseline(),
                bars.bottom() + more,
                usual.tickBaseline());
    }

    /** Height of the line that the bars stand on. */
    public double axis() {
        return bars.bottom();
    }

    /** Left edge of bin i of so many, or the right edge of the last for {@code i = bins}. */
    public double edge(int i, int bins) {
        return bars.x() + bars.width() * i / bins;
    }

    /** Where a value stands on an axis from low to high; outside {@link #bars} if it is outside the range. */
    public double x(double value, double low, double high) {
        return bars.x() + bars.width() * (value - low) / (high - low);
    }

    /** The whole column of a bin: {@link #under} for −1, {@link #over} for {@code bins}. */
    public Box column(int bin, int bins) {
        if (bin < 0) {
            return under;
        }
        if (bin >= bins) {
            return over;
        }
        double left = edge(bin, bins);
        return new Box(left, bars.y(), edge(bin + 1, bins) - left, bars.height());
    }

    /** The bin at a point: −1 in {@link #under}, {@code bins} in {@link #over}. */
    OptionalInt bin(double px, double py, int bins) {
        if (under.contains(px, py)) {
            return OptionalInt.of(-1);
        }
        if (over.contains(px, py)) {
            return OptionalInt.of(bins);
        }
        if (!bars.contains(px, py)) {
            return OptionalInt.empty();
        }
        int bin = Math.min(bins - 1, (int) ((px - bars.x()) / bars.width() * bins));
        return OptionalInt.of(px < edge(bin, bins) ? bin - 1 : px >= edge(bin + 1, bins) && bin < bins - 1 ? bin + 1 : bin);
    }
}
