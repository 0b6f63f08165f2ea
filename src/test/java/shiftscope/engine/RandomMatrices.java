package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;

/** Matrices, sizes and vectors drawn from a fixed seed. */
final class RandomMatrices {
    private final RandomStream stream;

    RandomMatrices(long seed) {
        stream = new Seed(seed).data();
    }

    /** A whole number from {@code least} to {@code most}. */
    int between(int least, int most) {
        return least + stream.below(most - least + 1);
    }

    double uniform(double low, double high) {
        return stream.uniform(low, high);
    }

    DMatrixRMaj gaussian(int rows, int columns) {
        DMatrixRMaj drawn = new DMatrixRMaj(rows, columns);
        fill(drawn, 0, 1);
        return drawn;
    }

    void fill(DMatrixRMaj matrix, double mean, double deviation) {
        for (int i = 0; i < matrix.getNumElements(); i++) {
            matrix.data[i] = mean + deviation * stream.gaussian();
        }
    }

    void fillUniform(double[] numbers, double low, double high) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = stream.uniform(low, high);
        }
    }

    /** Rows with a single 1. */
    DMatrixRMaj oneHot(int rows, int columns) {
        DMatrixRMaj drawn = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < rows; i++) {
            drawn.set(i, stream.below(columns), 1);
        }
        return drawn;
    }
}
