package shiftscope.session;

import shiftscope.measure.Histogram;
import shiftscope.measure.Moments;

/** Values with what an axis has to know of them, and the last histogram that was asked for: the values of step 0 are asked again. */
final class Sample {
    private final double[] values;
    private final int length;
    private final Moments moments;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private Histogram histogram;

    /**
     * @param values kept, not copied; may be longer
     * @param length how many of them count, at least 1
     */
    Sample(double[] values, int length) {
        this.values = values;
        this.length = length;
        moments = Moments.of(values, 0, length);
        boolean finite = Double.isFinite(moments.variance());
        for (int i = 0; i < length; i++) {
            double value = values[i];
            if (finite || Double.isFinite(value)) {
                least = value < least ? value : least;
                most = value > most ? value : most;
            }
        }
    }

    Moments moments() {
        return moments;
    }

    int length() {
        return length;
    }

    /** The smallest finite value; infinite if there is none. */
    double least() {
        return least;
    }

    /** The largest finite value; infinite if there is none. */
    double most() {
        return most;
    }

    /** The counts in so many bins from {@code low} to {@code high}. */
    Histogram histogram(double low, double high, int bins) {
        if (histogram == null || histogram.low() != low || histogram.high() != high || histogram.bins() != bins) {
            histogram = Histogram.of(values, 0, length, low, high, bins);
        }
        return histogram;
    }
}
