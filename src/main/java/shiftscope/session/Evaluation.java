package shiftscope.session;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Statistics;
import shiftscope.data.Examples;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;

/**
 * Loss and accuracy over the test set. Under {@link Statistics#BATCH} the set is passed in batches of the size trained with, since
 * the answers depend on who shares a batch; a remainder joins the last one. Otherwise every example is answered by itself.
 *
 * <p>An example of a class is answered rightly if that class's output is the largest, the first of equal ones, whatever the loss.
 */
final class Evaluation {
    private static final int CHUNK = 256;
    private final Examples test;
    private final int batchSize;
    private final Pass pass;
    private final DMatrixRMaj x;
    private final DMatrixRMaj targets;
    private double loss;
    private double accuracy;

    Evaluation(Network shape, Examples test, int batchSize) {
        this.test = test;
        this.batchSize = Math.min(batchSize, test.size());
        int capacity = Math.min(test.size(), Math.max(CHUNK, 2 * this.batchSize - 1));
        pass = new Pass(shape, capacity);
        x = new DMatrixRMaj(capacity, test.inputs().numCols);
        targets = new DMatrixRMaj(capacity, test.targets().numCols);
    }

    void evaluate(Network network, Loss kind, Statistics statistics) {
        int size = statistics == Statistics.BATCH ? batchSize : Math.min(CHUNK, test.size());
        double lossSum = 0;
        int right = 0;
        int from = 0;
        while (from < test.size()) {
            int left = test.size() - from;
            int rows = left < 2 * size ? (statistics == Statistics.BATCH ? left : Math.min(size, left)) : size;
            take(test.inputs(), from, rows, x);
            take(test.targets(), from, rows, targets);
            network.forward(x, statistics, pass);
            lossSum += rows * kind.value(pass.logits(), targets);
            if (!test.regression()) {
                right += right(from, rows);
            }
            from += rows;
        }
        loss = lossSum / test.size();
        accuracy = test.regression() ? Double.NaN : (double) right / test.size();
    }

    /** How many of the examples passed last, the first of which is {@code from}, are answered rightly. */
    private int right(int from, int rows) {
        int right = 0;
        for (int row = 0; row < rows; row++) {
            if (largest(pass.logits(), row) == test.labels()[from + row]) {
                right++;
            }
        }
        return right;
    }

    private static void take(DMatrixRMaj from, int row, int rows, DMatrixRMaj to) {
        to.reshape(rows, from.numCols);
        System.arraycopy(from.data, row * from.numCols, to.data, 0, rows * from.numCols);
    }

    private static int largest(DMatrixRMaj logits, int row) {
        int best = 0;
        for (int k = 1; k < logits.numCols; k++) {
            if (logits.data[row * logits.numCols + k] > logits.data[row * logits.numCols + best]) {
                best = k;
            }
        }
        return best;
    }

    /** Mean over the test set, as of the last {@link #evaluate}. */
    double loss() {
        return loss;
    }

    /** Share answered rightly, as of the last {@link #evaluate}; NaN for regression, where no answer is right or wrong. */
    double accuracy() {
        return accuracy;
    }
}
