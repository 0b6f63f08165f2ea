package shiftscope.measure;

import java.util.Arrays;

/**
 * Sorts columns of a matrix into the order of {@link Arrays#sort(double[])}. Values are first dealt into as many equally wide buckets as
 * there are values, after which few stand in the wrong place; samples that crowd in a bucket are left to {@link Arrays#sort(double[])}.
 */
final class ColumnSort {
    /** More in one bucket, and moving each to its place could take longer than what it is to save. */
    private static final int CROWD = 32;

    private final int rows;
    private final double[] column;
    private final int[] buckets;
    private final int[] ends;

    ColumnSort(int rows) {
        this.rows = rows;
        column = new double[rows];
        buckets = new int[rows];
        ends = new int[rows];
    }

    /**
     * Sorts one column.
     *
     * @param values rows × columns, row by row; not modified
     * @param into gets the sorted column, from index {@code from} on
     */
    void sort(double[] values, int columns, int index, double[] into, int from) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean usual = true;
        for (int row = 0; row < rows; row++) {
            double value = values[row * columns + index];
            column[row] = value;
            low = value < low ? value : low;
            high = value > high ? value : high;
            // Comparing does not tell the zeros apart, and puts NaN nowhere.
            usual &= value != 0 && value == value;
        }
        double perUnit = (rows - 1) / (high - low);
        if (usual && perUnit > 0 && perUnit < Double.POSITIVE_INFINITY && deal(low, perUnit)) {
            for (int row = rows - 1; row >= 0; row--) {
                into[from + --ends[buckets[row]]] = column[row];
            }
            putInPlace(into, from);
        } else {
            System.arraycopy(column, 0, into, from, rows);
            Arrays.sort(into, from, from + rows);
        }
    }

    /** Finds every value's bucket and where each bucket ends, unless one is crowded. */
    private boolean deal(double low, double perUnit) {
        Arrays.fill(ends, 0);
        int most = 0;
        for (int row = 0; row < rows; row++) {
            int bucket = Math.min(rows - 1, (int) ((column[row] - low) * perUnit));
            buckets[row] = bucket;
            most = Math.max(most, ++ends[bucket]);
        }
        for (int bucket = 1; bucket < rows; bucket++) {
            ends[bucket] += ends[bucket - 1];
        }
        return most <= CROWD;
    }

    private void putInPlace(double[] into, int from) {
        for (int i = from + 1; i < from + rows; i++) {
            double value = into[i];
            int place = i;
            while (place > from && into[place - 1] > value) {
                into[place] = into[place - 1];
                place--;
            }
            into[place] = value;
        }
    }
}
