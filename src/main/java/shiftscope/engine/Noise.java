package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.RandomStream;

/**
 * The noise of noisy batch normalization, {@code y <- s y + m} (Santurkar et al. 2018): its distribution changes at every step and
 * differs from unit to unit. For each unit, μ is uniform in [-0.5, 0.5) and σ in [1, 1.25); for each element of it, m is uniform in
 * [μ - 0.1, μ + 0.1) and s normal with mean σ and deviation 0.1.
 */
final class Noise {
    private static final double MOST_SHIFT = 0.5;
    private static final double LEAST_FACTOR = 1;
    private static final double MOST_FACTOR = 1.25;
    private static final double SPREAD = 0.1;

    private final double[] shift;
    private final double[] factor;
    private final DMatrixRMaj factors;

    /** Room for batches of up to so many rows. */
    Noise(int capacity, int units) {
        shift = new double[units];
        factor = new double[units];
        factors = new DMatrixRMaj(capacity, units);
    }

    /**
     * Draws, first μ and σ unit by unit, then m and s row by row.
     *
     * @param y batch × units, overwritten
     */
    void apply(RandomStream stream, DMatrixRMaj y) {
        int units = y.numCols;
        factors.reshape(y.numRows, units);
        for (int j = 0; j < units; j++) {
            shift[j] = stream.uniform(-MOST_SHIFT, MOST_SHIFT);
            factor[j] = stream.uniform(LEAST_FACTOR, MOST_FACTOR);
        }
        for (int i = 0; i < y.numRows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                double m = stream.uniform(shift[j] - SPREAD, shift[j] + SPREAD);
                double s = factor[j] + SPREAD * stream.gaussian();
                factors.data[row + j] = s;
                y.data[row + j] = s * y.data[row + j] + m;
            }
        }
    }

    /**
     * The gradient of what {@link #apply} was last given.
     *
     * @param dy ∂L/∂(s y + m), overwritten with ∂L/∂y
     */
    void backward(DMatrixRMaj dy) {
        for (int i = 0; i < dy.getNumElements(); i++) {
            dy.data[i] *= factors.data[i];
        }
    }
}
