package shiftscope.measure;

import java.util.Optional;

/**
 * Where a sample lies but for its outliers: finite values more than {@value #REACH} standard deviations from the mean, both taken
 * over the values that stay. One value far out would make the deviation of all of them as large as itself, so leaving out is repeated
 * until nothing more lies that far, but never for more than one value in {@value #RARE}: so many are no outliers. Nor are any looked
 * for where values lie so close together that squares of their distances have no digits left.
 *
 * @param least the smallest value that stays
 * @param most the largest value that stays
 * @param mean of those that stay
 * @param deviation their (biased) standard deviation; NaN where its square has no digits left
 */
public record Bulk(double least, double most, double mean, double deviation) {
    /** How many standard deviations from the mean a value is an outlier. */
    public static final double REACH = 8;

    /** At most one value in so many is an outlier. */
    public static final int RARE = 200;

    /** Values beyond are always left out, so that the squares of distances between the others are finite. */
    public static final double FARTHEST = 0x1p500;

    private static final double LEAST_VARIANCE = 1e-280;

    /**
     * The bulk of a slice; empty if no value lies within ± {@link #FARTHEST}.
     *
     * @throws IllegalArgumentException if the slice is empty
     * @throws IndexOutOfBoundsException if the slice is not within the array
     */
    public static Optional<Bulk> of(double[] values, int offset, int length) {
        Samples.requireSlice(values, offset, length);
        Part all = Part.ofAll(values, offset, length);
        if (all.n == 0) {
            return Optional.empty();
        }
        int fewest = all.n - Math.max(1, all.n / RARE);
        Part kept = all;
        while (kept.hasOutliers()) {
            Part fewer = new Part();
            fewer.addThoseBetween(values, offset, length, kept.mean - REACH * kept.deviation, kept.mean + REACH * kept.deviation);
            if (fewer.n < fewest) {
                break;
            }
            kept = fewer;
        }
        return Optional.of(new Bulk(kept.least, kept.most, kept.mean, kept.deviation));
    }

    /** The least value, or so many deviations below the mean if that is more. */
    public double low(double deviations) {
        return deviation > 0 ? Math.max(least, mean - deviations * deviation) : least;
    }

    /** The largest value, or so many deviations above the mean if that is less. */
    public double high(double deviations) {
        return deviation > 0 ? Math.min(most, mean + deviations * deviation) : most;
    }

    /** The values between two others, which NaN is not. */
    private static final class Part {
        private int n;
        private double least;
        private double most;
        private double mean;
        private double deviation;

        /** All that lie within the farthest. */
        static Part ofAll(double[] values, int offset, int length) {
            Part part = new Part();
            part.addAll(values, offset, length);
            if (!(part.least >= -FARTHEST && part.most <= FARTHEST) || Double.isNaN(part.mean)) {
                part.addThoseBetween(values, offset, length, -FARTHEST, FARTHEST);
            }
            return part;
        }

        /** The usual case, in a loop that asks nothing; a value that is not finite leaves no mean. */
        private void addAll(double[] values, int offset, int length) {
            double origin = values[offset];
            double sum = 0;
            double squares = 0;
            double low = origin;
            double high = origin;
            for (int i = offset; i < offset + length; i++) {
                double value = values[i];
                double distance = value - origin;
                sum += distance;
                squares += distance * distance;
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
            n = length;
            least = low;
            most = high;
            setMoments(origin, sum, squares);
        }

        private void addThoseBetween(double[] values, int offset, int length, double from, double to) {
            n = 0;
            least = Double.POSITIVE_INFINITY;
            most = Double.NEGATIVE_INFINITY;
            double origin = Double.NaN;
            double sum = 0;
            double squares = 0;
            for (int i = offset; i < offset + length; i++) {
                double value = values[i];
                if (value >= from && value <= to) {
                    origin = n == 0 ? value : origin;
                    double distance = value - origin;
                    sum += distance;
                    squares += distance * distance;
                    least = value < least ? value : least;
                    most = value > most ? value : most;
                    n++;
                }
            }
            setMoments(origin, sum, squares);
        }

        /** @param origin what distances were taken from: one of the values, so that a large common offset costs no digits */
        private void setMoments(double origin, double sum, double squares) {
            double meanDistance = sum / n;
            double variance = squares / n - meanDistance * meanDistance;
            mean = origin + meanDistance;
            deviation = least == most ? 0 : variance >= LEAST_VARIANCE ? Math.sqrt(variance) : Double.NaN;
        }

        boolean hasOutliers() {
            return deviation > 0 && (least < mean - REACH * deviation || most > mean + REACH * deviation);
        }
    }
}
