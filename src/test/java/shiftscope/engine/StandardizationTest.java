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
        double[] mean = new double[units];
        double[] variance = new double[units];
        double[] dGamma = new double[units];
        double[] dBeta = new double[units];
        double[] hat = inPlace ? x : new double[rows * units];
        double[] y = new double[rows * units];
        double[] dx = inPlace ? dy : new double[rows * units];
        // What is there already must not matter.
        Arrays.fill(dGamma, 5);
        Arrays.fill(sums, 5);
        with.sum(x, rows, units, sums);
        with.moments(x, rows, units, mean, variance);
        double[] quotients = new double[units];
        with.overDeviations(gamma, variance, 1e-5, units, quotients);
        assertTrue(with.forward(x, rows, units, mean, gamma, gamma, beta, hat, y));
        with.parameterGradients(hat, dy, rows, units, dGamma, dBeta);
        assertTrue(with.inputGradient(hat, dy, rows, units, gamma, dGamma, dBeta, dx));
        return new double[][] {sums, mean, variance, quotients, hat, y, dGamma, dBeta, dx};
    }

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({"1, 1", "3, 7", "32, 10", "7, 17", "300, 31", "5, 64"})
    void oneResultThatIsNotFiniteIsSeenWhereverItStands(int rows, int units) {
        double[] zeros = new double[units];
        double[] ones = new double[units];
        Arrays.fill(ones, 1);
        for (int k = 0; k < rows * units; k += 1 + rows * units / 97) {
            for (double broken : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                for (boolean inPlace : new boolean[] {false, true}) {
                    double[] x = new double[rows * units];
                    x[k] = broken;
                    double[] hat = new double[rows * units];
                    double[] result = inPlace ? x : new double[rows * units];
                    for (Standardization with : new Standardization[] {plain, vector}) {
                        assertFalse(with.forward(x.clone(), rows, units, zeros, ones, ones, zeros, hat, new double[rows * units]));
                        assertFalse(with.inputGradient(new double[rows * units], x, rows, units, ones, zeros, zeros, result));
                        x[k] = broken;
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "7", "8", "10", "33"})
    void overNoDeviationIsZero(int units) {
        double[] numerators = new double[units];
        double[] variance = new double[units];
        Arrays.fill(numerators, 3);
        Arrays.fill(variance, 4);
        variance[units - 1] = 0;
        double[] expected = new double[units];
        Arrays.fill(expected, 1.5);
        expected[units - 1] = 0;
        for (Standardization with : new Standardization[] {plain, vector}) {
            double[] quotients = new double[units];
            with.overDeviations(numerators, variance, 0, units, quotients);
            assertArrayEquals(expected, quotients);
        }
    }

    @Test
    void momentsAreExactInAConstantColumnAndKeepTheirDigitsFarFromZero() {
        for (Standardization with : new Standardization[] {plain, vector}) {
            double[] mean = new double[16];
            double[] variance = new double[16];
            double[] x = new double[3 * 16];
            Arrays.fill(x, 0.1);
            with.moments(x, 3, 16, mean, variance);
            double[] constant = new double[16];
            Arrays.fill(constant, 0.1);
            assertArrayEquals(constant, mean);
            assertArrayEquals(new double[16], variance);
            for (int j = 0; j < 16; j++) {
                x[j] = 1e9;
                x[16 + j] = 1e9 + 1;
                x[32 + j] = 1e9 + 5;
            }
            with.moments(x, 3, 16, mean, variance);
            for (int j = 0; j < 16; j++) {
                assertEquals(1e9 + 2, mean[j]);
                assertEquals(14.0 / 3, variance[j], 1e-15);
            }
        }
    }
}
