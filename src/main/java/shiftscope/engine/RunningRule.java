package shiftscope.engine;

import shiftscope.config.NetworkSettings;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;

/**
 * How batches enter the running statistics, {@code r = (1-p) r + p batch}.
 *
 * @param average whether p is fixed, or 1 / number of batches so far
 * @param newBatchWeight p of {@link RunningAverage#EXPONENTIAL}
 * @param convention which batch variance is stored
 */
public record RunningRule(RunningAverage average, double newBatchWeight, RunningConvention convention) {
    static RunningRule of(NetworkSettings settings) {
        return new RunningRule(settings.average(), settings.newBatchWeight(), settings.convention());
    }

    /**
     * p of a batch.
     *
     * @param number which batch it is, from 1
     */
    double weight(long number) {
        return average == RunningAverage.CUMULATIVE ? 1.0 / number : newBatchWeight;
    }

    /**
     * What the biased variance of a batch is multiplied by before it is stored.
     *
     * @param rows examples in the batch
     * @throws IllegalArgumentException on a batch of one under {@link RunningConvention#PYTORCH}, where m / (m - 1) does not exist
     */
    double correction(int rows) {
        if (convention == RunningConvention.KERAS) {
            return 1;
        }
        if (rows < 2) {
            throw new IllegalArgumentException("batch normalization was given " + rows
                    + " example to train on; accepted are 2 or more, or the Keras convention, where one example gives y = β.");
        }
        return (double) rows / (rows - 1);
    }
}
