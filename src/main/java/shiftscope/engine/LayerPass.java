package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Statistics;

/**
 * One layer's part of a pass: everything computed on the way forward and back, in buffers made once for the largest batch.
 * Matrices are batch × units unless said otherwise and hold what the last pass put there.
 */
public final class LayerPass {
    private final DMatrixRMaj z;
    private final DMatrixRMaj normalized;
    private final DMatrixRMaj scaled;
    private final DMatrixRMaj activated;
    private final DMatrixRMaj upper;
    private final DMatrixRMaj middle;
    private final DMatrixRMaj lower;
    private final DMatrixRMaj dWeights;
    private final DMatrixRMaj dBias;
    private final DMatrixRMaj dGamma;
    private final DMatrixRMaj dBeta;
    private final double[] mean;
    private final double[] variance;
    private boolean hasNormalizer;
    private boolean after;
    private boolean constantStatistics;

    LayerPass(Dense shape, int capacity) {
        int units = shape.units();
        z = new DMatrixRMaj(capacity, units);
        normalized = new DMatrixRMaj(capacity, units);
        scaled = new DMatrixRMaj(capacity, units);
        activated = new DMatrixRMaj(capacity, units);
        upper = new DMatrixRMaj(capacity, units);
        middle = new DMatrixRMaj(capacity, units);
        lower = new DMatrixRMaj(capacity, units);
        dWeights = new DMatrixRMaj(shape.inputs(), units);
        dBias = shape.bias() == null ? null : new DMatrixRMaj(1, units);
        dGamma = new DMatrixRMaj(1, units);
        dBeta = new DMatrixRMaj(1, units);
        mean = new double[units];
        variance = new double[units];
    }

    /** z = xW + b. */
    public DMatrixRMaj preActivation() {
        return z;
    }

    /** ẑ (with a normalizer after the activation: â); z in a layer without one. */
    public DMatrixRMaj normalized() {
        return hasNormalizer ? normalized : z;
    }

    /** y = γẑ + β; z in a layer without a normalizer. */
    public DMatrixRMaj scaled() {
        return hasNormalizer ? scaled : z;
    }

    /** φ of what the nonlinearity was given. */
    public DMatrixRMaj activated() {
        return activated;
    }

    /** What the layer passes on: a, or y where the normalizer stands after the activation. */
    public DMatrixRMaj output() {
        return after ? scaled : activated;
    }

    /** What the nonlinearity was given: y, or z where the normalizer stands after it. */
    public DMatrixRMaj activationInput() {
        return hasNormalizer && !after ? scaled : z;
    }

    /** Whether the layer had a normalizer in this pass. */
    public boolean hasNormalizer() {
        return hasNormalizer;
    }

    /** ∂L/∂z, after a backward pass. */
    public DMatrixRMaj preActivationGradient() {
        return lower;
    }

    /** ∂L/∂output; the layer above writes it. */
    DMatrixRMaj outputGradient() {
        return upper;
    }

    /** ∂L/∂W, inputs × units. */
    public DMatrixRMaj weightsGradient() {
        return dWeights;
    }

    /** ∂L/∂b, 1 × units; {@code null} if there is no b. */
    public DMatrixRMaj biasGradient() {
        return dBias;
    }

    /** ∂L/∂γ, 1 × units. */
    public DMatrixRMaj gammaGradient() {
        return dGamma;
    }

    /** ∂L/∂β, 1 × units. */
    public DMatrixRMaj betaGradient() {
        return dBeta;
    }

    /** The mean that the normalizer used in this pass. */
    public double[] mean() {
        return mean;
    }

    /** The variance that the normalizer used in this pass, biased where it is the batch's. */
    public double[] variance() {
        return variance;
    }

    void resize(int rows) {
        int units = z.numCols;
        z.reshape(rows, units);
        normalized.reshape(rows, units);
        scaled.reshape(rows, units);
        activated.reshape(rows, units);
        upper.reshape(rows, units);
        middle.reshape(rows, units);
        lower.reshape(rows, units);
    }

    void forward(Layer layer, Arithmetic arithmetic, DMatrixRMaj x, Statistics statistics) {
        hasNormalizer = layer.normalizerOrNull() != null;
        after = layer.normalizesAfter();
        constantStatistics = statistics != Statistics.BATCH;
        layer.dense().forward(arithmetic.products(), x, z);
        if (layer.normalizesBefore()) {
            normalize(layer.normalizerOrNull(), z, statistics);
            Activation.apply(layer.activation(), arithmetic.functions(), scaled, activated);
        } else {
            Activation.apply(layer.activation(), arithmetic.functions(), z, activated);
            if (after) {
                normalize(layer.normalizerOrNull(), activated, statistics);
            }
        }
    }

    private void normalize(BatchNorm normalizer, DMatrixRMaj input, Statistics statistics) {
        int units = input.numCols;
        switch (statistics) {
            case BATCH -> BatchNorm.batchStatistics(input, mean, variance);
            case RUNNING -> {
                System.arraycopy(normalizer.runningMean(), 0, mean, 0, units);
                System.arraycopy(normalizer.runningVariance(), 0, variance, 0, units);
            }
            case POPULATION -> {
                System.arraycopy(normalizer.populationMean(), 0, mean, 0, units);
                System.arraycopy(normalizer.populationVariance(), 0, variance, 0, units);
            }
        }
        normalizer.forward(input, mean, variance, normalized, scaled);
    }

    /**
     * From {@link #outputGradient} to the gradients of the parameters and of z.
     *
     * @param x what the layer was given
     * @param dx ∂L/∂x, overwritten; {@code null} if nobody needs it
     */
    void backward(Layer layer, Arithmetic arithmetic, DMatrixRMaj x, DMatrixRMaj dx) {
        if (after) {
            normalizeBackward(layer.normalizerOrNull(), upper, middle);
            Activation.backward(layer.activation(), z, activated, middle, lower);
        } else if (hasNormalizer) {
            Activation.backward(layer.activation(), scaled, activated, upper, middle);
            normalizeBackward(layer.normalizerOrNull(), middle, lower);
        } else {
            Activation.backward(layer.activation(), z, activated, upper, lower);
        }
        layer.dense().backwardParameters(arithmetic.products(), x, lower, dWeights, dBias);
        if (dx != null) {
            layer.dense().backwardInput(arithmetic.products(), lower, dx);
        }
    }

    private void normalizeBackward(BatchNorm normalizer, DMatrixRMaj dy, DMatrixRMaj dx) {
        if (constantStatistics) {
            normalizer.backwardConstant(normalized, variance, dy, dx, dGamma, dBeta);
        } else {
            normalizer.backwardBatch(normalized, variance, dy, dx, dGamma, dBeta);
        }
    }
}
