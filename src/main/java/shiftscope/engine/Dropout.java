package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.RandomStream;

/**
 * Dropout of a layer's output (Srivastava et al. 2014), inverted: each element is set to 0 with the probability p, and divided by
 * 1 - p otherwise, so that its expectation stays and measuring needs no factor.
 */
final class Dropout {
    private final DMatrixRMaj factors;
    private final DMatrixRMaj output;

    /** Room for batches of up to so many rows. */
    Dropout(int capacity, int units) {
        factors = new DMatrixRMaj(capacity, units);
        output = new DMatrixRMaj(capacity, units);
    }

    /** What is left, batch × units. */
    DMatrixRMaj output() {
        return output;
    }

    /**
     * Draws row by row.
     *
     * @param rate p, less than 1
     * @param x batch × units, not modified
     */
    void forward(RandomStream stream, double rate, DMatrixRMaj x) {
        factors.reshape(x.numRows, x.numCols);
        output.reshape(x.numRows, x.numCols);
        double kept = 1 / (1 - rate);
        for (int i = 0; i < x.getNumElements(); i++) {
            double factor = stream.uniform() < rate ? 0 : kept;
            factors.data[i] = factor;
            output.data[i] = factor * x.data[i];
        }
    }

    /**
     * The gradient of what {@link #forward} was last given.
     *
     * @param gradient ∂L/∂output, overwritten with ∂L/∂x
     */
    void backward(DMatrixRMaj gradient) {
        for (int i = 0; i < gradient.getNumElements(); i++) {
            gradient.data[i] *= factors.data[i];
        }
    }
}
