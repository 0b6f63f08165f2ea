package shiftscope.data;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Scaling;

/**
 * {@code (x - offset) / divisor}, with numbers learned from the training set alone.
 *
 * <p>Each feature has its own numbers; the pixels of an image share one pair, since a pixel's meaning does not depend on its place
 * and the faint ones at the border would otherwise be blown up to unit variance. A feature that does not vary in the training set
 * becomes 0.
 */
final class Scaler {
    /** A spread below this counts as none; with inputs up to {@link CsvTable#MOST_MAGNITUDE} no quotient overflows. */
    private static final double LEAST_SPREAD = 1e-100;

    /** One number for all columns, or one per column. */
    private final double[] offset;
    /** As {@link #offset}; 0 where the feature does not vary. */
    private final double[] divisor;

    private Scaler(int width) {
        offset = new double[width];
        divisor = new double[width];
    }

    /**
     * Learns from the training set.
     *
     * @param training examples × features, not modified
     * @param together whether all columns share one pair of numbers
     */
    static Scaler fit(Scaling scaling, DMatrixRMaj training, boolean together) {
        Scaler scaler = new Scaler(together ? 1 : training.numCols);
        switch (scaling) {
            case RAW -> Arrays.fill(scaler.divisor, 1);
            case MIN_MAX -> scaler.fitRange(training);
            case STANDARDIZE -> scaler.fitMoments(training);
        }
        return scaler;
    }

    private void fitRange(DMatrixRMaj training) {
        double[] greatest = new double[offset.length];
        Arrays.fill(offset, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        for (int i = 0, column = 0; i < training.getNumElements(); i++, column = next(column)) {
            offset[column] = Math.min(offset[column], training.data[i]);
            greatest[column] = Math.max(greatest[column], training.data[i]);
        }
        for (int column = 0; column < offset.length; column++) {
            double range = greatest[column] - offset[column];
            divisor[column] = range < LEAST_SPREAD ? 0 : range;
        }
    }

    /** Two passes: the mean, then the mean square about it (biased). */
    private void fitMoments(DMatrixRMaj training) {
        Scaler range = new Scaler(offset.length);
        range.fitRange(training);
        double count = (double) training.getNumElements() / offset.length;
        for (int i = 0, column = 0; i < training.getNumElements(); i++, column = next(column)) {
            offset[column] += training.data[i];
        }
        for (int column = 0; column < offset.length; column++) {
            offset[column] /= count;
        }
        for (int i = 0, column = 0; i < training.getNumElements(); i++, column = next(column)) {
            double centred = training.data[i] - offset[column];
            divisor[column] += centred * centred;
        }
        for (int column = 0; column < offset.length; column++) {
            double deviation = Math.sqrt(divisor[column] / count);
            // The mean of equal numbers can miss them by one rounding, so σ alone would not tell a constant feature.
            divisor[column] = range.divisor[column] == 0 || deviation < LEAST_SPREAD ? 0 : deviation;
        }
    }

    private int next(int column) {
        return column + 1 == offset.length ? 0 : column + 1;
    }

    /** Scales in place. */
    void apply(DMatrixRMaj inputs) {
        for (int i = 0, column = 0; i < inputs.getNumElements(); i++, column = next(column)) {
            inputs.data[i] = divisor[column] == 0 ? 0 : (inputs.data[i] - offset[column]) / divisor[column];
        }
    }
}
