package shiftscope.measure;

/**
 * Count, mean and spread of a sample; moments of parts merge into those of the whole. {@code SCIENCE: docs/science.md, live shift
 * metrics; Chan, Golub, LeVeque 1983.}
 *
 * <p>A NaN or an infinity in the sample makes {@code m2}, and with it every variance, NaN, and the mean not finite.
 *
 * @param n how many values, at least 1
 * @param mean their mean, in the unit of the values
 * @param m2 {@code Σ (x - mean)²}, in the squared unit of the values
 */
public record Moments(long n, double mean, double m2) {
    public Moments {
        if (n < 1) {
            throw new IllegalArgumentException("moments of " + n + " values are undefined");
        }
        if (m2 < 0) {
            throw new IllegalArgumentException("a sum of squares cannot be " + m2);
        }
    }

    /** @throws IllegalArgumentException if there are no values */
    public static Moments of(double[] values) {
        return of(values, 0, values.length);
    }

    /**
     * The moments of a slice in two passes: the mean, then the squared deviations from it, corrected for the rounding of the mean.
     * Differences are taken from the first value, so that equal values have an {@code m2} of exactly 0 and a large common offset
     * costs no digits.
     *
     * @throws IllegalArgumentException if the slice is empty
     * @throws IndexOutOfBoundsException if the slice is not within the array
     */
    public static Moments of(double[] values, int offset, int length) {
        Samples.requireSlice(values, offset, length);
        double first = values[offset];
        double sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += values[i] - first;
        }
        double mean = first + sum / length;

        double rest = 0;
        double squares = 0;
        for (int i = offset; i < offset + length; i++) {
            double deviation = values[i] - mean;
            rest += deviation;
            squares += deviation * deviation;
        }
        return new Moments(length, mean + rest / length, Math.max(0, squares - rest * rest / length));
    }

    /** Biased variance {@code m2 / n}, the one batch normalization divides by, in the squared unit of the values. */
    public double variance() {
        return m2 / n;
    }

    /** {@code √(m2 / n)}, biased like {@link #variance()}, in the unit of the values. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /**
     * The moments of both samples together: {@code d = mean_b - mean_a; mean = mean_a + d n_b / n; m2 = m2_a + m2_b + d² n_a n_b / n}.
     */
    public Moments mergedWith(Moments other) {
        long both = Math.addExact(n, other.n);
        double shareOfOther = (double) other.n / both;
        double difference = other.mean - mean;
        return new Moments(
                both, mean + difference * shareOfOther, m2 + other.m2 + difference * difference * (n * shareOfOther));
    }
}
