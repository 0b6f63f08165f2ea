package shiftscope.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Statistics;

/**
 * Statistics averaged over k mini-batches of m examples (Ioffe and Szegedy 2015, algorithm 2, steps 8 to 11): E[x] is the mean of the
 * batch means, Var[x] is m / (m - 1) times the mean of the biased batch variances. The mini-batches are passed as in training, each
 * normalized with its own statistics, so those of a layer are of what the layers below give in training.
 *
 * <p>They are disjoint and follow each other in the stored order of the examples; after the last example comes the first again. Batches
 * of one have no variance: it is 0 then.
 */
public final class MiniBatchStatistics implements PopulationStatistics {
    private final DMatrixRMaj inputs;
    private final int batches;
    private final DMatrixRMaj x;
    private final Pass pass;

    /**
     * @param shape a network of the shape that will be passed through
     * @param inputs all training examples, examples × features; not modified
     * @param batches k, at least 1
     * @param batchSize m, at least 1
     */
    public MiniBatchStatistics(Network shape, DMatrixRMaj inputs, int batches, int batchSize) {
        this.inputs = inputs;
        this.batches = batches;
        x = new DMatrixRMaj(batchSize, inputs.numCols);
        pass = new Pass(shape, batchSize);
    }

    @Override
    public void measure(Network network) {
        clear(network);
        int example = 0;
        for (int batch = 0; batch < batches; batch++) {
            for (int row = 0; row < x.numRows; row++) {
                System.arraycopy(inputs.data, example * inputs.numCols, x.data, row * x.numCols, x.numCols);
                example = (example + 1) % inputs.numRows;
            }
            network.forward(x, Statistics.BATCH, pass);
            add(network);
        }
        divide(network);
    }

    private static void clear(Network network) {
        for (int i = 0; i < network.depth(); i++) {
            if (network.layers().get(i).normalizerOrNull() instanceof BatchNorm normalizer) {
                Arrays.fill(normalizer.populationMean(), 0);
                Arrays.fill(normalizer.populationVariance(), 0);
            }
        }
    }

    private void add(Network network) {
        for (int i = 0; i < network.depth(); i++) {
            if (network.layers().get(i).normalizerOrNull() instanceof BatchNorm normalizer) {
                LayerPass part = pass.layers().get(i);
                for (int j = 0; j < normalizer.units(); j++) {
                    normalizer.populationMean()[j] += part.mean()[j];
                    normalizer.populationVariance()[j] += part.variance()[j];
                }
            }
        }
    }

    private void divide(Network network) {
        int m = x.numRows;
        double correction = m == 1 ? 1 : (double) m / (m - 1);
        for (int i = 0; i < network.depth(); i++) {
            if (network.layers().get(i).normalizerOrNull() instanceof BatchNorm normalizer) {
                for (int j = 0; j < normalizer.units(); j++) {
                    normalizer.populationMean()[j] /= batches;
                    normalizer.populationVariance()[j] *= correction / batches;
                }
            }
        }
    }
}
