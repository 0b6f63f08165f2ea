package shiftscope.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The modified Gram–Schmidt process, twice over: the first time leaves the columns as far from orthogonal as they were near to being
 * dependent, the second, which begins with columns that are far from that, leaves rounding alone. What comes out is the Q of A = QR
 * whose R has a positive diagonal. Plain arithmetic in one order gives the same bits everywhere.
 */
final class GramSchmidt {
    private GramSchmidt() {}

    /**
     * Makes the columns orthonormal.
     *
     * @param columns at least as many rows as columns, linearly independent; overwritten
     */
    static void orthonormalize(DMatrixRMaj columns) {
        double[] products = new double[columns.numCols];
        for (int time = 0; time < 2; time++) {
            for (int k = 0; k < columns.numCols; k++) {
                normalize(columns, k);
                takeOutOfThoseBehind(columns, k, products);
            }
        }
    }

    private static void normalize(DMatrixRMaj columns, int k) {
        double square = 0;
        for (int i = 0; i < columns.numRows; i++) {
            double element = columns.data[i * columns.numCols + k];
            square += element * element;
        }
        double length = Math.sqrt(square);
        for (int i = 0; i < columns.numRows; i++) {
            columns.data[i * columns.numCols + k] /= length;
        }
    }

    /** Row by row, as the numbers lie in memory: first all products with column k, then all differences. */
    private static void takeOutOfThoseBehind(DMatrixRMaj columns, int k, double[] products) {
        int width = columns.numCols;
        Arrays.fill(products, 0);
        for (int i = 0; i < columns.numRows; i++) {
            int row = i * width;
            double element = columns.data[row + k];
            for (int j = k + 1; j < width; j++) {
                products[j] += element * columns.data[row + j];
            }
        }
        for (int i = 0; i < columns.numRows; i++) {
            int row = i * width;
            double element = columns.data[row + k];
            for (int j = k + 1; j < width; j++) {
                columns.data[row + j] -= element * products[j];
            }
        }
    }
}
