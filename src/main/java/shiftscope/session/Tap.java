package shiftscope.session;

/** The quantity that the wall looks at, in every row the same. Symbols as in {@code docs/science.md}. */
public enum Tap {
    /** x, what a layer is given */
    INPUT,
    /** z = xW + b, the pre-activation */
    PRE_ACTIVATION,
    /** ẑ, normalized, before γ and β; in a layer without a normalizer there is none, and z is shown */
    NORMALIZED,
    /** y = γẑ + β: what φ is given, or, behind φ, what the layer passes on; in a layer without a normalizer y is z */
    SCALED,
    /** a = φ(y), what the layer passes on; with a normalizer behind φ, a = φ(z) is what that is given */
    ACTIVATION,
    /** ∂L/∂z on the probe set */
    GRADIENT
}
