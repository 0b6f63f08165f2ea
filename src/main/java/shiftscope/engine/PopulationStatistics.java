package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/**
 * Exact statistics of the whole training set at the current weights: one pass of all examples as one batch, layer after layer, each
 * normalizer using what it just found, so that the statistics fit the network that inference runs.
 */
public final class PopulationStatistics {
    private final FastestArithmetic fastest = new FastestArithmetic();
    private final DMatrixRMaj even;
    private final DMatrixRMaj odd;
    private final DMatrixRMaj inputs;

    /**
     * @param shape a network of the shape that will be passed through
     * @param inputs all training examples, examples × features; not modified
     */
    public PopulationStatistics(Network shape, DMatrixRMaj inputs) {
        this.inputs = inputs;
        int widest = shape.layers().stream().mapToInt(layer -> layer.dense().units()).max().orElseThrow();
        even = new DMatrixRMaj(inputs.numRows, widest);
        odd = new DMatrixRMaj(inputs.numRows, widest);
    }

    /** Fills every normalizer's population mean and (biased) variance. */
    public void measure(Network network) {
        Arithmetic arithmetic = fastest.get();
        DMatrixRMaj x = inputs;
        for (int i = 0; i < network.depth(); i++) {
            Layer layer = network.layers().get(i);
            DMatrixRMaj out = i % 2 == 0 ? even : odd;
            out.reshape(inputs.numRows, layer.dense().units());
            layer.dense().forward(arithmetic.products(), x, out);
            if (layer.normalizesBefore()) {
                normalize(layer.normalizerOrNull(), out);
            }
            Activation.apply(layer.activation(), arithmetic.functions(), out, out);
            if (layer.normalizesAfter()) {
                normalize(layer.normalizerOrNull(), out);
            }
            x = out;
        }
    }

    private static void normalize(BatchNorm normalizer, DMatrixRMaj x) {
        double[] mean = normalizer.populationMean();
        double[] variance = normalizer.populationVariance();
        BatchNorm.batchStatistics(x, mean, variance);
        normalizer.forward(x, mean, variance, x, x);
    }
}
