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
import org.junit.jupiter.params.provider.EnumSource;
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
        "HE, 200, 300, 0.1",
        "LECUN, 300, 200, 0.057735026918962574",
        "LECUN, 200, 300, 0.07071067811865475"
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

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 7", "7, 1", "2, 2", "100, 100", "300, 100", "100, 300", "784, 100", "100, 10", "101, 100"})
    void orthogonalWeightsAreOrthonormalAlongTheShorterSide(int inputs, int units) {
        DMatrixRMaj weights = new DMatrixRMaj(inputs, units);
        Initializer.draw(InitializationKind.ORTHOGONAL, SIGMA, weights, new Seed(11).initialization());
        int fewer = Math.min(inputs, units);
        for (int a = 0; a < fewer; a++) {
            for (int b = 0; b <= a; b++) {
                double product = 0;
                for (int i = 0; i < Math.max(inputs, units); i++) {
                    product += inputs >= units ? weights.get(i, a) * weights.get(i, b) : weights.get(a, i) * weights.get(b, i);
                }
                assertEquals(a == b ? 1 : 0, product, 1e-12, a + " · " + b);
            }
        }
        double second = Arrays.stream(weights.data).map(w -> w * w).average().orElseThrow();
        assertEquals(1.0 / Math.max(inputs, units), second, 1e-13, "mean square");
    }

    /** Orthonormal columns of independent normal draws are uniform on the sphere: no direction and no sign is preferred. */
    @Test
    void orthogonalWeightsHaveNoPreferredSign() {
        int drawn = 4000;
        double[] sum = new double[6];
        RandomStream stream = new Seed(12).initialization();
        for (int draw = 0; draw < drawn; draw++) {
            DMatrixRMaj weights = new DMatrixRMaj(3, 2);
            Initializer.draw(InitializationKind.ORTHOGONAL, SIGMA, weights, stream);
            for (int i = 0; i < 6; i++) {
                sum[i] += weights.data[i];
            }
        }
        for (double total : sum) {
            // An element has variance 1/3; 5 standard errors.
            assertEquals(0, total / drawn, 5 * Math.sqrt(1 / 3.0 / drawn));
        }
    }

    @ParameterizedTest
    @CsvSource({"ZERO, 0", "CONSTANT, 0.05"})
    void weightsThatAreNotRandomAreAllAlike(InitializationKind kind, double value) {
        DMatrixRMaj weights = new RandomMatrices(102).gaussian(3, 4);
        Initializer.draw(kind, SIGMA, weights, new Seed(8).initialization());
        for (int i = 0; i < 12; i++) {
            assertEquals(value, weights.data[i]);
        }
    }

    /** So what is drawn after a layer does not depend on what its numbers became. */
    @ParameterizedTest
    @EnumSource(InitializationKind.class)
    void oneNumberIsDrawnForEachWeightOrNone(InitializationKind kind) {
        RandomStream drawn = new Seed(8).initialization();
        Initializer.draw(kind, SIGMA, new DMatrixRMaj(3, 5), drawn);
        RandomStream expected = new Seed(8).initialization();
        for (int i = 0; i < (kind == InitializationKind.ZERO || kind == InitializationKind.CONSTANT ? 0 : 15); i++) {
            expected.gaussian();
        }
        assertEquals(expected.gaussian(), drawn.gaussian());
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

    /** The first weight of an orthogonal draw keeps its sign, and the first column or row its direction. */
    @ParameterizedTest
    @CsvSource({"6, 4", "4, 6"})
    void orthogonalWeightsBeginWithTheFirstOfWhatIsDrawn(int inputs, int units) {
        DMatrixRMaj weights = new DMatrixRMaj(inputs, units);
        Initializer.draw(InitializationKind.ORTHOGONAL, SIGMA, weights, new Seed(13).initialization());
        DMatrixRMaj drawn = new DMatrixRMaj(inputs, units);
        Initializer.draw(InitializationKind.GAUSSIAN, 1, drawn, new Seed(13).initialization());
        double length = 0;
        for (int i = 0; i < 6; i++) {
            double element = inputs >= units ? drawn.get(i, 0) : drawn.get(0, i);
            length += element * element;
        }
        for (int i = 0; i < 6; i++) {
            double element = inputs >= units ? drawn.get(i, 0) : drawn.get(0, i);
            assertEquals(element / Math.sqrt(length), inputs >= units ? weights.get(i, 0) : weights.get(0, i), 1e-15);
        }
    }

    /** The same on every machine and JDK. */
    @ParameterizedTest
    @CsvSource({
        "GAUSSIAN, 8f513b70a1c17b76",
        "XAVIER, c019b467167b5ace",
        "HE, c5d2258722fd7e10",
        "LECUN, cd4804c2a605c338",
        "ORTHOGONAL, e99a6ce466216379",
        "ZERO, f14d55ca8962d820",
        "CONSTANT, aa6e859eabe8eb91"
    })
    void bitsAreTheSameEverywhere(InitializationKind kind, String expected) {
        BitHash hash = new BitHash();
        RandomStream stream = new Seed(14).initialization();
        for (int[] shape : new int[][] {{50, 37}, {37, 61}, {61, 61}, {61, 1}, {1, 4}}) {
            DMatrixRMaj weights = new DMatrixRMaj(shape[0], shape[1]);
            Initializer.draw(kind, SIGMA, weights, stream);
            hash.add(weights.data);
        }
        assertEquals(expected, Long.toHexString(hash.value()));
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
