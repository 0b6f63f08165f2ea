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

class BulkTest {
    static Stream<RandomSamples> sources() {
        return RandomSamples.sources(30);
    }

    private static Bulk of(double... values) {
        return Bulk.of(values, 0, values.length).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void isTheWholeOfASampleWithoutOutliers(RandomSamples random) {
        double[] values = random.values(2 + random.size(300));
        Bulk bulk = of(values);
        Moments moments = Moments.of(values);

        assertEquals(Arrays.stream(values).min().orElseThrow(), bulk.least());
        assertEquals(Arrays.stream(values).max().orElseThrow(), bulk.most());
        assertClose("mean", moments.mean(), bulk.mean(), 1e-12);
        assertClose("deviation", moments.standardDeviation(), bulk.deviation(), 1e-9);
    }

    /** Where one of them alone would make the deviation of the whole sample thousands of times larger. */
    @ParameterizedTest
    @MethodSource("sources")
    void oneInTwoHundredMayBeLeftOut(RandomSamples random) {
        double[] values = random.values(20_000);
        values[0] += 1;
        Bulk clean = of(values);
        double far = 1e4 * Math.max(1, Math.abs(clean.most()));
        double[] spoiled = values.clone();
        for (int i = 0; i < 99; i++) {
            spoiled[200 * i + 7] = i % 3 == 0 ? -far : far * far;
        }
        Bulk bulk = of(spoiled);

        assertTrue(bulk.least() >= clean.least() && bulk.most() <= clean.most(), bulk::toString);
        assertClose("deviation", clean.deviation(), bulk.deviation(), 0.05 * clean.deviation());
    }

    @Test
    void aSecondLumpIsNoOutlier() {
        double[] values = new double[10_000];
        Arrays.setAll(values, i -> i % 100 == 0 ? 50 : (i % 7) / 7.0);

        assertEquals(50, of(values).most());
    }

    @Test
    void theReachIsNeverFartherThanTheValues() {
        Bulk bulk = of(-1, 1, -1, 1);

        assertEquals(-1, bulk.low(4));
        assertEquals(1, bulk.high(4));
        assertEquals(-0.5, bulk.low(0.5));
        assertEquals(0.5, bulk.high(0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-323, 1e-200, 1e-150, 1, 1e100, 1e150})
    void noScaleIsTooSmallOrTooLarge(double scale) {
        Bulk bulk = of(-scale, 0, scale);

        assertEquals(-scale, bulk.low(4));
        assertEquals(scale, bulk.high(4));
    }

    @Test
    void onlyFiniteValuesCount() {
        Bulk bulk = of(Double.NaN, 2, Double.POSITIVE_INFINITY, 3, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -1e200);

        assertEquals(new Bulk(2, 3, 2.5, 0.5), bulk);
        assertTrue(Bulk.of(new double[] {Double.NaN, -Double.MAX_VALUE}, 0, 2).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> Bulk.of(new double[1], 0, 0));
    }

    @Test
    void aConstantHasNoDeviation() {
        assertEquals(new Bulk(0.1, 0.1, 0.1, 0), of(0.1, 0.1, 0.1));
    }
}
