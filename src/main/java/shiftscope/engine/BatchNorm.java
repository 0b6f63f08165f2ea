package shiftscope.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.RunningConvention;

/**
 * Batch normalization of the columns of a batch: {@code x̂ = (x - μ) / sqrt(v + ε)}, {@code y = γ x̂ + β} (Ioffe and Szegedy 2015,
 * algorithm 1), with v the biased variance.
 *
 * <p>A batch of one example has variance 0, so x̂ = 0 and y = β whatever x is. Training on it is refused under
 * {@link RunningConvention#PYTORCH}, whose unbiased variance does not exist then (PyTorch refuses it too), and allowed under
 * {@link RunningConvention#KERAS}.
 */
public final class BatchNorm {
    /** Weight of the new batch that stands for the cumulative average: 1 / number of batches so far (PyTorch's momentum None). */
    public static final double CUMULATIVE = Double.NaN;

    private final int units;
    private final double epsilon;
    private final double newBatchWeight;
    private final RunningConvention convention;
    private final DMatrixRMaj gamma;
    private final DMatrixRMaj beta;
    private final double[] runningMean;
    private final double[] runningVariance;
    private final double[] populationMean;
    private final double[] populationVariance;
    private final double[] scale;
    private final double[] meanGradient;
    private final double[] meanProduct;
    private long batchesTracked;
    private boolean scaleShift;

    /**
     * A normalizer with γ = 1, β = 0, running mean 0 and running variance 1.
     *
     * @param epsilon ε, added to the variance before the root
     * @param newBatchWeight p in {@code r = (1-p) r + p batch}, or {@link #CUMULATIVE}
     * @param scaleShift whether γ and β are trained
     */
    public BatchNorm(int units, double epsilon, double newBatchWeight, RunningConvention convention, boolean scaleShift) {
        this.units = units;
        this.epsilon = epsilon;
        this.newBatchWeight = newBatchWeight;
        this.convention = convention;
        this.scaleShift = scaleShift;
        gamma = new DMatrixRMaj(1, units);
        beta = new DMatrixRMaj(1, units);
        runningMean = new double[units];
        runningVariance = new double[units];
        populationMean = new double[units];
        populationVariance = new double[units];
        scale = new double[units];
        meanGradient = new double[units];
        meanProduct = new double[units];
        Arrays.fill(gamma.data, 1);
        Arrays.fill(runningVariance, 1);
        Arrays.fill(populationVariance, 1);
    }

    public int units() {
        return units;
    }

    public double epsilon() {
        return epsilon;
    }

    /** γ, 1 × units; the live matrix. */
    public DMatrixRMaj gamma() {
        return gamma;
    }

    /** β, 1 × units; the live matrix. */
    public DMatrixRMaj beta() {
        return beta;
    }

    /** The running mean; the live array. */
    public double[] runningMean() {
        return runningMean;
    }

    /** The running variance, biased or not as the convention says; the live array. */
    public double[] runningVariance() {
        return runningVariance;
    }

    /** The mean over the training set, as {@link PopulationStatistics} last found it; the live array. */
    public double[] populationMean() {
        return populationMean;
    }

    /** The biased variance over the training set, as {@link PopulationStatistics} last found it; the live array. */
    public double[] populationVariance() {
        return populationVariance;
    }

    public boolean scaleShift() {
        return scaleShift;
    }

    /** Switches γ and β on or off; either way they are 1 and 0 afterwards. */
    public void setScaleShift(boolean on) {
        scaleShift = on;
        Arrays.fill(gamma.data, 1);
        Arrays.fill(beta.data, 0);
    }

    /**
     * Mean and biased variance of a batch.
     *
     * @param x batch × units, not modified
     * @param mean overwritten
     * @param variance overwritten
     */
    public static void batchStatistics(DMatrixRMaj x, double[] mean, double[] variance) {
        Columns.moments(x, mean, variance);
    }

    /**
     * Normalizes with the statistics given.
     *
     * @param x batch × units, not modified unless it is one of the others
     * @param normalized x̂, overwritten; may be {@code x}
     * @param y overwritten; may be {@code x} or {@code normalized}
     */
    public void forward(DMatrixRMaj x, double[] mean, double[] variance, DMatrixRMaj normalized, DMatrixRMaj y) {
        for (int j = 0; j < units; j++) {
            scale[j] = 1 / Math.sqrt(variance[j] + epsilon);
        }
        // A constant column with ε = 0 has nothing to divide by; its x̂ is 0 as for every other ε.
        for (int j = 0; j < units; j++) {
            scale[j] = variance[j] + epsilon == 0 ? 0 : scale[j];
        }
        double[] in = x.data;
        double[] hat = normalized.data;
        double[] out = y.data;
        for (int i = 0; i < x.numRows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                hat[row + j] = (in[row + j] - mean[j]) * scale[j];
            }
            for (int j = 0; j < units; j++) {
                out[row + j] = gamma.data[j] * hat[row + j] + beta.data[j];
            }
        }
    }

    /**
     * The gradient where the statistics are those of the batch, functions of x:
     * {@code dx = γ/s (dy - mean(dy) - x̂ mean(dy x̂))}.
     *
     * @param normalized x̂ of the forward pass, not modified
     * @param variance of the forward pass
     * @param dy ∂L/∂y, not modified unless it is {@code dx}
     * @param dx ∂L/∂x, overwritten; may be {@code dy}
     * @param dGamma ∂L/∂γ, overwritten
     * @param dBeta ∂L/∂β, overwritten
     */
    public void backwardBatch(
            DMatrixRMaj normalized, double[] variance, DMatrixRMaj dy, DMatrixRMaj dx, DMatrixRMaj dGamma, DMatrixRMaj dBeta) {
        gradientScale(variance);
        parameterGradients(normalized, dy, dGamma, dBeta);
        int rows = dy.numRows;
        double[] hat = normalized.data;
        for (int j = 0; j < units; j++) {
            meanGradient[j] = dBeta.data[j] / rows;
            meanProduct[j] = dGamma.data[j] / rows;
        }
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                dx.data[row + j] = scale[j] * (dy.data[row + j] - meanGradient[j] - hat[row + j] * meanProduct[j]);
            }
        }
    }

    /**
     * The gradient where the statistics are constants (inference): {@code dx = γ/s dy}. Parameters as {@link #backwardBatch}.
     */
    public void backwardConstant(
            DMatrixRMaj normalized, double[] variance, DMatrixRMaj dy, DMatrixRMaj dx, DMatrixRMaj dGamma, DMatrixRMaj dBeta) {
        gradientScale(variance);
        parameterGradients(normalized, dy, dGamma, dBeta);
        for (int i = 0; i < dy.numRows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                dx.data[row + j] = scale[j] * dy.data[row + j];
            }
        }
    }

    private void gradientScale(double[] variance) {
        for (int j = 0; j < units; j++) {
            double spread = variance[j] + epsilon;
            scale[j] = spread == 0 ? 0 : gamma.data[j] / Math.sqrt(spread);
        }
    }

    private static void parameterGradients(DMatrixRMaj normalized, DMatrixRMaj dy, DMatrixRMaj dGamma, DMatrixRMaj dBeta) {
        Columns.sum(dy, dBeta.data);
        Columns.sumOfProducts(dy, normalized, dGamma.data);
    }

    /**
     * Moves the running statistics by the batch just trained on.
     *
     * @param mean the batch's
     * @param variance the batch's, biased
     * @param rows examples in the batch
     * @throws IllegalArgumentException on a batch of one under {@link RunningConvention#PYTORCH}
     */
    public void updateRunning(double[] mean, double[] variance, int rows) {
        refuseSingle(rows);
        batchesTracked++;
        double p = Double.isNaN(newBatchWeight) ? 1.0 / batchesTracked : newBatchWeight;
        double correction = convention == RunningConvention.PYTORCH ? (double) rows / (rows - 1) : 1;
        for (int j = 0; j < units; j++) {
            runningMean[j] = (1 - p) * runningMean[j] + p * mean[j];
            runningVariance[j] = (1 - p) * runningVariance[j] + p * (variance[j] * correction);
        }
    }

    private void refuseSingle(int rows) {
        if (rows < 2 && convention == RunningConvention.PYTORCH) {
            throw new IllegalArgumentException("batch normalization was given " + rows
                    + " example to train on; accepted are 2 or more, or the Keras convention, where one example gives y = β.");
        }
    }

    /** A copy that shares nothing. */
    BatchNorm copy() {
        BatchNorm copy = new BatchNorm(units, epsilon, newBatchWeight, convention, scaleShift);
        copy.gamma.setTo(gamma);
        copy.beta.setTo(beta);
        System.arraycopy(runningMean, 0, copy.runningMean, 0, units);
        System.arraycopy(runningVariance, 0, copy.runningVariance, 0, units);
        System.arraycopy(populationMean, 0, copy.populationMean, 0, units);
        System.arraycopy(populationVariance, 0, copy.populationVariance, 0, units);
        copy.batchesTracked = batchesTracked;
        return copy;
    }
}
