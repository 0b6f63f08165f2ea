package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import shiftscope.config.ActivationKind;

/** The curve of φ at values that can be checked by hand. */
class ResponseTest {
    @Test
    void isTheFunctionThatNetworksApply() {
        assertEquals(0.5, Response.of(ActivationKind.SIGMOID, 0));
        assertEquals(0.731058578630005, Response.of(ActivationKind.SIGMOID, 1), 1e-15);
        assertEquals(0, Response.of(ActivationKind.SIGMOID, -1_000));
        assertEquals(0.761594155955765, Response.of(ActivationKind.TANH, 1), 1e-15);
        assertEquals(0, Response.of(ActivationKind.RELU, -2));
        assertEquals(2, Response.of(ActivationKind.RELU, 2));
        assertEquals(-0.02, Response.of(ActivationKind.LEAKY_RELU, -2), 1e-17);
        assertEquals(-2, Response.of(ActivationKind.IDENTITY, -2));
    }

    @Test
    void isFlatWhereSaturationBegins() {
        double step = 1e-6;
        double at = Saturation.SIGMOID_THRESHOLD;
        double slope = (Response.of(ActivationKind.SIGMOID, at + step) - Response.of(ActivationKind.SIGMOID, at - step)) / (2 * step);
        assertEquals(Saturation.FLAT * 0.25, slope, 1e-9);
    }
}
