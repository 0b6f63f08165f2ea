package shiftscope.data;

import java.util.List;
import java.util.Optional;
import shiftscope.config.RandomStream;

/**
 * Two classes over two features that matter alike but are of very unequal scale: x₁ is normal with standard deviation 1, x₂ with
 * standard deviation {@value #RATIO}, and the class is the sign of x₁ + x₂ / {@value #RATIO}.
 *
 * <p>Classes take turns, so their counts differ by at most one. The number of draws does not depend on the noise: another noise moves
 * every point along its own line and leaves labels and order as they are.
 */
final class UnequalScales {
    /** Standard deviation of x₂ in units of x₁'s. */
    static final double RATIO = 100;

    private UnequalScales() {}

    /**
     * Draws a set.
     *
     * @param noise standard deviation of each feature's displacement in units of its own scale, after the class is decided; points
     *     near the boundary come to lie on the other class's side
     */
    static RawExamples generate(int examples, double noise, RandomStream stream) {
        double[][] points = new double[examples][2];
        int[] labels = new int[examples];
        for (int i = 0; i < examples; i++) {
            labels[i] = i % 2;
            double first = stream.gaussian();
            double second = stream.gaussian();
            // The distribution looks the same from the other side of the origin, so the turned point is as good a draw.
            double side = first + second > 0 == (labels[i] == 1) ? 1 : -1;
            points[i][0] = side * first + noise * stream.gaussian();
            points[i][1] = RATIO * (side * second + noise * stream.gaussian());
        }
        return new RawExamples(
                "Scales", 2, RawExamples.Rows.of(points), labels, List.of("negative", "positive"), Optional.empty());
    }
}
