package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.LossKind;

/** What training makes small: a mean over the batch, with its gradient. */
public sealed interface Loss permits CrossEntropy, BinaryCrossEntropy, MeanSquaredError {
    /** The loss of that kind. */
    static Loss of(LossKind kind) {
        return switch (kind) {
            case CROSS_ENTROPY -> new CrossEntropy();
            case BINARY_CROSS_ENTROPY -> new BinaryCrossEntropy();
            case MEAN_SQUARED_ERROR -> new MeanSquaredError();
        };
    }

    /**
     * @param logits batch × outputs, not modified
     * @param targets batch × outputs, not modified
     * @return the loss; not finite if a logit is NaN or +∞. One of −∞ may leave it finite: {@link CrossEntropy} asks for those of the
     *     targets only
     */
    double value(DMatrixRMaj logits, DMatrixRMaj targets);

    /**
     * The loss and its gradient at once, since most of what they cost is the same.
     *
     * @param logits batch × outputs, not modified
     * @param targets batch × outputs, not modified
     * @param functions what exponentials are computed by
     * @param gradient ∂L/∂logits, batch × outputs, overwritten; neither of the two above
     * @return what {@link #value} returns, to the last bit
     */
    double valueAndGradient(DMatrixRMaj logits, DMatrixRMaj targets, Functions functions, DMatrixRMaj gradient);
}
