package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
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
        with.forward(x, rows, units, mean, gamma, gamma, beta, hat, y);
        with.parameterGradients(hat, dy, rows, units, dGamma, dBeta);
        with.inputGradient(hat, dy, rows, units, gamma, dGamma, dBeta, dx);
        return new double[][] {sums, mean, variance, hat, y, dGamma, dBeta, dx};
    }
}
