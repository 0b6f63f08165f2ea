package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
