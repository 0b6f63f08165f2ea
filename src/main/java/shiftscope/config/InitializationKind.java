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
    HE,
    /** N(0, 1 / inputs): LeCun et al. 1998, section 4.6 */
    @JsonProperty("lecun")
    LECUN,
    /** orthonormal rows or columns, whichever are fewer: Saxe et al. 2014 */
    @JsonProperty("orthogonal")
    ORTHOGONAL,
    /** every weight 0 */
    @JsonProperty("zero")
    ZERO,
    /** every weight the σ given: all units of a layer stay alike */
    @JsonProperty("constant")
    CONSTANT
}
