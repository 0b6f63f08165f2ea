package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Tape;

/**
 * The affine map {@code z = xW + b}.
 *
 * <p>W is stored inputs × units, so that neither the forward product nor dW needs a transpose.
 */
public final class Dense {
    private final DMatrixRMaj weights;
    private final DMatrixRMaj bias;

    /**
     * A map with every number 0.
     *
     * @param hasBias whether there is a b at all
     */
    public Dense(int inputs, int units, boolean hasBias) {
        weights = new DMatrixRMaj(inputs, units);
        bias = hasBias ? new DMatrixRMaj(1, units) : null;
    }

    /** W, inputs × units; the live matrix. */
    public DMatrixRMaj weights() {
        return weights;
    }

    /** b, 1 × units, the live matrix; {@code null} if there is none. */
    public DMatrixRMaj bias() {
        return bias;
    }

    /** W and b. */
    void exchange(Tape tape) {
        tape.numbers(weights.data, weights.getNumElements());
        if (bias != null) {
            tape.numbers(bias.data, bias.getNumElements());
        }
    }

    public int inputs() {
        return weights.numRows;
    }

    public int units() {
        return weights.numCols;
    }

    /**
     * @param x batch × inputs, not modified
     * @param z batch × units, overwritten
     */
    void forward(Products products, DMatrixRMaj x, DMatrixRMaj z) {
        products.multiply(x, weights, bias, z);
    }

    /**
     * {@code dW = xᵀ·dz}.
     *
     * @param dWeights inputs × units, overwritten
     */
    void backwardWeights(Products products, DMatrixRMaj x, DMatrixRMaj dz, DMatrixRMaj dWeights) {
        products.multiplyTransposedLeft(x, dz, dWeights);
    }

    /**
     * {@code db = Σ dz}, if there is a b.
     *
     * @param dBias 1 × units, overwritten; {@code null} if there is no b
     */
    void backwardBias(Standardization standardization, DMatrixRMaj dz, DMatrixRMaj dBias) {
        if (dBias != null) {
            standardization.sum(dz.data, dz.numRows, dz.numCols, dBias.data);
        }
    }

    /**
     * {@code dx = dz·Wᵀ}.
     *
     * @param dx batch × inputs, overwritten
     */
    void backwardInput(Products products, DMatrixRMaj dz, DMatrixRMaj dx) {
        products.multiplyTransposedRight(dz, weights, dx);
    }
}
