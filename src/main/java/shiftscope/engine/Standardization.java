package shiftscope.engine;

/**
 * The loops of batch normalization over a batch of {@code rows × units}. Both implementations take the same steps in the same order,
 * down each column from the first row to the last, so they give the same bits.
 *
 * <p>Where a variance and ε are 0 there is nothing to divide by, and the quotient is 0, so that x̂ is 0 as for every other ε.
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
     * {@code x̂ = (x - mean) / sqrt(variance + ε)}, as a product with one over the root, and {@code y = γ x̂ + β}. x̂ is kept nowhere: to
     * compute it again on the way back takes less time than to write it down.
     *
     * <p>Mean and biased variance of the batch take two passes (E[x²] − μ² cancels where |μ| is large). The first sums deviations from the
     * first row, which are small where the column is far from 0, so that the mean is rounded as if it were near 0 until that row is added
     * again; in a constant column it is exact. The first row may be an outlier, but by no more than √m standard deviations.
     *
     * @param x not modified unless it is {@code y}
     * @param ofBatch whether mean and variance are to be those of the columns of x, and overwritten; if not, they are given
     * @param spread of the columns; one over the deviations is overwritten
     * @param y overwritten; may be {@code x}
     * @return whether every element of y is finite
     */
    boolean forward(
            double[] x, int rows, int units, boolean ofBatch, Spread spread, double epsilon, double[] gamma, double[] beta, double[] y);

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
     * The parameters' gradients and, where the statistics were those of the batch,
     * {@code dx = γ / sqrt(variance + ε) · (dy - dβ/rows - x̂ dγ/rows)}.
     *
     * @param x what was passed forward, not modified
     * @param dy not modified unless it is {@code dx}
     * @param spread what {@link #forward} left, not modified
     * @param dGamma overwritten
     * @param dBeta overwritten
     * @param dx overwritten; may be {@code dy}
     * @return whether every element of dx is finite
     */
    boolean backward(
            double[] x, double[] dy, int rows, int units, Spread spread, double epsilon, double[] gamma, double[] dGamma, double[] dBeta,
            double[] dx);
}
