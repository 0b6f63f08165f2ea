package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/**
 * Sigmoid cross-entropy, each output by itself: the mean over the batch and the outputs of
 * {@code -t log σ(z) - (1 - t) log(1 - σ(z))}, computed from the logits z as {@code max(z, 0) - z t + log(1 + e^-|z|)}, which neither
 * overflows nor loses its digits. Targets lie in [0, 1].
 */
public final class BinaryCrossEntropy implements Loss {
    @Override
    public double value(DMatrixRMaj logits, DMatrixRMaj targets) {
        int n = logits.getNumElements();
        double total = 0;
        for (int i = 0; i < n; i++) {
            double z = logits.data[i];
            total += value(z, targets.data[i], Elementary.exp(-Math.abs(z)));
        }
        return total / n;
    }

    @Override
    public double valueAndGradient(DMatrixRMaj logits, DMatrixRMaj targets, Functions functions, DMatrixRMaj gradient) {
        int n = logits.getNumElements();
        double total = 0;
        for (int i = 0; i < n; i++) {
            double z = logits.data[i];
            double target = targets.data[i];
            double exponential = Elementary.exp(-Math.abs(z));
            total += value(z, target, exponential);
            double probability = (z < 0 ? exponential : 1) / (1 + exponential);
            gradient.data[i] = (probability - target) / n;
        }
        return total / n;
    }

    /**
     * @param exponential {@code e^-|z|}
     */
    private static double value(double z, double target, double exponential) {
        return Math.max(z, 0) - z * target + Elementary.log1p(exponential);
    }
}
