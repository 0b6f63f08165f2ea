package shiftscope.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a gradient becomes a step. */
public enum OptimizerKind {
    /** stochastic gradient descent */
    @JsonProperty("sgd")
    SGD,
    /** gradient descent with momentum: {@code v = μv + g; p -= lr v} */
    @JsonProperty("momentum")
    MOMENTUM,
    /** Adam, Kingma and Ba 2015 */
    @JsonProperty("adam")
    ADAM
}
