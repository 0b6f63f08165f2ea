package shiftscope.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which mean and variance a measuring pass and the evaluation use; training always uses the mini-batch. */
public enum Statistics {
    /** those of the batch that is passed */
    @JsonProperty("batch")
    BATCH,
    /** the moving averages gathered while training */
    @JsonProperty("running")
    RUNNING,
    /** those of one exact pass over the whole training set at the current weights */
    @JsonProperty("population")
    POPULATION
}
