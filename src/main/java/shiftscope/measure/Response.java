package shiftscope.measure;

import shiftscope.config.ActivationKind;
import shiftscope.engine.Activation;

/** The curve of φ, for whoever shows it; networks compute theirs with {@link Activation}. */
public final class Response {
    private Response() {}

    /**
     * {@code a = φ(y)} of one number.
     *
     * @param y finite
     */
    public static double of(ActivationKind activation, double y) {
        return switch (activation) {
            case SIGMOID -> 1 / (1 + StrictMath.exp(-y));
            case TANH -> StrictMath.tanh(y);
            case RELU -> Math.max(0, y);
            case LEAKY_RELU -> y > 0 ? y : Activation.LEAK * y;
            case IDENTITY -> y;
        };
    }
}
