package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shiftscope.Golden.assertClose;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.ActivationKind;

class SaturationTest {
    @Test
    void theThresholdsAreThoseOfTheScience() {
        assertClose("sigmoid", 4.357, Saturation.SIGMOID_THRESHOLD, 5e-4);
        assertClose("tanh", 2.178, Saturation.TANH_THRESHOLD, 5e-4);
        double sigmoid = 1 / (1 + Math.exp(-Saturation.SIGMOID_THRESHOLD));
        assertClose("sigmoid'", 0.05 * 0.25, sigmoid * (1 - sigmoid), 1e-15);
        assertClose("tanh'", 0.05, 1 - Math.pow(Math.tanh(Saturation.TANH_THRESHOLD), 2), 1e-15);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY")
    void countsWhereTheDerivativeIsSmall(ActivationKind activation) {
        double[] inputs = new double[4001];
        int flat = 0;
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (i - 2000) / 200.0;
            if (derivative(activation).applyAsDouble(inputs[i]) <= 0.05 * greatestDerivative(activation)) {
                flat++;
            }
        }
        assertEquals((double) flat / inputs.length, Saturation.share(activation, inputs, 0, inputs.length));
    }

    private static DoubleUnaryOperator derivative(ActivationKind activation) {
        return switch (activation) {
            case SIGMOID -> z -> 1 / ((1 + Math.exp(-z)) * (1 + Math.exp(z)));
            case TANH -> z -> 1 / Math.pow(Math.cosh(z), 2);
            case RELU -> z -> z > 0 ? 1 : 0;
            case LEAKY_RELU -> z -> z > 0 ? 1 : 0.01;
            case IDENTITY -> z -> 1;
        };
    }

    private static double greatestDerivative(ActivationKind activation) {
        return activation == ActivationKind.SIGMOID ? 0.25 : 1;
    }

    @Test
    void looksAtTheSliceOnly() {
        double[] inputs = {-1, 9, -9, 1, 1, -1};
        assertEquals(0.5, Saturation.share(ActivationKind.TANH, inputs, 1, 4));
        assertEquals(0.25, Saturation.share(ActivationKind.RELU, inputs, 1, 4));
    }

    @Test
    void zeroIsOnTheFlatSideOfRelu() {
        assertEquals(1, Saturation.share(ActivationKind.RELU, new double[] {0, -0.0}, 0, 2));
    }

    @ParameterizedTest
    @EnumSource
    void countsInfinitiesButNotNaN(ActivationKind activation) {
        double[] infinite = {Double.NEGATIVE_INFINITY, 1};
        double[] undefined = {-9, Double.NaN};
        if (activation != ActivationKind.IDENTITY) {
            assertEquals(0.5, Saturation.share(activation, infinite, 0, 2));
        }
        assertTrue(Double.isNaN(Saturation.share(activation, undefined, 0, 2)));
    }

    @Test
    void theIdentityCannotSaturate() {
        assertTrue(Double.isNaN(Saturation.share(ActivationKind.IDENTITY, new double[] {100}, 0, 1)));
    }

    @Test
    void aUnitIsDeadIfItIsZeroOnEveryRow() {
        double[] outputs = {
            0, 0, 1, 0, Double.NaN,
            0, 2, 1, -0.0, 0,
            0, 0, 1, 0, 0,
        };
        assertEquals(2, Saturation.deadUnits(outputs, 3, 5));
        assertEquals(3, Saturation.deadUnits(outputs, 1, 5));
    }

    @Test
    void refusesWhatIsEmptyOrTooShort() {
        assertThrows(IllegalArgumentException.class, () -> Saturation.share(ActivationKind.TANH, new double[3], 1, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> Saturation.share(ActivationKind.TANH, new double[3], 1, 3));
        assertThrows(IllegalArgumentException.class, () -> Saturation.deadUnits(new double[3], 2, 2));
        assertThrows(IllegalArgumentException.class, () -> Saturation.deadUnits(new double[3], 0, 2));
        assertThrows(IllegalArgumentException.class, () -> Saturation.deadUnits(new double[3], 2, 0));
    }
}
