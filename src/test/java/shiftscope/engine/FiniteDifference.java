package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.DoubleSupplier;
import org.ejml.data.DMatrixRMaj;

/** Central differences of sixth order: at this step both what they cut off and what they round stay far below the tolerance. */
final class FiniteDifference {
    private static final double TOLERANCE = 1e-7;
    private static final double STEP = 0x1p-11;
    private static final double[] WEIGHTS = {3 / 4.0, -3 / 20.0, 1 / 60.0};
    /** What the rounding of a function of size 1 leaves of a derivative that is 0. */
    private static final double ROUNDING = 1e-11;

    private FiniteDifference() {}

    /**
     * @param at moved element by element, and put back
     * @param function reads {@code at}
     */
    static DMatrixRMaj gradient(DMatrixRMaj at, DoubleSupplier function) {
        DMatrixRMaj gradient = new DMatrixRMaj(at.numRows, at.numCols);
        for (int i = 0; i < at.getNumElements(); i++) {
            double held = at.data[i];
            double slope = 0;
            for (int s = 0; s < WEIGHTS.length; s++) {
                at.data[i] = held + (s + 1) * STEP;
                double above = function.getAsDouble();
                at.data[i] = held - (s + 1) * STEP;
                slope += WEIGHTS[s] * (above - function.getAsDouble());
            }
            at.data[i] = held;
            gradient.data[i] = slope / STEP;
        }
        return gradient;
    }

    /** Compares relative to the largest element of the gradient. */
    static void assertGradient(String what, DMatrixRMaj differences, DMatrixRMaj gradient) {
        assertEquals(differences.numRows, gradient.numRows, what + ": rows");
        assertEquals(differences.numCols, gradient.numCols, what + ": columns");
        double tolerance = TOLERANCE * largest(differences) + ROUNDING;
        for (int i = 0; i < differences.getNumElements(); i++) {
            double apart = Math.abs(differences.data[i] - gradient.data[i]);
            if (!(apart <= tolerance)) {
                fail(what + " [" + i + "]: differences say " + differences.data[i] + ", the engine says " + gradient.data[i]
                        + ", apart by " + apart + ", tolerated " + tolerance);
            }
        }
    }

    /** Whether a gradient is too small beside {@link #ROUNDING} to tell right from wrong. */
    static boolean flat(DMatrixRMaj gradient) {
        return largest(gradient) < 100 * ROUNDING / TOLERANCE;
    }

    static double largest(DMatrixRMaj matrix) {
        double largest = 0;
        for (int i = 0; i < matrix.getNumElements(); i++) {
            largest = Math.max(largest, Math.abs(matrix.data[i]));
        }
        return largest;
    }
}
