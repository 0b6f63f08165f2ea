package shiftscope.measure;

import shiftscope.config.ActivationKind;

/**
 * How much of a layer sits where its activation φ is nearly flat, so that almost no gradient passes.
 * {@code SCIENCE: docs/science.md, live shift metrics.}
 */
public final class Saturation {
    /** A derivative of at most this share of the greatest one counts as flat. */
    public static final double FLAT = 0.05;

    /**
     * {@code |z|} from which on tanh is flat, 2.178…: {@code tanh' = 1 - tanh² <= FLAT} where {@code |z| >= artanh √(1 - FLAT)}.
     */
    public static final double TANH_THRESHOLD =
            0.5 * StrictMath.log((1 + Math.sqrt(1 - FLAT)) / (1 - Math.sqrt(1 - FLAT)));

    /** {@code |z|} from which on the sigmoid is flat, 4.357…: it is {@code (1 + tanh(z/2)) / 2}, so twice that of tanh. */
    public static final double SIGMOID_THRESHOLD = 2 * TANH_THRESHOLD;

    private Saturation() {}

    /**
     * The share of a slice of inputs z of φ with {@code φ'(z) <= FLAT max φ'}: for sigmoid and tanh {@code |z|} of at least the
     * threshold; for ReLU and leaky ReLU {@code z <= 0}, for ReLU therefore the share of zeros.
     *
     * @param activation φ
     * @param inputs what φ is applied to
     * @return from 0 to 1, infinities counted like other numbers; NaN if a value is NaN, and for the identity, which cannot saturate
     * @throws IllegalArgumentException if the slice is empty
     * @throws IndexOutOfBoundsException if the slice is not within the array
     */
    public static double share(ActivationKind activation, double[] inputs, int offset, int length) {
        Samples.requireSlice(inputs, offset, length);
        return switch (activation) {
            case SIGMOID -> shareBeyond(SIGMOID_THRESHOLD, inputs, offset, length);
            case TANH -> shareBeyond(TANH_THRESHOLD, inputs, offset, length);
            case RELU, LEAKY_RELU -> shareNotPositive(inputs, offset, length);
            case IDENTITY -> Double.NaN;
        };
    }

    private static double shareBeyond(double threshold, double[] inputs, int offset, int length) {
        int flat = 0;
        for (int i = offset; i < offset + length; i++) {
            if (Double.isNaN(inputs[i])) {
                return Double.NaN;
            }
            if (Math.abs(inputs[i]) >= threshold) {
                flat++;
            }
        }
        return (double) flat / length;
    }

    private static double shareNotPositive(double[] inputs, int offset, int length) {
        int flat = 0;
        for (int i = offset; i < offset + length; i++) {
            if (Double.isNaN(inputs[i])) {
                return Double.NaN;
            }
            if (inputs[i] <= 0) {
                flat++;
            }
        }
        return (double) flat / length;
    }

    /**
     * How many units of a ReLU layer are dead: their output a is 0 on every row. Of other activations, whose outputs are hardly ever
     * exactly 0, it tells nothing.
     *
     * @param outputs rows × units, row by row; a NaN is not 0
     * @return from 0 to {@code units}
     * @throws IllegalArgumentException if there are no rows or units, or fewer values than both need
     */
    public static int deadUnits(double[] outputs, int rows, int units) {
        Samples.requireMatrix(outputs, rows, units);
        int dead = 0;
        for (int unit = 0; unit < units; unit++) {
            if (isDead(outputs, rows, units, unit)) {
                dead++;
            }
        }
        return dead;
    }

    private static boolean isDead(double[] outputs, int rows, int units, int unit) {
        for (int row = 0; row < rows; row++) {
            if (outputs[row * units + unit] != 0) {
                return false;
            }
        }
        return true;
    }
}
