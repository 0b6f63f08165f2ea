package shiftscope.session;

import java.util.List;
import shiftscope.measure.Histogram;

/**
 * One row's range and bins: both ends and every bin edge are round numbers. It stays where it is until the values need more room, or
 * less than half of it, so that the picture does not jump.
 */
final class RowAxis {
    private static final double DEVIATIONS = 4;
    private static final int LEAST_BINS = 40;

    /** Values this close together, in units of the larger, are one value: no round numbers lie between them. */
    private static final double LEAST_SPREAD = 1e-9;

    private double low;
    private double high;
    private int bins;

    void hold(List<Sample> samples) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Sample sample : samples) {
            double reach = DEVIATIONS * sample.moments().standardDeviation();
            double mean = sample.moments().mean();
            if (Double.isFinite(mean) && Double.isFinite(reach)) {
                least = Math.min(least, Math.max(sample.least(), mean - reach));
                most = Math.max(most, Math.min(sample.most(), mean + reach));
            }
        }
        if (!(least <= most)) {
            least = -1;
            most = 1;
        }
        double size = Math.max(Math.abs(least), Math.abs(most));
        boolean apart = most - least > LEAST_SPREAD * size;
        if (bins == 0 || least < low || most > high || (most - least) < 0.45 * (high - low)) {
            fit(least, most, apart ? 0.05 * (most - least) : Math.max(0.5, 0.05 * size));
        }
    }

    private void fit(double least, double most, double margin) {
        double step = roundStep((most - least + 2 * margin) / 8);
        // An end that the values only touch, as 0 and 1 of a sigmoid, stays the end.
        double from = Math.floor((least - (onStep(least, step) ? 0 : margin)) / step);
        double to = Math.ceil((most + (onStep(most, step) ? 0 : margin)) / step);
        if (from == to) {
            from--;
            to++;
        }
        low = from * step;
        high = to * step;
        int steps = (int) (to - from);
        int perStep = 5;
        while (steps * perStep < LEAST_BINS) {
            perStep += 5;
        }
        bins = steps * perStep;
    }

    private static boolean onStep(double value, double step) {
        return value == Math.rint(value / step) * step;
    }

    /** The smallest of 1, 2, 5 times a power of ten that is not smaller. */
    private static double roundStep(double least) {
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
}
