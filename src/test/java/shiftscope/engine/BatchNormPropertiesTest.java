package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.RunningConvention;
import shiftscope.config.Statistics;

/** What must hold of a normalizer whatever the numbers: identities of the formulas, and the borders of what it accepts. */
class BatchNormPropertiesTest {
    private static final int UNITS = 6;
    private final RandomMatrices random = new RandomMatrices(40);

    @ParameterizedTest
    @CsvSource({"2, 1e-5", "3, 1e-5", "8, 1e-3", "33, 1e-5", "64, 0.5", "60, 0"})
    void gradientOfInputSumsToNothing(int rows, double epsilon) {
        BatchNorm normalizer = RandomNetworks.normalizer(random, UNITS, true, epsilon);
        BatchPass pass = BatchPass.ofBatch(normalizer, random.gaussian(rows, UNITS), random.gaussian(rows, UNITS));
        for (int j = 0; j < UNITS; j++) {
            double size = Math.abs(normalizer.gamma().get(j)) / Math.sqrt(pass.variance()[j] + epsilon);
            assertEquals(0, sum(pass.dx(), j), 1e-13 * rows * Math.max(1, size));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1e-5", "3, 1e-5", "8, 1e-3", "33, 1e-5", "64, 0.5", "60, 0"})
    void gradientOfInputAlongNormalizedIsWhatEpsilonLeaves(int rows, double epsilon) {
        BatchNorm normalizer = RandomNetworks.normalizer(random, UNITS, true, epsilon);
        BatchPass pass = BatchPass.ofBatch(normalizer, random.gaussian(rows, UNITS), random.gaussian(rows, UNITS));
        for (int j = 0; j < UNITS; j++) {
            double spread = pass.variance()[j] + epsilon;
            double size = normalizer.gamma().get(j) / Math.sqrt(spread);
            double expected = size * epsilon / spread * pass.dGamma().get(j);
            assertEquals(expected, sumOfProducts(pass.dx(), pass.normalized(), j), 1e-13 * rows * Math.max(1, Math.abs(size)));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1e-5", "5, 1e-3", "64, 0.5"})
    void normalizedHasMeanZeroAndTheVarianceEpsilonLeaves(int rows, double epsilon) {
        BatchNorm normalizer = RandomNetworks.normalizer(random, UNITS, true, epsilon);
        DMatrixRMaj x = random.gaussian(rows, UNITS);
        BatchPass pass = BatchPass.ofBatch(normalizer, x, x);
        for (int j = 0; j < UNITS; j++) {
            assertEquals(0, sum(pass.normalized(), j) / rows, 1e-14);
            double expected = pass.variance()[j] / (pass.variance()[j] + epsilon);
            assertEquals(expected, sumOfProducts(pass.normalized(), pass.normalized(), j) / rows, 1e-14);
        }
    }

    @Test
    void batchOfTwoKeepsOnlyTheSignAndPassesAlmostNoGradient() {
        double epsilon = 1e-5;
        BatchNorm normalizer = RandomNetworks.normalizer(random, UNITS, true, epsilon);
        DMatrixRMaj x = random.gaussian(2, UNITS);
        DMatrixRMaj dy = random.gaussian(2, UNITS);
        BatchPass pass = BatchPass.ofBatch(normalizer, x, dy);
        for (int j = 0; j < UNITS; j++) {
            double spread = pass.variance()[j] + epsilon;
            double hat = Math.signum(x.get(0, j) - x.get(1, j)) * Math.sqrt(pass.variance()[j] / spread);
            assertEquals(hat, pass.normalized().get(0, j), 1e-14);
            assertEquals(-hat, pass.normalized().get(1, j), 1e-14);
            double size = normalizer.gamma().get(j) / Math.sqrt(spread);
            double dx = size * (dy.get(0, j) - dy.get(1, j)) / 2 * epsilon / spread;
            assertEquals(dx, pass.dx().get(0, j), 1e-14 * Math.max(1, Math.abs(size)));
            assertEquals(-dx, pass.dx().get(1, j), 1e-14 * Math.max(1, Math.abs(size)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 0})
    void constantColumnGivesBeta(double epsilon) {
        for (double constant : new double[] {0, 0.1, -7.3, 1e6 + 0.1, 1e-300}) {
            for (int rows : new int[] {1, 2, 3, 10, 37}) {
                BatchNorm normalizer = RandomNetworks.normalizer(random, UNITS, true, epsilon);
                DMatrixRMaj x = new DMatrixRMaj(rows, UNITS);
                Arrays.fill(x.data, constant);
                BatchPass pass = BatchPass.ofBatch(normalizer, x, random.gaussian(rows, UNITS));
                for (int j = 0; j < UNITS; j++) {
                    assertEquals(0, pass.variance()[j]);
                    for (int i = 0; i < rows; i++) {
                        assertEquals(normalizer.beta().get(j), pass.y().get(i, j));
                    }
                }
                assertTrue(FiniteTest.allFinite(pass.dx()));
            }
        }
    }

    @Test
    void inPlaceGivesTheSameBits() {
        BatchNorm normalizer = RandomNetworks.normalizer(random, UNITS, true, 1e-5);
        DMatrixRMaj x = random.gaussian(9, UNITS);
        DMatrixRMaj dy = random.gaussian(9, UNITS);
        BatchPass apart = BatchPass.ofBatch(normalizer, x, dy);
        normalizer.backward(dy, dy, apart.pass());
        assertArrayEquals(apart.dx().data, dy.data);
        // After the way back, which needs x as it was.
        normalizer.forward(x, Statistics.BATCH, NormalizerPass.inPlace(x));
        assertArrayEquals(apart.y().data, x.data);
    }

    @Test
    void trainingOnOneRowIsRefusedUnlessTheConventionIsKeras() {
        BatchNorm pytorch = new BatchNorm(UNITS, 1e-5, 0.1, RunningConvention.PYTORCH, true);
        BatchNorm keras = new BatchNorm(UNITS, 1e-5, 0.25, RunningConvention.KERAS, true);
        double[] mean = new double[UNITS];
        Arrays.fill(mean, 4);
        String refusal = assertThrows(IllegalArgumentException.class, () -> pytorch.updateRunning(mean, new double[UNITS], 1))
                .getMessage();
        assertTrue(refusal.contains("2 or more"), refusal);
        for (int j = 0; j < UNITS; j++) {
            assertEquals(0, pytorch.runningMean()[j], "a refused batch leaves no trace");
        }
        keras.updateRunning(mean, new double[UNITS], 1);
        for (int j = 0; j < UNITS; j++) {
            assertEquals(1, keras.runningMean()[j]);
            assertEquals(0.75, keras.runningVariance()[j]);
        }
    }

    @Test
    void switchingScaleShiftBringsGammaAndBetaBack() {
        BatchNorm normalizer = RandomNetworks.normalizer(random, UNITS, true, 1e-5);
        for (boolean on : new boolean[] {false, true}) {
            random.fill(normalizer.gamma(), 0, 1);
            random.fill(normalizer.beta(), 0, 1);
            normalizer.setScaleShift(on);
            assertEquals(on, normalizer.scaleShift());
            for (int j = 0; j < UNITS; j++) {
                assertEquals(1, normalizer.gamma().get(j));
                assertEquals(0, normalizer.beta().get(j));
            }
        }
    }

    private static double sum(DMatrixRMaj x, int column) {
        double sum = 0;
        for (int i = 0; i < x.numRows; i++) {
            sum += x.get(i, column);
        }
        return sum;
    }

    private static double sumOfProducts(DMatrixRMaj x, DMatrixRMaj y, int column) {
        double sum = 0;
        for (int i = 0; i < x.numRows; i++) {
            sum += x.get(i, column) * y.get(i, column);
        }
        return sum;
    }
}
