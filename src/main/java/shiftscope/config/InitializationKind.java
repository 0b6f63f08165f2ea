package shiftscope.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the weights are drawn; biases start at 0. */
public enum InitializationKind {
    /** N(0, σ²) with the σ given */
    @JsonProperty("gaussian")
    GAUSSIAN,
    /** N(0, 2 / (inputs + units)): Glorot and Bengio 2010, normal form */
    @JsonProperty("xavier")
    XAVIER,
    /** N(0, 2 / inputs): He et al. 2015 */
    @JsonProperty("he")
    HE
}
