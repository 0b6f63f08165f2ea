package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/**
 * Finds, at the current weights, the mean and variance of each unit over the training set, for those normalizers that normalize over
 * the batch. Holds the buffers for it.
 */
public sealed interface PopulationStatistics permits WholeSetStatistics, MiniBatchStatistics {
    /**
     * @param shape a network of the shape that will be measured
     * @param inputs all training examples, examples × features; not modified
     * @param batches 0 for one exact pass over all of them; else how many mini-batches to average over
     * @param batchSize examples in such a mini-batch
     */
    static PopulationStatistics of(Network shape, DMatrixRMaj inputs, int batches, int batchSize) {
        return batches == 0
                ? new WholeSetStatistics(shape, inputs)
                : new MiniBatchStatistics(shape, inputs, batches, batchSize);
    }

    /** Fills the population mean and variance of every {@link BatchNorm}, and changes nothing else. */
    void measure(Network network);
}
