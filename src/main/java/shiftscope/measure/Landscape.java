package shiftscope.measure;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Statistics;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;

/**
 * The loss and its gradient along the gradient (Santurkar et al. 2018): at {@code θ - m lr ∂L/∂θ} for some multiples m of the learning
 * rate, θ being every trained parameter. {@code SCIENCE: docs/science.md, gradient probes.}
 *
 * <p>The batch is the same everywhere, normalizers use its own statistics, and there is neither noise nor dropout. The way is that of
 * the gradient alone, also where an optimizer would go another. The network given is only passed through. Made once for networks of one
 * shape; holds the results of the last {@link #measure}.
 */
public final class Landscape {
    private final Pass pass;
    private final double[] multiples;
    private final double[] start;
    private final double[] gradient;
    private final double[] losses;
    private final double[] changes;
    private final double[] smoothnesses;
    private int at;
    private double squares;
    private double startLoss;
    private double norm;

    /**
     * @param shape a network of the shape that will be measured
     * @param capacity the most examples in a batch
     * @param multiples where to look, in learning rates; at least one
     */
    public Landscape(Network shape, int capacity, double... multiples) {
        if (multiples.length == 0) {
            throw new IllegalArgumentException("a landscape needs a place to be looked at");
        }
        pass = new Pass(shape, capacity);
        this.multiples = multiples.clone();
        int parameters = shape.layers().stream()
                .mapToInt(layer -> layer.dense().weights().getNumElements() + 3 * layer.dense().units())
                .sum();
        start = new double[parameters];
        gradient = new double[parameters];
        losses = new double[multiples.length];
        changes = new double[multiples.length];
        smoothnesses = new double[multiples.length];
    }

    /**
     * Passes the batch forth and back where the network is, and once for each multiple.
     *
     * @param network not modified
     * @param x batch × features, not modified
     * @param targets batch × outputs, not modified
     * @param rate the learning rate
     */
    public void measure(Network network, DMatrixRMaj x, DMatrixRMaj targets, Loss loss, double rate) {
        startLoss = pass(network, x, targets, loss);
        at = 0;
        network.visit(pass, (kind, value, slope) -> {
            System.arraycopy(value.data, 0, start, at, value.getNumElements());
            System.arraycopy(slope.data, 0, gradient, at, value.getNumElements());
            at += value.getNumElements();
        });
        norm = Norm.of(gradient, at);
        Network moved = network.copy();
        for (int i = 0; i < multiples.length; i++) {
            double step = multiples[i] * rate;
            move(moved, step);
            losses[i] = pass(moved, x, targets, loss);
            changes[i] = gradientChange(moved);
            smoothnesses[i] = changes[i] / (step * norm);
        }
    }

    private double pass(Network network, DMatrixRMaj x, DMatrixRMaj targets, Loss loss) {
        network.forward(x, Statistics.BATCH, pass);
        return network.backward(targets, loss, pass);
    }

    private void move(Network moved, double step) {
        at = 0;
        moved.visit(pass, (kind, value, slope) -> {
            for (int i = 0; i < value.getNumElements(); i++) {
                value.data[i] = start[at + i] - step * gradient[at + i];
            }
            at += value.getNumElements();
        });
    }

    private double gradientChange(Network moved) {
        at = 0;
        squares = 0;
        moved.visit(pass, (kind, value, slope) -> {
            for (int i = 0; i < value.getNumElements(); i++) {
                double change = slope.data[i] - gradient[at + i];
                squares += change * change;
            }
            at += value.getNumElements();
        });
        return Math.sqrt(squares);
    }

    /** The loss where the network is. */
    public double startLoss() {
        return startLoss;
    }

    /** ‖∂L/∂θ‖ where the network is. */
    public double gradientNorm() {
        return norm;
    }

    /** The loss at a multiple, by its index. */
    public double loss(int index) {
        return losses[index];
    }

    /** The distance of the gradient at a multiple from the gradient at the start. */
    public double gradientChange(int index) {
        return changes[index];
    }

    /** That distance divided by the distance gone; NaN where the gradient at the start, or the learning rate, is 0. */
    public double smoothness(int index) {
        return smoothnesses[index];
    }

    /** The least loss over the multiples; NaN if a loss is. */
    public double leastLoss() {
        return Arrays.stream(losses).min().orElseThrow();
    }

    /** The largest loss over the multiples; NaN if a loss is. */
    public double mostLoss() {
        return Arrays.stream(losses).max().orElseThrow();
    }

    /** Gradient predictiveness: the largest distance from the gradient at the start. The smaller, the longer a gradient holds. */
    public double largestGradientChange() {
        return Arrays.stream(changes).max().orElseThrow();
    }

    /** Effective β-smoothness: the largest of {@link #smoothness(int)}. */
    public double effectiveSmoothness() {
        return Arrays.stream(smoothnesses).max().orElseThrow();
    }
}
