package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shiftscope.Golden.assertClose;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    static Stream<RandomSamples> sources() {
        return RandomSamples.sources(50);
    }

    @Test
    void knowsASmallSampleByHand() {
        Moments moments = Moments.of(new double[] {99, 2, 4, 6, 99}, 1, 3);
        assertEquals(new Moments(3, 4, 8), moments);
        assertEquals(8.0 / 3, moments.variance());
        assertEquals(Math.sqrt(8.0 / 3), moments.standardDeviation());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void momentsOfPartsMergeIntoThoseOfTheWhole(RandomSamples random) {
        double[] values = random.values(2 + random.size(200));
        int cut = random.size(values.length - 1);
        Moments whole = Moments.of(values);
        Moments merged = Moments.of(values, 0, cut).mergedWith(Moments.of(values, cut, values.length - cut));
        assertEquals(whole.n(), merged.n());
        assertClose("mean", whole.mean(), merged.mean(), 1e-12);
        assertClose("m2", whole.m2(), merged.m2(), 1e-12 * Math.max(1, whole.m2()));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aCommonOffsetChangesTheMeanOnly(RandomSamples random) {
        double[] values = random.values(random.size(200));
        double offset = 1 << 20;
        double[] rounded = Arrays.stream(values).map(value -> value + offset - offset).toArray();
        double[] moved = Arrays.stream(rounded).map(value -> value + offset).toArray();
        assertClose("mean", Moments.of(rounded).mean() + offset, Moments.of(moved).mean(), Math.ulp(offset));
        assertClose("variance", Moments.of(rounded).variance(), Moments.of(moved).variance(), 1e-11);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, -1.0 / 3, 1e300, Double.MIN_VALUE})
    void equalValuesHaveNoVarianceAtAll(double value) {
        double[] values = new double[7];
        Arrays.fill(values, value);
        assertEquals(new Moments(7, value, 0), Moments.of(values));
    }

    @Test
    void anOutlierInFrontCostsTheOthersNothing() {
        Moments moments = Moments.of(new double[] {1e16, 1, 2, 3});
        assertClose("mean", 2.5e15 + 1.5, moments.mean(), 0.5);
    }

    @Test
    void oneValueHasNoVariance() {
        assertEquals(0, Moments.of(new double[] {5}).variance());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aNumberThatIsNotFiniteShows(double value) {
        for (double[] values : new double[][] {{value, 1, 2}, {1, value, 2}, {1, 2, value}}) {
            Moments moments = Moments.of(values);
            assertTrue(Double.isNaN(moments.variance()));
            assertFalse(Double.isFinite(moments.mean()));
        }
    }

    @Test
    void refusesWhatHasNoMoments() {
        assertThrows(IllegalArgumentException.class, () -> Moments.of(new double[0]));
        assertThrows(IllegalArgumentException.class, () -> Moments.of(new double[3], 1, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> Moments.of(new double[3], 2, 2));
        assertThrows(IllegalArgumentException.class, () -> new Moments(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Moments(1, 0, -1));
    }
}
