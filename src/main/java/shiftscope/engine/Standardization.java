package shiftscope.engine;

/**
 * The loops of batch normalization over a batch of {@code rows × units}. Both implementations take the same steps in the same order,
 * down each column from the first row to the last, so they give the same bits.
 */
interface Standardization {
    /**
     * {@code sums[j] = Σ_i x[i,j]}.
     *
     * @param x not modified
     * @param sums overwritten
     */
    void sum(double[] x, int rows, int units, double[] sums);

    /**
     * Mean and biased variance of each column in two passes (E[x²] − μ² cancels where |μ| is large). The first pass sums deviations from
     * the first row, which are small where the column is far from 0, so that the mean is rounded as if it were near 0 until that row is
     * added again; in a constant column it is exact. The first row may be an outlier, but by no more than √m standard deviations.
     *
     * @param x not modified
     * @param mean overwritten
     * @param variance overwritten
     */
    void moments(double[] x, int rows, int units, double[] mean, double[] variance);

    /**
     * {@code quotients = numerators / sqrt(variance + ε)}. Where v and ε are 0 there is nothing to divide by, and it is 0, so that x̂ is 0
     * as for every other ε.
     *
     * @param numerators not modified
     * @param variance not modified
     * @param units how many
     * @param quotients overwritten
     */
    void overDeviations(double[] numerators, double[] variance, double epsilon, int units, double[] quotients);

    /**
     * {@code x̂ = (x - mean) · inverse}, {@code y = γ x̂ + β}.
     *
     * @param x not modified unless it is one of the others
     * @param inverse one over the standard deviations
     * @param normalized x̂, overwritten; may be {@code x}
     * @param y overwritten; may be {@code x} or {@code normalized}
     * @return whether every element of y is finite
     */
    boolean forward(
            double[] x, int rows, int units, double[] mean, double[] inverse, double[] gamma, double[] beta, double[] normalized,
            double[] y);

    /**
     * {@code dβ = Σ dy}, {@code dγ = Σ dy x̂}.
     *
     * @param normalized x̂, not modified
     * @param dy not modified
     * @param dGamma overwritten
     * @param dBeta overwritten
     */
    void parameterGradients(double[] normalized, double[] dy, int rows, int units, double[] dGamma, double[] dBeta);

    /**
     * {@code dx = scale · (dy - dβ/rows - x̂ dγ/rows)}.
     *
     * @param normalized x̂, not modified
     * @param dy not modified unless it is {@code dx}
     * @param scale γ over the standard deviations
     * @param dx overwritten; may be {@code dy}
     * @return whether every element of dx is finite
     */
    boolean inputGradient(
            double[] normalized, double[] dy, int rows, int units, double[] scale, double[] dGamma, double[] dBeta, double[] dx);
}
