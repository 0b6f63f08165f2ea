package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;
import shiftscope.measure.Histogram;
import shiftscope.session.Viewing.Zoom;

class RowAxisTest {
    private static double[] gaussian(int n) {
        RandomStream random = new Seed(5).data();
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.gaussian());
        return values;
    }

    private static Edges held(RowAxis axis, double... values) {
        axis.hold(List.of(new Sample(values, values.length)));
        return axis.edges();
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 1e6, 1e12, 1e200, -1e305, Double.POSITIVE_INFINITY, Double.NaN})
    void oneOutlierSquashesNothing(double outlier) {
        double[] values = gaussian(51_200);
        Edges without = held(new RowAxis(40), values);
        values[4711] = outlier;
        Edges with = held(new RowAxis(40), values);
        Histogram histogram = with.count(values);

        assertEquals(without, with);
        assertTrue(with.low() >= -6 && with.high() <= 6, with::toString);
        assertTrue(histogram.under() + histogram.over() + histogram.nonFinite() >= 1);
    }

    @Test
    void anAxisStaysWhenOutliersComeAndGo() {
        double[] values = gaussian(51_200);
        RowAxis axis = new RowAxis(40);
        Edges first = held(axis, values);
        for (int i = 0; i < 20; i++) {
            double[] spoiled = values.clone();
            for (int k = 0; k < i; k++) {
                spoiled[97 * k] = 1e3 * (k + 1);
            }
            assertEquals(first, held(axis, spoiled));
        }
    }

    @Test
    void whatIsNotFiniteAtAllHasSomeAxis() {
        assertEquals(new Edges(-1, 1, 60), held(new RowAxis(60), Double.NaN, Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 100", "-1, 1, 100", "-3, 3, 60", "0, 7, 70", "-0.25, 0.5, 75", "1000, 1001.5, 75", "0.1, 0.7, 60", "-1e-9, 1e-9, 100"})
    void aRoundZoomHasRoundBins(double low, double high, int bins) {
        assertEquals(new Edges(low, high, bins), Edges.within(new Zoom(1, low, high)));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.123456, 7.654321", "0, 2.4", "3.14159, 3.14160", "1, 1.0000000000000002", "-8e307, 8e307", "0, 4.9e-324"
    })
    void anyZoomIsKeptExactly(double low, double high) {
        Edges edges = Edges.within(new Zoom(0, low, high));

        assertEquals(low, edges.low());
        assertEquals(high, edges.high());
        assertTrue(edges.bins() >= 50 && edges.bins() <= 100, edges::toString);
        assertEquals(1, edges.count(new double[] {high}).count(edges.bins() - 1));
    }
}
