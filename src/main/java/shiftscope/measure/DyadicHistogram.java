package shiftscope.measure;

import java.util.Arrays;
import java.util.Objects;

/**
 * How many values fall into bins whose width is a power of two and whose edges are multiples of it. Neighbouring bins merge exactly,
 * so that histograms of different times and ranges can be brought to one width without passing the values again: every count stays a
 * count.
 *
 * @param exponent bins are {@code 2^exponent} wide, in the unit of the values
 * @param first the first bin begins at {@code first} widths
 * @param counts values per bin; bin i holds the values with {@code (first + i) width <= v < (first + i + 1) width}
 * @param under finite values below the first bin
 * @param over finite values from the end of the last bin on
 * @param nonFinite NaNs and infinities
 */
public record DyadicHistogram(int exponent, long first, int[] counts, long under, long over, long nonFinite) {
    /** How many standard deviations from the mean the bins reach at most: farther values are counted as under or over. */
    public static final double REACH = 8;

    private static final int LEAST_EXPONENT = -1000;

    /** @throws IllegalArgumentException if there are no bins or a count is negative */
    public DyadicHistogram {
        if (counts.length == 0 || under < 0 || over < 0 || nonFinite < 0) {
            throw new IllegalArgumentException("no bins, or a negative number of values");
        }
        counts = counts.clone();
    }

    /**
     * The histogram of a slice, with the narrowest bins with which at most so many are needed between the least and the largest value,
     * or mean ± {@value #REACH} standard deviations where values lie farther out.
     *
     * @throws IllegalArgumentException if the slice is empty or {@code mostBins} is less than 2
     * @throws IndexOutOfBoundsException if the slice is not within the array
     */
    public static DyadicHistogram of(double[] values, int offset, int length, int mostBins) {
        Samples.requireSlice(values, offset, length);
        if (mostBins < 2) {
            throw new IllegalArgumentException("at least 2 bins are needed, not " + mostBins);
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        long finite = 0;
        for (int i = offset; i < offset + length; i++) {
            double value = values[i];
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
                sum += value;
                finite++;
            }
        }
        if (finite == 0) {
            return new DyadicHistogram(0, 0, new int[1], 0, 0, length);
        }
        double mean = sum / finite;
        double squares = 0;
        for (int i = offset; i < offset + length; i++) {
            if (Double.isFinite(values[i])) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
        }
        double reach = REACH * Math.sqrt(squares / finite);
        if (Double.isFinite(mean) && Double.isFinite(reach)) {
            least = Math.max(least, Math.min(mean - reach, most));
            most = Math.min(most, Math.max(mean + reach, least));
        }
        int exponent = exponent(least, most, mostBins);
        double width = Math.scalb(1.0, exponent);
        long first = (long) Math.floor(least / width);
        int[] counts = new int[(int) ((long) Math.floor(most / width) - first + 1)];
        long under = 0;
        long over = 0;
        for (int i = offset; i < offset + length; i++) {
            if (Double.isFinite(values[i])) {
                // Dividing by a power of two rounds nothing, so a value on an edge is in the bin above it.
                double bin = Math.floor(values[i] / width) - first;
                if (bin < 0) {
                    under++;
                } else if (bin >= counts.length) {
                    over++;
                } else {
                    counts[(int) bin]++;
                }
            }
        }
        return new DyadicHistogram(exponent, first, counts, under, over, length - finite);
    }

    /** The least exponent for which the range takes at most so many bins, each of whose edges is a number of its own. */
    private static int exponent(double least, double most, int mostBins) {
        double size = Math.max(Math.abs(least), Math.abs(most));
        int finest = size == 0 ? LEAST_EXPONENT : Math.max(LEAST_EXPONENT, Math.getExponent(size) - 40);
        int exponent = most > least ? Math.max(finest, Math.getExponent((most - least) / mostBins)) : finest;
        while (Math.floor(Math.scalb(most, -exponent)) - Math.floor(Math.scalb(least, -exponent)) + 1 > mostBins) {
            exponent++;
        }
        return exponent;
    }

    /** Width of a bin, in the unit of the values. */
    public double width() {
        return Math.scalb(1.0, exponent);
    }

    /** Lower edge of the first bin. */
    public double low() {
        return first * width();
    }

    /** Upper edge of the last bin. */
    public double high() {
        return (first + counts.length) * width();
    }

    public int bins() {
        return counts.length;
    }

    /** Values in bin i, from 0. */
    public int count(int i) {
        return counts[i];
    }

    /** A copy. */
    @Override
    public int[] counts() {
        return counts.clone();
    }

    /** How many values there are in all. */
    public long total() {
        return Arrays.stream(counts).asLongStream().sum() + under + over + nonFinite;
    }

    /**
     * The same values in wider bins.
     *
     * @throws IllegalArgumentException if those would be narrower
     */
    public DyadicHistogram coarsened(int wanted) {
        if (wanted < exponent) {
            throw new IllegalArgumentException("bins of 2^" + exponent + " cannot be split into bins of 2^" + wanted);
        }
        int shift = Math.min(62, wanted - exponent);
        long from = first >> shift;
        long to = (first + counts.length - 1) >> shift;
        int[] merged = new int[(int) (to - from + 1)];
        for (int i = 0; i < counts.length; i++) {
            merged[(int) (((first + i) >> shift) - from)] += counts[i];
        }
        return new DyadicHistogram(wanted, from, merged, under, over, nonFinite);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof DyadicHistogram other
                && exponent == other.exponent
                && first == other.first
                && Arrays.equals(counts, other.counts)
                && under == other.under
                && over == other.over
                && nonFinite == other.nonFinite;
    }

    @Override
    public int hashCode() {
        return Objects.hash(exponent, first, Arrays.hashCode(counts), under, over, nonFinite);
    }

    @Override
    public String toString() {
        return "from " + low() + " by " + width() + " " + Arrays.toString(counts) + ", " + under + " under, " + over + " over, "
                + nonFinite + " not finite";
    }
}
