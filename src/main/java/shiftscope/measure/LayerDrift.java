package shiftscope.measure;

import shiftscope.measure.LayerShift.Reference;

/**
 * How far a layer's units have moved between two moments, in five ways. Each unit is compared with itself on the same rows, for the
 * reason that {@link LayerShift} gives, and what is told is the mean over units. NaN if any value, then or now, is not finite.
 * {@code SCIENCE: docs/science.md, live shift metrics.}
 *
 * <p>Immutable; any number of threads may ask it.
 */
public final class LayerDrift {
    /** Bins of {@link #jensenShannon}. */
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
     * The mean {@link Distance#wasserstein1(double[], double[])} in units of a standard deviation of the layer.
     *
     * @param sigma what one is
     * @return at least 0; NaN if {@code sigma} is 0
     */
    public double wasserstein(Reference then, Reference now, double sigma) {
        requireRows(then, now);
        double sum = 0;
        for (int unit = 0; unit < then.units(); unit++) {
            sum += Distance.wasserstein1(then.sortedColumns(), unit * rows, now.sortedColumns(), unit * rows, rows);
        }
        return sigma > 0 && Double.isFinite(sum) ? sum / then.units() / sigma : Double.NaN;
    }

    /** The mean {@link Distance#kolmogorovSmirnov}, from 0 to 1. */
    public double kolmogorovSmirnov(Reference then, Reference now) {
        requireRows(then, now);
        if (!then.isFinite() || !now.isFinite()) {
            return Double.NaN;
        }
        double sum = 0;
        for (int unit = 0; unit < then.units(); unit++) {
            int from = unit * rows;
            sum += Distance.kolmogorovSmirnov(then.sortedColumns(), from, now.sortedColumns(), from, rows);
        }
        return sum / then.units();
    }

    /**
     * The mean {@link Distance#jensenShannon}, in bits, of each unit's values then and now in {@value #BINS} equally wide bins from the
     * least to the greatest of both.
     *
     * @return from 0 to 1
     */
    public double jensenShannon(Reference then, Reference now) {
        requireRows(then, now);
        if (!then.isFinite() || !now.isFinite()) {
            return Double.NaN;
        }
        double sum = 0;
        for (int unit = 0; unit < then.units(); unit++) {
            sum += jensenShannon(then.sortedColumns(), now.sortedColumns(), unit * rows);
        }
        return Math.max(0, Math.min(1, sum / then.units()));
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
            while (i < end && then[i] < edge) {
                i++;
            }
            while (j < end && now[j] < edge) {
                j++;
            }
            // The last bin is closed.
            a += bin == BINS ? end : i;
            b += bin == BINS ? end : j;
            // Σ p log2(p/m) + q log2(q/m) with p = a/n, q = b/n, m = (p + q)/2, times n; equal shares add exactly nothing.
            sum += a == b ? 0 : weighed[a] + weighed[b] - weighed[a + b] + (a + b);
        }
        return sum / (2 * rows);
    }

    /**
     * The mean change of the mean, by absolute value, in units of a standard deviation of the layer.
     *
     * @param sigma what one is
     * @return at least 0; NaN if {@code sigma} is 0
     */
    public double mean(Reference then, Reference now, double sigma) {
        requireRows(then, now);
        double sum = 0;
        for (int unit = 0; unit < then.units(); unit++) {
            sum += Math.abs(now.mean(unit) - then.mean(unit));
        }
        return sigma > 0 && Double.isFinite(sum) ? sum / then.units() / sigma : Double.NaN;
    }

    /**
     * The mean {@code |ln(σ_now / σ_then)|} over the units that were constant neither then nor now: of the others the logarithm would be
     * infinite.
     *
     * @return at least 0; NaN if there is no such unit
     */
    public double deviation(Reference then, Reference now) {
        requireRows(then, now);
        if (!then.isFinite() || !now.isFinite()) {
            return Double.NaN;
        }
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
