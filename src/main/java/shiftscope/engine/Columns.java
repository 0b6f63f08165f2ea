package shiftscope.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** Sums down the columns of a batch, row after row. */
final class Columns {
    private Columns() {}

    /** {@code sums[j] = Σ_i x[i,j]}. */
    static void sum(DMatrixRMaj x, double[] sums) {
        int units = x.numCols;
        Arrays.fill(sums, 0, units, 0);
        for (int i = 0; i < x.numRows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                sums[j] += x.data[row + j];
            }
        }
    }

    /** {@code sums[j] = Σ_i x[i,j] y[i,j]}. */
    static void sumOfProducts(DMatrixRMaj x, DMatrixRMaj y, double[] sums) {
        int units = x.numCols;
        Arrays.fill(sums, 0, units, 0);
        for (int i = 0; i < x.numRows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                sums[j] += x.data[row + j] * y.data[row + j];
            }
        }
    }

    /**
     * Mean and biased variance of each column in two passes (E[x²] − μ² cancels where |μ| is large), with the rounding of the first
     * pass taken out by the second.
     *
     * @param mean overwritten
     * @param variance overwritten
     */
    static void moments(DMatrixRMaj x, double[] mean, double[] variance) {
        int rows = x.numRows;
        int units = x.numCols;
        sum(x, mean);
        for (int j = 0; j < units; j++) {
            mean[j] /= rows;
        }
        // The sum of deviations would be 0 without rounding: what it is instead corrects the mean. It is gathered in a pass of its
        // own so that the squares are already taken about the better mean.
        Arrays.fill(variance, 0, units, 0);
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                variance[j] += x.data[row + j] - mean[j];
            }
        }
        for (int j = 0; j < units; j++) {
            mean[j] += variance[j] / rows;
        }
        Arrays.fill(variance, 0, units, 0);
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                double deviation = x.data[row + j] - mean[j];
                variance[j] += deviation * deviation;
            }
        }
        for (int j = 0; j < units; j++) {
            variance[j] /= rows;
        }
    }
}
