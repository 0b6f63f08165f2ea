package shiftscope.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Normalization;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;
import shiftscope.config.Statistics;
import shiftscope.config.Tape;

/**
 * Batch normalization of the columns of a batch: {@code x̂ = (x - μ) / sqrt(v + ε)}, {@code y = γ x̂ + β} (Ioffe and Szegedy 2015,
 * algorithm 1), with v the biased variance.
 *
 * <p>A batch of one example has variance 0, so x̂ = 0 and y = β whatever x is. Training on it is refused under
 * {@link RunningConvention#PYTORCH}, whose unbiased variance does not exist then (PyTorch refuses it too), and allowed under
 * {@link RunningConvention#KERAS}.
 *
 * <p>{@link Normalization#CONSTANT_BATCH} computes the same forward and has the gradient of constant statistics also where they are the
 * batch's. {@link Normalization#NOISY_BATCH} has {@link Noise} behind it in training.
 */
public final class BatchNorm extends Normalizer {
    private RunningRule rule;
    private final double[] runningMean;
    private final double[] runningVariance;
    private final double[] populationMean;
    private final double[] populationVariance;
    private long batchesTracked;

    /**
     * A normalizer with γ = 1, β = 0, running mean 0 and running variance 1.
     *
     * @param kind which of those over the batch
     * @param epsilon ε, added to the variance before the root
     * @param rule how batches enter the running statistics
     * @param scaleShift whether γ and β are trained
     */
    public BatchNorm(Normalization kind, int units, double epsilon, RunningRule rule, boolean scaleShift) {
        super(kind, units, epsilon, scaleShift);
        if (!kind.overBatch()) {
            throw new IllegalArgumentException(kind + " does not normalize over the batch");
        }
        this.rule = rule;
        runningMean = new double[units];
        runningVariance = new double[units];
        populationMean = new double[units];
        populationVariance = new double[units];
        Arrays.fill(runningVariance, 1);
        Arrays.fill(populationVariance, 1);
    }

    /**
     * {@link Normalization#BATCH} with running statistics that fade exponentially.
     *
     * @param newBatchWeight p in {@code r = (1-p) r + p batch}
     */
    public BatchNorm(int units, double epsilon, double newBatchWeight, RunningConvention convention, boolean scaleShift) {
        this(
                Normalization.BATCH,
                units,
                epsilon,
                new RunningRule(RunningAverage.EXPONENTIAL, newBatchWeight, convention),
                scaleShift);
    }

    /**
     * From the next batch on, p in {@code r = (1-p) r + p batch}; what has been gathered stays. Cumulative averages do not ask for it.
     *
     * @param value from 0 to 1
     */
    public void setNewBatchWeight(double value) {
        rule = new RunningRule(rule.average(), value, rule.convention());
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

    /** The variance over the training set, as {@link PopulationStatistics} last found it; the live array. */
    public double[] populationVariance() {
        return populationVariance;
    }

    /**
     * Becomes the identity of inference: {@code γ = sqrt(v + ε)} and {@code β = μ}, with the mean and variance of the population as they
     * stand, which the running statistics begin at too. A cumulative average counts them as its first batch.
     *
     * @return -1; or the first unit for which there is no such γ, since v and ε are 0, and then nothing is changed
     */
    public int becomeIdentity() {
        for (int j = 0; j < units(); j++) {
            if (populationVariance[j] + epsilon() == 0) {
                return j;
            }
        }
        for (int j = 0; j < units(); j++) {
            gamma().data[j] = Math.sqrt(populationVariance[j] + epsilon());
            beta().data[j] = populationMean[j];
        }
        System.arraycopy(populationMean, 0, runningMean, 0, units());
        System.arraycopy(populationVariance, 0, runningVariance, 0, units());
        batchesTracked = 1;
        return -1;
    }

    @Override
    void forward(DMatrixRMaj x, Statistics statistics, NormalizerPass pass) {
        pass.constantStatistics = statistics != Statistics.BATCH || kind() == Normalization.CONSTANT_BATCH;
        switch (statistics) {
            case BATCH -> {}
            case RUNNING -> {
                System.arraycopy(runningMean, 0, pass.ofUnits.mean(), 0, units());
                System.arraycopy(runningVariance, 0, pass.ofUnits.variance(), 0, units());
            }
            case POPULATION -> {
                System.arraycopy(populationMean, 0, pass.ofUnits.mean(), 0, units());
                System.arraycopy(populationVariance, 0, pass.ofUnits.variance(), 0, units());
            }
        }
        pass.scaledKnownFinite = pass.standardization.forward(
                x.data, x.numRows, units(), statistics == Statistics.BATCH, pass.ofUnits, epsilon(), gamma().data, beta().data,
                pass.scaled.data);
        pass.owesNormalized(x);
    }

    /**
     * Where the statistics are those of the batch, functions of x: {@code dx = γ/s (dy - mean(dy) - x̂ mean(dy x̂))}. Where they are
     * constants: {@code dx = γ/s dy}.
     */
    @Override
    void backward(DMatrixRMaj dy, DMatrixRMaj dx, NormalizerPass pass) {
        double[] dGamma = pass.dGamma.data;
        double[] dBeta = pass.dBeta.data;
        if (pass.constantStatistics) {
            pass.standardization.parameterGradients(pass.normalized().data, dy.data, dy.numRows, units(), dGamma, dBeta);
            Deviations.divide(0, units(), gamma().data, pass.ofUnits.variance(), epsilon(), pass.scale);
            constantGradient(dy.numRows, pass.scale, dy.data, dx.data);
        } else {
            pass.gradientKnownFinite = pass.standardization.backward(
                    pass.input().data, dy.data, dy.numRows, units(), pass.ofUnits, epsilon(), gamma().data, dGamma, dBeta, dx.data);
        }
    }

    private static void constantGradient(int rows, double[] scale, double[] dy, double[] dx) {
        int units = scale.length;
        for (int i = 0; i < rows; i++) {
            int row = i * units;
            for (int j = 0; j < units; j++) {
                dx[row + j] = scale[j] * dy[row + j];
            }
        }
    }

    /** Not where the gradient takes the statistics for constants: it does not know that the mean will take the shift away. */
    @Override
    boolean cancelsShift() {
        return kind() != Normalization.CONSTANT_BATCH;
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
        double correction = rule.correction(rows);
        batchesTracked++;
        double p = rule.weight(batchesTracked);
        for (int j = 0; j < units(); j++) {
            runningMean[j] = (1 - p) * runningMean[j] + p * mean[j];
            runningVariance[j] = (1 - p) * runningVariance[j] + p * (variance[j] * correction);
        }
    }

    @Override
    BatchNorm copy() {
        BatchNorm copy = new BatchNorm(kind(), units(), epsilon(), rule, scaleShift());
        copy.copyScaleShift(this);
        System.arraycopy(runningMean, 0, copy.runningMean, 0, units());
        System.arraycopy(runningVariance, 0, copy.runningVariance, 0, units());
        System.arraycopy(populationMean, 0, copy.populationMean, 0, units());
        System.arraycopy(populationVariance, 0, copy.populationVariance, 0, units());
        copy.batchesTracked = batchesTracked;
        return copy;
    }

    /** Statistics of the population are not kept: who needs them measures them. */
    @Override
    void exchange(Tape tape) {
        super.exchange(tape);
        tape.numbers(runningMean, units());
        tape.numbers(runningVariance, units());
        batchesTracked = tape.number(batchesTracked);
    }

    @Override
    void addTo(BitHash hash) {
        super.addTo(hash);
        hash.add(runningMean);
        hash.add(runningVariance);
        if (rule.average() == RunningAverage.CUMULATIVE) {
            // How much the next batch weighs.
            hash.add(batchesTracked);
        }
    }
}
