package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;
import shiftscope.config.Statistics;
import shiftscope.measure.Moments;

/** Noise and dropout have the distributions they should, and are drawn only where they should. */
class ChanceTest {
    private static final int[] SIZES = {4, 6, 5, 3};
    private static final int ROWS = 9;
    private final RandomMatrices random = new RandomMatrices(330);

    /**
     * Of one unit in one step: m is uniform over an interval of width 0.2 within [-0.6, 0.6], so its deviation is 0.2 / √12; s is normal
     * with deviation 0.1 about a number in [1, 1.25]. Read off by passing 0 and 1 through the same draws.
     */
    @Test
    void noiseOfAUnitHasTheMomentsOfItsStep() {
        int rows = 20_000;
        double[] shifts = column(noise(rows, 1, 0), 0);
        double[] factors = column(noise(rows, 1, 1), 0);
        for (int i = 0; i < rows; i++) {
            factors[i] -= shifts[i];
        }
        Moments m = Moments.of(shifts, 0, rows);
        double width = Arrays.stream(shifts).max().orElseThrow() - Arrays.stream(shifts).min().orElseThrow();
        assertEquals(0.2, width, 1e-3);
        assertEquals(0.2 / Math.sqrt(12), m.standardDeviation(), 6e-4);
        assertTrue(Math.abs(m.mean()) <= 0.5 + 1e-3);
        Moments s = Moments.of(factors, 0, rows);
        assertEquals(0.1, s.standardDeviation(), 2e-3);
        assertTrue(s.mean() >= 1 - 3e-3 && s.mean() <= 1.25 + 3e-3, () -> "mean of s: " + s.mean());
        long within = Arrays.stream(factors).filter(factor -> Math.abs(factor - s.mean()) < 0.1).count();
        assertEquals(0.6827, (double) within / rows, 0.01, "share within one deviation of a normal distribution");
    }

    /** Over units, μ is uniform in [-0.5, 0.5] and σ in [1, 1.25]: the means of many rows show them. */
    @Test
    void centresOfTheNoiseSpreadOverTheUnits() {
        int rows = 400;
        int units = 2_000;
        double[] shifts = means(noise(rows, units, 0));
        double[] factors = means(noise(rows, units, 1));
        for (int j = 0; j < units; j++) {
            factors[j] -= shifts[j];
        }
        assertUniform(shifts, -0.5, 0.5);
        assertUniform(factors, 1, 1.25);
    }

    private static void assertUniform(double[] values, double low, double high) {
        Moments moments = Moments.of(values, 0, values.length);
        double width = high - low;
        assertEquals((low + high) / 2, moments.mean(), width * 0.03);
        assertEquals(width / Math.sqrt(12), moments.standardDeviation(), width * 0.03);
        double slack = 0.03;
        assertTrue(Arrays.stream(values).allMatch(v -> v > low - slack && v < high + slack));
    }

    @Test
    void noiseIsAnotherAtTheNextStep() {
        RandomStream stream = new Seed(3).noise();
        Noise noise = new Noise(ROWS, 4);
        DMatrixRMaj first = new DMatrixRMaj(ROWS, 4);
        DMatrixRMaj second = new DMatrixRMaj(ROWS, 4);
        noise.apply(stream, first);
        noise.apply(stream, second);
        double[] now = means(second);
        double[] before = means(first);
        for (int j = 0; j < 4; j++) {
            assertNotEquals(before[j], now[j], 1e-3);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.95})
    void dropoutDropsItsShareAndKeepsTheExpectation(double rate) {
        int rows = 200;
        int units = 500;
        DMatrixRMaj x = random.gaussian(rows, units);
        Arrays.setAll(x.data, i -> 2 + x.data[i]);
        Dropout dropout = new Dropout(rows, units);
        dropout.forward(new Seed(4).dropout(), rate, x);
        long zeroes = 0;
        double sum = 0;
        double whole = 0;
        for (int i = 0; i < rows * units; i++) {
            double kept = dropout.output().data[i];
            assertTrue(kept == 0 || Math.abs(kept - x.data[i] / (1 - rate)) < 1e-12);
            zeroes += kept == 0 ? 1 : 0;
            sum += kept;
            whole += x.data[i];
        }
        double n = rows * units;
        double deviation = Math.sqrt(rate * (1 - rate) / n);
        assertEquals(rate, zeroes / n, 4 * deviation);
        assertEquals(whole / n, sum / n, 4 * Math.sqrt(5) * deviation / (1 - rate));
    }

    @Test
    void dropoutIsOfEveryHiddenOutputAndNotOfTheLogits() {
        for (Placement placement : Placement.values()) {
            Network network = RandomNetworks.network(random, SIZES, ActivationKind.TANH, placement, true, 1e-5);
            Pass pass = new Pass(network, ROWS);
            DMatrixRMaj x = random.gaussian(ROWS, SIZES[0]);
            network.forward(x, RandomNetworks.chance(0.5), pass);
            for (int i = 0; i < network.depth(); i++) {
                long zeroes = Arrays.stream(pass.layers().get(i).output().data).filter(v -> v == 0).count();
                assertTrue(zeroes > ROWS && zeroes < ROWS * SIZES[i + 1] - ROWS, "layer " + (i + 1) + ": " + zeroes);
                assertTrue(Arrays.stream(pass.layers().get(i).activated().data).noneMatch(v -> v == 0), "the tap a shows what φ gave");
            }
            assertTrue(Arrays.stream(pass.logits().data).noneMatch(v -> v == 0));
            network.forward(x, Statistics.BATCH, pass);
            for (LayerPass part : pass.layers()) {
                assertTrue(Arrays.stream(part.output().data).noneMatch(v -> v == 0), "dropped while measuring");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Normalization.class)
    void onlyNoisyNormalizersAndDropoutDraw(Normalization kind) {
        for (double rate : new double[] {0, 0.4}) {
            Network network = RandomNetworks.network(random, SIZES, ActivationKind.TANH, kind, Placement.BEFORE, true, 1e-5);
            Chance chance = RandomNetworks.chance(rate);
            network.forward(random.gaussian(ROWS, SIZES[0]), chance, new Pass(network, ROWS));
            Chance untouched = RandomNetworks.chance(rate);
            assertEquals(kind != Normalization.NOISY_BATCH, chance.noise().uniform() == untouched.noise().uniform());
            assertEquals(rate == 0, chance.dropout().uniform() == untouched.dropout().uniform());
        }
    }

    /** The pass with chance, then one without: the noise is gone, and nothing of the first is left. */
    @Test
    void aMeasuringPassShowsNoNoise() {
        Network noisy = RandomNetworks.network(
                random, SIZES, ActivationKind.TANH, Normalization.NOISY_BATCH, Placement.BEFORE, true, 1e-5);
        DMatrixRMaj x = random.gaussian(ROWS, SIZES[0]);
        DMatrixRMaj targets = random.oneHot(ROWS, SIZES[3]);
        Pass pass = new Pass(noisy, ROWS);
        noisy.forward(x, RandomNetworks.chance(0.5), pass);
        double[] training = pass.layers().get(0).scaled().data.clone();
        noisy.backward(targets, new CrossEntropy(), pass);
        noisy.forward(x, Statistics.BATCH, pass);
        noisy.backward(targets, new CrossEntropy(), pass);
        Pass fresh = new Pass(noisy, ROWS);
        noisy.forward(x, Statistics.BATCH, fresh);
        noisy.backward(targets, new CrossEntropy(), fresh);
        assertFalse(Arrays.equals(training, pass.layers().get(0).scaled().data));
        assertArrayEquals(fresh.logits().data, pass.logits().data);
        for (int i = 0; i < noisy.layers().size(); i++) {
            LayerPass part = pass.layers().get(i);
            assertArrayEquals(fresh.layers().get(i).weightsGradient().data, part.weightsGradient().data);
            for (int k = 0; i < noisy.depth() && k < part.scaled().getNumElements(); k++) {
                Normalizer normalizer = noisy.layers().get(i).normalizerOrNull();
                int unit = k % normalizer.units();
                double y = normalizer.gamma().get(unit) * part.normalized().data[k] + normalizer.beta().get(unit);
                assertEquals(y, part.scaled().data[k]);
            }
        }
    }

    /** Every pass from the same beginnings draws the same; a pass that goes on draws something else. */
    @Test
    void sameStreamsGiveTheSameBits() {
        Network noisy = RandomNetworks.network(
                random, SIZES, ActivationKind.TANH, Normalization.NOISY_BATCH, Placement.AFTER, true, 1e-5);
        DMatrixRMaj x = random.gaussian(ROWS, SIZES[0]);
        Pass pass = new Pass(noisy, ROWS);
        noisy.forward(x, RandomNetworks.chance(0.5), pass);
        double[] first = pass.logits().data.clone();
        Chance chance = RandomNetworks.chance(0.5);
        noisy.forward(x, chance, pass);
        assertArrayEquals(first, pass.logits().data);
        noisy.forward(x, chance, pass);
        assertFalse(Arrays.equals(first, pass.logits().data));
    }

    /** What becomes of a batch in which every value is the same. */
    private static DMatrixRMaj noise(int rows, int units, double value) {
        DMatrixRMaj y = new DMatrixRMaj(rows, units);
        Arrays.fill(y.data, value);
        new Noise(rows, units).apply(new Seed(2).noise(), y);
        return y;
    }

    private static double[] column(DMatrixRMaj x, int j) {
        double[] column = new double[x.numRows];
        Arrays.setAll(column, i -> x.get(i, j));
        return column;
    }

    private static double[] means(DMatrixRMaj x) {
        double[] means = new double[x.numCols];
        Arrays.setAll(means, j -> Arrays.stream(column(x, j)).average().orElseThrow());
        return means;
    }
}
