package shiftscope.session;

import shiftscope.measure.Histogram;

/**
 * Equally wide bins between two values.
 *
 * @param low less than {@code high}, the distance finite
 * @param bins at least 1
 */
record Edges(double low, double high, int bins) {
    /** Bins that a range is cut into that no round number of round bins fills. */
    private static final int USUAL_BINS = 80;

    private static final double ROUNDING = 1e-9;

    /** Bins in exactly that range, of a round width if 50 to 100 such fill it. */
    static Edges within(Viewing.Zoom zoom) {
        double range = zoom.high() - zoom.low();
        double bins = range / roundStep(range / 100);
        double whole = Math.rint(bins);
        boolean fits = whole >= 50 && whole <= 100 && Math.abs(bins - whole) < ROUNDING;
        return new Edges(zoom.low(), zoom.high(), fits ? (int) whole : USUAL_BINS);
    }

    /** The smallest of 1, 2, 5 times a power of ten that is not smaller. */
    static double roundStep(double least) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    Histogram count(Sample sample) {
        return sample.histogram(low, high, bins);
    }

    Histogram count(double[] values) {
        return Histogram.of(values, low, high, bins);
    }
}
