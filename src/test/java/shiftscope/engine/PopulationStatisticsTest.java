package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Statistics;

/** The exact statistics are those of one batch of everything, to the last bit. */
class PopulationStatisticsTest {
    private static final int ROWS = 203;
    private final RandomMatrices random = new RandomMatrices(80);

    static List<Arguments> settings() {
        List<Arguments> settings = new ArrayList<>();
        for (ActivationKind activation : ActivationKind.values()) {
            for (Placement placement : Placement.values()) {
                // The widest layer is now hidden, now the output; odd and even depths use different buffers last.
                settings.add(Arguments.of(activation, placement, new int[] {5, 9, 4, 7, 3}));
                settings.add(Arguments.of(activation, placement, new int[] {12, 3, 4, 10}));
                settings.add(Arguments.of(activation, placement, new int[] {1, 1, 2}));
            }
        }
        return settings;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void areThoseOfOneBatchOfEverything(ActivationKind activation, Placement placement, int[] sizes) {
        Network network = RandomNetworks.network(random, sizes, activation, placement, true, 1e-5);
        DMatrixRMaj x = random.gaussian(ROWS, sizes[0]);
        DMatrixRMaj given = x.copy();
        Pass batch = new Pass(network, ROWS);
        network.forward(x, Statistics.BATCH, batch);
        PopulationStatistics statistics = PopulationStatistics.of(network, x, 0, 1);
        long before = network.hash();
        statistics.measure(network);
        assertEquals(before, network.hash(), "neither parameters nor running statistics may move");
        assertArrayEquals(given.data, x.data);

        Pass population = new Pass(network, ROWS);
        network.forward(x, Statistics.POPULATION, population);
        for (int i = 0; i < network.depth(); i++) {
            BatchNorm normalizer = RandomNetworks.batchNorm(network.layers().get(i));
            assertArrayEquals(batch.layers().get(i).mean(), normalizer.populationMean());
            assertArrayEquals(batch.layers().get(i).variance(), normalizer.populationVariance());
            assertArrayEquals(batch.layers().get(i).output().data, population.layers().get(i).output().data);
        }
        assertArrayEquals(batch.logits().data, population.logits().data);
    }

    @Test
    void secondMeasurementSeesTheWeightsOfThen() {
        int[] sizes = {4, 6, 5, 3};
        Network network = RandomNetworks.network(random, sizes, ActivationKind.SIGMOID, Placement.BEFORE, true, 1e-5);
        DMatrixRMaj x = random.gaussian(ROWS, sizes[0]);
        PopulationStatistics statistics = PopulationStatistics.of(network, x, 0, 1);
        statistics.measure(network);
        random.fill(network.layers().get(0).dense().weights(), 0, 2);
        statistics.measure(network);
        Pass batch = new Pass(network, ROWS);
        network.forward(x, Statistics.BATCH, batch);
        for (int i = 0; i < network.depth(); i++) {
            assertArrayEquals(batch.layers().get(i).mean(), RandomNetworks.batchNorm(network.layers().get(i)).populationMean());
        }
    }

    @Test
    void layersWithoutANormalizerArePassedThrough() {
        int[] sizes = {4, 6, 5, 3};
        Network network = RandomNetworks.network(random, sizes, ActivationKind.TANH, null, false, 1e-5);
        network.layers().get(1).setNormalizer(RandomNetworks.normalizer(random, 5, true, 1e-5));
        DMatrixRMaj x = random.gaussian(ROWS, sizes[0]);
        Pass batch = new Pass(network, ROWS);
        network.forward(x, Statistics.BATCH, batch);
        PopulationStatistics.of(network, x, 0, 1).measure(network);
        assertArrayEquals(batch.layers().get(1).mean(), RandomNetworks.batchNorm(network.layers().get(1)).populationMean());
        assertArrayEquals(batch.layers().get(1).variance(), RandomNetworks.batchNorm(network.layers().get(1)).populationVariance());
    }

    /** What one layer left to be computed in a buffer must not come when another kind of layer writes there. */
    @Test
    void layersOfEveryKindMayFollowEachOther() {
        int[] sizes = {4, 6, 5, 7, 6, 5, 3};
        for (Normalization kind : RandomNetworks.KINDS) {
            Network network = RandomNetworks.network(random, sizes, ActivationKind.TANH, null, false, 1e-5);
            for (int i = 0; i < network.depth(); i++) {
                Normalization there = i == 2 || i == 3 ? kind : Normalization.BATCH;
                network.layers().get(i).setNormalizer(RandomNetworks.normalizer(random, there, sizes[i + 1], true, 1e-5));
            }
            DMatrixRMaj x = random.gaussian(ROWS, sizes[0]);
            Pass batch = new Pass(network, ROWS);
            network.forward(x, Statistics.BATCH, batch);
            PopulationStatistics.of(network, x, 0, 1).measure(network);
            for (int i = 0; i < network.depth(); i++) {
                if (network.layers().get(i).normalizerOrNull() instanceof BatchNorm normalizer) {
                    assertArrayEquals(batch.layers().get(i).mean(), normalizer.populationMean());
                    assertArrayEquals(batch.layers().get(i).variance(), normalizer.populationVariance());
                }
            }
        }
    }
}
