package shiftscope.data;

import java.util.List;
import java.util.Optional;
import shiftscope.config.DataKind;
import shiftscope.config.RandomStream;

/**
 * Sets whose examples are answered with a number: a fixed function of one or two features, each uniform in [-1, 1).
 *
 * <p>The number of draws does not depend on the noise: another noise moves every target along its own line and leaves features and
 * order as they are.
 */
final class Surfaces {
    /** ∂t/∂x₁ of the plane. */
    private static final double SLOPE_1 = 0.5;
    /** ∂t/∂x₂ of the plane. */
    private static final double SLOPE_2 = -0.4;
    /** The plane's value at the origin: no mean of 0, so that the output's bias has something to learn. */
    private static final double LIFT = 0.1;
    /** Periods of the sine from -1 to 1. */
    private static final double SINE_TURNS = 2;
    private static final List<Hill> HILLS = List.of(
            new Hill(-0.5, 0.55, 0.3, 1),
            new Hill(0.65, 0, 0.25, 0.8),
            new Hill(-0.25, -0.7, 0.25, 0.7),
            new Hill(0.35, 0.7, 0.25, -0.9),
            new Hill(-0.7, -0.2, 0.25, -0.8),
            new Hill(0.45, -0.7, 0.3, -1));

    private Surfaces() {}

    /**
     * Draws a set.
     *
     * @param kind one of the sets for regression
     * @param examples how many points
     * @param noise standard deviation of what is added to each target
     */
    static RawExamples generate(DataKind kind, int examples, double noise, RandomStream stream) {
        return switch (kind) {
            case PLANE -> sample("Plane", 2, examples, noise, stream, x -> SLOPE_1 * x[0] + SLOPE_2 * x[1] + LIFT);
            case HILLS -> sample("Hills", 2, examples, noise, stream, Surfaces::height);
            case SINE -> sample("Sine", 1, examples, noise, stream, x -> StrictMath.sin(Math.PI * SINE_TURNS * x[0]));
            case DIGITS, CIRCLES, XOR, BLOBS, SPIRAL, MOONS, SCALES, CATS, IDX, CSV ->
                    throw new IllegalArgumentException(kind + " is no set for regression");
        };
    }

    /** What is to be learned. */
    private interface Target {
        double of(double[] x);
    }

    private static RawExamples sample(
            String name, int features, int examples, double noise, RandomStream stream, Target target) {
        double[][] points = new double[examples][features];
        double[] numbers = new double[examples];
        for (int i = 0; i < examples; i++) {
            for (int feature = 0; feature < features; feature++) {
                points[i][feature] = stream.uniform(-1, 1);
            }
            numbers[i] = target.of(points[i]) + noise * stream.gaussian();
        }
        return new RawExamples(name, features, RawExamples.Rows.of(points), new int[0], List.of(), numbers, Optional.empty(), Optional.empty());
    }

    private static double height(double[] x) {
        double height = 0;
        for (Hill hill : HILLS) {
            height += hill.at(x[0], x[1]);
        }
        return height;
    }

    /**
     * A hill like the density of a Gaussian.
     *
     * @param x where its top is
     * @param y where its top is
     * @param width its standard deviation
     * @param height of its top; negative for a hollow
     */
    private record Hill(double x, double y, double width, double height) {
        double at(double atX, double atY) {
            double squared = (atX - x) * (atX - x) + (atY - y) * (atY - y);
            return height * StrictMath.exp(-squared / (2 * width * width));
        }
    }
}
