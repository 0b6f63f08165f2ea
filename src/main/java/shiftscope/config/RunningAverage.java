package shiftscope.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How batches weigh in the running statistics. */
public enum RunningAverage {
    /** each new batch with {@code network.newBatchWeight}: old ones fade exponentially */
    @JsonProperty("exponential")
    EXPONENTIAL,
    /** all batches alike, the new one with 1 / their number: PyTorch's {@code momentum=None} */
    @JsonProperty("cumulative")
    CUMULATIVE
}
