package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiniteTest {
    private static final double[] NOT_FINITE = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    private static final double[] EXTREMES = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, -0.0, 0.0};

    /** Whether every element is finite, by the plain kernel. */
    static boolean allFinite(DMatrixRMaj matrix) {
        return allFinite(Kernel.PLAIN, matrix.data, matrix.getNumElements());
    }

    private static boolean allFinite(Kernel kernel, double[] numbers, int n) {
        return kernel.arithmetic().functions().allFinite(numbers, n);
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void oneSuchNumberAnywhereIsFound(Kernel kernel) {
        for (double number : NOT_FINITE) {
            for (int size = 1; size < 37; size++) {
                for (int at = 0; at < size; at++) {
                    double[] numbers = new RandomMatrices(at).gaussian(1, size).data;
                    assertTrue(allFinite(kernel, numbers, size));
                    numbers[at] = number;
                    assertFalse(allFinite(kernel, numbers, size), size + " numbers, at " + at);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void extremesAreFinite(Kernel kernel) {
        for (double number : EXTREMES) {
            double[] numbers = new double[51];
            Arrays.fill(numbers, number);
            assertTrue(allFinite(kernel, numbers, numbers.length));
        }
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void oppositeInfinitiesDoNotCancel(Kernel kernel) {
        double[] numbers = new double[64];
        numbers[0] = Double.POSITIVE_INFINITY;
        for (int at = 1; at < numbers.length; at++) {
            numbers[at] = Double.NEGATIVE_INFINITY;
            assertFalse(allFinite(kernel, numbers, numbers.length));
            numbers[at] = 0;
        }
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void whatComesBehindIsNotLookedAt(Kernel kernel) {
        double[] numbers = new double[40];
        for (int n = 0; n < numbers.length; n++) {
            numbers[n] = Double.NaN;
            assertTrue(allFinite(kernel, numbers, n));
            numbers[n] = 1;
        }
    }
}
