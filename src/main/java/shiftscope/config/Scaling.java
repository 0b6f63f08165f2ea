package shiftscope.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is done to the inputs before training; its numbers come from the training set alone. */
public enum Scaling {
    /** mean 0, variance 1: per feature in tables, with one mean and variance over all pixels in images */
    @JsonProperty("standardize")
    STANDARDIZE,
    /** linearly to [0, 1]: per feature in tables, with one range over all pixels in images */
    @JsonProperty("min-max")
    MIN_MAX,
    /** nothing */
    @JsonProperty("raw")
    RAW
}
