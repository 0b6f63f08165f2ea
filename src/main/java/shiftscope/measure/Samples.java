package shiftscope.measure;

import java.util.Objects;

/** What every measure asks of the arrays it is given. */
final class Samples {
    private Samples() {}

    static void requireSlice(double[] values, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, values.length);
        if (length == 0) {
            throw new IllegalArgumentException("an empty sample has nothing to measure");
        }
    }

    /** The array may be longer than the matrix, as that of a reshaped EJML matrix is. */
    static void requireMatrix(double[] values, int rows, int units) {
        if (rows < 1 || units < 1) {
            throw new IllegalArgumentException("a sample of " + rows + " rows × " + units + " units has nothing to measure");
        }
        if (values.length < (long) rows * units) {
            throw new IllegalArgumentException(
                    values.length + " values are too few for " + rows + " rows × " + units + " units");
        }
    }

    /** Whether the ends of an ascending array, and so all of it, are finite: {@code Arrays.sort} puts NaN last. */
    static boolean endsAreFinite(double[] sorted) {
        requireSlice(sorted, 0, sorted.length);
        return Double.isFinite(sorted[0]) && Double.isFinite(sorted[sorted.length - 1]);
    }

    static void requireAscending(double[] sorted) {
        for (int i = 1; i < sorted.length; i++) {
            if (!(sorted[i - 1] <= sorted[i])) {
                throw new IllegalArgumentException("a sorted sample is needed, but [" + (i - 1) + "] = " + sorted[i - 1]
                        + " comes before [" + i + "] = " + sorted[i]);
            }
        }
    }
}
