package shiftscope.measure;

import java.util.Arrays;
import java.util.Objects;

/**
 * How many values fall into each of equally wide bins, and how many into none. Bin i holds the values with {@code edge(i) <= v <
 * edge(i + 1)}, the last one also {@code v = high}. Bins, under, over and nonFinite together always count every value once.
 * {@code SCIENCE: docs/science.md, live shift metrics.}
 *
 * @param low the lower edge of the first bin, in the unit of the values
 * @param high the upper edge of the last bin, in the unit of the values
 * @param counts values per bin
 * @param under finite values below {@code low}
 * @param over finite values above {@code high}
 * @param nonFinite NaNs and infinities
 */
public record Histogram(double low, double high, int[] counts, long under, long over, long nonFinite) {
    /** @throws IllegalArgumentException if the range or a count is not possible, or there are no bins or no values */
    public Histogram {
        requireRange(low, high, counts.length);
        counts = counts.clone();
        if (under < 0 || over < 0 || nonFinite < 0 || Arrays.stream(counts).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a histogram cannot hold a negative number of values");
        }
        if (sum(counts) + under + over + nonFinite == 0) {
            throw new IllegalArgumentException("an empty sample has no histogram");
        }
    }

    /** The histogram of a whole array; otherwise as {@link #of(double[], int, int, double, double, int)}. */
    public static Histogram of(double[] values, double low, double high, int bins) {
        return of(values, 0, values.length, low, high, bins);
    }

    /**
     * The histogram of a slice.
     *
     * @throws IllegalArgumentException if the slice is empty, there is no bin, or the range is not finite and wider than 0
     * @throws IndexOutOfBoundsException if the slice is not within the array
     */
    public static Histogram of(double[] values, int offset, int length, double low, double high, int bins) {
        Samples.requireSlice(values, offset, length);
        requireRange(low, high, bins);
        int[] counts = new int[bins];
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = edge(i, low, high, bins);
        }
        double perUnit = bins / (high - low);
        long under = 0;
        long over = 0;
        long nonFinite = 0;
        for (int i = offset; i < offset + length; i++) {
            double value = values[i];
            if (value >= low && value <= high) {
                counts[bin(value, edges, perUnit)]++;
            } else if (!Double.isFinite(value)) {
                nonFinite++;
            } else if (value < low) {
                under++;
            } else {
                over++;
            }
        }
        return new Histogram(low, high, counts, under, over, nonFinite);
    }

    /** A product finds the bin up to rounding; the edges decide. */
    private static int bin(double value, double[] edges, double perUnit) {
        int last = edges.length - 2;
        int bin = Math.min(last, (int) ((value - edges[0]) * perUnit));
        while (bin > 0 && value < edges[bin]) {
            bin--;
        }
        while (bin < last && value >= edges[bin + 1]) {
            bin++;
        }
        return bin;
    }

    private static double width(double low, double high, int bins) {
        return (high - low) / bins;
    }

    /** The lower edge of a bin, or {@code high} after the last one. */
    static double edge(int index, double low, double high, int bins) {
        return index == bins ? high : Math.min(high, low + index * width(low, high, bins));
    }

    private static void requireRange(double low, double high, int bins) {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("a histogram needs a finite range wider than 0, not from " + low + " to " + high);
        }
        if (bins < 1) {
            throw new IllegalArgumentException("a histogram needs a bin, not " + bins);
        }
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** A copy of the counts. */
    @Override
    public int[] counts() {
        return counts.clone();
    }

    /** How many values bin i holds. */
    public int count(int i) {
        return counts[i];
    }

    public int bins() {
        return counts.length;
    }

    /** {@code (high - low) / bins}, in the unit of the values. */
    public double binWidth() {
        return width(low, high, counts.length);
    }

    /** The lower edge of bin i, {@code low + i binWidth}; {@code edge(bins())} is exactly {@code high}. */
    public double edge(int i) {
        Objects.checkIndex(i, counts.length + 1);
        return edge(i, low, high, counts.length);
    }

    /** How many values were counted: those in bins, under, over and not finite. */
    public long total() {
        return sum(counts) + under + over + nonFinite;
    }

    /** The share of bin i among all values, {@code count(i) / total()}, from 0 to 1. */
    public double share(int i) {
        return (double) counts[i] / total();
    }

    /**
     * The histogram of both samples together.
     *
     * @throws IllegalArgumentException if the edges differ
     * @throws ArithmeticException if a bin overflows
     */
    public Histogram mergedWith(Histogram other) {
        requireEdgesOf(other);
        int[] both = counts.clone();
        Arrays.setAll(both, i -> Math.addExact(both[i], other.counts[i]));
        return new Histogram(
                low,
                high,
                both,
                Math.addExact(under, other.under),
                Math.addExact(over, other.over),
                Math.addExact(nonFinite, other.nonFinite));
    }

    void requireEdgesOf(Histogram other) {
        if (low != other.low || high != other.high || bins() != other.bins()) {
            throw new IllegalArgumentException("histograms need common edges, not " + edges() + " and " + other.edges());
        }
    }

    private String edges() {
        return bins() + " bins from " + low + " to " + high;
    }

    /** By value: edges and every count. */
    @Override
    public boolean equals(Object object) {
        return object instanceof Histogram other
                && Double.compare(low, other.low) == 0
                && Double.compare(high, other.high) == 0
                && Arrays.equals(counts, other.counts)
                && under == other.under
                && over == other.over
                && nonFinite == other.nonFinite;
    }

    @Override
    public int hashCode() {
        return Objects.hash(low, high, Arrays.hashCode(counts), under, over, nonFinite);
    }

    @Override
    public String toString() {
        return edges() + " " + Arrays.toString(counts) + ", " + under + " under, " + over + " over, " + nonFinite + " not finite";
    }
}
