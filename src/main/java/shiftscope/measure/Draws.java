package shiftscope.measure;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.RandomStream;

/**
 * How much the mean μ_B and the deviation σ_B of a batch differ from batch to batch, against the size m of the batch: many batches are
 * drawn, and what they say of each unit is counted in that unit's own σ over all examples.
 *
 * @param examples how many there are to draw from
 * @param batches how many of each size were drawn
 * @param sizes one entry for each m, ascending
 */
public record Draws(int examples, int batches, List<OfSize> sizes) {
    private static final double MOST = 2.5;
    private static final int BINS = 50;

    /** How a batch comes about. */
    public enum Way {
        /** m different examples, as a mini-batch of training. */
        DISTINCT,
        /** One example m times, which tells no more than once. */
        REPEATED
    }

    /**
     * What came of the batches of one size.
     *
     * @param m examples in a batch
     * @param mean the standard deviation of μ_B over the batches, in σ; root mean square over units
     * @param deviation the same of σ_B
     * @param means all (μ_B - μ) / σ, of every batch and unit
     */
    public record OfSize(int m, double mean, double deviation, Histogram means) {}

    public Draws {
        sizes = List.copyOf(sizes);
    }

    /**
     * Draws.
     *
     * @param values examples × units, not modified; units that do not vary are left out
     * @param sizes of batches, none larger than there are examples
     * @param batches how many of each size, at least 2
     * @throws CancellationException if the thread is interrupted
     * @throws IllegalArgumentException if no unit varies
     */
    public static Draws of(DMatrixRMaj values, List<Integer> sizes, int batches, Way way, RandomStream random) {
        DMatrixRMaj standard = standardized(values);
        return new Draws(
                values.numRows,
                batches,
                sizes.stream().map(m -> ofSize(standard, m, batches, way, random)).toList());
    }

    /** Mean 0 and deviation 1 for every unit that varies; the others are left out. */
    private static DMatrixRMaj standardized(DMatrixRMaj values) {
        DMatrixRMaj standard = new DMatrixRMaj(values.numRows, values.numCols);
        int kept = 0;
        double[] column = new double[values.numRows];
        for (int unit = 0; unit < values.numCols; unit++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = values.get(i, unit);
            }
            Moments moments = Moments.of(column);
            if (moments.m2() > 0) {
                for (int i = 0; i < column.length; i++) {
                    standard.set(i, kept, (column[i] - moments.mean()) / moments.standardDeviation());
                }
                kept++;
            }
        }
        if (kept == 0) {
            throw new IllegalArgumentException("no unit varies over the examples");
        }
        DMatrixRMaj only = new DMatrixRMaj(values.numRows, kept);
        for (int i = 0; i < values.numRows; i++) {
            System.arraycopy(standard.data, i * values.numCols, only.data, i * kept, kept);
        }
        return only;
    }

    private static OfSize ofSize(DMatrixRMaj values, int m, int batches, Way way, RandomStream random) {
        int units = values.numCols;
        int[] order = new int[values.numRows];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        // Unit after unit, so that each unit's batches lie together.
        double[] means = new double[units * batches];
        double[] deviations = new double[units * batches];
        double[] sum = new double[units];
        double[] squares = new double[units];
        for (int batch = 0; batch < batches; batch++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            Arrays.fill(sum, 0);
            Arrays.fill(squares, 0);
            int only = random.below(order.length);
            for (int i = 0; i < m; i++) {
                int example = way == Way.REPEATED ? only : next(order, i, random);
                for (int unit = 0; unit < units; unit++) {
                    double value = values.data[example * units + unit];
                    sum[unit] += value;
                    squares[unit] += value * value;
                }
            }
            for (int unit = 0; unit < units; unit++) {
                double mean = sum[unit] / m;
                means[unit * batches + batch] = mean;
                // The values are near 0 and 1 in size, so that the difference of two squares keeps its digits.
                deviations[unit * batches + batch] = Math.sqrt(Math.max(0, squares[unit] / m - mean * mean));
            }
        }
        return new OfSize(m, spread(means, batches), spread(deviations, batches), Histogram.of(means, -MOST, MOST, BINS));
    }

    /** The next of a random order without repetition: the place {@code i} is given one of those not taken yet. */
    private static int next(int[] order, int i, RandomStream random) {
        int from = i + random.below(order.length - i);
        int taken = order[from];
        order[from] = order[i];
        order[i] = taken;
        return taken;
    }

    private static double spread(double[] values, int batches) {
        double sum = 0;
        for (int from = 0; from < values.length; from += batches) {
            sum += Moments.of(values, from, batches).variance();
        }
        return Math.sqrt(sum / (values.length / batches));
    }

    /** What sampling theory expects of {@link OfSize#mean}: 1/√m, and less where a batch is a good part of all examples. */
    public double expected(int m) {
        return Math.sqrt((double) (examples - m) / (examples - 1) / m);
    }

    /** The slope of log spread of μ_B against log m, by least squares. */
    public double slope() {
        double n = sizes.size();
        double x = sizes.stream().mapToDouble(of -> StrictMath.log(of.m())).sum() / n;
        double y = sizes.stream().mapToDouble(of -> StrictMath.log(of.mean())).sum() / n;
        double across = sizes.stream().mapToDouble(of -> (StrictMath.log(of.m()) - x) * (StrictMath.log(of.mean()) - y)).sum();
        return across / sizes.stream().mapToDouble(of -> (StrictMath.log(of.m()) - x) * (StrictMath.log(of.m()) - x)).sum();
    }
}
