package shiftscope.engine;

import java.util.Arrays;

/** Standardization in plain Java, row after row, so that memory is read as it lies. */
final class PlainStandardization implements Standardization {
    /** Of each column: γ over the deviation, dβ/rows and dγ/rows. */
    private double[] scale = {};

    private double[] meanGradient = {};
    private double[] meanProduct = {};

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
    public boolean forward(
            double[] x, int rows, int units, boolean ofBatch, Spread spread, double epsilon, double[] gamma, double[] beta, double[] y) {
        return forwardFrom(0, x, rows, units, ofBatch, spread, epsilon, gamma, beta, y);
    }

    /** {@link #forward} for the columns from {@code first} on. */
    boolean forwardFrom(
            int first, double[] x, int rows, int units, boolean ofBatch, Spread spread, double epsilon, double[] gamma, double[] beta,
            double[] y) {
        double[] mean = spread.mean();
        double[] inverse = spread.inverse();
        if (ofBatch) {
            moments(first, x, rows, units, mean, spread.variance());
        }
        Deviations.inverse(first, units, spread.variance(), epsilon, inverse);
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = first; j < units; j++) {
                double hat = (x[row + j] - mean[j]) * inverse[j];
                y[row + j] = gamma[j] * hat + beta[j];
            }
        }
        return finite(first, y, rows, units);
    }

    private void reserve(int units) {
        if (scale.length < units) {
            scale = new double[units];
            meanGradient = new double[units];
            meanProduct = new double[units];
        }
    }

    private static void moments(int first, double[] x, int rows, int units, double[] mean, double[] variance) {
        Arrays.fill(mean, first, units, 0);
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = first; j < units; j++) {
                mean[j] += x[row + j] - x[j];
            }
        }
        for (int j = first; j < units; j++) {
            mean[j] = x[j] + mean[j] / rows;
        }
        Arrays.fill(variance, first, units, 0);
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = first; j < units; j++) {
                double deviation = x[row + j] - mean[j];
                variance[j] += deviation * deviation;
            }
        }
        for (int j = first; j < units; j++) {
            variance[j] /= rows;
        }
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
    public boolean backward(
            double[] x, double[] dy, int rows, int units, Spread spread, double epsilon, double[] gamma, double[] dGamma, double[] dBeta,
            double[] dx) {
        return backwardFrom(0, x, dy, rows, units, spread, epsilon, gamma, dGamma, dBeta, dx);
    }

    /** {@link #backward} for the columns from {@code first} on. */
    boolean backwardFrom(
            int first, double[] x, double[] dy, int rows, int units, Spread spread, double epsilon, double[] gamma, double[] dGamma,
            double[] dBeta, double[] dx) {
        double[] mean = spread.mean();
        double[] inverse = spread.inverse();
        reserve(units);
        Deviations.divide(first, units, gamma, spread.variance(), epsilon, scale);
        Arrays.fill(dBeta, first, units, 0);
        Arrays.fill(dGamma, first, units, 0);
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = first; j < units; j++) {
                dBeta[j] += dy[row + j];
            }
            for (int j = first; j < units; j++) {
                dGamma[j] += dy[row + j] * ((x[row + j] - mean[j]) * inverse[j]);
            }
        }
        for (int j = first; j < units; j++) {
            meanGradient[j] = dBeta[j] / rows;
            meanProduct[j] = dGamma[j] / rows;
        }
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = first; j < units; j++) {
                double hat = (x[row + j] - mean[j]) * inverse[j];
                dx[row + j] = scale[j] * (dy[row + j] - meanGradient[j] - hat * meanProduct[j]);
            }
        }
        return finite(first, dx, rows, units);
    }
}
