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
    /** The bins of a sample without finite values. */
    private static final BulkEnds NOTHING = new BulkEnds(0, 0, Double.NaN, Double.NaN);

    /** Bins from 0; twice as many are still an {@code int}. */
    private static final int FAR = 1 << 29;

    private static final int LEAST_EXPONENT = -1000;
    private static final int MOST_EXPONENT = 1001;

    /** @throws IllegalArgumentException if there are no bins, a count is negative, or 2^exponent is too small or large to divide by */
    public DyadicHistogram {
        if (counts.length == 0 || under < 0 || over < 0 || nonFinite < 0) {
            throw new IllegalArgumentException("no bins, or a negative number of values");
        }
        if (exponent < LEAST_EXPONENT || exponent > MOST_EXPONENT) {
            throw new IllegalArgumentException("bins of 2^" + exponent + " are too narrow or too wide");
        }
        counts = counts.clone();
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("no bins, or a negative number of values");
            }
        }
    }

    /**
     * The histogram of a slice, with the narrowest bins with which at most so many are needed for its {@link Bulk}: values farther out
     * are counted as under or over.
     *
     * @throws IllegalArgumentException if the slice is empty or {@code mostBins} is less than 2
     * @throws IndexOutOfBoundsException if the slice is not within the array
     */
    public static DyadicHistogram of(double[] values, int offset, int length, int mostBins) {
        Samples.requireSlice(values, offset, length);
        if (mostBins < 2) {
            throw new IllegalArgumentException("at least 2 bins are needed, not " + mostBins);
        }
        BulkEnds bulk = BulkEnds.of(values, offset, length).orElse(NOTHING);
        int exponent = exponent(bulk.least(), bulk.most(), mostBins);
        double perUnit = Math.scalb(1.0, -exponent);
        double first = place(bulk.least(), perUnit);
        int[] counts = new int[(int) (place(bulk.most(), perUnit) - first) + 1];
        boolean near = perUnit >= 1 && place(bulk.lowest(), perUnit) >= -FAR && place(bulk.highest(), perUnit) <= FAR;
        return near
                ? countedNear(values, offset, length, exponent, (int) first, counts)
                : counted(values, offset, length, exponent, first, counts);
    }

    /** Bins of values none of which is {@link #FAR} bins from 0 or too small to be multiplied: in whole numbers, which takes half as long. */
    private static DyadicHistogram countedNear(double[] values, int offset, int length, int exponent, int first, int[] counts) {
        double perUnit = Math.scalb(1.0, -exponent);
        long under = 0;
        long over = 0;
        for (int i = offset; i < offset + length; i++) {
            int bin = (int) Math.floor(values[i] * perUnit) - first;
            if (bin >= 0 && bin < counts.length) {
                counts[bin]++;
            } else if (bin < 0) {
                under++;
            } else {
                over++;
            }
        }
        return new DyadicHistogram(exponent, first, counts, under, over, 0);
    }

    private static DyadicHistogram counted(double[] values, int offset, int length, int exponent, double first, int[] counts) {
        double perUnit = Math.scalb(1.0, -exponent);
        long under = 0;
        long over = 0;
        long nonFinite = 0;
        for (int i = offset; i < offset + length; i++) {
            double bin = place(values[i], perUnit) - first;
            if (bin >= 0 && bin < counts.length) {
                counts[(int) bin]++;
            } else if (!Double.isFinite(values[i])) {
                nonFinite++;
            } else if (bin < 0) {
                under++;
            } else {
                over++;
            }
        }
        return new DyadicHistogram(exponent, (long) first, counts, under, over, nonFinite);
    }

    /**
     * How many widths from 0 the bin of a value begins. Multiplying by a power of two rounds nothing, so a value on an edge is in the
     * bin above it; only a product that is too small for a number loses the sign that says on which side of 0 it is.
     */
    private static double place(double value, double perUnit) {
        double widths = value * perUnit;
        return widths == 0 && value < 0 ? -1 : Math.floor(widths);
    }

    /** The least exponent for which the range takes at most so many bins, each of whose edges is a number of its own. */
    private static int exponent(double least, double most, int mostBins) {
        double size = Math.max(Math.abs(least), Math.abs(most));
        int finest = size == 0 ? LEAST_EXPONENT : Math.max(LEAST_EXPONENT, Math.getExponent(size) - 40);
        int exponent = most > least ? Math.max(finest, Math.getExponent((most - least) / mostBins)) : finest;
        while (place(most, Math.scalb(1.0, -exponent)) - place(least, Math.scalb(1.0, -exponent)) + 1 > mostBins) {
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
        return edge(0);
    }

    /** Upper edge of the last bin. */
    public double high() {
        return edge(counts.length);
    }

    /** Lower edge of bin i, which is the upper one of the bin before. */
    double edge(int i) {
        return (first + i) * width();
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
     * The same values in wider bins. What was under or over stays so, even where the outermost bins now reach as far.
     *
     * @param wanted the exponent of the new width
     * @throws IllegalArgumentException if those would be narrower, or wider than there are numbers
     * @throws ArithmeticException if a bin overflows
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
            int bin = (int) (((first + i) >> shift) - from);
            merged[bin] = Math.addExact(merged[bin], counts[i]);
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
