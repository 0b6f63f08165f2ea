package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/** The mean over the batch and the outputs of {@code (output - target)²}, without a factor ½. */
public final class MeanSquaredError implements Loss {
    @Override
    public double value(DMatrixRMaj logits, DMatrixRMaj targets) {
        int n = logits.getNumElements();
        double total = 0;
        for (int i = 0; i < n; i++) {
            double difference = logits.data[i] - targets.data[i];
            total += difference * difference;
        }
        return total / n;
    }

    @Override
    public double valueAndGradient(DMatrixRMaj logits, DMatrixRMaj targets, Functions functions, DMatrixRMaj gradient) {
        int n = logits.getNumElements();
        double total = 0;
        for (int i = 0; i < n; i++) {
            double difference = logits.data[i] - targets.data[i];
            total += difference * difference;
        }
        // In a loop of their own, because the terms of the sum wait for each other and these do not.
        for (int i = 0; i < n; i++) {
            gradient.data[i] = 2 * (logits.data[i] - targets.data[i]) / n;
        }
        return total / n;
    }
}
