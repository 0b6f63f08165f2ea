package shiftscope.session;

/**
 * What the last update did to the weights of a layer.
 *
 * @param gradientNorm ‖∂L/∂W‖ of its mini-batch, at the weights before it
 * @param weightNorm ‖W‖ after it
 * @param updateRatio {@code log10(‖ΔW‖ / ‖W‖)}, W before it; around −3 is usual
 * @param effectiveRate {@code lr / ‖W‖²}, the rate at which the direction of W turns where a normalizer takes its length away
 */
public record Learning(double gradientNorm, double weightNorm, double updateRatio, double effectiveRate) {
    /** There was no update yet. */
    public static final Learning NONE = new Learning(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
