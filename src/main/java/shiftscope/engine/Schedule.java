package shiftscope.engine;

import shiftscope.config.ScheduleSettings;

/**
 * By what share the learning rate is multiplied at a step. It depends on the number of the step alone, so a run that returns to a step
 * has the rate of that step.
 *
 * <p>With t counted from 0 and w = {@code warmUp}, the share is (t + 1)/w while t &lt; w. Then, with u = t - w and n = {@code steps}, it
 * is 1 (constant), {@code factor^⌊u/n⌋} (step), or {@code factor + (1 - factor) (1 + cos(π min(u, n)/n)) / 2} (cosine; Loshchilov and
 * Hutter 2017, without restarts).
 *
 * @param settings the course and its numbers
 */
public record Schedule(ScheduleSettings settings) {
    /** The coefficients of the sine's Taylor series, from the seventeenth power down to the first; what is left out is below 1e-19. */
    private static final double[] SINE = {
        1 / 355687428096000.0, -1 / 1307674368000.0, 1 / 6227020800.0, -1 / 39916800.0, 1 / 362880.0, -1 / 5040.0, 1 / 120.0, -1 / 6.0, 1
    };

    /**
     * The share for one step; exactly 1 wherever nothing moves the rate.
     *
     * @param step updates made before it
     * @return from 0 to 1
     */
    public double share(long step) {
        if (step < settings.warmUp()) {
            return (step + 1.0) / settings.warmUp();
        }
        long since = step - settings.warmUp();
        int length = settings.steps();
        double factor = settings.factor();
        return switch (settings.kind()) {
            case CONSTANT -> 1;
            case STEP -> power(factor, since / length);
            case COSINE -> factor + (1 - factor) * left((double) Math.min(since, length) / length);
        };
    }

    /** By squaring: StrictMath's power allocates, and one multiplication after another would be slow far into a run. */
    private static double power(double factor, long exponent) {
        double power = 1;
        double square = factor;
        for (long bits = exponent; bits != 0; bits >>= 1) {
            if ((bits & 1) != 0) {
                power *= square;
            }
            square *= square;
        }
        return power;
    }

    /** {@code (1 + cos πx) / 2} for x from 0 to 1: exactly 1, ½ and 0 at 0, ½ and 1. StrictMath's cosine allocates on some JDKs. */
    private static double left(double x) {
        return x < 0.5 ? 1 - sineSquared(x) : sineSquared(1 - x);
    }

    /** {@code sin²(πx/2)} for x from 0 to ½. */
    private static double sineSquared(double x) {
        double angle = Math.PI / 2 * x;
        double square = angle * angle;
        double sum = SINE[0];
        for (int i = 1; i < SINE.length; i++) {
            sum = sum * square + SINE[i];
        }
        return square * sum * sum;
    }
}
