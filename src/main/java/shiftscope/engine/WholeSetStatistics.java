package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Statistics;

/**
 * Exact statistics of the whole training set: one pass of all examples as one batch, layer after layer, each normalizer using what it
 * just found, so that the statistics fit the network that inference runs. The variance is biased.
 */
public final class WholeSetStatistics implements PopulationStatistics {
    private final FastestArithmetic fastest = new FastestArithmetic();
    private final DMatrixRMaj even;
    private final DMatrixRMaj odd;
    private final NormalizerPass evenPass;
    private final NormalizerPass oddPass;
    private final DMatrixRMaj inputs;

    /**
     * @param shape a network of the shape that will be passed through
     * @param inputs all training examples, examples × features; not modified
     */
    public WholeSetStatistics(Network shape, DMatrixRMaj inputs) {
        this.inputs = inputs;
        int widest = shape.layers().stream().mapToInt(layer -> layer.dense().units()).max().orElseThrow();
        even = new DMatrixRMaj(inputs.numRows, widest);
        odd = new DMatrixRMaj(inputs.numRows, widest);
        evenPass = NormalizerPass.inPlace(even);
        oddPass = NormalizerPass.inPlace(odd);
    }

    @Override
    public void measure(Network network) {
        Arithmetic arithmetic = fastest.get();
        DMatrixRMaj x = inputs;
        for (int i = 0; i < network.depth(); i++) {
            Layer layer = network.layers().get(i);
            DMatrixRMaj out = i % 2 == 0 ? even : odd;
            NormalizerPass pass = i % 2 == 0 ? evenPass : oddPass;
            pass.standardization = arithmetic.standardization();
            out.reshape(inputs.numRows, layer.dense().units());
            layer.dense().forward(arithmetic.products(), x, out);
            if (layer.normalizesBefore()) {
                normalize(layer.normalizerOrNull(), out, pass);
            }
            Activation.apply(layer.activation(), arithmetic.functions(), out, out);
            if (layer.normalizesAfter()) {
                normalize(layer.normalizerOrNull(), out, pass);
            }
            x = out;
        }
    }

    private static void normalize(Normalizer normalizer, DMatrixRMaj x, NormalizerPass pass) {
        normalizer.forward(x, Statistics.BATCH, pass);
        if (normalizer instanceof BatchNorm batch) {
            System.arraycopy(pass.ofUnits.mean(), 0, batch.populationMean(), 0, batch.units());
            System.arraycopy(pass.ofUnits.variance(), 0, batch.populationVariance(), 0, batch.units());
        }
    }
}
