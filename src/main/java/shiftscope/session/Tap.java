package shiftscope.session;

/** The quantity that the wall looks at, in every row the same. Symbols as in {@code docs/science.md}. */
public enum Tap {
    /** x, what a layer is given */
    INPUT,
    /** z = xW + b, the pre-activation */
    PRE_ACTIVATION,
    /** ẑ, normalized, before γ and β; in a layer without a normalizer there is none, and z is shown */
    NORMALIZED,
    /** y = γẑ + β, what the nonlinearity is given; in a layer without a normalizer y is z */
    SCALED,
    /** a = φ(y), what the layer passes on */
    ACTIVATION,
    /** ∂L/∂z on the probe set */
    GRADIENT
}
