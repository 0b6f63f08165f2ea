package shiftscope.measure;

import java.util.Arrays;

/**
 * Sorts columns of a matrix into the order of {@link Arrays#sort(double[])}. Values are first dealt into twice as many equally wide buckets as
 * there are values, after which few stand in the wrong place; samples that crowd in a bucket are left to {@link Arrays#sort(double[])}.
 */
final class ColumnSort {
    /** More in one bucket, and moving each to its place could take longer than what it is to save. */
    private static final int CROWD = 32;

    /** With more, few values would share one, but to add up how many there are in each takes its time as well. */
    private static final int BUCKETS_OF_A_ROW = 2;

    private final int rows;
    private final double[] column;
    private final int[] buckets;
    private final int[] ends;

    ColumnSort(int rows) {
        this.rows = rows;
        column = new double[rows];
        buckets = new int[rows];
        ends = new int[BUCKETS_OF_A_ROW * rows];
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
        double perUnit = (ends.length - 1) / (high - low);
        if (usual && perUnit > 0 && perUnit < Double.POSITIVE_INFINITY && deal(low, perUnit)) {
            for (int row = rows - 1; row >= 0; row--) {
                into[from + --ends[buckets[row]]] = column[row];
            }
            // Neighbours first, without a branch that could be foreseen wrongly.
            exchange(into, from, from + rows);
            exchange(into, from + 1, from + rows);
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
            int bucket = Math.min(ends.length - 1, (int) ((column[row] - low) * perUnit));
            buckets[row] = bucket;
            ends[bucket]++;
        }
        int end = 0;
        for (int bucket = 0; bucket < ends.length; bucket++) {
            most = Math.max(most, ends[bucket]);
            end += ends[bucket];
            ends[bucket] = end;
        }
        return most <= CROWD;
    }

    /** Puts the first and the second, the third and the fourth, … in order. */
    private static void exchange(double[] values, int from, int end) {
        for (int i = from; i + 1 < end; i += 2) {
            double first = values[i];
            double second = values[i + 1];
            values[i] = Math.min(first, second);
            values[i + 1] = Math.max(first, second);
        }
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
