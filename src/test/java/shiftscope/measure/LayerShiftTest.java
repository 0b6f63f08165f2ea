package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shiftscope.Golden.assertClose;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerShiftTest {
    static Stream<RandomSamples> sources() {
        return RandomSamples.sources(30);
    }

    /** Of the whole layer. */
    private static double shift(LayerShift.Reference then, double[] now) {
        LayerShift.Reference there = LayerShift.Reference.of(now, then.rows(), then.units());
        return new LayerDrift(then.rows()).between(then, there, then.sigma()).wasserstein();
    }

    @Test
    void knowsASmallLayerByHand() {
        double[] then = {
            0, 5,
            2, 5,
        };
        double[] now = {
            1, 5,
            4, 8,
        };
        // W1 = 1.5 and 1.5; σ0 = 1 and 0
        assertEquals(1.5 / Math.sqrt(0.5), shift(LayerShift.Reference.of(then, 2, 2), now), 1e-15);
        assertArrayEquals(new double[] {1, 5, 4, 8}, now);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aTranslationOfStandardizedUnitsIsTheShift(RandomSamples random) {
        int rows = 1 + random.size(100);
        int units = random.size(12);
        double[] then = standardized(random, rows, units);
        double translation = random.uniform(-3, 3);
        double[] now = Arrays.stream(then).map(value -> value + translation).toArray();
        LayerShift.Reference reference = LayerShift.Reference.of(then, rows, units);
        assertClose("shift", Math.abs(translation), shift(reference, now), 1e-12);
        assertEquals(0, shift(reference, then));
        assertArrayEquals(new double[units], reference.unitShifts(then));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void theUnitsAloneAreEachTheirOwnDistance(RandomSamples random) {
        int rows = 1 + random.size(60);
        int units = random.size(9);
        double[] then = random.values(rows * units);
        double[] now = random.values(rows * units);
        then[0] += 1;
        LayerShift.Reference reference = LayerShift.Reference.of(then, rows, units);
        double[] shifts = reference.unitShifts(now);
        double variances = 0;
        for (int unit = 0; unit < units; unit++) {
            variances += Moments.of(sortedColumn(then, rows, units, unit)).variance() / units;
        }
        for (int unit = 0; unit < units; unit++) {
            assertArrayEquals(sortedColumn(then, rows, units, unit), reference.sorted(unit));
            double distance = Distance.wasserstein1(sortedColumn(then, rows, units, unit), sortedColumn(now, rows, units, unit));
            assertClose("unit " + unit, distance / Math.sqrt(variances), shifts[unit], 1e-12);
        }
        assertClose("their mean", shift(reference, now), Arrays.stream(shifts).average().orElseThrow(), 1e-12);
    }

    private static double[] sortedColumn(double[] values, int rows, int units, int unit) {
        double[] column = new double[rows];
        Arrays.setAll(column, row -> values[row * units + unit]);
        Arrays.sort(column);
        return column;
    }

    @Test
    void aUnitThatIsNotFiniteLeavesTheOthersTheirShift() {
        double[] then = {-1, -1, 1, 1};
        LayerShift.Reference reference = LayerShift.Reference.of(then, 2, 2);
        assertArrayEquals(new double[] {Double.NaN, 2}, reference.unitShifts(new double[] {Double.NaN, 1, 0, 3}));
        double[] constant = LayerShift.Reference.of(new double[] {3, 3}, 2, 1).unitShifts(new double[] {4, 5});
        assertArrayEquals(new double[] {Double.NaN}, constant);
    }

    private static double[] standardized(RandomSamples random, int rows, int units) {
        double[] values = new double[rows * units];
        for (int unit = 0; unit < units; unit++) {
            double[] column = random.values(rows);
            column[0] += 1;
            Moments moments = Moments.of(column);
            for (int row = 0; row < rows; row++) {
                values[row * units + unit] = (column[row] - moments.mean()) / moments.standardDeviation();
            }
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("sources")
    void isTheSameOnAnotherScale(RandomSamples random) {
        int rows = 1 + random.size(50);
        double[] then = random.values(rows * 4);
        double[] now = random.values(rows * 4);
        then[0] += 1;
        double shift = shift(LayerShift.Reference.of(then, rows, 4), now);
        double scaled = shift(LayerShift.Reference.of(scaled(then), rows, 4), scaled(now));
        assertEquals(shift, scaled, "a power of two scales exactly");
    }

    private static double[] scaled(double[] values) {
        return Arrays.stream(values).map(value -> value * 0x1p-30).toArray();
    }

    @Test
    void driftsOfDifferentUnitsDoNotCancel() {
        double[] then = {-1, 1, 1, -1};
        double[] now = {0, 0, 2, -2};
        assertEquals(1, shift(LayerShift.Reference.of(then, 2, 2), now), "one unit up by 1, the other down by 1");
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        double[] then = {1, 2, 4};
        assertEquals(0, shift(LayerShift.Reference.of(then, 3, 1), new double[] {4, 1, 2}));
    }

    @Test
    void aDeadUnitLeavesItFinite() {
        double[] then = {0, -1, 0, 1};
        double[] now = {3, -1, 3, 1};
        assertEquals(1.5 / Math.sqrt(0.5), shift(LayerShift.Reference.of(then, 2, 2), now), 1e-15);
    }

    @Test
    void isUndefinedSinceALayerOfConstants() {
        double[] then = {0.1, 7, 0.1, 7, 0.1, 7};
        LayerShift.Reference reference = LayerShift.Reference.of(then, 3, 2);
        assertTrue(Double.isNaN(shift(reference, then)));
        assertTrue(Double.isNaN(shift(reference, new double[6])));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void isNaNBesideNumbersThatAreNotFinite(double value) {
        double[] finite = {1, 2, 3, 4};
        double[] diverged = {1, 2, value, 4};
        assertTrue(Double.isNaN(shift(LayerShift.Reference.of(finite, 2, 2), diverged)));
        assertTrue(Double.isNaN(shift(LayerShift.Reference.of(diverged, 2, 2), finite)));
        assertTrue(Double.isNaN(shift(LayerShift.Reference.of(diverged, 2, 2), diverged)));
    }

    @Test
    void keepsACopyAndIgnoresWhatFollowsTheMatrix() {
        double[] then = {-1, 1, Double.NaN};
        LayerShift.Reference reference = LayerShift.Reference.of(then, 2, 1);
        then[0] = 100;
        assertEquals(2, shift(reference, new double[] {1, 3, Double.NaN}));
        assertEquals(2, reference.rows());
        assertEquals(1, reference.units());
    }

    @Test
    void allocatesNextToNothing() {
        int rows = 512;
        int units = 100;
        RandomSamples random = RandomSamples.sources(1).findFirst().orElseThrow();
        LayerShift.Reference reference = LayerShift.Reference.of(random.values(rows * units), rows, units);
        double[] now = random.values(rows * units);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long fewest = Long.MAX_VALUE;
        double shifts = 0;
        for (int i = 0; i < 5; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            shifts += reference.unitShifts(now)[0];
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(shifts > 0);
        long bytesPerUnit = fewest / units;
        assertTrue(bytesPerUnit < 512, "a column is 4096 bytes, allocated per unit were " + bytesPerUnit);
    }

    @Test
    void refusesWhatIsEmptyOrTooShort() {
        assertThrows(IllegalArgumentException.class, () -> LayerShift.Reference.of(new double[0], 0, 1));
        assertThrows(IllegalArgumentException.class, () -> LayerShift.Reference.of(new double[0], 1, 0));
        assertThrows(IllegalArgumentException.class, () -> LayerShift.Reference.of(new double[3], 2, 2));
        assertThrows(IllegalArgumentException.class, () -> LayerShift.Reference.of(new double[1], 1 << 20, 1 << 20));
        LayerShift.Reference reference = LayerShift.Reference.of(new double[] {1, 2}, 2, 1);
        assertThrows(IllegalArgumentException.class, () -> reference.unitShifts(new double[1]));
    }
}
