package shiftscope.measure;

import java.util.Optional;

/**
 * Where the {@link Bulk} of a sample begins and ends, found faster than the bulk itself: outliers are taken out of the sums instead
 * of summing anew what stays. That rounds differently, so how far both can be apart is kept account of; where it leaves open whether a
 * value stays, the bulk is asked.
 *
 * @param least the smallest value that stays
 * @param most the largest value that stays
 * @param lowest the smallest value of all; NaN where the bulk was asked, and so wherever a value is not finite
 * @param highest the largest value of all; NaN likewise
 */
record BulkEnds(double least, double most, double lowest, double highest) {
    /**
     * Of what is summed, the share that rounding can cost for each value: a few times that of one addition, for two ways of adding,
     * squares of distances, and the square of their mean.
     */
    private static final double ROUNDING = 0x1p-48;

    /** Variances up to here are left to the bulk, which finds no digits in some of them. */
    private static final double LEAST_VARIANCE = 1e-270;

    /**
     * The ends of {@link Bulk#of}, but for the sign of a zero.
     *
     * @throws IllegalArgumentException if the slice is empty
     * @throws IndexOutOfBoundsException if the slice is not within the array
     */
    static Optional<BulkEnds> of(double[] values, int offset, int length) {
        Samples.requireSlice(values, offset, length);
        BulkEnds found = new Search(values, offset, length).ends();
        return found != null
                ? Optional.of(found)
                : Bulk.of(values, offset, length).map(bulk -> new BulkEnds(bulk.least(), bulk.most(), Double.NaN, Double.NaN));
    }

    private static final class Search {
        private final double[] values;
        private final int offset;
        private final int length;
        private final double origin;
        private double sum;
        private double squares;
        private double least;
        private double most;
        private int outside;
        private double sumOutside;
        private double squaresOutside;

        Search(double[] values, int offset, int length) {
            this.values = values;
            this.offset = offset;
            this.length = length;
            origin = values[offset];
            addAll();
        }

        /** A value that is not finite leaves no sum of squares that is. */
        private void addAll() {
            double distances = 0;
            double squared = 0;
            double low = origin;
            double high = origin;
            for (int i = offset; i < offset + length; i++) {
                double value = values[i];
                double distance = value - origin;
                distances += distance;
                squared += distance * distance;
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
            sum = distances;
            squares = squared;
            least = low;
            most = high;
        }

        /** Sums those that are not between two values, and finds the ends of the others. */
        private void leaveOut(double below, double above) {
            outside = 0;
            sumOutside = 0;
            squaresOutside = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = offset; i < offset + length; i++) {
                double value = values[i];
                if (value < below || value > above) {
                    outside++;
                    sumOutside += value - origin;
                    squaresOutside += (value - origin) * (value - origin);
                } else {
                    low = value < low ? value : low;
                    high = value > high ? value : high;
                }
            }
            least = low;
            most = high;
        }

        /** {@code null} if rounding may decide. */
        BulkEnds ends() {
            if (!(squares <= Double.MAX_VALUE) || !(least >= -Bulk.FARTHEST && most <= Bulk.FARTHEST)) {
                return null;
            }
            double lowest = least;
            double highest = most;
            double range = highest - lowest;
            double meanSlack = (length + 8) * ROUNDING * (range + Math.abs(lowest) + Math.abs(highest));
            double varianceSlack = (length + 8) * ROUNDING * range * range;
            int mostOutside = Math.max(1, length / Bulk.RARE);
            while (true) {
                BulkEnds kept = new BulkEnds(least, most, lowest, highest);
                int n = length - outside;
                double meanDistance = (sum - sumOutside) / n;
                double variance = (squares - squaresOutside) / n - meanDistance * meanDistance;
                if (!(variance - varianceSlack > LEAST_VARIANCE)) {
                    return null;
                }
                double mean = origin + meanDistance;
                double near = Bulk.REACH * Math.sqrt(variance - varianceSlack) - meanSlack;
                double far = Bulk.REACH * Math.sqrt(variance + varianceSlack) + meanSlack;
                if (least >= mean - near && most <= mean + near) {
                    return kept;
                }
                if (least >= mean - far && most <= mean + far) {
                    return null;
                }
                leaveOut(mean - far, mean + far);
                if (least < mean - near || most > mean + near) {
                    return null;
                }
                if (outside > mostOutside) {
                    return kept;
                }
            }
        }
    }
}
