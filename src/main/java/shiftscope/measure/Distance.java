package shiftscope.measure;

/**
 * How far two distributions are apart: exactly, from two sorted samples, or from two histograms with common edges. All are
 * symmetric but {@link #kullbackLeiblerSmoothed}, and 0 for equal arguments. {@code SCIENCE: docs/science.md, live shift metrics.}
 */
public final class Distance {
    private static final double LN_2 = StrictMath.log(2);
    private static final int SOME = 16;

    private Distance() {}

    /**
     * The Wasserstein-1 distance {@code ∫ |F_a - F_b| dx = ∫ |Q_a - Q_b| dp}: how far, on average, a value must be moved to make one
     * sample the other. Exact; for equally many values {@code (1/n) Σ |a_(i) - b_(i)|}.
     *
     * @param sortedA a sample in ascending order
     * @param sortedB the other, of any length
     * @return the distance in the unit of the values, or NaN if any value is not finite
     * @throws IllegalArgumentException if a sample is empty or not in ascending order
     */
    public static double wasserstein1(double[] sortedA, double[] sortedB) {
        if (!areFinite(sortedA, sortedB)) {
            return Double.NaN;
        }
        int n = sortedA.length;
        int m = sortedB.length;
        if (n == m) {
            return wasserstein1(sortedA, 0, sortedB, 0, n);
        }
        // The quantile functions step at multiples of 1/n and 1/m; on the scale of n m those are whole numbers.
        double sum = 0;
        long from = 0;
        for (int i = 0, j = 0; i < n && j < m; ) {
            long endOfA = (i + 1L) * m;
            long endOfB = (j + 1L) * n;
            long to = Math.min(endOfA, endOfB);
            sum += Math.abs(sortedA[i] - sortedB[j]) * (to - from);
            from = to;
            i += endOfA == to ? 1 : 0;
            j += endOfB == to ? 1 : 0;
        }
        return sum / ((double) n * m);
    }

    /** The same of two slices of equal length that are known to be sorted; not finite if a value is not. */
    static double wasserstein1(double[] sortedA, int offsetA, double[] sortedB, int offsetB, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += Math.abs(sortedA[offsetA + i] - sortedB[offsetB + i]);
        }
        return sum / length;
    }

    /**
     * The two-sample Kolmogorov–Smirnov statistic {@code max |F_a - F_b|}, read after each whole tie. It has no unit and does not
     * change when both samples are scaled.
     *
     * @param sortedA a sample in ascending order
     * @param sortedB the other, of any length
     * @return from 0 to 1, or NaN if any value is not finite
     * @throws IllegalArgumentException if a sample is empty or not in ascending order
     */
    public static double kolmogorovSmirnov(double[] sortedA, double[] sortedB) {
        if (!areFinite(sortedA, sortedB)) {
            return Double.NaN;
        }
        int n = sortedA.length;
        int m = sortedB.length;
        long greatest = 0;
        for (int i = 0, j = 0; i < n && j < m; ) {
            double at = Math.min(sortedA[i], sortedB[j]);
            while (i < n && sortedA[i] <= at) {
                i++;
            }
            while (j < m && sortedB[j] <= at) {
                j++;
            }
            greatest = Math.max(greatest, Math.abs((long) i * m - (long) j * n));
        }
        return greatest / ((double) n * m);
    }

    /**
     * The same of two slices of equal length n that are known to be sorted and finite, in 2 (n + d) comparisons at most, d / n being the
     * answer, of which all but 2 d turn out alike.
     */
    static double kolmogorovSmirnov(double[] sortedA, int offsetA, double[] sortedB, int offsetB, int length) {
        int ahead = ahead(sortedA, offsetA, sortedB, offsetB, length, 0);
        return (double) ahead(sortedB, offsetB, sortedA, offsetA, length, ahead) / length;
    }

    /** The greatest d, or {@code least}, for which {@code a_(i+d) < b_(i+1)} for some i: d more values of a than of b lie up to there. */
    private static int ahead(double[] a, int offsetA, double[] b, int offsetB, int length, int least) {
        // Some of them first: nearly all of d is found in a few long runs there, and the processor foresees how other comparisons turn out.
        int d = least;
        for (int i = 0; i + d < length; i += SOME) {
            d = aheadAt(i, a, offsetA, b[offsetB + i], length, d);
        }
        for (int i = 0; i + d < length; ) {
            int end = length - d;
            int from = offsetA + d;
            while (i < end && !(a[from + i] < b[offsetB + i])) {
                i++;
            }
            d = i < end ? aheadAt(i, a, offsetA, b[offsetB + i], length, d) : d;
        }
        return d;
    }

    private static int aheadAt(int i, double[] a, int offset, double value, int length, int least) {
        int d = least;
        while (i + d < length && a[offset + i + d] < value) {
            d++;
        }
        return d;
    }

    private static boolean areFinite(double[] sortedA, double[] sortedB) {
        if (!Samples.endsAreFinite(sortedA) || !Samples.endsAreFinite(sortedB)) {
            return false;
        }
        Samples.requireAscending(sortedA);
        Samples.requireAscending(sortedB);
        return true;
    }

    /**
     * The Jensen–Shannon divergence {@code ½ KL(p|m) + ½ KL(q|m)} with {@code m = (p + q) / 2} and {@code 0 log 0 = 0}, of the
     * shares of every outcome: each bin, and also under, over and not finite, so that no value is left out.
     *
     * @return in nats, from 0 to ln 2; divided by ln 2, in bits
     * @throws IllegalArgumentException if the edges differ
     */
    public static double jensenShannon(Histogram a, Histogram b) {
        a.requireEdgesOf(b);
        double totalA = a.total();
        double totalB = b.total();
        double sum = jensenShannonTerm(a.under() / totalA, b.under() / totalB)
                + jensenShannonTerm(a.over() / totalA, b.over() / totalB)
                + jensenShannonTerm(a.nonFinite() / totalA, b.nonFinite() / totalB);
        for (int i = 0; i < a.bins(); i++) {
            sum += jensenShannonTerm(a.count(i) / totalA, b.count(i) / totalB);
        }
        return Math.max(0, Math.min(LN_2, sum));
    }

    private static double jensenShannonTerm(double p, double q) {
        double middle = (p + q) / 2;
        return (divergenceTerm(p, middle) + divergenceTerm(q, middle)) / 2;
    }

    private static double divergenceTerm(double p, double q) {
        return p == 0 ? 0 : p * StrictMath.log(p / q);
    }

    /**
     * The Kullback–Leibler divergence {@code Σ p ln(p / q)} of b from a over the bins, with {@code p = (count + ½) / (n + ½ bins)}
     * to keep it finite where b has no value. The half counts weigh more the smaller the sample: for comparison with other people's
     * numbers; prefer {@link #jensenShannon}.
     *
     * @param a where p comes from
     * @param b where q comes from
     * @return in nats, at least 0, or NaN if a value lies outside the bins, which this formula has no place for
     * @throws IllegalArgumentException if the edges differ
     */
    public static double kullbackLeiblerSmoothed(Histogram a, Histogram b) {
        a.requireEdgesOf(b);
        if (hasOutsiders(a) || hasOutsiders(b)) {
            return Double.NaN;
        }
        double smoothedA = a.total() + 0.5 * a.bins();
        double smoothedB = b.total() + 0.5 * b.bins();
        double sum = 0;
        for (int i = 0; i < a.bins(); i++) {
            sum += divergenceTerm((a.count(i) + 0.5) / smoothedA, (b.count(i) + 0.5) / smoothedB);
        }
        return Math.max(0, sum);
    }

    private static boolean hasOutsiders(Histogram histogram) {
        return histogram.under() + histogram.over() + histogram.nonFinite() > 0;
    }

    /**
     * The Wasserstein-1 distance as far as bins tell it: {@code binWidth Σ |F_a - F_b|} over the inner edges. At most one bin width
     * from {@link #wasserstein1(double[], double[])} when all values lie within the edges. Values under and over are taken to lie in
     * the first and the last bin, where they are moved less far than in truth.
     *
     * @return in the unit of the values, or NaN if any value is not finite
     * @throws IllegalArgumentException if the edges differ
     */
    public static double wasserstein1(Histogram a, Histogram b) {
        a.requireEdgesOf(b);
        if (a.nonFinite() + b.nonFinite() > 0) {
            return Double.NaN;
        }
        double totalA = a.total();
        double totalB = b.total();
        long belowA = a.under();
        long belowB = b.under();
        double sum = 0;
        for (int i = 0; i < a.bins() - 1; i++) {
            belowA += a.count(i);
            belowB += b.count(i);
            sum += Math.abs(belowA / totalA - belowB / totalB);
        }
        return a.binWidth() * sum;
    }
}
