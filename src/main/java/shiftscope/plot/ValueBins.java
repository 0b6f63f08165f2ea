package shiftscope.plot;

import shiftscope.measure.DyadicHistogram;

/**
 * Bins of one width along a value axis, to which histograms of different times are brought. Their edges are multiples of the width, a
 * power of two, so that narrower bins merge into them exactly. The values of a bin that was recorded wider are spread evenly over it.
 *
 * @param exponent bins are {@code 2^exponent} wide
 * @param first the first begins at so many widths
 * @param bins how many there are
 */
record ValueBins(int exponent, long first, int bins) {
    /** At most so many bins lie on an axis, and at least half as many. */
    private static final double MOST = 120;

    /** Values per bin, and outside: fractions where bins were recorded wider. */
    record Counts(double[] inside, double under, double over) {}

    /** The bins that cover an axis. */
    static ValueBins over(ValueRange range) {
        int exponent = Math.getExponent(range.width() / MOST);
        while (range.width() > MOST * Math.scalb(1.0, exponent)) {
            exponent++;
        }
        double width = Math.scalb(1.0, exponent);
        long first = (long) Math.floor(range.low() / width);
        return new ValueBins(exponent, first, (int) ((long) Math.ceil(range.high() / width) - first));
    }

    double width() {
        return Math.scalb(1.0, exponent);
    }

    /** Lower edge of bin i. */
    double edge(int i) {
        return (first + i) * width();
    }

    /** The bin that a value lies in, which need not be one of these. */
    int bin(double value) {
        return (int) Math.floor(value / width() - first);
    }

    Counts counts(DyadicHistogram histogram) {
        double[] inside = new double[bins];
        double under = histogram.under();
        double over = histogram.over();
        double scale = histogram.width() / width();
        double start = histogram.low() / width() - first;
        for (int i = 0; i < histogram.bins(); i++) {
            int count = histogram.count(i);
            if (count == 0) {
                continue;
            }
            double from = start + i * scale;
            double to = from + scale;
            if (scale <= 1) {
                // A narrower bin lies within one of these.
                double bin = Math.floor(from);
                if (bin < 0) {
                    under += count;
                } else if (bin >= bins) {
                    over += count;
                } else {
                    inside[(int) bin] += count;
                }
            } else {
                under += count * Math.max(0, Math.min(to, 0) - from) / scale;
                over += count * Math.max(0, to - Math.max(from, bins)) / scale;
                for (int bin = (int) Math.max(0, from); bin < Math.min(bins, to); bin++) {
                    inside[bin] += count / scale;
                }
            }
        }
        return new Counts(inside, under, over);
    }
}
