package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Statistics;

/** Algorithm 2 of Ioffe and Szegedy 2015 over batches that this test cuts itself; the golden tests hold it against PyTorch. */
class MiniBatchStatisticsTest {
    private static final int[] SIZES = {4, 6, 5, 3};
    private static final int EXAMPLES = 23;
    private final RandomMatrices random = new RandomMatrices(340);
    private final DMatrixRMaj inputs = random.gaussian(EXAMPLES, SIZES[0]);

    /** Fewer than there are, as many but for a remainder, more than once around, and a batch of all of them. */
    @ParameterizedTest
    @CsvSource({"1, 5", "3, 5", "4, 5", "9, 7", "2, 23", "50, 2"})
    void areMeansOverConsecutiveBatches(int batches, int size) {
        for (Placement placement : Placement.values()) {
            Network network = RandomNetworks.network(random, SIZES, ActivationKind.TANH, placement, true, 1e-5);
            DMatrixRMaj given = inputs.copy();
            long before = network.hash();
            PopulationStatistics statistics = PopulationStatistics.of(network, inputs, batches, size);
            statistics.measure(network);
            statistics.measure(network);
            assertEquals(before, network.hash(), "neither parameters nor running statistics may move");
            assertArrayEquals(given.data, inputs.data);

            double[][] means = new double[network.depth()][SIZES[1]];
            double[][] variances = new double[network.depth()][SIZES[1]];
            Pass pass = new Pass(network, size);
            for (int batch = 0; batch < batches; batch++) {
                network.forward(rows(batch * size, size), Statistics.BATCH, pass);
                for (int i = 0; i < network.depth(); i++) {
                    for (int j = 0; j < SIZES[i + 1]; j++) {
                        means[i][j] += pass.layers().get(i).mean()[j] / batches;
                        variances[i][j] += pass.layers().get(i).variance()[j] / batches * size / (size - 1);
                    }
                }
            }
            for (int i = 0; i < network.depth(); i++) {
                BatchNorm normalizer = RandomNetworks.batchNorm(network.layers().get(i));
                for (int j = 0; j < SIZES[i + 1]; j++) {
                    assertEquals(means[i][j], normalizer.populationMean()[j], 1e-13);
                    assertEquals(variances[i][j], normalizer.populationVariance()[j], 1e-13);
                }
            }
        }
    }

    @Test
    void ofOneBatchOfAllTheyAreTheExactOnesButForTheCorrection() {
        Network network = RandomNetworks.network(random, SIZES, ActivationKind.SIGMOID, Placement.BEFORE, true, 1e-5);
        Network exact = network.copy();
        PopulationStatistics.of(network, inputs, 1, EXAMPLES).measure(network);
        PopulationStatistics.of(exact, inputs, 0, 5).measure(exact);
        for (int i = 0; i < network.depth(); i++) {
            BatchNorm averaged = RandomNetworks.batchNorm(network.layers().get(i));
            BatchNorm whole = RandomNetworks.batchNorm(exact.layers().get(i));
            assertArrayEquals(whole.populationMean(), averaged.populationMean(), 1e-13);
            for (int j = 0; j < averaged.units(); j++) {
                assertEquals(whole.populationVariance()[j] * EXAMPLES / (EXAMPLES - 1), averaged.populationVariance()[j], 1e-13);
            }
        }
    }

    @Test
    void noBatchesAreTheExactPass() {
        Network network = RandomNetworks.network(random, SIZES, ActivationKind.TANH, null, true, 1e-5);
        assertInstanceOf(WholeSetStatistics.class, PopulationStatistics.of(network, inputs, 0, 5));
        assertInstanceOf(MiniBatchStatistics.class, PopulationStatistics.of(network, inputs, 1, 5));
    }

    /** A batch of one has no variance. */
    @Test
    void batchesOfOneGiveTheMeanAndVarianceZero() {
        Network network = RandomNetworks.network(random, SIZES, ActivationKind.TANH, Placement.BEFORE, true, 1e-5);
        PopulationStatistics.of(network, inputs, EXAMPLES, 1).measure(network);
        Network exact = network.copy();
        PopulationStatistics.of(exact, inputs, 0, 1).measure(exact);
        BatchNorm first = RandomNetworks.batchNorm(network.layers().get(0));
        assertArrayEquals(RandomNetworks.batchNorm(exact.layers().get(0)).populationMean(), first.populationMean(), 1e-13);
        assertArrayEquals(new double[SIZES[1]], first.populationVariance());
    }

    /** Both ways of measuring pass other kinds through as inference does. */
    @Test
    void layersOfOtherKindsArePassedThrough() {
        for (Normalization below : new Normalization[] {Normalization.NONE, Normalization.LAYER, Normalization.RMS}) {
            Network network = RandomNetworks.network(random, SIZES, ActivationKind.TANH, below, Placement.AFTER, true, 1e-5);
            BatchNorm normalizer = RandomNetworks.normalizer(random, SIZES[2], true, 1e-5);
            network.layers().get(1).setNormalizer(normalizer);
            Pass pass = new Pass(network, EXAMPLES);
            network.forward(inputs, Statistics.BATCH, pass);
            PopulationStatistics.of(network, inputs, 0, 5).measure(network);
            assertArrayEquals(pass.layers().get(1).mean(), normalizer.populationMean());
            PopulationStatistics.of(network, inputs, 1, EXAMPLES).measure(network);
            assertArrayEquals(pass.layers().get(1).mean(), normalizer.populationMean());
        }
    }

    private DMatrixRMaj rows(int from, int size) {
        DMatrixRMaj rows = new DMatrixRMaj(size, SIZES[0]);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < SIZES[0]; k++) {
                rows.set(i, k, inputs.get((from + i) % EXAMPLES, k));
            }
        }
        return rows;
    }
}
