package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/** Softmax cross-entropy: the mean over the batch of {@code -Σ_k t_k log softmax(logits)_k}; targets of a row sum to 1. */
public final class CrossEntropy implements Loss {
    @Override
    public double value(DMatrixRMaj logits, DMatrixRMaj targets) {
        int outputs = logits.numCols;
        double total = 0;
        for (int i = 0; i < logits.numRows; i++) {
            int row = i * outputs;
            double largest = largest(logits, row);
            double logNormalizer = largest + StrictMath.log(sumOfExponentials(logits, row, largest));
            for (int k = 0; k < outputs; k++) {
                double target = targets.data[row + k];
                // 0 · log 0 is 0, also where a logit has left the finite numbers.
                if (target != 0) {
                    total += target * (logNormalizer - logits.data[row + k]);
                }
            }
        }
        return total / logits.numRows;
    }

    @Override
    public void gradient(DMatrixRMaj logits, DMatrixRMaj targets, DMatrixRMaj gradient) {
        int outputs = logits.numCols;
        for (int i = 0; i < logits.numRows; i++) {
            int row = i * outputs;
            double largest = largest(logits, row);
            double sum = sumOfExponentials(logits, row, largest);
            for (int k = 0; k < outputs; k++) {
                double probability = Elementary.exp(logits.data[row + k] - largest) / sum;
                gradient.data[row + k] = (probability - targets.data[row + k]) / logits.numRows;
            }
        }
    }

    private static double largest(DMatrixRMaj logits, int row) {
        double largest = logits.data[row];
        for (int k = 1; k < logits.numCols; k++) {
            largest = Math.max(largest, logits.data[row + k]);
        }
        return largest;
    }

    private static double sumOfExponentials(DMatrixRMaj logits, int row, double largest) {
        double sum = 0;
        for (int k = 0; k < logits.numCols; k++) {
            sum += Elementary.exp(logits.data[row + k] - largest);
        }
        return sum;
    }
}
