package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DyadicHistogramTest {
    private static final int BINS = 64;

    static Stream<RandomSamples> sources() {
        return RandomSamples.sources(60);
    }

    private static DyadicHistogram of(double... values) {
        return DyadicHistogram.of(values, 0, values.length, BINS);
    }

    /** What bins of that width hold, counted one value after the other with exact edges. */
    private static int[] counted(double[] values, DyadicHistogram edges) {
        int[] counts = new int[edges.bins()];
        for (double value : values) {
            for (int bin = 0; bin < counts.length; bin++) {
                if (value >= edges.low() + bin * edges.width() && value < edges.low() + (bin + 1) * edges.width()) {
                    counts[bin]++;
                }
            }
        }
        return counts;
    }

    @ParameterizedTest
    @MethodSource("sources")
    void widerBinsHoldWhatCountingInThemWouldFind(RandomSamples random) {
        double[] values = random.values(random.size(400));
        double scale = Math.pow(10, random.uniform(-12, 12));
        Arrays.setAll(values, i -> values[i] * scale);
        DyadicHistogram fine = of(values);

        assertArrayEquals(counted(values, fine), fine.counts());
        assertTrue(fine.bins() <= BINS && (fine.bins() > BINS / 4 || Arrays.stream(values).distinct().count() == 1), fine::toString);
        for (int wider = 0; wider < 12; wider++) {
            DyadicHistogram wide = fine.coarsened(fine.exponent() + wider);
            assertArrayEquals(counted(values, wide), wide.counts());
            assertEquals(values.length, wide.total());
            assertEquals(0, wide.under() + wide.over());
            assertEquals(fine.width() * (1 << wider), wide.width());
            assertTrue(wide.low() <= fine.low() && wide.high() >= fine.high());
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void twoStepsOfCoarseningAreOne(RandomSamples random) {
        DyadicHistogram fine = of(random.values(random.size(100)));
        int exponent = fine.exponent();

        assertEquals(fine.coarsened(exponent + 5), fine.coarsened(exponent + 2).coarsened(exponent + 5));
        assertEquals(fine, fine.coarsened(exponent));
    }

    /** Two samples brought to one width add up to what their values together are. */
    @ParameterizedTest
    @MethodSource("sources")
    void samplesOfDifferentRangesMeetAtOneWidth(RandomSamples random) {
        double[] narrow = random.values(100);
        double[] wide = Arrays.stream(random.values(100)).map(value -> 40 * value).toArray();
        DyadicHistogram ofWide = of(wide);
        DyadicHistogram ofNarrow = of(narrow).coarsened(Math.max(ofWide.exponent(), of(narrow).exponent()));
        DyadicHistogram both = ofWide.coarsened(ofNarrow.exponent());
        long first = Math.min(ofNarrow.first(), both.first());
        long end = Math.max(ofNarrow.first() + ofNarrow.bins(), both.first() + both.bins());
        int[] sum = new int[(int) (end - first)];
        for (DyadicHistogram part : new DyadicHistogram[] {ofNarrow, both}) {
            for (int i = 0; i < part.bins(); i++) {
                sum[(int) (part.first() - first) + i] += part.count(i);
            }
        }
        double[] all = Stream.of(narrow, wide).flatMapToDouble(Arrays::stream).toArray();
        assertArrayEquals(counted(all, new DyadicHistogram(both.exponent(), first, sum, 0, 0, 0)), sum);
    }

    @Test
    void anEdgeBelongsToTheBinAbove() {
        DyadicHistogram histogram = DyadicHistogram.of(new double[] {-1, -0.5, Math.nextDown(0.0), -0.0, 0, 0.5, 1}, 0, 7, 5);

        assertEquals(0.5, histogram.width());
        assertEquals(-1, histogram.low());
        assertEquals(1.5, histogram.high());
        assertArrayEquals(new int[] {1, 2, 2, 1, 1}, histogram.counts());
        assertEquals(-0.5, histogram.edge(1));
        assertEquals(1.0, histogram.edge(4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1, -3.7, 1e-300, 4.9e-324, -4.9e-324, 1e150, -1e150, 123456789.123})
    void aConstantHasOneBin(double value) {
        DyadicHistogram histogram = of(value, value, value);

        assertArrayEquals(new int[] {3}, histogram.counts());
        assertTrue(histogram.low() <= value && value < histogram.high(), histogram::toString);
        assertTrue(histogram.width() <= Math.max(0x1p-1000, Math.abs(value) / 1e9), histogram::toString);
    }

    @Test
    void aLargeCommonOffsetLeavesTheShape() {
        double[] values = new double[100];
        Arrays.setAll(values, i -> 1e9 + i / 100.0);
        DyadicHistogram histogram = of(values);

        assertEquals(0x1p-6, histogram.width());
        assertArrayEquals(counted(values, histogram), histogram.counts());
    }

    @Test
    void binsAreNeverNarrowerThanNumbersAre() {
        double next = Math.nextUp(1e15);
        DyadicHistogram histogram = of(1e15, next, Math.nextUp(next));

        assertTrue(1e15 + histogram.width() > 1e15);
        assertEquals(3, Arrays.stream(histogram.counts()).sum());
    }

    @Test
    void whatIsNotFiniteIsCountedApart() {
        DyadicHistogram histogram = of(Double.NaN, 1, Double.POSITIVE_INFINITY, 2, Double.NEGATIVE_INFINITY);
        assertEquals(3, histogram.nonFinite());
        assertEquals(2, Arrays.stream(histogram.counts()).sum());
        assertEquals(5, histogram.total());

        DyadicHistogram none = of(Double.NaN, Double.POSITIVE_INFINITY);
        assertEquals(2, none.nonFinite());
        assertEquals(2, none.total());
        assertEquals(0, Arrays.stream(none.counts()).sum());
    }

    /** One value a million deviations out leaves the others as finely resolved as they were. */
    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e6, 1e100, 1e200, Double.MAX_VALUE})
    void outliersAreCountedOutsideAndDoNotWidenTheBins(double far) {
        double[] values = new double[51_200];
        Arrays.setAll(values, i -> i % 1000 / 1000.0);
        DyadicHistogram without = of(values);
        values[17] = far;
        values[40_000] = -far;
        values[40_001] = -far;
        DyadicHistogram with = of(values);

        assertEquals(without.exponent(), with.exponent());
        assertEquals(1, with.over());
        assertEquals(2, with.under());
        assertEquals(51_200, with.total());
        assertEquals(51_197, Arrays.stream(with.counts()).sum());
        assertEquals(with.total(), with.coarsened(5).total());
    }

    @ParameterizedTest
    @CsvSource({
        "-1.7e308, 1.7e308", "-1e300, 1e300", "-1e-310, 1e10", "-1e10, 1e-310", "-4.9e-324, 4.9e-324", "-1e-320, 1e-320", "0, 4.9e-324",
        "-1e-300, 1e-200", "1, 1.0000000000000002", "-1e-170, 1e-170"
    })
    void anyRangeHasBinsWithFiniteEdges(double low, double high) {
        for (int mostBins : new int[] {2, 3, 64, 256}) {
            DyadicHistogram histogram = DyadicHistogram.of(new double[] {low, high}, 0, 2, mostBins);

            assertTrue(histogram.bins() <= mostBins, histogram::toString);
            assertTrue(Double.isFinite(histogram.low()) && Double.isFinite(histogram.high()), histogram::toString);
            assertTrue(histogram.low() < histogram.high());
            assertEquals(2, histogram.total());
            assertEquals(0, histogram.nonFinite());
        }
    }

    /** Divided by a wide bin it is no number but 0; it is below 0 all the same. */
    @Test
    void theSmallestNegativeNumberIsBelowZero() {
        DyadicHistogram histogram = DyadicHistogram.of(new double[] {-4.9e-324, 1e10}, 0, 2, 8);

        assertEquals(-1, histogram.first());
        assertEquals(1, histogram.count(0));
    }

    @Test
    void onlyTheSliceCounts() {
        double[] values = {99, 1, 2, 99};
        assertEquals(of(1, 2), DyadicHistogram.of(values, 1, 2, BINS));
        assertThrows(IndexOutOfBoundsException.class, () -> DyadicHistogram.of(values, 3, 2, BINS));
        assertThrows(IllegalArgumentException.class, () -> DyadicHistogram.of(values, 1, 0, BINS));
        assertThrows(IllegalArgumentException.class, () -> DyadicHistogram.of(values, 0, 2, 1));
    }

    @Test
    void refusesWhatIsNoHistogram() {
        int[] one = {1};
        assertThrows(IllegalArgumentException.class, () -> new DyadicHistogram(0, 0, new int[0], 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new DyadicHistogram(0, 0, new int[] {-1}, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new DyadicHistogram(0, 0, one, -1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new DyadicHistogram(0, 0, one, 0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new DyadicHistogram(0, 0, one, 0, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> new DyadicHistogram(1002, 0, one, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new DyadicHistogram(-1001, 0, one, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new DyadicHistogram(0, 0, one, 0, 0, 0).coarsened(-1));
        assertThrows(IllegalArgumentException.class, () -> new DyadicHistogram(0, 0, one, 0, 0, 0).coarsened(2000));
    }

    @Test
    void anOverflowingBinIsNoNegativeOne() {
        DyadicHistogram full = new DyadicHistogram(0, 0, new int[] {Integer.MAX_VALUE, 1}, 0, 0, 0);

        assertEquals(1L << 31, full.total());
        assertThrows(ArithmeticException.class, () -> full.coarsened(1));
    }

    @Test
    void nobodyCanWriteIntoIt() {
        int[] counts = {1, 2};
        DyadicHistogram histogram = new DyadicHistogram(0, -1, counts, 0, 0, 0);
        counts[0] = 5;
        histogram.counts()[1] = 5;

        assertArrayEquals(new int[] {1, 2}, histogram.counts());
        assertEquals(2, histogram.count(1));
    }

    @Test
    void isEqualByValue() {
        DyadicHistogram histogram = of(1, 2, 3);
        assertEquals(histogram, of(1, 2, 3));
        assertEquals(histogram.hashCode(), of(1, 2, 3).hashCode());
        assertNotEquals(histogram, of(1, 2, 2));
        assertNotEquals(histogram, of(1, 2, 3, Double.NaN));
        assertNotEquals(histogram, histogram.coarsened(histogram.exponent() + 1));
        assertTrue(histogram.toString().startsWith("from 1.0 by 0.0625 ["), histogram::toString);
    }

    /** Whole numbers or not, near 0 or far from it, with a few or many outliers, and beside what is not finite. */
    @ParameterizedTest
    @MethodSource("sources")
    void countsAsAPlainLoopDoes(RandomSamples random) {
        for (double scale : new double[] {1, 1e-9, 300, 1e20, 1e-310}) {
            for (double offset : new double[] {0, 1, 1e11}) {
                double[] values = random.values(random.size(1500));
                Arrays.setAll(values, i -> scale * (values[i] * (i % 211 == 7 ? 1e3 : 1) + offset));
                assertCounted(values);
                values[0] = Double.NEGATIVE_INFINITY;
                assertCounted(values);
                values[0] = Double.NaN;
                assertCounted(values);
                values[0] = -0.0;
                assertCounted(values);
            }
        }
    }

    private static void assertCounted(double[] values) {
        Bulk bulk = Bulk.of(values, 0, values.length).orElse(new Bulk(0, 0, 0, 0));
        DyadicHistogram histogram = DyadicHistogram.of(values, 0, values.length, 256);
        int[] counts = new int[histogram.bins()];
        long under = 0;
        long over = 0;
        long nonFinite = 0;
        for (double value : values) {
            double bin = Math.floor(value / histogram.width()) - histogram.first();
            bin = value < 0 && value / histogram.width() == 0 ? -1 - histogram.first() : bin;
            if (!Double.isFinite(value)) {
                nonFinite++;
            } else if (bin < 0) {
                under++;
            } else if (bin >= counts.length) {
                over++;
            } else {
                counts[(int) bin]++;
            }
        }
        assertEquals(new DyadicHistogram(histogram.exponent(), histogram.first(), counts, under, over, nonFinite), histogram);
        assertTrue(bulk.least() >= histogram.low() && bulk.least() < histogram.low() + histogram.width(), histogram::toString);
        assertTrue(bulk.most() < histogram.high() && bulk.most() >= histogram.high() - histogram.width(), histogram::toString);
    }
}
