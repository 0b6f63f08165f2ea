package shiftscope.measure;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Statistics;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;

/**
 * The loss of a network over two of its weights, all others as they are: those with which one unit of the first layer weighs the first
 * two features. The same network, the same examples, at each place another pair of weights.
 *
 * @param reach both weights go from minus this to this
 * @param size places along each weight, the first and the last at the ends
 * @param losses size × size, second weight by first, both ascending
 */
public record LossMap(double reach, int size, double[] losses) {
    /**
     * Computes it. Normalizers over the batch use the statistics of these examples as one batch, as they would in training; nothing is
     * dropped and there is no noise.
     *
     * @param network at least two features wide; not modified
     * @param x examples × features, not modified
     * @param targets examples × outputs, not modified
     * @param unit of the first layer, from 0
     * @throws CancellationException if the thread is interrupted
     */
    public static LossMap of(
            Network network, Loss loss, DMatrixRMaj x, DMatrixRMaj targets, int unit, double reach, int size) {
        Network tried = network.copy();
        Pass pass = new Pass(tried, x.numRows);
        DMatrixRMaj weights = tried.layers().get(0).dense().weights();
        double[] losses = new double[size * size];
        for (int row = 0; row < size; row++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            for (int column = 0; column < size; column++) {
                weights.set(0, unit, weight(reach, size, column));
                weights.set(1, unit, weight(reach, size, row));
                tried.forward(x, Statistics.BATCH, pass);
                losses[row * size + column] = loss.value(pass.logits(), targets);
            }
        }
        return new LossMap(reach, size, losses);
    }

    private static double weight(double reach, int size, int place) {
        return reach * (2.0 * place / (size - 1) - 1);
    }

    /** The weight at one of the places, from 0. */
    public double weight(int place) {
        return weight(reach, size, place);
    }

    /** Between the places, the loss on the plane through the four around, or as near as the map goes. */
    public double at(double first, double second) {
        double column = place(first);
        double row = place(second);
        int left = Math.min(size - 2, (int) column);
        int below = Math.min(size - 2, (int) row);
        double lower = between(losses[below * size + left], losses[below * size + left + 1], column - left);
        double upper = between(losses[(below + 1) * size + left], losses[(below + 1) * size + left + 1], column - left);
        return between(lower, upper, row - below);
    }

    /** At a place itself its neighbour does not count, even if it is infinite. */
    private static double between(double from, double to, double share) {
        return share == 0 ? from : share == 1 ? to : (1 - share) * from + share * to;
    }

    private double place(double weight) {
        return Math.max(0, Math.min(size - 1, (weight / reach + 1) / 2 * (size - 1)));
    }

    /** The least finite loss; NaN if there is none. */
    public double least() {
        return Arrays.stream(losses).filter(Double::isFinite).min().orElse(Double.NaN);
    }

    /** The greatest finite loss; NaN if there is none. */
    public double most() {
        return Arrays.stream(losses).filter(Double::isFinite).max().orElse(Double.NaN);
    }
}
