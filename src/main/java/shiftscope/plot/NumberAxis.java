package shiftscope.plot;

/** How the values of a curve become heights and words. */
enum NumberAxis {
    /** equal ratios are equally high */
    LOGARITHMIC,
    /** from 0 to 100% */
    SHARE,
    /** from 0 to at least 1 */
    FROM_ZERO,
    /** from 0 to at least 0.1, for what seldom reaches 1 */
    SMALL_FROM_ZERO,
    /** as far as values go, below 0 too */
    FITTED,
    /** from −1 to 1 */
    COSINE;

    private static final double MARGIN = 1.05;
    private static final double LOG_MARGIN = 1.15;

    /**
     * What values span; built up value by value, since it is asked for in every frame.
     */
    static final class Extent {
        private double least = Double.POSITIVE_INFINITY;
        private double leastPositive = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;

        void add(double[] values) {
            for (double value : values) {
                add(value);
            }
        }

        void add(double value) {
            if (Curve.drawable(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
                leastPositive = value > 0 ? Math.min(leastPositive, value) : leastPositive;
            }
        }

        boolean isEmpty() {
            return most < least;
        }

        double least() {
            return least;
        }

        double most() {
            return most;
        }
    }

    /** A scale between two heights that has room for what values span. */
    Scale scale(Extent values, double bottom, double top) {
        double most = Math.max(0, values.most);
        return switch (this) {
            case SHARE -> new LinearScale(0, 1, bottom, top);
            case COSINE -> new LinearScale(-1, 1, bottom, top);
            case FROM_ZERO -> new LinearScale(0, Math.max(1, MARGIN * most), bottom, top);
            case SMALL_FROM_ZERO -> new LinearScale(0, Math.max(0.1, MARGIN * most), bottom, top);
            case FITTED -> fitted(values, bottom, top);
            case LOGARITHMIC -> most == 0
                    ? new LogScale(0.1, 10, bottom, top)
                    : new LogScale(values.leastPositive / LOG_MARGIN, most * LOG_MARGIN, bottom, top);
        };
    }

    private static Scale fitted(Extent values, double bottom, double top) {
        if (values.isEmpty()) {
            return new LinearScale(-1, 1, bottom, top);
        }
        double margin = Math.max(0.1, (MARGIN - 1) * (values.most - values.least));
        return new LinearScale(values.least - margin, values.most + margin, bottom, top);
    }

    /** A value where there is little room. */
    String brief(double value) {
        return switch (this) {
            case SHARE -> Numbers.percent(value);
            case LOGARITHMIC -> Numbers.inDigits(value);
            case FROM_ZERO, SMALL_FROM_ZERO, FITTED, COSINE -> Numbers.brief(value);
        };
    }

    /** A value in a sentence. */
    String words(double value) {
        return switch (this) {
            case SHARE -> Numbers.percent(value);
            case LOGARITHMIC -> value >= 0.00095 && value < 0.0995 ? Numbers.inDigits(value) : Numbers.measured(value);
            case FROM_ZERO, SMALL_FROM_ZERO, FITTED, COSINE -> Numbers.measured(value);
        };
    }

    /** A value that somebody points at. */
    String exactly(double value) {
        return this == SHARE ? Numbers.percentWithDecimal(value) : words(value);
    }
}
