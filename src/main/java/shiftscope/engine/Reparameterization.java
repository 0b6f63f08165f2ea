package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Placement;

/**
 * Changes of parameters that leave the function of a network as it is, or would if a normalizer takes them back: what Ioffe and
 * Szegedy 2015 say of bias (section 3.2), scale (3.3) and of γ and β as the way to the identity (section 3).
 */
public final class Reparameterization {
    private Reparameterization() {}

    /**
     * {@code b ← b + by}. Behind it {@code BN(xW + b)} is the same, for μ grows by as much.
     *
     * @param dense with a b
     */
    public static void shiftBiases(Dense dense, double by) {
        DMatrixRMaj bias = dense.bias();
        for (int j = 0; j < bias.getNumElements(); j++) {
            bias.data[j] += by;
        }
    }

    /**
     * {@code W ← by·W}. Behind it x̂ becomes {@code ±(z - μ) / sqrt(σ² + ε/by²)}: the same for a positive factor but for ε, with the
     * gradient of W divided by it.
     */
    public static void scaleWeights(Dense dense, double by) {
        DMatrixRMaj weights = dense.weights();
        for (int k = 0; k < weights.getNumElements(); k++) {
            weights.data[k] *= by;
        }
    }

    /**
     * The map that takes up what {@link #fold} folds: the layer's own where the normalizer stands before φ, else that of the layer above.
     *
     * @param index of a hidden layer, from 0
     */
    public static Dense absorbing(Network network, int index) {
        Layer layer = network.layers().get(index);
        return layer.placement() == Placement.BEFORE ? layer.dense() : network.layers().get(index + 1).dense();
    }

    /**
     * Takes a normalizer over the batch out, and has the map next to it compute the same with these statistics for constants. With
     * {@code g = γ / sqrt(v + ε)}: before φ, {@code W ← W·diag(g)} and {@code b ← (b - μ) g + β}; after φ, in the layer above,
     * {@code b ← b + (β - μ g)·W} and {@code W ← diag(g)·W}. Where v + ε is 0, so is g.
     *
     * @param index of a hidden layer that has such a normalizer, from 0
     * @param mean μ of each unit, not modified
     * @param variance v of each unit, not modified
     */
    public static void fold(Network network, int index, double[] mean, double[] variance) {
        Layer layer = network.layers().get(index);
        Normalizer normalizer = layer.normalizer().orElseThrow();
        int units = normalizer.units();
        double[] gain = new double[units];
        Deviations.inverse(0, units, variance, normalizer.epsilon(), gain);
        for (int j = 0; j < units; j++) {
            gain[j] *= normalizer.gamma().data[j];
        }
        Dense dense = absorbing(network, index);
        if (layer.placement() == Placement.BEFORE) {
            foldBehind(dense, gain, mean, normalizer.beta().data);
        } else {
            foldInFrontOf(dense, gain, mean, normalizer.beta().data);
        }
        layer.setNormalizer(null);
    }

    private static void foldBehind(Dense dense, double[] gain, double[] mean, double[] beta) {
        double[] weights = dense.weights().data;
        double[] bias = dense.bias().data;
        for (int j = 0; j < gain.length; j++) {
            for (int k = j; k < weights.length; k += gain.length) {
                weights[k] *= gain[j];
            }
            bias[j] = (bias[j] - mean[j]) * gain[j] + beta[j];
        }
    }

    private static void foldInFrontOf(Dense dense, double[] gain, double[] mean, double[] beta) {
        double[] weights = dense.weights().data;
        double[] bias = dense.bias().data;
        for (int j = 0; j < gain.length; j++) {
            double offset = beta[j] - mean[j] * gain[j];
            int row = j * bias.length;
            for (int k = 0; k < bias.length; k++) {
                bias[k] += offset * weights[row + k];
                weights[row + k] *= gain[j];
            }
        }
    }
}
