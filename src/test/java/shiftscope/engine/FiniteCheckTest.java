package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteCheckTest {
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void oneSuchNumberAnywhereIsFound(double number) {
        for (int size = 1; size < 14; size++) {
            for (int at = 0; at < size; at++) {
                DMatrixRMaj matrix = new RandomMatrices(at).gaussian(1, size);
                assertTrue(FiniteCheck.allFinite(matrix));
                matrix.data[at] = number;
                assertFalse(FiniteCheck.allFinite(matrix), size + " numbers, at " + at);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, -0.0, 0.0})
    void extremesAreFinite(double number) {
        DMatrixRMaj matrix = new DMatrixRMaj(5, 3);
        Arrays.fill(matrix.data, number);
        assertTrue(FiniteCheck.allFinite(matrix));
    }

    @Test
    void oppositeInfinitiesDoNotCancel() {
        assertFalse(FiniteCheck.allFinite(
                new DMatrixRMaj(new double[][] {{Double.POSITIVE_INFINITY, 0, 0, 0, Double.NEGATIVE_INFINITY, 0, 0, 0}})));
    }

    @Test
    void onlyTheMatrixIsLookedAtNotItsLongerBuffer() {
        DMatrixRMaj matrix = new RandomMatrices(1).gaussian(3, 3);
        matrix.data[6] = Double.NaN;
        matrix.reshape(2, 3);
        assertTrue(FiniteCheck.allFinite(matrix));
        matrix.reshape(0, 3);
        assertTrue(FiniteCheck.allFinite(matrix));
    }
}
