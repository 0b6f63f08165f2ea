package shiftscope.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the running variance is stored. */
public enum RunningConvention {
    /** unbiased batch variance, {@code v m / (m - 1)} */
    @JsonProperty("pytorch")
    PYTORCH,
    /** biased batch variance, as Keras and ONNX store it */
    @JsonProperty("keras")
    KERAS
}
