package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
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

/** An answer in inference depends on its own row alone, and asking changes nothing. */
class InferenceTest {
    private static final int[] SIZES = {7, 33, 6, 4};
    private static final int ROWS = 37;
    private final RandomMatrices random = new RandomMatrices(60);

    static List<Arguments> settings() {
        List<Arguments> settings = new ArrayList<>();
        for (ActivationKind activation : ActivationKind.values()) {
            for (Placement placement : Placement.values()) {
                for (Normalization kind : RandomNetworks.KINDS) {
                    settings.add(Arguments.of(activation, kind, placement, Statistics.RUNNING));
                    settings.add(Arguments.of(activation, kind, placement, Statistics.POPULATION));
                }
            }
            settings.add(Arguments.of(activation, Normalization.LAYER, Placement.BEFORE, Statistics.BATCH));
            settings.add(Arguments.of(activation, Normalization.RMS, Placement.AFTER, Statistics.BATCH));
        }
        return settings;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void rowAloneGivesTheBitsItGivesInABatch(ActivationKind activation, Normalization kind, Placement placement, Statistics statistics) {
        Network network = RandomNetworks.network(random, SIZES, activation, kind, placement, true, 1e-5);
        DMatrixRMaj x = random.gaussian(ROWS, SIZES[0]);
        Pass together = new Pass(network, ROWS);
        network.forward(x, statistics, together);
        Pass alone = new Pass(network, 1);
        for (int i = 0; i < ROWS; i++) {
            network.forward(row(x, i), statistics, alone);
            assertArrayEquals(row(together.logits(), i).data, Arrays.copyOf(alone.logits().data, SIZES[3]));
        }
    }

    @Test
    void rowInABatchOfTrainingDependsOnItsNeighbours() {
        Network network = RandomNetworks.network(random, SIZES, ActivationKind.TANH, Placement.BEFORE, true, 1e-5);
        DMatrixRMaj x = random.gaussian(ROWS, SIZES[0]);
        Pass pass = new Pass(network, ROWS);
        network.forward(x, Statistics.BATCH, pass);
        double[] first = row(pass.logits(), 0).data;
        x.set(1, 0, x.get(1, 0) + 1);
        network.forward(x, Statistics.BATCH, pass);
        assertFalse(Arrays.equals(first, row(pass.logits(), 0).data));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void passChangesNeitherNetworkNorInput(ActivationKind activation, Normalization kind, Placement placement, Statistics statistics) {
        Network network = RandomNetworks.network(random, SIZES, activation, kind, placement, true, 1e-5);
        DMatrixRMaj x = random.gaussian(ROWS, SIZES[0]);
        DMatrixRMaj given = x.copy();
        long before = network.hash();
        Pass pass = new Pass(network, ROWS);
        network.forward(x, Statistics.BATCH, pass);
        network.forward(x, RandomNetworks.chance(0.3), pass);
        network.forward(x, statistics, pass);
        network.backward(random.oneHot(ROWS, SIZES[3]), new CrossEntropy(), pass);
        assertEquals(before, network.hash());
        assertArrayEquals(given.data, x.data);
    }

    /** What is left in the buffers from a larger batch must not be seen. */
    @ParameterizedTest
    @MethodSource("settings")
    void usedBuffersGiveTheBitsOfFreshOnes(ActivationKind activation, Normalization kind, Placement placement, Statistics statistics) {
        Network network = RandomNetworks.network(random, SIZES, activation, kind, placement, true, 1e-5);
        DMatrixRMaj few = random.gaussian(5, SIZES[0]);
        DMatrixRMaj targets = random.gaussian(5, SIZES[3]);
        Pass used = new Pass(network, ROWS);
        network.forward(random.gaussian(ROWS, SIZES[0]), RandomNetworks.chance(0.3), used);
        network.backward(random.gaussian(ROWS, SIZES[3]), new MeanSquaredError(), used);
        Pass fresh = new Pass(network, 5);
        for (Statistics each : new Statistics[] {Statistics.BATCH, statistics}) {
            for (Pass pass : new Pass[] {used, fresh}) {
                network.forward(few, each, pass);
                network.backward(targets, new MeanSquaredError(), pass);
            }
            assertArrayEquals(Arrays.copyOf(fresh.logits().data, 5 * SIZES[3]), Arrays.copyOf(used.logits().data, 5 * SIZES[3]));
            for (int i = 0; i < network.layers().size(); i++) {
                assertArrayEquals(
                        fresh.layers().get(i).weightsGradient().data, used.layers().get(i).weightsGradient().data);
                assertArrayEquals(fresh.layers().get(i).biasGradient().data, used.layers().get(i).biasGradient().data);
            }
        }
    }

    private static DMatrixRMaj row(DMatrixRMaj x, int i) {
        return new DMatrixRMaj(new double[][] {Arrays.copyOfRange(x.data, i * x.numCols, (i + 1) * x.numCols)});
    }
}
