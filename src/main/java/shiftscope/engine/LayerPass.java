package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Statistics;

/**
 * One layer's part of a pass: everything computed on the way forward and back, in buffers made once for the largest batch.
 * Matrices are batch × units unless said otherwise and hold what the last pass put there.
 */
public final class LayerPass {
    private final DMatrixRMaj z;
    private final NormalizerPass normalization;
    private final DMatrixRMaj activated;
    private final DMatrixRMaj upper;
    private final DMatrixRMaj middle;
    private final DMatrixRMaj lower;
    private final DMatrixRMaj dWeights;
    private final DMatrixRMaj dBias;
    private final int capacity;
    /** What the gradient of the weights is computed from. */
    private DMatrixRMaj input;

    private Dense dense;
    private Products products;
    private Standardization standardization;
    private Functions functions;
    private boolean weightsGradientDue;
    private boolean biasGradientDue;
    private Dropout dropout;
    private boolean hasNormalizer;
    private boolean after;
    private boolean dropped;

    /** With room of its own for what goes through on the way back. */
    LayerPass(Dense shape, int capacity) {
        this(shape, capacity, new double[capacity * shape.units()], new double[capacity * shape.units()]);
    }

    /**
     * @param upperRoom for ∂L/∂output, capacity × units or more; nobody reads it after this layer's way back, so all layers may share it
     * @param middleRoom the same for the gradient between normalizer and nonlinearity
     */
    LayerPass(Dense shape, int capacity, double[] upperRoom, double[] middleRoom) {
        int units = shape.units();
        this.capacity = capacity;
        z = new DMatrixRMaj(capacity, units);
        normalization = new NormalizerPass(capacity, units);
        activated = new DMatrixRMaj(capacity, units);
        upper = DMatrixRMaj.wrap(capacity, units, upperRoom);
        middle = DMatrixRMaj.wrap(capacity, units, middleRoom);
        lower = new DMatrixRMaj(capacity, units);
        dWeights = new DMatrixRMaj(shape.inputs(), units);
        dBias = shape.bias() == null ? null : new DMatrixRMaj(1, units);
    }

    /** z = xW + b. */
    public DMatrixRMaj preActivation() {
        return z;
    }

    /** ẑ (with a normalizer after the activation: â); z in a layer without one. */
    public DMatrixRMaj normalized() {
        return hasNormalizer ? normalization.normalized() : z;
    }

    /** y = γẑ + β, in a training pass with its noise; z in a layer without a normalizer. */
    public DMatrixRMaj scaled() {
        return hasNormalizer ? normalization.scaled : z;
    }

    /** φ of what the nonlinearity was given. */
    public DMatrixRMaj activated() {
        return activated;
    }

    /** What the layer passes on: a, or y where the normalizer stands after the activation; of that, in training, what dropout left. */
    public DMatrixRMaj output() {
        return dropped ? dropout.output() : after ? normalization.scaled : activated;
    }

    /** What the nonlinearity was given: y, or z where the normalizer stands after it. */
    public DMatrixRMaj activationInput() {
        return hasNormalizer && !after ? normalization.scaled : z;
    }

    /** Whether the layer had a normalizer in this pass. */
    public boolean hasNormalizer() {
        return hasNormalizer;
    }

    /** Whether the normalizer was given z, so that one z which is not finite makes a variance that is not finite either. */
    public boolean normalizedPreActivation() {
        return hasNormalizer && !after;
    }

    /** ∂L/∂z, after a backward pass. */
    public DMatrixRMaj preActivationGradient() {
        return lower;
    }

    /** ∂L/∂output; the layer above writes it. */
    DMatrixRMaj outputGradient() {
        return upper;
    }

    /**
     * ∂L/∂W, inputs × units. It is computed when it is first asked for after a backward pass: often the next who touches it is the
     * optimizer, who then finds it in the cache, and who only looks at ∂L/∂z does not wait for it.
     */
    public DMatrixRMaj weightsGradient() {
        if (weightsGradientDue) {
            dense.backwardWeights(products, input, lower, dWeights);
            weightsGradientDue = false;
        }
        return dWeights;
    }

    /** ∂L/∂b, 1 × units; {@code null} if there is no b. Computed when asked for, as ∂L/∂W: nobody trains a b that a normalizer cancels. */
    public DMatrixRMaj biasGradient() {
        if (biasGradientDue) {
            dense.backwardBias(standardization, lower, dBias);
            biasGradientDue = false;
        }
        return dBias;
    }

    /** ∂L/∂γ, 1 × units. */
    public DMatrixRMaj gammaGradient() {
        return normalization.dGamma;
    }

    /** ∂L/∂β, 1 × units. */
    public DMatrixRMaj betaGradient() {
        return normalization.dBeta;
    }

    /** The mean of each unit that {@link BatchNorm} used in this pass. */
    public double[] mean() {
        return normalization.ofUnits.mean();
    }

    /** The variance of each unit that {@link BatchNorm} used in this pass, biased where it is the batch's. */
    public double[] variance() {
        return normalization.ofUnits.variance();
    }

    /** The variance of each row that {@link RowNorm} used in this pass, biased; the mean square under RMS normalization. */
    public double[] rowVariance() {
        return normalization.ofRows.variance();
    }

    /** Whether every variance that the normalizer used is finite; true without one. One that is not makes ẑ a finite 0. */
    public boolean statisticsAreFinite() {
        return !hasNormalizer || normalization.statisticsAreFinite();
    }

    /** Whether every element of {@link #scaled} is finite. Batch normalization has seen that while it wrote them; else they are looked at. */
    public boolean scaledIsFinite() {
        return hasNormalizer && normalization.scaledKnownFinite || allFinite(scaled());
    }

    /** Whether every element of {@link #preActivationGradient} is finite; as {@link #scaledIsFinite}. */
    public boolean gradientIsFinite() {
        return hasNormalizer && !after && normalization.gradientKnownFinite || allFinite(lower);
    }

    private boolean allFinite(DMatrixRMaj matrix) {
        return functions.allFinite(matrix.data, matrix.getNumElements());
    }

    void resize(int rows) {
        int units = z.numCols;
        z.reshape(rows, units);
        normalization.resize(rows);
        activated.reshape(rows, units);
        upper.reshape(rows, units);
        middle.reshape(rows, units);
        lower.reshape(rows, units);
    }

    /**
     * @param chance what noise and dropout are drawn from; {@code null} where there is to be neither
     */
    void forward(Layer layer, Arithmetic arithmetic, DMatrixRMaj x, Statistics statistics, Chance chance) {
        hasNormalizer = layer.normalizerOrNull() != null;
        after = layer.normalizesAfter();
        weightsGradientDue = false;
        biasGradientDue = false;
        normalization.standardization = arithmetic.standardization();
        functions = arithmetic.functions();
        layer.dense().forward(arithmetic.products(), x, z);
        if (layer.normalizesBefore()) {
            normalization.forward(layer.normalizerOrNull(), z, statistics, chance);
        }
        Activation.apply(layer.activation(), arithmetic.functions(), activationInput(), activated);
        if (after) {
            normalization.forward(layer.normalizerOrNull(), activated, statistics, chance);
        }
        dropped = false;
        if (chance != null && chance.drops()) {
            drop(chance);
        }
    }

    private void drop(Chance chance) {
        if (dropout == null) {
            dropout = new Dropout(capacity, z.numCols);
        }
        dropout.forward(chance.dropout(), chance.rate(), output());
        dropped = true;
    }

    /**
     * From {@link #outputGradient} to the gradients of the parameters and of z.
     *
     * @param x what the layer was given
     * @param dx ∂L/∂x, overwritten; {@code null} if nobody needs it
     */
    void backward(Layer layer, Arithmetic arithmetic, DMatrixRMaj x, DMatrixRMaj dx) {
        if (dropped) {
            dropout.backward(upper);
        }
        if (after) {
            normalization.backward(layer.normalizerOrNull(), upper, middle);
            Activation.backward(layer.activation(), arithmetic.functions(), z, activated, middle, lower);
        } else if (hasNormalizer) {
            Activation.backward(layer.activation(), arithmetic.functions(), normalization.scaled, activated, upper, middle);
            normalization.backward(layer.normalizerOrNull(), middle, lower);
        } else {
            Activation.backward(layer.activation(), arithmetic.functions(), z, activated, upper, lower);
        }
        input = x;
        dense = layer.dense();
        products = arithmetic.products();
        standardization = arithmetic.standardization();
        weightsGradientDue = true;
        biasGradientDue = true;
        if (dx != null) {
            layer.dense().backwardInput(arithmetic.products(), lower, dx);
        }
    }
}
