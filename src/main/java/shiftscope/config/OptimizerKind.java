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
    ADAM,
    /** gradient descent with Nesterov's momentum: {@code v = μv + g; p -= lr (g + μv)}, Sutskever et al. 2013 */
    @JsonProperty("nesterov")
    NESTEROV,
    /** RMSProp, Tieleman and Hinton 2012: each gradient divided by the root of a moving average of its square */
    @JsonProperty("rmsprop")
    RMSPROP,
    /** Adam with the weight decay apart from the gradient, Loshchilov and Hutter 2019 */
    @JsonProperty("adamw")
    ADAMW
}
