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

class DistanceTest {
    private static final double LN_2 = StrictMath.log(2);

    static Stream<RandomSamples> sources() {
        return RandomSamples.sources(60);
    }

    @Test
    void wassersteinOfUnequallyManyByHand() {
        // Quantile functions: a steps at 1/2; b at 1/3 and 2/3.
        double[] a = {0, 6};
        double[] b = {0, 3, 6};
        assertClose("W1", 3 * (1.0 / 6) + 3 * (1.0 / 6), Distance.wasserstein1(a, b), 1e-15);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void wassersteinIsAMetric(RandomSamples random) {
        double[] a = random.sorted(random.size(80));
        double[] b = random.sorted(random.size(80));
        double[] c = random.sorted(random.size(80));
        double ab = Distance.wasserstein1(a, b);
        assertClose("symmetry", ab, Distance.wasserstein1(b, a), 1e-13);
        assertEquals(0, Distance.wasserstein1(a, a.clone()));
        assertTrue(ab > 0);
        assertTrue(Distance.wasserstein1(a, c) <= ab + Distance.wasserstein1(b, c) + 1e-13, "triangle inequality");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void wassersteinOfAShiftIsTheShift(RandomSamples random) {
        double[] a = random.sorted(random.size(80));
        double shift = random.uniform(-5, 5);
        double[] shifted = Arrays.stream(a).map(value -> value + shift).toArray();
        assertClose("W1", Math.abs(shift), Distance.wasserstein1(a, shifted), 1e-13);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyValueTwiceIsTheSameDistribution(RandomSamples random) {
        double[] a = random.sorted(random.size(80));
        double[] twice = Arrays.stream(a).flatMap(value -> Arrays.stream(new double[] {value, value})).toArray();
        double[] b = random.sorted(random.size(80));
        assertEquals(0, Distance.wasserstein1(a, twice));
        assertEquals(0, Distance.kolmogorovSmirnov(a, twice));
        assertClose("W1", Distance.wasserstein1(a, b), Distance.wasserstein1(twice, b), 1e-12);
        assertClose("KS", Distance.kolmogorovSmirnov(a, b), Distance.kolmogorovSmirnov(twice, b), 1e-15);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void agreesWithTheDefinitionOnDistributionFunctions(RandomSamples random) {
        double[] a = random.sorted(random.size(40));
        double[] b = random.sorted(random.size(40));
        double[] all = Stream.of(a, b).flatMapToDouble(Arrays::stream).sorted().distinct().toArray();
        double area = 0;
        double greatest = 0;
        for (int i = 0; i < all.length; i++) {
            double difference = Math.abs(shareUpTo(all[i], a) - shareUpTo(all[i], b));
            greatest = Math.max(greatest, difference);
            area += i + 1 < all.length ? difference * (all[i + 1] - all[i]) : 0;
        }
        assertClose("W1", area, Distance.wasserstein1(a, b), 1e-12);
        assertClose("KS", greatest, Distance.kolmogorovSmirnov(a, b), 1e-15);
        assertEquals(Distance.kolmogorovSmirnov(b, a), Distance.kolmogorovSmirnov(a, b));
    }

    private static double shareUpTo(double x, double[] values) {
        return Arrays.stream(values).filter(value -> value <= x).count() / (double) values.length;
    }

    @Test
    void kolmogorovSmirnovReadsAfterTheWholeTie() {
        double[] a = {0, 0, 0, 1};
        double[] b = {0, 1, 1, 1};
        assertEquals(0.5, Distance.kolmogorovSmirnov(a, b));
        assertEquals(1, Distance.kolmogorovSmirnov(new double[] {1, 2}, new double[] {3}));
        assertEquals(0, Distance.kolmogorovSmirnov(new double[] {-0.0}, new double[] {0.0}));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void wassersteinOfBinsIsWithinABinOfTheExact(RandomSamples random) {
        double[] a = random.sorted(random.size(200));
        double[] b = random.sorted(random.size(200));
        double low = Math.min(a[0], b[0]) - 0.1;
        double high = Math.max(a[a.length - 1], b[b.length - 1]);
        Histogram binsOfA = Histogram.of(a, low, high, 24);
        Histogram binsOfB = Histogram.of(b, low, high, 24);
        double exact = Distance.wasserstein1(a, b);
        assertClose("W1", exact, Distance.wasserstein1(binsOfA, binsOfB), binsOfA.binWidth());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void divergencesKeepTheirBounds(RandomSamples random) {
        Histogram a = Histogram.of(random.values(random.size(200)), -2, 2, 16);
        Histogram b = Histogram.of(random.values(random.size(200)), -2, 2, 16);
        double divergence = Distance.jensenShannon(a, b);
        assertTrue(divergence >= 0 && divergence <= LN_2, () -> "JS " + divergence);
        assertEquals(divergence, Distance.jensenShannon(b, a));
        assertEquals(0, Distance.jensenShannon(a, a));
    }

    @Test
    void jensenShannonLeavesNoValueOut() {
        Histogram in = new Histogram(0, 1, new int[] {4}, 0, 0, 0);
        assertEquals(LN_2, Distance.jensenShannon(in, new Histogram(0, 1, new int[] {0}, 4, 0, 0)), 1e-15);
        assertEquals(LN_2, Distance.jensenShannon(in, new Histogram(0, 1, new int[] {0}, 0, 2, 2)), 1e-15);
        assertEquals(0.25 * LN_2 + 0.5 * (0.5 * Math.log(2.0 / 3) + Math.log(4.0 / 3)),
                Distance.jensenShannon(new Histogram(0, 1, new int[] {2}, 2, 0, 0), in), 1e-15);
    }

    @Test
    void kullbackLeiblerSmoothsEmptyBinsAndRefusesToGuessAboutOthers() {
        Histogram a = new Histogram(0, 1, new int[] {1, 0}, 0, 0, 0);
        Histogram b = new Histogram(0, 1, new int[] {0, 1}, 0, 0, 0);
        assertEquals(0.5 * Math.log(3), Distance.kullbackLeiblerSmoothed(a, b), 1e-15);
        assertEquals(0, Distance.kullbackLeiblerSmoothed(a, a));
        Histogram outside = new Histogram(0, 1, new int[] {1, 0}, 0, 1, 0);
        assertTrue(Double.isNaN(Distance.kullbackLeiblerSmoothed(a, outside)));
        assertTrue(Double.isNaN(Distance.kullbackLeiblerSmoothed(outside, a)));
    }

    @Test
    void wassersteinOfBinsKeepsValuesOutsideInTheOutermost() {
        Histogram inside = new Histogram(0, 3, new int[] {1, 0, 1}, 0, 0, 0);
        assertEquals(0, Distance.wasserstein1(inside, new Histogram(0, 3, new int[] {0, 0, 0}, 1, 1, 0)));
        assertEquals(1, Distance.wasserstein1(inside, new Histogram(0, 3, new int[] {0, 0, 0}, 2, 0, 0)));
        assertTrue(Double.isNaN(Distance.wasserstein1(inside, new Histogram(0, 3, new int[] {1, 0, 0}, 0, 0, 1))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void isNaNBesideNumbersThatAreNotFinite(double value) {
        double[] finite = {1, 2};
        double[] other = {0, value};
        Arrays.sort(other);
        assertTrue(Double.isNaN(Distance.wasserstein1(finite, other)));
        assertTrue(Double.isNaN(Distance.wasserstein1(other, finite)));
        assertTrue(Double.isNaN(Distance.kolmogorovSmirnov(finite, other)));
    }

    @Test
    void refusesSamplesThatAreEmptyOrNotSortedAndForeignEdges() {
        double[] one = {1};
        double[] unsorted = {2, 1, 3};
        assertThrows(IllegalArgumentException.class, () -> Distance.wasserstein1(one, new double[0]));
        assertThrows(IllegalArgumentException.class, () -> Distance.kolmogorovSmirnov(new double[0], one));
        assertThrows(IllegalArgumentException.class, () -> Distance.wasserstein1(one, unsorted));
        assertThrows(IllegalArgumentException.class, () -> Distance.kolmogorovSmirnov(unsorted, one));
        Histogram here = Histogram.of(one, 0, 1, 2);
        Histogram there = Histogram.of(one, 0, 2, 2);
        assertThrows(IllegalArgumentException.class, () -> Distance.jensenShannon(here, there));
        assertThrows(IllegalArgumentException.class, () -> Distance.kullbackLeiblerSmoothed(here, there));
        assertThrows(IllegalArgumentException.class, () -> Distance.wasserstein1(here, there));
    }
}
