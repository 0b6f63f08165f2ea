package shiftscope.engine;

import java.util.Arrays;

/** Standardization in plain Java, row after row, so that memory is read as it lies. */
final class PlainStandardization implements Standardization {
    /** dβ/rows, then dγ/rows. */
    private double[] means = {};

    @Override
    public void sum(double[] x, int rows, int units, double[] sums) {
        if (units == 1) {
            sums[0] = sum(x, rows);
            return;
        }
        Arrays.fill(sums, 0, units, 0);
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                sums[j] += x[row + j];
            }
        }
    }

    /** A single column, whose sum stays in a register. */
    private static double sum(double[] x, int rows) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += x[i];
        }
        return sum;
    }

    @Override
    public void moments(double[] x, int rows, int units, double[] mean, double[] variance) {
        Arrays.fill(mean, 0, units, 0);
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                mean[j] += x[row + j] - x[j];
            }
        }
        for (int j = 0; j < units; j++) {
            mean[j] = x[j] + mean[j] / rows;
        }
        Arrays.fill(variance, 0, units, 0);
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                double deviation = x[row + j] - mean[j];
                variance[j] += deviation * deviation;
            }
        }
        for (int j = 0; j < units; j++) {
            variance[j] /= rows;
        }
    }

    @Override
    public void overDeviations(double[] numerators, double[] variance, double epsilon, int units, double[] quotients) {
        // In two loops: without a branch beside the division the compiler takes several at a time.
        for (int j = 0; j < units; j++) {
            quotients[j] = numerators[j] / Math.sqrt(variance[j] + epsilon);
        }
        for (int j = 0; j < units; j++) {
            quotients[j] = variance[j] + epsilon == 0 ? 0 : quotients[j];
        }
    }

    @Override
    public boolean forward(
            double[] x, int rows, int units, double[] mean, double[] inverse, double[] gamma, double[] beta, double[] normalized,
            double[] y) {
        return forwardFrom(0, x, rows, units, mean, inverse, gamma, beta, normalized, y);
    }

    /** {@link #forward} for the columns from {@code first} on. */
    boolean forwardFrom(
            int first, double[] x, int rows, int units, double[] mean, double[] inverse, double[] gamma, double[] beta,
            double[] normalized, double[] y) {
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = first; j < units; j++) {
                double hat = (x[row + j] - mean[j]) * inverse[j];
                normalized[row + j] = hat;
                y[row + j] = gamma[j] * hat + beta[j];
            }
        }
        return finite(first, y, rows, units);
    }

    /** Whether all columns from {@code first} on are finite: all numbers in one go, where it is all columns. */
    private static boolean finite(int first, double[] x, int rows, int units) {
        if (first == 0) {
            return PlainFunctions.allFinite(x, 0, rows * units);
        }
        boolean finite = true;
        for (int i = 0; i < rows && first < units; i++) {
            finite &= PlainFunctions.allFinite(x, i * units + first, (i + 1) * units);
        }
        return finite;
    }

    @Override
    public void parameterGradients(double[] normalized, double[] dy, int rows, int units, double[] dGamma, double[] dBeta) {
        Arrays.fill(dBeta, 0, units, 0);
        Arrays.fill(dGamma, 0, units, 0);
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                dBeta[j] += dy[row + j];
            }
            for (int j = 0; j < units; j++) {
                dGamma[j] += dy[row + j] * normalized[row + j];
            }
        }
    }

    @Override
    public boolean inputGradient(
            double[] normalized, double[] dy, int rows, int units, double[] scale, double[] dGamma, double[] dBeta, double[] dx) {
        return inputGradientFrom(0, normalized, dy, rows, units, scale, dGamma, dBeta, dx);
    }

    /** {@link #inputGradient} for the columns from {@code first} on. */
    boolean inputGradientFrom(
            int first, double[] normalized, double[] dy, int rows, int units, double[] scale, double[] dGamma, double[] dBeta,
            double[] dx) {
        if (means.length < 2 * units) {
            means = new double[2 * units];
        }
        for (int j = first; j < units; j++) {
            means[j] = dBeta[j] / rows;
            means[units + j] = dGamma[j] / rows;
        }
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = first; j < units; j++) {
                dx[row + j] = scale[j] * (dy[row + j] - means[j] - normalized[row + j] * means[units + j]);
            }
        }
        return finite(first, dx, rows, units);
    }
}
