package shiftscope.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the learning rate moves over a run. */
public enum ScheduleKind {
    /** it stays */
    @JsonProperty("constant")
    CONSTANT,
    /** every so many steps it is multiplied by a factor */
    @JsonProperty("step")
    STEP,
    /** half a cosine from the learning rate down to a share of it, where it stays: Loshchilov and Hutter 2017, without restarts */
    @JsonProperty("cosine")
    COSINE
}
