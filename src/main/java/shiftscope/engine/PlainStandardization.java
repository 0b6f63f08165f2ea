package shiftscope.engine;

import java.util.Arrays;

/** Standardization in plain Java, row after row, so that memory is read as it lies. */
final class PlainStandardization implements Standardization {
    @Override
    public void sum(double[] x, int rows, int units, double[] sums) {
        sumFrom(0, x, rows, units, sums);
    }

    /** {@link #sum} for the columns from {@code first} on. */
    static void sumFrom(int first, double[] x, int rows, int units, double[] sums) {
        Arrays.fill(sums, first, units, 0);
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = first; j < units; j++) {
                sums[j] += x[row + j];
            }
        }
    }

    @Override
    public void moments(double[] x, int rows, int units, double[] mean, double[] variance) {
        momentsOf(x, rows, units, mean, variance);
    }

    static void momentsOf(double[] x, int rows, int units, double[] mean, double[] variance) {
        sumFrom(0, x, rows, units, mean);
        for (int j = 0; j < units; j++) {
            mean[j] /= rows;
        }
        Arrays.fill(variance, 0, units, 0);
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                variance[j] += x[row + j] - mean[j];
            }
        }
        for (int j = 0; j < units; j++) {
            mean[j] += variance[j] / rows;
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
    public void forward(
            double[] x, int rows, int units, double[] mean, double[] inverse, double[] gamma, double[] beta, double[] normalized,
            double[] y) {
        forwardFrom(0, x, rows, units, mean, inverse, gamma, beta, normalized, y);
    }

    /** {@link #forward} for the columns from {@code first} on. */
    static void forwardFrom(
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
    }

    @Override
    public void backward(
            double[] normalized, double[] dy, int rows, int units, double[] scale, double[] dGamma, double[] dBeta, double[] dx) {
        backwardFrom(0, normalized, dy, rows, units, scale, dGamma, dBeta, dx);
    }

    /** {@link #backward} for the columns from {@code first} on. */
    static void backwardFrom(
            int first, double[] normalized, double[] dy, int rows, int units, double[] scale, double[] dGamma, double[] dBeta,
            double[] dx) {
        Arrays.fill(dBeta, first, units, 0);
        Arrays.fill(dGamma, first, units, 0);
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = first; j < units; j++) {
                dBeta[j] += dy[row + j];
                dGamma[j] += dy[row + j] * normalized[row + j];
            }
        }
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = first; j < units; j++) {
                dx[row + j] = scale[j] * (dy[row + j] - dBeta[j] / rows - normalized[row + j] * (dGamma[j] / rows));
            }
        }
    }
}
