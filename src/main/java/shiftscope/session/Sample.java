package shiftscope.session;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import shiftscope.measure.Bulk;
import shiftscope.measure.Histogram;
import shiftscope.measure.Moments;

/** Values with what an axis has to know of them, and the last histogram that was asked for: the values of step 0 are asked again. */
final class Sample {
    private final double[] values;
    private final int length;
    private final Optional<Bulk> bulk;
    private Moments moments;
    private Histogram histogram;

    /**
     * @param values kept, not copied; may be longer
     * @param length how many of them count, at least 1
     */
    Sample(double[] values, int length) {
        this.values = values;
        this.length = length;
        bulk = Bulk.of(values, 0, length);
    }

    /** All elements of a matrix, which is kept, not copied. */
    static Sample of(DMatrixRMaj matrix) {
        return new Sample(matrix.data, matrix.getNumElements());
    }

    /** Not every sample is asked for them. */
    Moments moments() {
        if (moments == null) {
            moments = Moments.of(values, 0, length);
        }
        return moments;
    }

    int length() {
        return length;
    }

    /** Where most of the finite values lie; empty if there are none. */
    Optional<Bulk> bulk() {
        return bulk;
    }

    /** The counts in so many bins from {@code low} to {@code high}. */
    Histogram histogram(double low, double high, int bins) {
        if (histogram == null || histogram.low() != low || histogram.high() != high || histogram.bins() != bins) {
            histogram = Histogram.of(values, 0, length, low, high, bins);
        }
        return histogram;
    }
}
