package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/** Looks for numbers that are not finite. */
public final class FiniteCheck {
    private FiniteCheck() {}

    /** Whether every element is finite. */
    public static boolean allFinite(DMatrixRMaj matrix) {
        // x · 0 is 0 for a finite x and NaN for any other; four sums do not wait for each other.
        int n = matrix.getNumElements();
        double[] x = matrix.data;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= n; i += 4) {
            s0 += x[i] * 0;
            s1 += x[i + 1] * 0;
            s2 += x[i + 2] * 0;
            s3 += x[i + 3] * 0;
        }
        for (; i < n; i++) {
            s0 += x[i] * 0;
        }
        return s0 + s1 + s2 + s3 == 0;
    }
}
