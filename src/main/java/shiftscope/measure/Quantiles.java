package shiftscope.measure;

import java.util.Arrays;

/** Quantiles of a sample. */
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
        requireLevel(p);
        if (!Samples.endsAreFinite(sorted)) {
            return Double.NaN;
        }
        double h = (sorted.length - 1) * p;
        int below = (int) h;
        return between(sorted[below], sorted[Math.min(below + 1, sorted.length - 1)], h - below);
    }

    /**
     * The same of a sample that is not sorted, to the same bits: its histogram says in which bins the order statistics lie, and only
     * what is in those is sorted.
     *
     * @param values not modified
     * @param length how many of them are the sample
     * @param counts the sample's histogram
     * @param levels ascending or not, each from 0 to 1
     * @return one quantile for each level; NaN if any value is not finite
     * @throws IllegalArgumentException if the histogram is of more or fewer values, or a level is not in [0, 1]
     */
    public static double[] of(double[] values, int length, DyadicHistogram counts, double... levels) {
        if (counts.total() != length) {
            throw new IllegalArgumentException("a histogram of " + counts.total() + " values, not " + length);
        }
        double[] quantiles = new double[levels.length];
        if (counts.nonFinite() > 0) {
            Arrays.fill(quantiles, Double.NaN);
            return quantiles;
        }
        Selection selection = new Selection(values, length, counts, levels);
        for (int i = 0; i < levels.length; i++) {
            double h = (length - 1) * levels[i];
            int below = (int) h;
            quantiles[i] = between(selection.ranked(below), selection.ranked(Math.min(below + 1, length - 1)), h - below);
        }
        return quantiles;
    }

    private static void requireLevel(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a quantile is asked for at p from 0 to 1, not " + p);
        }
    }

    private static double between(double low, double high, double share) {
        return Math.min(high, low + share * (high - low));
    }

    /** Some order statistics of a sample: the values of the bins that they lie in, sorted. */
    private static final class Selection {
        private final DyadicHistogram counts;
        private final boolean[] needed;
        private final double[] sorted;

        Selection(double[] values, int length, DyadicHistogram counts, double[] levels) {
            this.counts = counts;
            needed = new boolean[counts.bins() + 2];
            for (double level : levels) {
                requireLevel(level);
                int below = (int) ((length - 1) * level);
                needed[binOfRank(below)] = true;
                needed[binOfRank(Math.min(below + 1, length - 1))] = true;
            }
            int size = 0;
            for (int bin = 0; bin < needed.length; bin++) {
                size += needed[bin] ? (int) valuesIn(bin) : 0;
            }
            sorted = new double[size];
            int filled = 0;
            double perUnit = counts.perUnit();
            for (int i = 0; i < length; i++) {
                if (needed[counts.binOf(values[i], perUnit) + 1]) {
                    sorted[filled++] = values[i];
                }
            }
            Arrays.sort(sorted);
        }

        /** Bin 0 is what lies under, the last one what lies over. */
        private long valuesIn(int bin) {
            return bin == 0 ? counts.under() : bin == needed.length - 1 ? counts.over() : counts.count(bin - 1);
        }

        private int binOfRank(long rank) {
            int bin = 0;
            for (long upTo = valuesIn(0); upTo <= rank; upTo += valuesIn(bin)) {
                bin++;
            }
            return bin;
        }

        double ranked(int rank) {
            int leftOut = 0;
            for (int bin = binOfRank(rank); bin >= 0; bin--) {
                leftOut += needed[bin] ? 0 : (int) valuesIn(bin);
            }
            return sorted[rank - leftOut];
        }
    }
}
