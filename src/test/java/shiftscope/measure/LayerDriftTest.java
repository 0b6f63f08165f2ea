package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shiftscope.Golden.assertClose;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.measure.LayerShift.Reference;

class LayerDriftTest {
    private static final double LN_2 = StrictMath.log(2);

    static Stream<RandomSamples> sources() {
        return RandomSamples.sources(30);
    }

    @Test
    void knowsASmallLayerByHand() {
        Reference then = Reference.of(new double[] {0, 5, 2, 5}, 2, 2);
        Reference now = Reference.of(new double[] {1, 5, 5, 8}, 2, 2);
        LayerDrift drift = new LayerDrift(2);
        // Unit 1: {0, 2} then, {1, 5} now. Unit 2: {5, 5} then, {5, 8} now.
        assertEquals((2 + 1.5) / 2 / 10, drift.between(then, now, 10).wasserstein(), 1e-15);
        assertEquals((0.5 + 0.5) / 2, drift.between(then, now, 1).kolmogorovSmirnov());
        assertEquals((2 + 1.5) / 2 / 10, drift.between(then, now, 10).mean(), 1e-15);
        assertEquals(LN_2, drift.between(then, now, 1).deviation(), 1e-15, "unit 2 was constant");
        // Unit 1: no value shares a bin. Unit 2: all of {5, 5} and half of {5, 8} are in the first.
        double half = 0.5 * (StrictMath.log(1 / 0.75) + 0.5 * StrictMath.log(0.5 / 0.75) + 0.5 * StrictMath.log(0.5 / 0.25)) / LN_2;
        assertEquals((1 + half) / 2, drift.between(then, now, 1).jensenShannon(), 1e-15);
    }

    /** Of each unit by itself, with the functions that the golden numbers check. */
    @ParameterizedTest
    @MethodSource("sources")
    void isTheMeanOfTheUnitsOwn(RandomSamples random) {
        int rows = 1 + random.size(80);
        int units = random.size(9);
        double[] then = random.values(rows * units);
        double[] now = random.values(rows * units);
        double[] sums = new double[5];
        for (int unit = 0; unit < units; unit++) {
            double[] a = sorted(then, rows, units, unit);
            double[] b = sorted(now, rows, units, unit);
            double low = Math.min(a[0], b[0]);
            double high = Math.max(a[rows - 1], b[rows - 1]);
            sums[0] += Distance.wasserstein1(a, b) / 1.7;
            sums[1] += Distance.kolmogorovSmirnov(a, b);
            sums[2] += low == high ? 0 : Distance.jensenShannon(
                    Histogram.of(a, low, high, LayerDrift.BINS), Histogram.of(b, low, high, LayerDrift.BINS)) / LN_2;
            sums[3] += Math.abs(Moments.of(a).mean() - Moments.of(b).mean()) / 1.7;
            sums[4] += Math.abs(StrictMath.log(Moments.of(b).standardDeviation() / Moments.of(a).standardDeviation()));
        }
        LayerDrift drift = new LayerDrift(rows);
        Reference before = Reference.of(then, rows, units);
        Reference after = Reference.of(now, rows, units);
        assertClose("W1", sums[0] / units, drift.between(before, after, 1.7).wasserstein(), 1e-12);
        assertClose("KS", sums[1] / units, drift.between(before, after, 1).kolmogorovSmirnov(), 1e-12);
        assertClose("JS", sums[2] / units, drift.between(before, after, 1).jensenShannon(), 1e-12);
        assertClose("mean", sums[3] / units, drift.between(before, after, 1.7).mean(), 1e-12);
        if (Double.isFinite(sums[4])) {
            assertClose("deviation", sums[4] / units, drift.between(before, after, 1).deviation(), 1e-12);
        }
    }

    /** To the last bit: ties, constants, units that share no value, and any distance between then and now. */
    @ParameterizedTest
    @MethodSource("sources")
    void comparesASingleUnitAsPlainLoopsDo(RandomSamples random) {
        for (double distance : new double[] {0, 0.01, 0.5, 3, 1e6}) {
            int rows = random.size(700);
            double[] then = random.values(rows);
            double[] now = random.values(rows);
            for (int row = 0; row < rows; row++) {
                now[row] = row % 3 == 0 ? then[row] : now[row] + distance;
            }
            LayerDrift.Change change = new LayerDrift(rows).between(Reference.of(then, rows, 1), Reference.of(now, rows, 1), 1);
            Arrays.sort(then);
            Arrays.sort(now);
            assertEquals(Distance.kolmogorovSmirnov(then, now), change.kolmogorovSmirnov());
            assertEquals(Distance.wasserstein1(then, now), change.wasserstein());
            assertEquals(jensenShannon(then, now), change.jensenShannon());
        }
    }

    private static double jensenShannon(double[] then, double[] now) {
        double low = Math.min(then[0], now[0]);
        double high = Math.max(then[then.length - 1], now[now.length - 1]);
        if (low == high) {
            return 0;
        }
        Histogram a = Histogram.of(then, low, high, LayerDrift.BINS);
        Histogram b = Histogram.of(now, low, high, LayerDrift.BINS);
        double sum = 0;
        for (int bin = 0; bin < LayerDrift.BINS; bin++) {
            int both = a.count(bin) + b.count(bin);
            sum += a.count(bin) == b.count(bin) ? 0 : weighed(a.count(bin)) + weighed(b.count(bin)) - weighed(both) + both;
        }
        return Math.max(0, Math.min(1, sum / (2 * then.length)));
    }

    private static double weighed(int count) {
        return count == 0 ? 0 : count * (StrictMath.log(count) / LN_2);
    }

    private static double[] sorted(double[] values, int rows, int units, int unit) {
        double[] column = new double[rows];
        Arrays.setAll(column, row -> values[row * units + unit]);
        Arrays.sort(column);
        return column;
    }

    @ParameterizedTest
    @MethodSource("sources")
    void whatDidNotMoveIsAtZeroAndWhatIsApartAtOne(RandomSamples random) {
        int rows = 1 + random.size(80);
        double[] values = random.values(rows * 3);
        double[] elsewhere = Arrays.stream(values).map(value -> value + 1000).toArray();
        LayerDrift drift = new LayerDrift(rows);
        Reference here = Reference.of(values, rows, 3);
        assertEquals(0, drift.between(here, here, 1).wasserstein());
        assertEquals(0, drift.between(here, here, 1).kolmogorovSmirnov());
        assertEquals(0, drift.between(here, here, 1).jensenShannon());
        assertEquals(0, drift.between(here, here, 1).mean());
        Reference there = Reference.of(elsewhere, rows, 3);
        assertEquals(1, drift.between(here, there, 1).kolmogorovSmirnov());
        assertEquals(1, drift.between(here, there, 1).jensenShannon());
        assertEquals(1, drift.between(there, here, 1).jensenShannon());
    }

    @Test
    void unitsThatAreConstantHaveNoDeviation() {
        LayerDrift drift = new LayerDrift(2);
        Reference then = Reference.of(new double[] {0, 5, 2, 5}, 2, 2);
        Reference collapsed = Reference.of(new double[] {1, 5, 1, 5}, 2, 2);
        assertTrue(Double.isNaN(drift.between(then, collapsed, 1).deviation()));
        assertEquals(0, drift.between(then, then, 1).deviation());
        Reference constants = Reference.of(new double[] {1, 1, 1, 1}, 2, 2);
        assertEquals(0, drift.between(constants, constants, 1).jensenShannon());
        assertTrue(Double.isNaN(drift.between(constants, then, constants.sigma()).wasserstein()));
        assertTrue(Double.isNaN(drift.between(constants, then, constants.sigma()).mean()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void isNaNBesideNumbersThatAreNotFinite(double value) {
        LayerDrift drift = new LayerDrift(2);
        Reference finite = Reference.of(new double[] {1, 2, 3, 4}, 2, 2);
        Reference diverged = Reference.of(new double[] {1, 2, value, 4}, 2, 2);
        assertNaN(drift, finite, diverged);
        assertNaN(drift, diverged, finite);
        assertNaN(drift, diverged, diverged);
    }

    private static void assertNaN(LayerDrift drift, Reference then, Reference now) {
        assertTrue(Double.isNaN(drift.between(then, now, 1).wasserstein()));
        assertTrue(Double.isNaN(drift.between(then, now, 1).kolmogorovSmirnov()));
        assertTrue(Double.isNaN(drift.between(then, now, 1).jensenShannon()));
        assertTrue(Double.isNaN(drift.between(then, now, 1).mean()));
        assertTrue(Double.isNaN(drift.between(then, now, 1).deviation()));
    }

    @Test
    void aRangeBeyondAllNumbersHasNoBins() {
        LayerDrift drift = new LayerDrift(2);
        Reference wide = Reference.of(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 2, 1);
        assertTrue(Double.isNaN(drift.between(wide, wide, 1).jensenShannon()));
    }

    @Test
    void comparesOnlyWhatHasTheSameShape() {
        LayerDrift drift = new LayerDrift(2);
        Reference twoUnits = Reference.of(new double[4], 2, 2);
        Reference oneUnit = Reference.of(new double[2], 2, 1);
        Reference oneRow = Reference.of(new double[2], 1, 2);
        assertThrows(IllegalArgumentException.class, () -> drift.between(twoUnits, oneUnit, 1).mean());
        assertThrows(IllegalArgumentException.class, () -> drift.between(oneRow, twoUnits, 1).kolmogorovSmirnov());
        assertThrows(IllegalArgumentException.class, () -> drift.between(twoUnits, oneRow, 1).jensenShannon());
    }
}
