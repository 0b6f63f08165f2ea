package shiftscope.measure;

/** Quantiles of a sorted sample. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * The quantile {@code x_⌊h⌋ + (h - ⌊h⌋) (x_⌊h⌋+1 - x_⌊h⌋)} with {@code h = (n - 1) p}, in the unit of the values: linear
     * interpolation between order statistics. {@code SCIENCE: docs/science.md; Hyndman and Fan 1996, type 7.} It never falls as p
     * grows.
     *
     * @param sorted the sample in the order of {@link java.util.Arrays#sort(double[])}; that it is sorted is not checked
     * @param p from 0, the least value, to 1, the greatest
     * @return the quantile, or NaN if any value is not finite
     * @throws IllegalArgumentException if the sample is empty or p is not in [0, 1]
     */
    public static double of(double[] sorted, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a quantile is asked for at p from 0 to 1, not " + p);
        }
        if (!Samples.endsAreFinite(sorted)) {
            return Double.NaN;
        }
        double h = (sorted.length - 1) * p;
        int below = (int) h;
        if (below == sorted.length - 1) {
            return sorted[below];
        }
        double low = sorted[below];
        double high = sorted[below + 1];
        return Math.min(high, low + (h - below) * (high - low));
    }
}
