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
     * The same of all values of a layer, to the same bits: their histogram says in which bins the order statistics lie, and only what is
     * in those, which is found in each unit's sorted values, is brought into one order.
     *
     * @param layer the values
     * @param counts their histogram
     * @param levels ascending or not, each from 0 to 1
     * @return one quantile for each level; NaN if any value is not finite
     * @throws IllegalArgumentException if the histogram is of more or fewer values, or a level is not in [0, 1]
     */
    public static double[] of(LayerShift.Reference layer, DyadicHistogram counts, double... levels) {
        int length = layer.rows() * layer.units();
        if (counts.total() != length) {
            throw new IllegalArgumentException("a histogram of " + counts.total() + " values, not " + length);
        }
        double[] quantiles = new double[levels.length];
        if (counts.nonFinite() > 0) {
            Arrays.fill(quantiles, Double.NaN);
            return quantiles;
        }
        Selection selection = new Selection(layer, length, counts, levels);
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

        Selection(LayerShift.Reference layer, int length, DyadicHistogram counts, double[] levels) {
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
            for (int bin = 0; bin < needed.length; bin++) {
                filled = needed[bin] ? collect(layer, bin, filled) : filled;
            }
            Arrays.sort(sorted);
        }

        /** Adds the values of a bin, and says how many there are now. */
        private int collect(LayerShift.Reference layer, int bin, int filled) {
            double low = bin == 0 ? Double.NEGATIVE_INFINITY : counts.edge(bin - 1);
            double high = bin == needed.length - 1 ? Double.POSITIVE_INFINITY : counts.edge(bin);
            double[] values = layer.sortedColumns();
            int size = filled;
            for (int unit = 0; unit < layer.units(); unit++) {
                int end = (unit + 1) * layer.rows();
                for (int i = firstFrom(low, values, unit * layer.rows(), end); i < end && values[i] < high; i++) {
                    sorted[size++] = values[i];
                }
            }
            return size;
        }

        /** The first index of a sorted slice whose value is not less than {@code low}. */
        private static int firstFrom(double low, double[] values, int from, int end) {
            int first = from;
            for (int left = end - from; left > 0; ) {
                int half = left >>> 1;
                boolean beyond = values[first + half] < low;
                first += beyond ? half + 1 : 0;
                left = beyond ? left - half - 1 : half;
            }
            return first;
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
