package shiftscope.benchmark;

import java.util.Arrays;

/**
 * Times windows of one thing, each of as many steps as should take the time wanted. The clock is read only between windows.
 */
final class Gauge {
    private static final double SECOND = 1e9;
    private final Steps steps;
    private final double windowSeconds;
    private double[] rates = new double[64];
    private int windows;
    private int size = 1;

    /** @param windowSeconds how long a window should take */
    Gauge(Steps steps, double windowSeconds) {
        this.steps = steps;
        this.windowSeconds = windowSeconds;
    }

    /** Times one more window; the steps per second in it. */
    double window() {
        double rate = window(size);
        size = (int) Math.max(1, Math.min(Integer.MAX_VALUE, rate * windowSeconds));
        return rate;
    }

    /** Times one more window, of so many steps. */
    double window(int count) {
        long begin = System.nanoTime();
        steps.make(count);
        double rate = count * SECOND / Math.max(1, System.nanoTime() - begin);
        if (windows == rates.length) {
            rates = Arrays.copyOf(rates, 2 * windows);
        }
        rates[windows++] = rate;
        return rate;
    }

    /** Forgets the windows so far, but not how many steps one takes. */
    void restart() {
        windows = 0;
    }

    /** Steps per second in the median window since the restart. */
    double median() {
        return median(Arrays.copyOf(rates, windows));
    }

    /** Steps per second in the fastest window since the restart. */
    double best() {
        return Arrays.stream(rates, 0, windows).max().orElse(Double.NaN);
    }

    /** The median of this one's speed over the other's, window for window; both have made as many, in turn. */
    double medianRatio(Gauge other) {
        double[] ratios = new double[windows];
        for (int i = 0; i < windows; i++) {
            ratios[i] = rates[i] / other.rates[i];
        }
        return median(ratios);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        return n == 0 ? Double.NaN : (values[(n - 1) / 2] + values[n / 2]) / 2;
    }
}
