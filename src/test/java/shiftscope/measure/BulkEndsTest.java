package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ends are those of the bulk, whatever the sample. */
class BulkEndsTest {
    static Stream<RandomSamples> sources() {
        return RandomSamples.sources(30);
    }

    private static void assertEndsOfTheBulk(double... values) {
        double[] within = new double[values.length + 3];
        Arrays.fill(within, 1e30);
        System.arraycopy(values, 0, within, 2, values.length);
        Optional<Bulk> bulk = Bulk.of(within, 2, values.length);
        Optional<BulkEnds> ends = BulkEnds.of(within, 2, values.length);

        assertEquals(bulk.isPresent(), ends.isPresent());
        if (bulk.isPresent()) {
            assertEquals(bulk.get().least() + 0.0, ends.get().least() + 0.0);
            assertEquals(bulk.get().most() + 0.0, ends.get().most() + 0.0);
            if (!Double.isNaN(ends.get().lowest())) {
                assertEquals(Arrays.stream(values).min().orElseThrow() + 0.0, ends.get().lowest() + 0.0);
                assertEquals(Arrays.stream(values).max().orElseThrow() + 0.0, ends.get().highest() + 0.0);
            }
        }
    }

    /** From no outliers to more than are left out, which make themselves known one group after the other. */
    @ParameterizedTest
    @MethodSource("sources")
    void withAnyOutliers(RandomSamples random) {
        for (int every : new int[] {10_000, 1_000, 250, 199, 50}) {
            for (double reach : new double[] {1, 7, 8, 9, 30, 1e4, 1e12}) {
                double[] values = random.values(1 + random.size(4_000));
                for (int i = every / 2; i < values.length; i += every) {
                    values[i] *= reach * random.uniform(0.1, 1) * (i % 2 == 0 ? -1 : 1);
                }
                assertEndsOfTheBulk(values);
            }
        }
    }

    /** Heavy tails, as gradients have: one look leaves out a few, the next a few more. */
    @ParameterizedTest
    @MethodSource("sources")
    void withHeavyTails(RandomSamples random) {
        for (double tail : new double[] {0.5, 1, 2, 4}) {
            for (double scale : new double[] {1e-140, 1e-6, 1, 1e100}) {
                double[] values = random.values(5_000);
                double centre = values[0];
                Arrays.setAll(values, i -> scale * Math.sinh(tail * (values[i] - centre)));
                assertEndsOfTheBulk(values);
            }
        }
    }

    /** A value that lies at the reach itself, where one rounding more or less could decide. */
    @Test
    void atTheReach() {
        for (int n = 300; n < 1_500; n++) {
            double[] values = new double[n];
            Arrays.setAll(values, i -> i % 2 == 0 ? -1 : 1);
            values[n - 1] = 8 * Math.sqrt((n - 1.0) / (n - 64));
            for (double scale : new double[] {0.1, 1, 1 / 3.0}) {
                assertEndsOfTheBulk(Arrays.stream(values).map(value -> scale * value).toArray());
                assertEndsOfTheBulk(Arrays.stream(values).map(value -> scale * value + 0.7).toArray());
            }
        }
    }

    @Test
    void ofWhatIsUnusual() {
        assertEndsOfTheBulk(3);
        assertEndsOfTheBulk(-0.0, 0.0, -0.0);
        assertEndsOfTheBulk(0.1, 0.1, 0.1);
        assertEndsOfTheBulk(1, 2, Double.NaN, 4);
        assertEndsOfTheBulk(Double.NaN, Double.NaN);
        assertEndsOfTheBulk(1, Double.POSITIVE_INFINITY, 2, Double.NEGATIVE_INFINITY);
        assertEndsOfTheBulk(1, 2, 1e200, -Double.MAX_VALUE);
        assertEndsOfTheBulk(-Double.MAX_VALUE, Double.MAX_VALUE);
        assertEndsOfTheBulk(-1e-320, 0, 1e-320);
        assertEndsOfTheBulk(1e15, 1e15 + 1, 1e15 + 2, 1e15 + 200);
        assertThrows(IllegalArgumentException.class, () -> BulkEnds.of(new double[3], 1, 0));
    }

    @Test
    void outliersDoNotHideTheLowestAndTheHighest() {
        double[] values = new double[2_000];
        Arrays.setAll(values, i -> i % 10);
        values[7] = -500;
        values[9] = 700;
        BulkEnds ends = BulkEnds.of(values, 0, values.length).orElseThrow();

        assertEquals(new BulkEnds(0, 9, -500, 700), ends);
        assertTrue(Double.isNaN(BulkEnds.of(new double[] {1, Double.NaN}, 0, 2).orElseThrow().lowest()));
    }
}
