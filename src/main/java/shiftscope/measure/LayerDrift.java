package shiftscope.measure;

import shiftscope.measure.LayerShift.Reference;

/**
 * How far a layer's units have moved between two moments, in five ways. Each unit is compared with itself on the same rows, for the
 * reason that {@link LayerShift} gives, and what is told is the mean over units.
 * {@code SCIENCE: docs/science.md, live shift metrics.}
 *
 * <p>Immutable; any number of threads may ask it.
 */
public final class LayerDrift {
    /** Bins of {@link Change#jensenShannon}. */
    public static final int BINS = 32;

    private static final double LN_2 = StrictMath.log(2);
    private final int rows;
    /** {@code k log2 k}, for every number of values that a bin may hold of both samples. */
    private final double[] weighed;

    /** @param rows how many values each unit has, at least 1 */
    public LayerDrift(int rows) {
        this.rows = rows;
        weighed = new double[2 * rows + 1];
        for (int k = 2; k < weighed.length; k++) {
            weighed[k] = k * (StrictMath.log(k) / LN_2);
        }
    }

    /**
     * Each NaN if a value, then or now, is not finite.
     *
     * @param wasserstein the mean {@link Distance#wasserstein1(double[], double[])} in units of a standard deviation of the layer, at least
     *     0; NaN if that is 0
     * @param kolmogorovSmirnov the mean {@link Distance#kolmogorovSmirnov}, from 0 to 1
     * @param jensenShannon the mean {@link Distance#jensenShannon}, in bits, from 0 to 1, of each unit's values then and now in
     *     {@value #BINS} equally wide bins from the least to the greatest of both
     * @param mean the mean change of the mean, by absolute value, in units of a standard deviation of the layer, at least 0; NaN if that
     *     is 0
     * @param deviation the mean {@code |ln(σ_now / σ_then)|}, at least 0, over the units that were constant neither then nor now: of the
     *     others the logarithm would be infinite; NaN if there is no such unit
     */
    public record Change(double wasserstein, double kolmogorovSmirnov, double jensenShannon, double mean, double deviation) {}

    /**
     * How far a layer has moved. What is asked of a unit is asked while its values are in the processor's nearest cache: a whole layer's
     * would have to be fetched anew for each question.
     *
     * @param then what the layer was
     * @param now what it is
     * @param sigma what a standard deviation of the layer is
     * @throws IllegalArgumentException if either has another number of rows, or both have not the same number of units
     */
    public Change between(Reference then, Reference now, double sigma) {
        requireRows(then, now);
        boolean finite = then.isFinite() && now.isFinite();
        double wasserstein = 0;
        double kolmogorovSmirnov = finite ? 0 : Double.NaN;
        double jensenShannon = finite ? 0 : Double.NaN;
        double mean = 0;
        for (int unit = 0; unit < then.units(); unit++) {
            int from = unit * rows;
            wasserstein += Distance.wasserstein1(then.sortedColumns(), from, now.sortedColumns(), from, rows);
            mean += Math.abs(now.mean(unit) - then.mean(unit));
            if (finite) {
                kolmogorovSmirnov += Distance.kolmogorovSmirnov(then.sortedColumns(), from, now.sortedColumns(), from, rows);
                jensenShannon += jensenShannon(then.sortedColumns(), now.sortedColumns(), from);
            }
        }
        int units = then.units();
        return new Change(
                sigma > 0 && Double.isFinite(wasserstein) ? wasserstein / units / sigma : Double.NaN,
                kolmogorovSmirnov / units,
                Math.max(0, Math.min(1, jensenShannon / units)),
                sigma > 0 && Double.isFinite(mean) ? mean / units / sigma : Double.NaN,
                finite ? deviation(then, now) : Double.NaN);
    }

    private double jensenShannon(double[] then, double[] now, int from) {
        int end = from + rows;
        double low = Math.min(then[from], now[from]);
        double high = Math.max(then[end - 1], now[end - 1]);
        if (low == high) {
            return 0;
        }
        if (!Double.isFinite(high - low)) {
            return Double.NaN;
        }
        double sum = 0;
        for (int bin = 1, i = from, j = from; bin <= BINS; bin++) {
            int a = -i;
            int b = -j;
            double edge = Histogram.edge(bin, low, high, BINS);
            i = upTo(edge, then, i, end);
            j = upTo(edge, now, j, end);
            // The last bin is closed.
            a += bin == BINS ? end : i;
            b += bin == BINS ? end : j;
            // Σ p log2(p/m) + q log2(q/m) with p = a/n, q = b/n, m = (p + q)/2, times n; equal shares add exactly nothing.
            sum += a == b ? 0 : weighed[a] + weighed[b] - weighed[a + b] + (a + b);
        }
        return sum / (2 * rows);
    }

    /** The first index from {@code from} on where a sorted slice reaches a value: eight steps at a time, then four, two and one. */
    private static int upTo(double value, double[] sorted, int from, int end) {
        int i = from;
        while (i + 8 <= end && sorted[i + 7] < value) {
            i += 8;
        }
        if (i + 8 <= end) {
            i += sorted[i + 3] < value ? 4 : 0;
            i += sorted[i + 1] < value ? 2 : 0;
            return i + (sorted[i] < value ? 1 : 0);
        }
        while (i < end && sorted[i] < value) {
            i++;
        }
        return i;
    }

    private static double deviation(Reference then, Reference now) {
        double sum = 0;
        int counted = 0;
        for (int unit = 0; unit < then.units(); unit++) {
            if (then.deviation(unit) > 0 && now.deviation(unit) > 0) {
                sum += Math.abs(StrictMath.log(now.deviation(unit) / then.deviation(unit)));
                counted++;
            }
        }
        return sum / counted;
    }

    private void requireRows(Reference then, Reference now) {
        if (then.rows() != rows || now.rows() != rows || then.units() != now.units()) {
            throw new IllegalArgumentException(rows + " rows of one number of units are needed, not " + then.rows() + " × " + then.units()
                    + " and " + now.rows() + " × " + now.units());
        }
    }
}
