package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.DataKind;
import shiftscope.config.Seed;

class SurfacesTest {
    private static final int EXAMPLES = 2000;

    /** The hills a second time: top, width, height. */
    private static final double[][] HILLS = {
        {-0.5, 0.55, 0.3, 1},
        {0.65, 0, 0.25, 0.8},
        {-0.25, -0.7, 0.25, 0.7},
        {0.35, 0.7, 0.25, -0.9},
        {-0.7, -0.2, 0.25, -0.8},
        {0.45, -0.7, 0.3, -1}
    };

    @ParameterizedTest
    @EnumSource(value = DataKind.class, names = {"PLANE", "HILLS", "SINE"})
    void withoutNoiseNumbersAreTheFunction(DataKind kind) {
        RawExamples set = set(kind, 0, 1);
        for (int i = 0; i < EXAMPLES; i++) {
            double[] x = point(set, i);
            double expected = switch (kind) {
                case PLANE -> 0.1 + 0.5 * x[0] - 0.4 * x[1];
                case HILLS -> Arrays.stream(HILLS)
                        .mapToDouble(hill -> hill[3] * Math.exp(-0.5 * Math.pow(Math.hypot(x[0] - hill[0], x[1] - hill[1]) / hill[2], 2)))
                        .sum();
                default -> Math.sin(2 * Math.PI * x[0]);
            };
            assertEquals(expected, set.numbers()[i], 1e-13);
        }
    }

    @ParameterizedTest
    @EnumSource(value = DataKind.class, names = {"PLANE", "HILLS", "SINE"})
    void featuresAreUniformAndIndependent(DataKind kind) {
        RawExamples set = set(kind, 0.3, 1);
        assertEquals(kind == DataKind.SINE ? 1 : 2, set.features());
        double product = 0;
        for (int feature = 0; feature < set.features(); feature++) {
            int[] tenths = new int[10];
            for (int i = 0; i < EXAMPLES; i++) {
                tenths[(int) Math.floor(5 * (1 + point(set, i)[feature]))]++;
            }
            // Binomial: 200 expected, standard deviation 13.4.
            assertTrue(Arrays.stream(tenths).allMatch(count -> Math.abs(count - 200) < 55), Arrays.toString(tenths));
        }
        for (int i = 0; i < EXAMPLES; i++) {
            double[] x = point(set, i);
            product += x[0] * (set.features() == 1 ? x[0] : x[1]) / EXAMPLES;
        }
        assertEquals(kind == DataKind.SINE ? 1 / 3.0 : 0, product, 0.03);
    }

    @ParameterizedTest
    @EnumSource(value = DataKind.class, names = {"PLANE", "HILLS", "SINE"})
    void noiseMovesEachNumberAlongItsOwnLineAndNoFeature(DataKind kind) {
        RawExamples clean = set(kind, 0, 1);
        RawExamples little = set(kind, 0.1, 1);
        RawExamples much = set(kind, 0.2, 1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < EXAMPLES; i++) {
            assertArrayEquals(point(clean, i), point(much, i));
            double moved = little.numbers()[i] - clean.numbers()[i];
            assertEquals(2 * moved, much.numbers()[i] - clean.numbers()[i], 1e-12);
            sum += moved;
            squares += moved * moved;
        }
        assertEquals(0, sum / EXAMPLES, 0.01);
        assertEquals(0.1, Math.sqrt(squares / EXAMPLES), 0.005, "noise is the standard deviation of what is added");
    }

    /** Integrals over the square, or over the interval, by the midpoint rule, against the mean and the mean square of the set. */
    @ParameterizedTest
    @EnumSource(value = DataKind.class, names = {"PLANE", "HILLS", "SINE"})
    void momentsAreThoseOfTheFunction(DataKind kind) {
        RawExamples set = set(kind, 0, 1);
        double mean = Arrays.stream(set.numbers()).average().orElseThrow();
        double square = Arrays.stream(set.numbers()).map(t -> t * t).average().orElseThrow();
        double[] expected = switch (kind) {
            case PLANE -> new double[] {0.1, 0.01 + (0.25 + 0.16) / 3};
            case HILLS -> integrals();
            default -> new double[] {0, 0.5};
        };
        double error = Math.sqrt((square - mean * mean) / EXAMPLES);
        assertEquals(expected[0], mean, 4 * error);
        assertEquals(expected[1], square, 0.05 * expected[1]);
    }

    private static double[] integrals() {
        int n = 400;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < n * n; i++) {
            double x = -1 + (2 * (i % n) + 1.0) / n;
            double y = -1 + (2 * (i / n) + 1.0) / n;
            double height = 0;
            for (double[] hill : HILLS) {
                double dx = x - hill[0];
                double dy = y - hill[1];
                height += hill[3] * Math.exp(-(dx * dx + dy * dy) / (2 * hill[2] * hill[2]));
            }
            mean += height / (n * n);
            square += height * height / (n * n);
        }
        return new double[] {mean, square};
    }

    @Test
    void hillsReachAsFarUpAsDown() {
        double[] numbers = set(DataKind.HILLS, 0, 1).numbers();
        assertEquals(1, Arrays.stream(numbers).max().orElseThrow(), 0.05);
        assertEquals(-1, Arrays.stream(numbers).min().orElseThrow(), 0.05);
    }

    @Test
    void theyHaveNoClasses() {
        RawExamples set = set(DataKind.SINE, 0, 1);
        assertTrue(set.regression());
        assertEquals(1, set.outputs());
        assertEquals(EXAMPLES, set.size());
        assertEquals(0, set.labels().length);
        assertEquals(List.of(), set.classes());
    }

    @Test
    void anotherSeedIsAnotherSet() {
        assertNotEquals(point(set(DataKind.SINE, 0, 1), 0)[0], point(set(DataKind.SINE, 0, 2), 0)[0]);
    }

    @Test
    void otherSetsAreMadeElsewhere() {
        assertThrows(IllegalArgumentException.class, () -> set(DataKind.MOONS, 0, 1));
    }

    private static RawExamples set(DataKind kind, double noise, long seed) {
        return Surfaces.generate(kind, EXAMPLES, noise, new Seed(seed).data());
    }

    private static double[] point(RawExamples set, int example) {
        double[] point = new double[set.features()];
        set.rows().copy(example, point, 0);
        return point;
    }
}
