package shiftscope.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The nonlinearity φ of every hidden layer, {@code a = φ(y)}. */
public enum ActivationKind {
    /** {@code 1 / (1 + e^-y)} */
    @JsonProperty("sigmoid")
    SIGMOID,
    /** the hyperbolic tangent */
    @JsonProperty("tanh")
    TANH,
    /** {@code max(0, y)}, with derivative 0 at 0 */
    @JsonProperty("relu")
    RELU,
    /** {@code y} for {@code y > 0}, else {@code 0.01 y} */
    @JsonProperty("leaky-relu")
    LEAKY_RELU,
    /** {@code y}: a deep linear network */
    @JsonProperty("identity")
    IDENTITY
}
