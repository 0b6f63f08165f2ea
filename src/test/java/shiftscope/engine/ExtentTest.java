package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What vector kernels do not look at vector by vector is looked at before they begin. */
class ExtentTest {
    private final double[] twenty = new double[20];

    @ParameterizedTest(name = "from {0}, {1} rows {2} apart of {3}")
    @CsvSource({"0, 2, 10, 10", "4, 4, 4, 4", "0, 1, 1000, 20", "12, 3, 0, 8", "30, 0, 5, 5", "0, 0, 0, 0"})
    void whatLiesWithinIsAccepted(int begin, int rows, int step, int width) {
        assertDoesNotThrow(() -> Extent.check(twenty, begin, rows, step, width));
    }

    @ParameterizedTest(name = "from {0}, {1} rows {2} apart of {3}")
    @CsvSource({"1, 2, 10, 10", "-1, 2, 5, 5", "0, 3, 10, 1", "13, 1, 0, 8", "0, 2147483647, 2147483647, 8", "20, 1, 1, 1"})
    void whatLeavesTheArrayIsRefused(int begin, int rows, int step, int width) {
        assertThrows(IndexOutOfBoundsException.class, () -> Extent.check(twenty, begin, rows, step, width));
    }

    @Test
    void vectorKernelsRefuseArraysThatAreTooShort() {
        Assumptions.assumeTrue(Kernel.VECTOR.isHere());
        Functions functions = Kernel.VECTOR.arithmetic().functions();
        Standardization standardization = Kernel.VECTOR.arithmetic().standardization();
        double[] longer = new double[30];
        assertThrows(IndexOutOfBoundsException.class, () -> functions.tanh(longer, twenty, 21));
        assertThrows(IndexOutOfBoundsException.class, () -> functions.sigmoid(twenty, longer, 21));
        assertThrows(IndexOutOfBoundsException.class, () -> functions.exp(twenty, longer, 21));
        assertThrows(IndexOutOfBoundsException.class, () -> functions.gate(twenty, longer, 0, longer, 21));
        assertThrows(IndexOutOfBoundsException.class, () -> functions.allFinite(twenty, 21));
        assertThrows(IndexOutOfBoundsException.class, () -> standardization.sum(twenty, 3, 10, longer));
        assertThrows(IndexOutOfBoundsException.class,
                () -> standardization.forward(longer, 1, 21, true, new Spread(20), 0, longer, longer, longer));
        assertThrows(IndexOutOfBoundsException.class,
                () -> standardization.forward(longer, 3, 10, true, new Spread(10), 0, longer, longer, twenty));
        assertThrows(IndexOutOfBoundsException.class, () -> standardization.parameterGradients(longer, twenty, 3, 10, longer, longer));
        assertThrows(IndexOutOfBoundsException.class,
                () -> standardization.backward(longer, longer, 3, 10, new Spread(10), 0, longer, longer, longer, twenty));
        assertThrows(IndexOutOfBoundsException.class,
                () -> standardization.backward(longer, longer, 1, 21, new Spread(20), 0, longer, longer, longer, longer));
    }
}
