package shiftscope.measure;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Normalization;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.RunningRule;
import shiftscope.engine.SingleNormalizer;

/**
 * A few numbers as one unit's batch, through the normalizer that networks use: {@code ẑ_i = (x_i − μ) / √(σ² + ε)},
 * {@code y_i = γẑ_i + β}, and the gradient of {@code L = Σ c_i y_i} back to them. {@code SCIENCE: docs/science.md, batch normalization.}
 */
public final class NormalizedBatch {
    /** Of the deviation: how far a number is moved to either side for a finite difference. */
    private static final double STEP = 1e-4;

    private final double[] x;
    private final double[] factors;
    private final double mean;
    private final double variance;
    private final double epsilon;
    private final double gamma;
    private final double beta;
    private final double[] normalized;
    private final double[] scaled;
    private final double[] gradient;
    private final double[][] influence;
    private final double[] difference;

    /**
     * Normalizes, and goes back.
     *
     * @param kind one over the batch; or {@link Normalization#NONE}, under which ẑ = y = x
     * @param x at least two numbers
     * @param epsilon ε, greater than 0
     * @param factors c, as many
     */
    public NormalizedBatch(Normalization kind, double[] x, double gamma, double beta, double epsilon, double[] factors) {
        if (x.length < 2 || factors.length != x.length || !(epsilon > 0)) {
            throw new IllegalArgumentException(x.length + " numbers with " + factors.length + " factors and ε = " + epsilon);
        }
        this.x = x.clone();
        this.factors = factors.clone();
        this.epsilon = epsilon;
        this.gamma = gamma;
        this.beta = beta;
        int m = x.length;
        influence = new double[m][];
        if (kind == Normalization.NONE) {
            mean = Arrays.stream(x).average().orElseThrow();
            variance = Arrays.stream(x).map(value -> (value - mean) * (value - mean)).sum() / m;
            normalized = x.clone();
            scaled = x.clone();
            gradient = factors.clone();
            for (int i = 0; i < m; i++) {
                influence[i] = new double[m];
                influence[i][i] = 1;
            }
            difference = factors.clone();
        } else {
            BatchNorm normalizer =
                    new BatchNorm(kind, 1, epsilon, new RunningRule(RunningAverage.EXPONENTIAL, 1, RunningConvention.KERAS), true);
            normalizer.gamma().data[0] = gamma;
            normalizer.beta().data[0] = beta;
            SingleNormalizer single = new SingleNormalizer(normalizer, m);
            single.forward(column(x));
            mean = single.mean()[0];
            variance = single.variance()[0];
            normalized = single.normalized().data.clone();
            scaled = single.scaled().data.clone();
            gradient = single.backward(column(factors)).data.clone();
            for (int i = 0; i < m; i++) {
                double[] one = new double[m];
                one[i] = 1;
                influence[i] = single.backward(column(one)).data.clone();
            }
            difference = differences(single);
        }
    }

    private static DMatrixRMaj column(double[] values) {
        return DMatrixRMaj.wrap(values.length, 1, values.clone());
    }

    /** (L(x_i + h) − L(x_i − h)) / 2h. */
    private double[] differences(SingleNormalizer single) {
        double[] found = new double[x.length];
        double step = STEP * deviation();
        double[] moved = x.clone();
        for (int i = 0; i < x.length; i++) {
            double above = x[i] + step;
            double below = x[i] - step;
            moved[i] = above;
            double loss = loss(single, moved);
            moved[i] = below;
            // By what they really are apart: a sum is rounded.
            found[i] = (loss - loss(single, moved)) / (above - below);
            moved[i] = x[i];
        }
        return found;
    }

    private double loss(SingleNormalizer single, double[] values) {
        single.forward(column(values));
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += factors[i] * single.scaled().data[i];
        }
        return sum;
    }

    /** How many numbers there are, m. */
    public int size() {
        return x.length;
    }

    /** A number as it was given, from i = 0. */
    public double x(int i) {
        return x[i];
    }

    /** μ_B. */
    public double mean() {
        return mean;
    }

    /** σ²_B, biased, without ε. */
    public double variance() {
        return variance;
    }

    /** γ. */
    public double gamma() {
        return gamma;
    }

    /** β. */
    public double beta() {
        return beta;
    }

    /** ε. */
    public double epsilon() {
        return epsilon;
    }

    /** √(σ²_B + ε). */
    public double deviation() {
        return Math.sqrt(variance + epsilon);
    }

    /** ẑ_i. */
    public double normalized(int i) {
        return normalized[i];
    }

    /** y_i. */
    public double scaled(int i) {
        return scaled[i];
    }

    /** c_i = ∂L/∂y_i. */
    public double factor(int i) {
        return factors[i];
    }

    /** L = Σ c_i y_i. */
    public double loss() {
        double sum = 0;
        for (int i = 0; i < scaled.length; i++) {
            sum += factors[i] * scaled[i];
        }
        return sum;
    }

    /** ∂L/∂x_i as the normalizer computes it on the way back. */
    public double gradient(int i) {
        return gradient[i];
    }

    /** ∂L/∂x_i by moving x_i a little to either side and computing L anew. */
    public double difference(int i) {
        return difference[i];
    }

    /** The largest distance of the two, in units of what passes backwards at most, |γ|/√(σ² + ε) times the largest |c|. */
    public double largestError() {
        double worst = 0;
        double size = Double.MIN_NORMAL;
        for (int i = 0; i < x.length; i++) {
            worst = Math.max(worst, Math.abs(gradient[i] - difference[i]));
            size = Math.max(size, Math.abs(gamma / deviation() * factors[i]));
        }
        return worst / size;
    }

    /** ∂y_i/∂x_j. */
    public double influence(int i, int j) {
        return influence[i][j];
    }

    /** The least |∂y_i/∂x_j|: 0 if there is an output that a number of the batch does not move. */
    public double leastInfluence() {
        return Arrays.stream(influence).flatMapToDouble(Arrays::stream).map(Math::abs).min().orElseThrow();
    }

    /** The mean of all ẑ. */
    public double normalizedMean() {
        return average(normalized);
    }

    /** The biased variance of all ẑ. */
    public double normalizedVariance() {
        return spread(normalized);
    }

    /** The least ẑ. */
    public double normalizedLeast() {
        return Arrays.stream(normalized).min().orElseThrow();
    }

    /** The mean of all y. */
    public double scaledMean() {
        return average(scaled);
    }

    /** The standard deviation of all y. */
    public double scaledDeviation() {
        return Math.sqrt(spread(scaled));
    }

    private static double average(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double spread(double[] values) {
        double centre = average(values);
        return Arrays.stream(values).map(value -> (value - centre) * (value - centre)).sum() / values.length;
    }
}
