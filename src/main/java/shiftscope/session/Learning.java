package shiftscope.session;

/**
 * What the last update did to the weights of a layer. Formulas: {@code docs/science.md}, learning.
 *
 * @param gradientNorm ‖∂L/∂W‖ of its mini-batch, at the weights before it; NaN after a mini-batch that could not be learned from
 * @param weightNorm ‖W‖ now, after it
 * @param updateRatio {@code log10(‖ΔW‖ / ‖W‖)}, W before it and ΔW what the optimizer made of it; around −3 is usual, −∞ if W did not
 *     move. NaN unless the step is a recorded one: of others nobody keeps what W was before
 * @param effectiveRate {@code lr / ‖W‖²}, the rate at which the direction of W turns where a normalizer takes its length away; lr that of
 *     the update
 */
public record Learning(double gradientNorm, double weightNorm, double updateRatio, double effectiveRate) {
    /** There was no update yet. */
    public static final Learning NONE = new Learning(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
