package shiftscope.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What training makes small. */
public enum LossKind {
    /** softmax cross-entropy, the mean over the batch of {@code -log softmax(logits)[target]} */
    @JsonProperty("cross-entropy")
    CROSS_ENTROPY,
    /** the mean over the batch and the outputs of the squared difference (no factor ½) */
    @JsonProperty("mean-squared-error")
    MEAN_SQUARED_ERROR,
    /** sigmoid cross-entropy of each output by itself, one class against the rest; the mean over the batch and the outputs */
    @JsonProperty("binary-cross-entropy")
    BINARY_CROSS_ENTROPY
}
