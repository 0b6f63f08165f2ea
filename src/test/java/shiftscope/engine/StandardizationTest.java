package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vector kernel's loops of batch normalization have the bits of the plain one's. */
class StandardizationTest {
    private static final double EPSILON = 1e-5;

    private final Standardization plain = Kernel.PLAIN.arithmetic().standardization();
    private final Standardization vector = Kernel.VECTOR.arithmetic().standardization();

    @BeforeAll
    static void vectorKernelIsHere() {
        Assumptions.assumeTrue(Kernel.VECTOR.isHere());
    }

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({"1, 1", "2, 1", "1, 9", "3, 7", "5, 8", "60, 100", "32, 10", "7, 17", "300, 31", "9, 1030", "128, 256", "2, 2048", "17, 15"})
    void sameBits(int rows, int units) {
        RandomMatrices random = new RandomMatrices(31L * rows + units);
        double[] x = random.gaussian(rows, units).data;
        double[] dy = random.gaussian(rows, units).data;
        double[] gamma = random.gaussian(1, units).data;
        double[] beta = random.gaussian(1, units).data;
        double[][] expected = all(plain, x.clone(), dy.clone(), gamma, beta, rows, units, false);
        assertEqual(expected, all(vector, x.clone(), dy.clone(), gamma, beta, rows, units, false));
        assertEqual(expected, all(plain, x.clone(), dy.clone(), gamma, beta, rows, units, true));
        assertEqual(expected, all(vector, x.clone(), dy.clone(), gamma, beta, rows, units, true));
    }

    private static void assertEqual(double[][] expected, double[][] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], actual[i]);
        }
    }

    /**
     * @param inPlace whether x̂ and dx overwrite what they are computed from
     */
    private static double[][] all(
            Standardization with, double[] x, double[] dy, double[] gamma, double[] beta, int rows, int units, boolean inPlace) {
        double[] sums = new double[units];
        Spread spread = new Spread(units);
        double[] dGamma = new double[units];
        double[] dBeta = new double[units];
        double[] y = inPlace ? x.clone() : new double[rows * units];
        double[] given = new double[rows * units];
        double[] dx = inPlace ? dy : new double[rows * units];
        // What is there already must not matter.
        for (double[] overwritten : new double[][] {sums, spread.mean(), spread.variance(), spread.inverse(), dGamma, dBeta}) {
            Arrays.fill(overwritten, 5);
        }
        with.sum(x, rows, units, sums);
        assertTrue(with.forward(inPlace ? y : x, rows, units, true, spread, EPSILON, gamma, beta, y));
        double[][] before = {spread.mean().clone(), spread.variance().clone(), spread.inverse().clone()};
        assertTrue(with.forward(x, rows, units, false, spread, EPSILON, gamma, beta, given));
        assertArrayEquals(y, given, "given the batch's own statistics, it is the same");
        assertTrue(with.backward(x, dy, rows, units, spread, EPSILON, gamma, dGamma, dBeta, dx));
        assertArrayEquals(before, new double[][] {spread.mean(), spread.variance(), spread.inverse()});
        double[] productSums = new double[units];
        double[] gradientSums = new double[units];
        with.parameterGradients(x, y, rows, units, productSums, gradientSums);
        return new double[][] {sums, before[0], before[1], before[2], y, dGamma, dBeta, dx, productSums, gradientSums};
    }

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({"1, 1", "3, 7", "32, 10", "7, 17", "300, 31", "5, 64"})
    void oneResultThatIsNotFiniteIsSeenWhereverItStands(int rows, int units) {
        double[] zeros = new double[units];
        double[] ones = new double[units];
        Arrays.fill(ones, 1);
        Spread unit = new Spread(zeros, ones, ones.clone());
        for (int k = 0; k < rows * units; k += 1 + rows * units / 97) {
            for (double broken : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                double[] x = new double[rows * units];
                x[k] = broken;
                double[] y = new double[rows * units];
                double[] dGamma = new double[units];
                double[] dBeta = new double[units];
                for (Standardization with : new Standardization[] {plain, vector}) {
                    assertFalse(with.forward(x, rows, units, false, unit, 0, ones, zeros, y));
                    assertFalse(with.forward(x, rows, units, true, new Spread(units), 0, ones, zeros, y));
                    assertFalse(with.backward(new double[rows * units], x, rows, units, unit, 0, ones, dGamma, dBeta, y));
                    double[] inPlace = x.clone();
                    assertFalse(with.forward(inPlace, rows, units, false, unit, 0, ones, zeros, inPlace));
                    inPlace = x.clone();
                    assertFalse(
                            with.backward(new double[rows * units], inPlace, rows, units, unit, 0, ones, dGamma, dBeta, inPlace));
                }
            }
        }
    }

    /** Where a variance and ε are 0, x̂ is 0: y is β, and no gradient goes through. */
    @ParameterizedTest
    @CsvSource({"1", "7", "8", "10", "33"})
    void withoutDeviationNothingGoesThrough(int units) {
        double[] x = new RandomMatrices(units).gaussian(2, units).data;
        x[2 * units - 1] = x[units - 1];
        double[] dy = new RandomMatrices(units + 1).gaussian(2, units).data;
        double[] gamma = new double[units];
        double[] beta = new double[units];
        Arrays.fill(gamma, 3);
        Arrays.fill(beta, 7);
        for (Standardization with : new Standardization[] {plain, vector}) {
            Spread spread = new Spread(units);
            double[] y = new double[2 * units];
            double[] dx = new double[2 * units];
            double[] dGamma = new double[units];
            assertTrue(with.forward(x, 2, units, true, spread, 0, gamma, beta, y));
            assertTrue(with.backward(x, dy, 2, units, spread, 0, gamma, dGamma, new double[units], dx));
            for (int i = 0; i < 2 * units; i++) {
                boolean last = i % units == units - 1;
                // Two numbers standardized are 1 and -1.
                assertEquals(last ? 7 : x[i] > spread.mean()[i % units] ? 10 : 4, y[i], 1e-12);
                if (last) {
                    assertEquals(0, dx[i], Double.MIN_VALUE);
                }
            }
            assertEquals(0, spread.variance()[units - 1]);
            assertEquals(0, dGamma[units - 1]);
        }
    }

    @Test
    void momentsAreExactInAConstantColumnAndKeepTheirDigitsFarFromZero() {
        for (Standardization with : new Standardization[] {plain, vector}) {
            Spread spread = new Spread(16);
            double[] x = new double[3 * 16];
            Arrays.fill(x, 0.1);
            with.forward(x, 3, 16, true, spread, EPSILON, new double[16], new double[16], new double[3 * 16]);
            double[] constant = new double[16];
            Arrays.fill(constant, 0.1);
            assertArrayEquals(constant, spread.mean());
            assertArrayEquals(new double[16], spread.variance());
            for (int j = 0; j < 16; j++) {
                x[j] = 1e9;
                x[16 + j] = 1e9 + 1;
                x[32 + j] = 1e9 + 5;
            }
            with.forward(x, 3, 16, true, spread, EPSILON, new double[16], new double[16], new double[3 * 16]);
            for (int j = 0; j < 16; j++) {
                assertEquals(1e9 + 2, spread.mean()[j]);
                assertEquals(14.0 / 3, spread.variance()[j], 1e-15);
            }
        }
    }
}
