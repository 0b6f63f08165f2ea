package shiftscope.session;

import java.util.List;
import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.config.Statistics;

/**
 * What both networks answer. A single question has no batch to be normalized with, so where the switch says {@link Statistics#BATCH},
 * the running averages are used.
 *
 * @param classes the names of the classes; empty for regression
 * @param surface the answers over the plane; only where an example has two features, and there are no more than 127 classes
 * @param mistakes test examples that are answered wrongly; only where examples are images
 */
public record Predictions(List<String> classes, Optional<Surface> surface, Optional<Mistakes> mistakes) {
    public Predictions {
        classes = List.copyOf(classes);
    }

    /**
     * Answers on a grid of {@code columns × rows} points, at the middles of its cells; the first row is the lowest.
     *
     * @param xLow left edge, in the unit of the feature as the network is given it
     * @param train the training examples
     * @param test the test examples
     */
    public record Surface(
            double xLow, double xHigh, double yLow, double yHigh, int columns, int rows, Grid a, Grid b, Points train, Points test) {
        public Grid of(Side side) {
            return side == Side.A ? a : b;
        }
    }

    /**
     * @param statistics what the normalizers used
     * @param classes the class that is answered, row by row; empty for regression
     * @param values its probability, by softmax (with a single output: by the sigmoid); for regression the answer itself
     */
    public record Grid(Statistics statistics, byte[] classes, float[] values) {}

    /**
     * @param x first feature
     * @param y second feature
     * @param labels the class of each; empty for regression
     * @param targets the target of each; empty for classes
     */
    public record Points(float[] x, float[] y, int[] labels, float[] targets) {}

    /**
     * @param width of an image, in pixels
     * @param height of an image, in pixels
     * @param channels values of a pixel: 1, how much ink there is, or 3, how much red, green and blue light
     * @param a run A's
     * @param b run B's
     */
    public record Mistakes(int width, int height, int channels, Sheet a, Sheet b) {
        public Sheet of(Side side) {
            return side == Side.A ? a : b;
        }
    }

    /**
     * @param statistics what the normalizers used
     * @param wrong how many test examples are answered wrongly
     * @param of how many there are
     * @param shown the first of those
     */
    public record Sheet(Statistics statistics, int wrong, int of, List<Mistake> shown) {
        public Sheet {
            shown = List.copyOf(shown);
        }
    }

    /**
     * @param index which test example, from 0
     * @param label its class
     * @param answer the class that was answered
     * @param probability of that answer
     * @param pixels row by row, the values of each one after the other, from 0 (least) to 1 (most)
     */
    public record Mistake(int index, int label, int answer, double probability, float[] pixels) {}
}
