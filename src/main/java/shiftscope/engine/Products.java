package shiftscope.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The three matrix products of a dense layer in plain Java. Each output element is summed over the inner index in ascending order,
 * multiply and add rounded apart, so the bits are the same whatever the compiler vectorizes: the innermost loops run over output
 * columns.
 */
final class Products {
    /** Rows of the right factor that stay in the first-level cache while every row of the left one passes over them. */
    private static final int BLOCK = 32;

    private Products() {}

    /**
     * {@code c = a·b}, plus the row vector {@code bias} in every row if there is one.
     *
     * @param a m × k, not modified
     * @param b k × n, not modified
     * @param bias 1 × n, or {@code null}
     * @param c m × n, overwritten; neither a nor b
     */
    static void multiply(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj bias, DMatrixRMaj c) {
        int m = a.numRows;
        int inner = a.numCols;
        int n = b.numCols;
        double[] left = a.data;
        double[] right = b.data;
        double[] out = c.data;
        if (bias == null) {
            Arrays.fill(out, 0, m * n, 0);
        } else {
            for (int i = 0; i < m; i++) {
                System.arraycopy(bias.data, 0, out, i * n, n);
            }
        }
        for (int from = 0; from < inner; from += BLOCK) {
            int to = Math.min(from + BLOCK, inner);
            for (int i = 0; i < m; i++) {
                int row = i * inner;
                int k = from;
                for (; k + 4 <= to; k += 4) {
                    addFour(out, i * n, n, left[row + k], left[row + k + 1], left[row + k + 2], left[row + k + 3], right, k * n);
                }
                for (; k < to; k++) {
                    addOne(out, i * n, n, left[row + k], right, k * n);
                }
            }
        }
    }

    /**
     * {@code c = aᵀ·b}.
     *
     * @param a m × k, not modified
     * @param b m × n, not modified
     * @param c k × n, overwritten; neither a nor b
     */
    static void multiplyTransposedLeft(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        int m = a.numRows;
        int k = a.numCols;
        int n = b.numCols;
        double[] left = a.data;
        double[] right = b.data;
        double[] out = c.data;
        Arrays.fill(out, 0, k * n, 0);
        for (int from = 0; from < m; from += BLOCK) {
            int to = Math.min(from + BLOCK, m);
            for (int row = 0; row < k; row++) {
                int i = from;
                for (; i + 4 <= to; i += 4) {
                    int at = i * k + row;
                    addFour(out, row * n, n, left[at], left[at + k], left[at + 2 * k], left[at + 3 * k], right, i * n);
                }
                for (; i < to; i++) {
                    addOne(out, row * n, n, left[i * k + row], right, i * n);
                }
            }
        }
    }

    /**
     * {@code c = a·bᵀ}.
     *
     * @param a m × n, not modified
     * @param b k × n, not modified
     * @param transposed n × k, overwritten with bᵀ
     * @param c m × k, overwritten; none of the others
     */
    static void multiplyTransposedRight(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj transposed, DMatrixRMaj c) {
        int k = b.numRows;
        int n = b.numCols;
        for (int row = 0; row < k; row++) {
            for (int column = 0; column < n; column++) {
                transposed.data[column * k + row] = b.data[row * n + column];
            }
        }
        multiply(a, transposed, null, c);
    }

    /** Adds four consecutive rows of {@code b}, each times its factor, to one row of {@code c}, one after the other. */
    private static void addFour(
            double[] c, int at, int n, double a0, double a1, double a2, double a3, double[] b, int row) {
        int b1 = row + n;
        int b2 = b1 + n;
        int b3 = b2 + n;
        for (int j = 0; j < n; j++) {
            c[at + j] = c[at + j] + a0 * b[row + j] + a1 * b[b1 + j] + a2 * b[b2 + j] + a3 * b[b3 + j];
        }
    }

    private static void addOne(double[] c, int at, int n, double a, double[] b, int row) {
        for (int j = 0; j < n; j++) {
            c[at + j] += a * b[row + j];
        }
    }
}
