package shiftscope.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The products in plain Java. The innermost loops run over output columns, so whatever the compiler vectorizes, each element is summed
 * over the inner index in ascending order.
 */
final class PlainProducts implements Products {
    /** Rows of the right factor that stay in the first-level cache while every row of the left one passes over them. */
    private static final int BLOCK = 32;

    private final DMatrixRMaj transposed = new DMatrixRMaj(0, 0);

    @Override
    public void multiply(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj bias, DMatrixRMaj c) {
        int n = c.numCols;
        if (n == 1) {
            multiplyColumn(a, b, bias == null ? 0 : bias.data[0], c);
            return;
        }
        if (bias == null) {
            Arrays.fill(c.data, 0, c.numRows * n, 0);
        } else {
            for (int i = 0; i < c.numRows; i++) {
                System.arraycopy(bias.data, 0, c.data, i * n, n);
            }
        }
        accumulate(a.data, a.numCols, 1, a.numCols, b.data, c);
    }

    /** A right factor of one column, whose loops over columns would be all overhead. Sums of four rows do not wait for each other. */
    private static void multiplyColumn(DMatrixRMaj a, DMatrixRMaj b, double start, DMatrixRMaj c) {
        int inner = a.numCols;
        int row = 0;
        for (; row + 4 <= c.numRows; row += 4) {
            int a0 = row * inner;
            int a1 = a0 + inner;
            int a2 = a1 + inner;
            int a3 = a2 + inner;
            double sum0 = start;
            double sum1 = start;
            double sum2 = start;
            double sum3 = start;
            for (int k = 0; k < inner; k++) {
                double right = b.data[k];
                sum0 = Math.fma(a.data[a0 + k], right, sum0);
                sum1 = Math.fma(a.data[a1 + k], right, sum1);
                sum2 = Math.fma(a.data[a2 + k], right, sum2);
                sum3 = Math.fma(a.data[a3 + k], right, sum3);
            }
            c.data[row] = sum0;
            c.data[row + 1] = sum1;
            c.data[row + 2] = sum2;
            c.data[row + 3] = sum3;
        }
        for (int at = row * inner; row < c.numRows; row++) {
            double sum = start;
            for (int k = 0; k < inner; k++, at++) {
                sum = Math.fma(a.data[at], b.data[k], sum);
            }
            c.data[row] = sum;
        }
    }

    @Override
    public void multiplyTransposedLeft(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        Arrays.fill(c.data, 0, c.numRows * c.numCols, 0);
        accumulate(a.data, 1, a.numCols, a.numRows, b.data, c);
    }

    @Override
    public void multiplyTransposedRight(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        transposed.reshape(b.numCols, b.numRows);
        for (int row = 0; row < b.numRows; row++) {
            for (int column = 0; column < b.numCols; column++) {
                transposed.data[column * b.numRows + row] = b.data[row * b.numCols + column];
            }
        }
        multiply(a, transposed, null, c);
    }

    /**
     * Adds the product to what is in {@code c}.
     *
     * @param rowStep from one row of the left factor to the next
     * @param innerStep from one of its inner elements to the next
     */
    private static void accumulate(double[] a, int rowStep, int innerStep, int inner, double[] b, DMatrixRMaj c) {
        int n = c.numCols;
        for (int from = 0; from < inner; from += BLOCK) {
            int to = Math.min(from + BLOCK, inner);
            for (int row = 0; row < c.numRows; row++) {
                int k = from;
                int at = row * rowStep + from * innerStep;
                for (; k + 4 <= to; k += 4) {
                    addFour(c.data, row * n, n, a[at], a[at + innerStep], a[at + 2 * innerStep], a[at + 3 * innerStep], b, k * n);
                    at += 4 * innerStep;
                }
                for (; k < to; k++) {
                    addOne(c.data, row * n, n, a[at], b, k * n);
                    at += innerStep;
                }
            }
        }
    }

    /** Adds four consecutive rows of {@code b}, each times its factor, to one row of {@code c}, one after the other. */
    private static void addFour(
            double[] c, int at, int n, double a0, double a1, double a2, double a3, double[] b, int row) {
        int b1 = row + n;
        int b2 = b1 + n;
        int b3 = b2 + n;
        for (int j = 0; j < n; j++) {
            c[at + j] = Math.fma(a3, b[b3 + j], Math.fma(a2, b[b2 + j], Math.fma(a1, b[b1 + j], Math.fma(a0, b[row + j], c[at + j]))));
        }
    }

    private static void addOne(double[] c, int at, int n, double a, double[] b, int row) {
        for (int j = 0; j < n; j++) {
            c[at + j] = Math.fma(a, b[row + j], c[at + j]);
        }
    }
}
