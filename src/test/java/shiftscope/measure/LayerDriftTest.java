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
        assertEquals((2 + 1.5) / 2 / 10, drift.wasserstein(then, now, 10), 1e-15);
        assertEquals((0.5 + 0.5) / 2, drift.kolmogorovSmirnov(then, now));
        assertEquals((2 + 1.5) / 2 / 10, drift.mean(then, now, 10), 1e-15);
        assertEquals(LN_2, drift.deviation(then, now), 1e-15, "unit 2 was constant");
        // Unit 1: no value shares a bin. Unit 2: all of {5, 5} and half of {5, 8} are in the first.
        double half = 0.5 * (StrictMath.log(1 / 0.75) + 0.5 * StrictMath.log(0.5 / 0.75) + 0.5 * StrictMath.log(0.5 / 0.25)) / LN_2;
        assertEquals((1 + half) / 2, drift.jensenShannon(then, now), 1e-15);
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
        assertClose("W1", sums[0] / units, drift.wasserstein(before, after, 1.7), 1e-12);
        assertClose("KS", sums[1] / units, drift.kolmogorovSmirnov(before, after), 1e-12);
        assertClose("JS", sums[2] / units, drift.jensenShannon(before, after), 1e-12);
        assertClose("mean", sums[3] / units, drift.mean(before, after, 1.7), 1e-12);
        if (Double.isFinite(sums[4])) {
            assertClose("deviation", sums[4] / units, drift.deviation(before, after), 1e-12);
        }
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
        assertEquals(0, drift.wasserstein(here, here, 1));
        assertEquals(0, drift.kolmogorovSmirnov(here, here));
        assertEquals(0, drift.jensenShannon(here, here));
        assertEquals(0, drift.mean(here, here, 1));
        Reference there = Reference.of(elsewhere, rows, 3);
        assertEquals(1, drift.kolmogorovSmirnov(here, there));
        assertEquals(1, drift.jensenShannon(here, there));
        assertEquals(1, drift.jensenShannon(there, here));
    }

    @Test
    void unitsThatAreConstantHaveNoDeviation() {
        LayerDrift drift = new LayerDrift(2);
        Reference then = Reference.of(new double[] {0, 5, 2, 5}, 2, 2);
        Reference collapsed = Reference.of(new double[] {1, 5, 1, 5}, 2, 2);
        assertTrue(Double.isNaN(drift.deviation(then, collapsed)));
        assertEquals(0, drift.deviation(then, then));
        Reference constants = Reference.of(new double[] {1, 1, 1, 1}, 2, 2);
        assertEquals(0, drift.jensenShannon(constants, constants));
        assertTrue(Double.isNaN(drift.wasserstein(constants, then, constants.sigma())));
        assertTrue(Double.isNaN(drift.mean(constants, then, constants.sigma())));
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
        assertTrue(Double.isNaN(drift.wasserstein(then, now, 1)));
        assertTrue(Double.isNaN(drift.kolmogorovSmirnov(then, now)));
        assertTrue(Double.isNaN(drift.jensenShannon(then, now)));
        assertTrue(Double.isNaN(drift.mean(then, now, 1)));
        assertTrue(Double.isNaN(drift.deviation(then, now)));
    }

    @Test
    void aRangeBeyondAllNumbersHasNoBins() {
        LayerDrift drift = new LayerDrift(2);
        Reference wide = Reference.of(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 2, 1);
        assertTrue(Double.isNaN(drift.jensenShannon(wide, wide)));
    }

    @Test
    void comparesOnlyWhatHasTheSameShape() {
        LayerDrift drift = new LayerDrift(2);
        Reference twoUnits = Reference.of(new double[4], 2, 2);
        Reference oneUnit = Reference.of(new double[2], 2, 1);
        Reference oneRow = Reference.of(new double[2], 1, 2);
        assertThrows(IllegalArgumentException.class, () -> drift.mean(twoUnits, oneUnit, 1));
        assertThrows(IllegalArgumentException.class, () -> drift.kolmogorovSmirnov(oneRow, twoUnits));
        assertThrows(IllegalArgumentException.class, () -> drift.jensenShannon(twoUnits, oneRow));
    }
}
