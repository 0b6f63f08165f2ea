package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/** Means along the rows of a batch, unit after unit. */
final class Rows {
    private Rows() {}

    /**
     * Mean and biased variance of each row, in two passes (E[x²] − μ² cancels where |μ| is large), with the rounding of the first
     * pass taken out by one in between: the sum of deviations would be 0 without rounding, and what it is instead corrects the mean.
     *
     * @param mean overwritten
     * @param variance overwritten
     */
    static void moments(DMatrixRMaj x, double[] mean, double[] variance) {
        int units = x.numCols;
        for (int i = 0; i < x.numRows; i++) {
            int row = i * units;
            double sum = 0;
            for (int j = 0; j < units; j++) {
                sum += x.data[row + j];
            }
            double about = sum / units;
            double left = 0;
            for (int j = 0; j < units; j++) {
                left += x.data[row + j] - about;
            }
            about += left / units;
            double squares = 0;
            for (int j = 0; j < units; j++) {
                double deviation = x.data[row + j] - about;
                squares += deviation * deviation;
            }
            mean[i] = about;
            variance[i] = squares / units;
        }
    }

    /**
     * {@code squares[i] = (1/units) Σ_j x[i,j]²}.
     *
     * @param squares overwritten
     */
    static void meanSquares(DMatrixRMaj x, double[] squares) {
        int units = x.numCols;
        for (int i = 0; i < x.numRows; i++) {
            int row = i * units;
            double sum = 0;
            for (int j = 0; j < units; j++) {
                sum += x.data[row + j] * x.data[row + j];
            }
            squares[i] = sum / units;
        }
    }
}
