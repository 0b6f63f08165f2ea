package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Sorts as the library does, bit for bit. */
class ColumnSortTest {
    private static void assertSorts(int rows, DoubleUnaryOperator ofUniform) {
        int columns = 3;
        SplittableRandom random = new SplittableRandom(rows);
        double[] values = random.doubles((long) rows * columns).map(ofUniform).toArray();
        ColumnSort sort = new ColumnSort(rows);
        for (int index = 0; index < columns; index++) {
            double[] expected = new double[rows];
            for (int row = 0; row < rows; row++) {
                expected[row] = values[row * columns + index];
            }
            Arrays.sort(expected);
            double[] sorted = new double[rows + 2];
            sort.sort(values, columns, index, sorted, 1);
            assertArrayEquals(bits(expected), bits(Arrays.copyOfRange(sorted, 1, rows + 1)));
            assertArrayEquals(new double[] {0, 0}, new double[] {sorted[0], sorted[rows + 1]}, "nothing beside it");
        }
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void everyKindOfSampleIsSortedAsByTheLibrary() {
        for (int rows : new int[] {1, 2, 3, 31, 512, 2_000}) {
            assertSorts(rows, uniform -> uniform - 0.5);
            assertSorts(rows, uniform -> Math.tan(3.1 * (uniform - 0.5)));
            assertSorts(rows, uniform -> uniform < 0.6 ? 1 : uniform);
            assertSorts(rows, uniform -> Math.floor(100 * uniform) - 49.5);
            assertSorts(rows, uniform -> 7);
            assertSorts(rows, uniform -> 1e12 + Math.floor(8 * uniform));
            assertSorts(rows, uniform -> Math.copySign(Math.exp(30 * uniform - 25), Math.sin(1e3 * uniform)));
        }
    }

    @Test
    void zerosAndWhatIsNotFiniteHaveTheirPlaces() {
        for (int rows : new int[] {2, 31, 512}) {
            assertSorts(rows, uniform -> uniform < 0.2 ? -0.0 : uniform < 0.4 ? 0.0 : uniform - 0.7);
            assertSorts(rows, uniform -> uniform < 0.2 ? Double.NaN : uniform - 0.5);
            assertSorts(rows, uniform -> uniform < 0.2 ? Double.NEGATIVE_INFINITY : uniform > 0.9 ? Double.POSITIVE_INFINITY : uniform);
            assertSorts(rows, uniform -> (uniform - 0.5) * Double.MAX_VALUE * 1.9);
            assertSorts(rows, uniform -> (uniform - 0.5) * Double.MIN_VALUE * 1e3);
        }
    }
}
