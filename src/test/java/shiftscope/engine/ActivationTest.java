package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.ActivationKind;

class ActivationTest {
    private static final Functions FUNCTIONS = new PlainFunctions();

    @ParameterizedTest
    @CsvSource({
        "SIGMOID, 0, 0.5, 0.25",
        "SIGMOID, 800, 1, 0",
        "SIGMOID, -800, 0, 0",
        "TANH, 0, 0, 1",
        "TANH, -800, -1, 0",
        "RELU, 0, 0, 0",
        "RELU, 1e-300, 1e-300, 1",
        "RELU, -3, 0, 0",
        "LEAKY_RELU, 0, 0, 0.01",
        "LEAKY_RELU, -3, -0.03, 0.01",
        "LEAKY_RELU, 3, 3, 1",
        "IDENTITY, -3, -3, 1"
    })
    void valueAndSlope(ActivationKind kind, double y, double value, double slope) {
        DMatrixRMaj in = new DMatrixRMaj(new double[][] {{y}});
        DMatrixRMaj out = new DMatrixRMaj(1, 1);
        Activation.apply(kind, FUNCTIONS, in, out);
        assertEquals(value, out.data[0], 1e-300);
        DMatrixRMaj gradient = new DMatrixRMaj(new double[][] {{1}});
        Activation.backward(kind, FUNCTIONS, in, out, gradient, gradient);
        assertEquals(slope, gradient.data[0], 1e-300);
    }

    @ParameterizedTest
    @EnumSource(ActivationKind.class)
    void inPlaceGivesTheSameBits(ActivationKind kind) {
        RandomMatrices random = new RandomMatrices(130);
        DMatrixRMaj y = random.gaussian(5, 3);
        DMatrixRMaj da = random.gaussian(5, 3);
        DMatrixRMaj a = y.createLike();
        DMatrixRMaj dy = y.createLike();
        Activation.apply(kind, FUNCTIONS, y, a);
        Activation.backward(kind, FUNCTIONS, y, a, da, dy);
        Activation.backward(kind, FUNCTIONS, y, a, da, da);
        assertArrayEquals(dy.data, da.data);
        Activation.apply(kind, FUNCTIONS, y, y);
        assertArrayEquals(a.data, y.data);
    }

    /** A number that is not one must reach the check for divergence and not be swallowed on the way. */
    @ParameterizedTest
    @EnumSource(ActivationKind.class)
    void notANumberStaysSo(ActivationKind kind) {
        DMatrixRMaj y = new DMatrixRMaj(new double[][] {{Double.NaN}});
        Activation.apply(kind, FUNCTIONS, y, y);
        assertTrue(Double.isNaN(y.data[0]));
    }

    @Test
    void sigmoidIsAccurateFarOut() {
        DMatrixRMaj y = new DMatrixRMaj(new double[][] {{-40, 40, -700}});
        DMatrixRMaj a = new DMatrixRMaj(1, 3);
        Activation.apply(ActivationKind.SIGMOID, FUNCTIONS, y, a);
        assertEquals(Math.exp(-40), a.data[0], 1e-15 * Math.exp(-40));
        assertEquals(1, a.data[1], 1e-16);
        assertEquals(Math.exp(-700), a.data[2], 1e-15 * Math.exp(-700));
    }
}
