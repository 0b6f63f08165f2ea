package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.InitializationKind;
import shiftscope.config.NetworkSettings;
import shiftscope.config.Placement;
import shiftscope.config.RandomStream;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;
import shiftscope.config.Seed;

class InitializerTest {
    private static final double SIGMA = 0.05;

    /** Bounds are 5 standard errors of a sample of this size. */
    @ParameterizedTest
    @CsvSource({
        "GAUSSIAN, 300, 200, 0.05",
        "GAUSSIAN, 20, 3000, 0.05",
        "XAVIER, 300, 200, 0.06324555320336758",
        "XAVIER, 200, 300, 0.06324555320336758",
        "HE, 300, 200, 0.08164965809277261",
        "HE, 200, 300, 0.1"
    })
    void weightsHaveTheMomentsOfTheirNormalDistribution(InitializationKind kind, int inputs, int units, double deviation) {
        DMatrixRMaj weights = new DMatrixRMaj(inputs, units);
        Initializer.draw(kind, SIGMA, weights, new Seed(7).initialization());
        double n = inputs * (double) units;
        double mean = Arrays.stream(weights.data).average().orElseThrow();
        double second = Arrays.stream(weights.data).map(w -> w * w).sum() / n;
        double fourth = Arrays.stream(weights.data).map(w -> Math.pow(w / deviation, 4)).sum() / n;
        assertEquals(0, mean, 5 * deviation / Math.sqrt(n));
        assertEquals(1, second / (deviation * deviation), 5 * Math.sqrt(2 / n));
        assertEquals(3, fourth, 5 * Math.sqrt(96 / n), "a normal distribution has kurtosis 3");
    }

    @Test
    void weightsAreDrawnInRowOrder() {
        DMatrixRMaj weights = new DMatrixRMaj(3, 4);
        Initializer.draw(InitializationKind.GAUSSIAN, SIGMA, weights, new Seed(8).initialization());
        RandomStream again = new Seed(8).initialization();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                assertEquals(SIGMA * again.gaussian(), weights.get(i, j));
            }
        }
    }

    @Test
    void networkIsThatOfTheSettingsAndOfTheSeed() {
        NetworkSettings settings = new NetworkSettings(
                List.of(5, 4),
                ActivationKind.TANH,
                InitializationKind.HE,
                SIGMA,
                Placement.AFTER,
                1e-5,
                0.1,
                RunningConvention.PYTORCH,
                RunningAverage.EXPONENTIAL,
                0,
                List.of());
        Network network = Network.initialize(settings, 3, 2, new Seed(9).initialization());
        assertEquals(2, network.depth());
        int[] sizes = {3, 5, 4, 2};
        for (int i = 0; i < 3; i++) {
            Layer layer = network.layers().get(i);
            assertEquals(sizes[i], layer.dense().inputs());
            assertEquals(sizes[i + 1], layer.dense().units());
            assertEquals(i < 2 ? ActivationKind.TANH : ActivationKind.IDENTITY, layer.activation());
            assertEquals(Placement.AFTER, layer.placement());
            assertTrue(layer.normalizer().isEmpty());
            assertArrayEquals(new double[sizes[i + 1]], layer.dense().bias().data);
        }
        assertEquals(network.hash(), Network.initialize(settings, 3, 2, new Seed(9).initialization()).hash());
        assertNotEquals(network.hash(), Network.initialize(settings, 3, 2, new Seed(10).initialization()).hash());
    }
}
