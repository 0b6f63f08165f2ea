package shiftscope.engine;

import java.util.Objects;

/**
 * Whether all that a vector kernel is about to read or write lies in its array. It is asked once before a loop, because {@link Kernel}
 * has the Vector API not ask again for every vector.
 */
final class Extent {
    private Extent() {}

    /**
     * The first {@code n} numbers.
     *
     * @throws IndexOutOfBoundsException if there are fewer
     */
    static void check(double[] data, int n) {
        Objects.checkFromIndexSize(0, n, data.length);
    }

    /**
     * Rows of so many numbers.
     *
     * @param begin where the first one begins
     * @param step from one row to the next, not negative
     * @throws IndexOutOfBoundsException if a row leaves the array
     */
    static void check(double[] data, int begin, int rows, int step, int width) {
        if (rows > 0) {
            Objects.checkIndex(begin, data.length);
            Objects.checkFromIndexSize((rows - 1L) * step + begin, (long) width, (long) data.length);
        }
    }
}
