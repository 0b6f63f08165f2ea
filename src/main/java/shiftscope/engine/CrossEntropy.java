package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/** Softmax cross-entropy: the mean over the batch of {@code -Σ_k t_k log softmax(logits)_k}; targets of a row sum to 1. */
public final class CrossEntropy implements Loss {
    @Override
    public double value(DMatrixRMaj logits, DMatrixRMaj targets) {
        double total = 0;
        for (int i = 0; i < logits.numRows; i++) {
            int row = i * logits.numCols;
            double largest = largest(logits, row);
            double sum = 0;
            for (int k = 0; k < logits.numCols; k++) {
                sum += Elementary.exp(logits.data[row + k] - largest);
            }
            total = plusRow(total, logits, targets, row, largest + StrictMath.log(sum));
        }
        return total / logits.numRows;
    }

    @Override
    public double valueAndGradient(DMatrixRMaj logits, DMatrixRMaj targets, Functions functions, DMatrixRMaj gradient) {
        for (int i = 0; i < logits.numRows; i++) {
            int row = i * logits.numCols;
            double largest = largest(logits, row);
            for (int k = 0; k < logits.numCols; k++) {
                gradient.data[row + k] = logits.data[row + k] - largest;
            }
        }
        functions.exp(gradient.data, gradient.data, logits.getNumElements());
        double total = 0;
        for (int i = 0; i < logits.numRows; i++) {
            int row = i * logits.numCols;
            double sum = 0;
            for (int k = 0; k < logits.numCols; k++) {
                sum += gradient.data[row + k];
            }
            for (int k = 0; k < logits.numCols; k++) {
                double probability = gradient.data[row + k] / sum;
                gradient.data[row + k] = (probability - targets.data[row + k]) / logits.numRows;
            }
            total = plusRow(total, logits, targets, row, largest(logits, row) + StrictMath.log(sum));
        }
        return total / logits.numRows;
    }

    private static double largest(DMatrixRMaj logits, int row) {
        double largest = logits.data[row];
        for (int k = 1; k < logits.numCols; k++) {
            largest = Math.max(largest, logits.data[row + k]);
        }
        return largest;
    }

    private static double plusRow(double total, DMatrixRMaj logits, DMatrixRMaj targets, int row, double logNormalizer) {
        double sum = total;
        for (int k = 0; k < logits.numCols; k++) {
            double target = targets.data[row + k];
            // 0 · log 0 is 0, also where a logit has left the finite numbers.
            if (target != 0) {
                sum += target * (logNormalizer - logits.data[row + k]);
            }
        }
        return sum;
    }
}
