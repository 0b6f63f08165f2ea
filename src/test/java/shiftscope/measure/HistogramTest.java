package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HistogramTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    static Stream<RandomSamples> sources() {
        return RandomSamples.sources(50);
    }

    @Test
    void binsAreHalfOpenAndTheLastIsClosed() {
        double[] values = {-0.1, 0, 0.99, 1, 2, 3, 3.01, Double.NaN, INFINITE, -INFINITE};
        Histogram histogram = Histogram.of(values, 0, 3, 3);
        assertArrayEquals(new int[] {2, 1, 2}, histogram.counts());
        assertEquals(1, histogram.under());
        assertEquals(1, histogram.over());
        assertEquals(3, histogram.nonFinite());
        assertEquals(10, histogram.total());
        assertEquals(0.2, histogram.share(0));
        assertEquals(1, histogram.binWidth());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void countsEveryValueOnce(RandomSamples random) {
        double[] values = random.values(8 + random.size(300));
        values[1] = Double.NaN;
        values[3] = INFINITE;
        values[7] = -INFINITE;
        double low = random.uniform(-4, 4);
        Histogram histogram = Histogram.of(values, low, low + random.uniform(0.1, 5), random.size(40));
        int inBins = 0;
        for (int i = 0; i < histogram.bins(); i++) {
            inBins += histogram.count(i);
        }
        assertEquals(3, histogram.nonFinite());
        assertEquals(values.length, inBins + histogram.under() + histogram.over() + histogram.nonFinite());
        assertEquals(values.length, histogram.total());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 10",
        "-0.3, 0.7, 7",
        "0.1, 0.3, 3",
        "-3.2852560214270854, 3.4226186605759006, 12",
        "999999.9981577701, 1000000.0037109962, 64",
        "1, 1.0000000000000004, 12",
        "0, 4.9E-323, 12",
        "-8e307, 8e307, 33",
    })
    void theReportedEdgesDecide(double low, double high, int bins) {
        Histogram any = Histogram.of(new double[] {low}, low, high, bins);
        assertEquals(low, any.edge(0));
        assertEquals(high, any.edge(bins));
        for (int edge = 0; edge <= bins; edge++) {
            for (double value : new double[] {Math.nextDown(any.edge(edge)), any.edge(edge), Math.nextUp(any.edge(edge))}) {
                assertEquals(expected(any, value), Histogram.of(new double[] {value}, low, high, bins), () -> "of " + value);
            }
        }
    }

    private static Histogram expected(Histogram edges, double value) {
        int last = edges.bins() - 1;
        int[] counts = new int[edges.bins()];
        for (int i = 0; i < last; i++) {
            counts[i] = edges.edge(i) <= value && value < edges.edge(i + 1) ? 1 : 0;
        }
        counts[last] = edges.edge(last) <= value && value <= edges.high() ? 1 : 0;
        return new Histogram(edges.low(), edges.high(), counts, value < edges.low() ? 1 : 0, value > edges.high() ? 1 : 0, 0);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void histogramsOfPartsMergeIntoThatOfTheWhole(RandomSamples random) {
        double[] values = random.values(2 + random.size(200));
        values[0] = Double.NaN;
        int cut = random.size(values.length - 1);
        Histogram head = Histogram.of(values, 0, cut, -2, 2, 16);
        Histogram tail = Histogram.of(values, cut, values.length - cut, -2, 2, 16);
        Histogram whole = Histogram.of(values, -2, 2, 16);
        assertEquals(whole, head.mergedWith(tail));
        assertEquals(whole.hashCode(), tail.mergedWith(head).hashCode());
    }

    @Test
    void nobodyCanWriteIntoIt() {
        int[] given = {1, 2};
        Histogram histogram = new Histogram(0, 1, given, 0, 0, 0);
        given[0] = 100;
        histogram.counts()[1] = 100;
        assertEquals(new Histogram(0, 1, new int[] {1, 2}, 0, 0, 0), histogram);
    }

    @Test
    void isEqualByValue() {
        Histogram histogram = new Histogram(0, 1, new int[] {1, 2}, 3, 4, 5);
        assertEquals("2 bins from 0.0 to 1.0 [1, 2], 3 under, 4 over, 5 not finite", histogram.toString());
        assertNotEquals(histogram, new Histogram(0, 1, new int[] {2, 1}, 3, 4, 5));
        assertNotEquals(histogram, new Histogram(0, 2, new int[] {1, 2}, 3, 4, 5));
        assertNotEquals(histogram, new Histogram(0, 1, new int[] {1, 2}, 3, 4, 6));
    }

    @Test
    void refusesWhatCannotBeCounted() {
        double[] one = {1};
        assertThrows(IllegalArgumentException.class, () -> Histogram.of(new double[0], 0, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> Histogram.of(one, 0, 0, 0, 1, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> Histogram.of(one, 1, 1, 0, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> Histogram.of(one, 1, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> Histogram.of(one, 2, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> Histogram.of(one, Double.NaN, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> Histogram.of(one, 0, INFINITE, 2));
        assertThrows(IllegalArgumentException.class, () -> Histogram.of(one, -Double.MAX_VALUE, Double.MAX_VALUE, 2));
        assertThrows(IllegalArgumentException.class, () -> Histogram.of(one, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Histogram(0, 1, new int[] {-1, 2}, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Histogram(0, 1, new int[] {1}, -1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Histogram(0, 1, new int[] {0}, 0, 0, 0));
    }

    @Test
    void refusesToMergeAcrossEdges() {
        Histogram histogram = Histogram.of(new double[] {1}, 0, 1, 2);
        for (Histogram other : new Histogram[] {
            Histogram.of(new double[] {1}, 0, 1, 3), Histogram.of(new double[] {1}, 0, 2, 2), Histogram.of(new double[] {1}, -1, 1, 2)
        }) {
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> histogram.mergedWith(other));
            assertTrue(refusal.getMessage().contains("common edges"));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> histogram.edge(3));
        assertThrows(IndexOutOfBoundsException.class, () -> histogram.count(2));
    }
}
