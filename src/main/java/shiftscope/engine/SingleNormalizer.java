package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Statistics;

/** One normalizer with no network around it: the same computation as in a layer, on a batch that somebody gives by hand. */
public final class SingleNormalizer {
    private final Normalizer normalizer;
    private final NormalizerPass pass;
    private final DMatrixRMaj dx;

    /**
     * @param normalizer read anew at every pass
     * @param capacity the most examples in a batch
     */
    public SingleNormalizer(Normalizer normalizer, int capacity) {
        this.normalizer = normalizer;
        pass = new NormalizerPass(capacity, normalizer.units());
        dx = new DMatrixRMaj(capacity, normalizer.units());
    }

    /**
     * Normalizes a batch with its own statistics, without noise. The normalizer is not changed.
     *
     * @param x batch × units, not modified; to stay as it is for as long as anything is asked
     */
    public void forward(DMatrixRMaj x) {
        pass.resize(x.numRows);
        dx.reshape(x.numRows, x.numCols);
        pass.forward(normalizer, x, Statistics.BATCH, null);
    }

    /**
     * The gradient of what was last passed forward.
     *
     * @param dy ∂L/∂y, batch × units, not modified
     * @return ∂L/∂x, batch × units; overwritten by the next call
     */
    public DMatrixRMaj backward(DMatrixRMaj dy) {
        normalizer.backward(dy, dx, pass);
        return dx;
    }

    /** The mean of each unit. */
    public double[] mean() {
        return pass.ofUnits.mean();
    }

    /** The variance of each unit, biased. */
    public double[] variance() {
        return pass.ofUnits.variance();
    }

    /** x̂, batch × units. */
    public DMatrixRMaj normalized() {
        return pass.normalized();
    }

    /** y, batch × units. */
    public DMatrixRMaj scaled() {
        return pass.scaled;
    }
}
