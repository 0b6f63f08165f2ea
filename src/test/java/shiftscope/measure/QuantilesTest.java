package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {
    static Stream<RandomSamples> sources() {
        return RandomSamples.sources(30);
    }

    @Test
    void interpolatesBetweenNeighbours() {
        double[] sorted = {1, 2, 4, 8};
        assertEquals(1, Quantiles.of(sorted, 0));
        assertEquals(1.75, Quantiles.of(sorted, 0.25));
        assertEquals(3, Quantiles.of(sorted, 0.5));
        assertEquals(8, Quantiles.of(sorted, 1));
        assertEquals(7, Quantiles.of(new double[] {7}, 0.3));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void neverFallsAndStaysWithinTheSample(RandomSamples random) {
        double[] sorted = random.sorted(random.size(60));
        double last = sorted[0];
        for (int step = 0; step <= 1000; step++) {
            double quantile = Quantiles.of(sorted, step / 1000.0);
            assertTrue(quantile >= last, () -> "at " + quantile);
            last = quantile;
        }
        assertEquals(sorted[sorted.length - 1], last);
    }

    @Test
    void isNaNBesideNumbersThatAreNotFinite() {
        assertTrue(Double.isNaN(Quantiles.of(new double[] {1, 2, Double.NaN}, 0.1)));
        assertTrue(Double.isNaN(Quantiles.of(new double[] {Double.NEGATIVE_INFINITY, 1, 2}, 0.9)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void refusesAnImpossibleP(double p) {
        assertThrows(IllegalArgumentException.class, () -> Quantiles.of(new double[] {1}, p));
    }

    @Test
    void refusesAnEmptySample() {
        assertThrows(IllegalArgumentException.class, () -> Quantiles.of(new double[0], 0.5));
    }

    /** With ties, with outliers that lie outside the bins, with zeros of both signs, and with so few values that most bins are empty. */
    @ParameterizedTest
    @MethodSource("sources")
    void ofALayerAreThoseOfAllItsValuesSorted(RandomSamples random) {
        int rows = random.size(200);
        int units = random.size(12);
        double[] values = random.values(rows * units);
        if (values.length > 250) {
            values[3] = 1e9;
            values[70] = -1e12;
            values[71] = 0.0;
            values[72] = -0.0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] levels = {0.99, 0, 0.01, 0.5, random.uniform(0, 1), 1};

        double[] found = Quantiles.of(LayerShift.Reference.of(values, rows, units), counts(values, 32), levels);

        for (int i = 0; i < levels.length; i++) {
            assertEquals(Quantiles.of(sorted, levels[i]), found[i], "at " + levels[i]);
        }
    }

    private static DyadicHistogram counts(double[] values, int mostBins) {
        return DyadicHistogram.of(values, 0, values.length, mostBins);
    }

    @Test
    void ofALayerAreNaNBesideNumbersThatAreNotFinite() {
        double[] values = {1, Double.NEGATIVE_INFINITY, 3};
        LayerShift.Reference layer = LayerShift.Reference.of(values, 3, 1);

        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, Quantiles.of(layer, counts(values, 8), 0, 0.9));
        assertThrows(IllegalArgumentException.class, () -> Quantiles.of(layer, counts(new double[2], 8), 0.5));
        double[] finite = {1, 2, 3};
        LayerShift.Reference three = LayerShift.Reference.of(finite, 1, 3);
        assertThrows(IllegalArgumentException.class, () -> Quantiles.of(three, counts(finite, 8), 1.5));
    }
}
