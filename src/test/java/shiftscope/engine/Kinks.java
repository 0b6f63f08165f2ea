package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.ActivationKind;

/** Tells whether a difference can be trusted: it cannot where ReLU bends, nor where a column hardly varies. */
final class Kinks {
    private static final double NEAREST = 1e-3;
    private static final double LEAST_VARIANCE = 0.02;

    private Kinks() {}

    /** Whether a step would be taken next to a bend of φ, or a variance is so small that x̂ changes within a step. */
    static boolean near(ActivationKind kind, LayerPass pass) {
        DMatrixRMaj y = pass.activationInput();
        for (int i = 0; bends(kind) && i < y.getNumElements(); i++) {
            if (Math.abs(y.data[i]) < NEAREST) {
                return true;
            }
        }
        for (double variance : pass.variance()) {
            // A unit that is off in every row has variance 0, and keeps it.
            if (pass.hasNormalizer() && variance > 0 && variance < LEAST_VARIANCE) {
                return true;
            }
        }
        return false;
    }

    /** Whether any element stands on the other side of a bend than before. */
    static boolean crossed(ActivationKind kind, DMatrixRMaj before, DMatrixRMaj now) {
        for (int i = 0; bends(kind) && i < before.getNumElements(); i++) {
            if (before.data[i] > 0 != now.data[i] > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean bends(ActivationKind kind) {
        return kind == ActivationKind.RELU || kind == ActivationKind.LEAKY_RELU;
    }
}
