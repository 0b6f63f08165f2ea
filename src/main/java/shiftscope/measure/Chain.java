package shiftscope.measure;

import java.util.Arrays;

/**
 * The product {@code ŷ = x·w₁·w₂…w_l}, a linear network with one unit in each layer, and what the step {@code w_i ← w_i − α g_i} with
 * {@code g_i = ∂ŷ/∂w_i} does to it: the change split into its orders in α (Goodfellow, Bengio and Courville 2016, section 8.7.1).
 */
public final class Chain {
    private final double x;
    private final double[] weights;
    private final double[] gradient;

    /**
     * @param x what is put in
     * @param weights at least one; may be 0
     */
    public Chain(double x, double... weights) {
        if (weights.length == 0) {
            throw new IllegalArgumentException("a chain needs a weight");
        }
        this.x = x;
        this.weights = weights.clone();
        gradient = gradient();
    }

    /** Products of what stands before a weight and of what stands behind it: no division, so a weight may be 0. */
    private double[] gradient() {
        int length = weights.length;
        double[] all = new double[length];
        double before = x;
        for (int i = 0; i < length; i++) {
            all[i] = before;
            before *= weights[i];
        }
        double behind = 1;
        for (int i = length - 1; i >= 0; i--) {
            all[i] *= behind;
            behind *= weights[i];
        }
        return all;
    }

    /** How many weights there are. */
    public int length() {
        return weights.length;
    }

    /** ŷ before the step. */
    public double output() {
        return output(0);
    }

    /** ŷ after a step of that α. */
    public double output(double alpha) {
        double product = x;
        for (int i = 0; i < weights.length; i++) {
            product *= weights[i] - alpha * gradient[i];
        }
        return product;
    }

    /** ∂ŷ/∂w_i, from i = 0. */
    public double gradient(int index) {
        return gradient[index];
    }

    /** What the step does to ŷ. */
    public double change(double alpha) {
        return output(alpha) - output();
    }

    /** What the gradient promises: {@code −α Σ g_i²}, the first order alone. */
    public double promise(double alpha) {
        return -alpha * Arrays.stream(gradient).map(slope -> slope * slope).sum();
    }

    /**
     * The change split by how many of the weights' steps are multiplied with each other: {@code (−α)^k} times x times the sum, over all
     * sets of k weights, of the product of their g and of the others' w. Found by multiplying the factors {@code w_i − t α g_i} out as
     * polynomials in t, which divides by nothing.
     *
     * @return of order k = 1 … l, at index k − 1; the first is {@link #promise}, and all together are {@link #change}
     */
    public double[] orders(double alpha) {
        double[] powers = new double[weights.length + 1];
        powers[0] = x;
        for (int i = 0; i < weights.length; i++) {
            double step = -alpha * gradient[i];
            for (int k = i + 1; k > 0; k--) {
                powers[k] = weights[i] * powers[k] + step * powers[k - 1];
            }
            powers[0] *= weights[i];
        }
        return Arrays.copyOfRange(powers, 1, powers.length);
    }

    /** The share that orders from the second on have of the sum of the sizes of all; NaN where nothing changes. */
    public double higherShare(double alpha) {
        double[] sizes = Arrays.stream(orders(alpha)).map(Math::abs).toArray();
        double all = Arrays.stream(sizes).sum();
        return (all - sizes[0]) / all;
    }

    /**
     * The least α > 0 at which a factor {@code w_i − α g_i}, and ŷ with it, is 0: a larger step takes the weight through 0. For ŷ ≠ 0 that
     * is the least {@code w_i² / ŷ}.
     *
     * @return ∞ if there is none, as for ŷ &lt; 0, which every step takes further from 0
     */
    public double overshoot() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            double alpha = weights[i] / gradient[i];
            if (alpha > 0 && alpha < least) {
                least = alpha;
            }
        }
        return least;
    }
}
