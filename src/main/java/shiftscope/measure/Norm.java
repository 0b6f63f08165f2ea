package shiftscope.measure;

import org.ejml.data.DMatrixRMaj;

/** Lengths of what is a vector to a gradient: all elements of a matrix, in their order. */
public final class Norm {
    private Norm() {}

    /** {@code √ Σ v²}, Frobenius's norm. */
    public static double of(DMatrixRMaj matrix) {
        return of(matrix.data, matrix.getNumElements());
    }

    /**
     * {@code √ Σ (a - b)²}.
     *
     * @param b the elements of a matrix of the same shape; may be longer
     */
    public static double ofDifference(DMatrixRMaj a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.getNumElements(); i++) {
            double difference = a.data[i] - b[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** {@code √ Σ v²} of the first so many. */
    public static double of(double[] values, int length) {
        return Math.sqrt(product(values, values, length));
    }

    /** {@code Σ a b} of the first so many. */
    public static double product(double[] a, double[] b, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
