package shiftscope.measure;

import java.util.Arrays;

/**
 * How far the distributions of a layer's units have moved since a reference: {@code (1/u) Σ_j W1_j / √((1/u) Σ_j σ0_j²)}. W1_j is
 * the Wasserstein-1 distance between the values of unit j on the probe rows now and at the reference, σ0_j the (biased) standard
 * deviation of unit j at the reference. No unit: 1 says that the units moved, on average, by one standard deviation of the layer.
 * {@code SCIENCE: docs/science.md, live shift metrics.}
 *
 * <p>Each unit is compared with itself, since a layer hands each unit to weights of its own: in one pooled distribution, one unit
 * that drifts up and one that drifts down would cancel. The sum is divided by one standard deviation for the whole layer, since the
 * σ0_j of a dead unit is 0 and its own quotient would be infinite as soon as it moved.
 */
public final class LayerShift {
    private LayerShift() {}

    /** The values of a layer that later ones are compared with. Immutable; any number of threads may ask it. */
    public static final class Reference {
        private final int rows;
        private final int units;
        private final double[] sortedColumns;
        private final double[] means;
        private final double[] deviations;
        private final boolean finite;
        private final double sigma;

        private Reference(int rows, int units, double[] sortedColumns) {
            this.rows = rows;
            this.units = units;
            this.sortedColumns = sortedColumns;
            means = new double[units];
            deviations = new double[units];
            double sumOfVariances = 0;
            boolean allFinite = true;
            for (int unit = 0; unit < units; unit++) {
                int from = unit * rows;
                Moments moments = Moments.of(sortedColumns, from, rows);
                means[unit] = moments.mean();
                deviations[unit] = moments.standardDeviation();
                sumOfVariances += moments.variance();
                allFinite &= Double.isFinite(sortedColumns[from]) && Double.isFinite(sortedColumns[from + rows - 1]);
            }
            finite = allFinite;
            sigma = Math.sqrt(sumOfVariances / units);
        }

        /**
         * Keeps a sorted copy of every unit's values.
         *
         * @param values rows × units, row by row; the array may be longer
         * @throws IllegalArgumentException if there are no rows or units, or fewer values than both need
         */
        public static Reference of(double[] values, int rows, int units) {
            Samples.requireMatrix(values, rows, units);
            double[] sortedColumns = new double[rows * units];
            ColumnSort sort = new ColumnSort(rows);
            for (int unit = 0; unit < units; unit++) {
                sort.sort(values, units, unit, sortedColumns, unit * rows);
            }
            return new Reference(rows, units, sortedColumns);
        }

        public int rows() {
            return rows;
        }

        public int units() {
            return units;
        }

        /** {@code √((1/u) Σ_j σ_j²)}, one standard deviation of the layer, in the unit of the values. */
        public double sigma() {
            return sigma;
        }

        /** The values of a unit in ascending order, a copy. */
        public double[] sorted(int unit) {
            return Arrays.copyOfRange(sortedColumns, unit * rows, (unit + 1) * rows);
        }

        /** All units' values, unit after unit, each in ascending order; not a copy. */
        double[] sortedColumns() {
            return sortedColumns;
        }

        double mean(int unit) {
            return means[unit];
        }

        /** Biased. */
        double deviation(int unit) {
            return deviations[unit];
        }

        /** Whether every value is. */
        boolean isFinite() {
            return finite;
        }

        /**
         * The shift of each unit alone, {@code W1_j / √((1/u) Σ_k σ0_k²)}, in units of the layer's standard deviation at the reference;
         * their mean is that of the layer, {@link LayerDrift.Change#wasserstein}.
         *
         * @param values rows × units, row by row; the array may be longer; not modified
         * @return one for each unit, at least 0; NaN if every unit was constant at the reference, if any value was not finite then, or
         *     one of the unit's is not finite now
         * @throws IllegalArgumentException if the array is too short
         */
        public double[] unitShifts(double[] values) {
            Samples.requireMatrix(values, rows, units);
            ColumnSort sort = new ColumnSort(rows);
            double[] sorted = new double[rows];
            double[] shifts = new double[units];
            for (int unit = 0; unit < units; unit++) {
                sort.sort(values, units, unit, sorted, 0);
                double distance = Distance.wasserstein1(sortedColumns, unit * rows, sorted, 0, rows);
                shifts[unit] = sigma > 0 && Double.isFinite(distance) ? distance / sigma : Double.NaN;
            }
            return shifts;
        }
    }
}
