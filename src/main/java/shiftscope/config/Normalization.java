package shiftscope.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What normalizes the hidden layers of a run. */
public enum Normalization {
    /** nothing: the plain network */
    @JsonProperty("none")
    NONE,
    /** batch normalization, Ioffe and Szegedy 2015, algorithm 1 */
    @JsonProperty("batch")
    BATCH
}
