package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.Seed;
import shiftscope.config.Statistics;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Normalizer;
import shiftscope.engine.Pass;

class LossMapTest {
    private static final Loss LOSS = Loss.of(LossKind.CROSS_ENTROPY);
    private static final DMatrixRMaj X = new DMatrixRMaj(new double[][] {{1, -2, 0.5}, {0.3, 2, -1}, {-1, 0.7, 0}, {2, 1, 1}});
    private static final DMatrixRMaj TARGETS = new DMatrixRMaj(new double[][] {{1, 0}, {0, 1}, {1, 0}, {0, 1}});

    private static Network network(boolean normalized) {
        Network network = Network.initialize(Experiment.standard().network(), 3, 2, new Seed(5).initialization());
        if (normalized) {
            for (int i = 0; i < network.depth(); i++) {
                network.layers().get(i).setNormalizer(
                        Normalizer.of(Normalization.BATCH, network.layers().get(i).dense().units(), Experiment.standard().network(), true));
            }
        }
        return network;
    }

    @Test
    void everyPlaceHasTheLossOfTheNetworkWithThoseTwoWeights() {
        for (boolean normalized : List.of(false, true)) {
            Network network = network(normalized);
            LossMap map = LossMap.of(network, LOSS, X, TARGETS, 7, 3, 5);
            for (int row = 0; row < 5; row++) {
                for (int column = 0; column < 5; column++) {
                    Network other = network(normalized);
                    other.layers().get(0).dense().weights().data[7] = -3 + 1.5 * column;
                    other.layers().get(0).dense().weights().data[100 + 7] = -3 + 1.5 * row;
                    Pass pass = new Pass(other, 4);
                    other.forward(X, Statistics.BATCH, pass);
                    assertEquals(LOSS.value(pass.logits(), TARGETS), map.losses()[row * 5 + column]);
                }
            }
        }
    }

    @Test
    void theNetworkIsLeftAsItWas() {
        Network network = network(true);
        long before = network.hash();
        LossMap.of(network, LOSS, X, TARGETS, 0, 1, 3);
        assertEquals(before, network.hash());
    }

    @Test
    void betweenThePlacesItIsOnThePlaneThroughThem() {
        LossMap map = new LossMap(2, 3, new double[] {0, 1, 2, 10, 11, 12, 20, 21, Double.POSITIVE_INFINITY});
        assertEquals(0, map.at(-2, -2));
        assertEquals(11, map.at(0, 0));
        assertEquals(5.5, map.at(-1, -1));
        assertEquals(12, map.at(2, 0), 0);
        assertEquals(20, map.at(-9, 9), "as near as the map goes");
        assertEquals(0, map.least());
        assertEquals(21, map.most());
        assertEquals(-2, map.weight(0));
        assertEquals(2, map.weight(2));
    }

    @Test
    void whoInterruptsItDoesNotWait() {
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> LossMap.of(network(false), LOSS, X, TARGETS, 0, 1, 3));
        assertTrue(Thread.interrupted());
    }
}
