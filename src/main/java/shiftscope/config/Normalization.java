package shiftscope.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What normalizes the hidden layers of a run. */
public enum Normalization {
    /** nothing: the plain network */
    @JsonProperty("none")
    NONE,
    /** batch normalization, Ioffe and Szegedy 2015, algorithm 1 */
    @JsonProperty("batch")
    BATCH,
    /**
     * batch normalization whose mean and variance are taken for constants in the gradient, which Ioffe and Szegedy 2015, section 2, warn
     * of: the gradient does not know what normalizing will undo
     */
    @JsonProperty("constant-batch")
    CONSTANT_BATCH,
    /** batch normalization followed by noise whose distribution changes from step to step, Santurkar et al. 2018, section 2.2 */
    @JsonProperty("noisy-batch")
    NOISY_BATCH,
    /** each example over its units, Ba et al. 2016: mean 0, variance 1 */
    @JsonProperty("layer")
    LAYER,
    /** each example by its root mean square over its units, Zhang and Sennrich 2019 */
    @JsonProperty("rms")
    RMS;

    /** Whether it normalizes each unit over a batch, so that there are batch, running and population statistics. */
    public boolean overBatch() {
        return this == BATCH || this == CONSTANT_BATCH || this == NOISY_BATCH;
    }
}
