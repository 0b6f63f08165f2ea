package shiftscope.lesson;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import shiftscope.config.Statistics;
import shiftscope.data.Examples;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;

/** Which answers of a network are right, decided as {@code session} does: the class of the largest output, the first of equal ones. */
final class RightAnswers {
    private static final int CHUNK = 256;

    private RightAnswers() {}

    /**
     * The share of examples that are answered rightly, without dropout.
     *
     * @param statistics what normalizers use; not those of the batch, which would be those of a chunk
     * @return NaN for regression, where no answer is right or wrong
     */
    static double share(Network network, Examples examples, Statistics statistics) {
        if (examples.regression()) {
            return Double.NaN;
        }
        int size = examples.size();
        Pass pass = new Pass(network, Math.min(CHUNK, size));
        int right = 0;
        for (int from = 0; from < size; from += CHUNK) {
            int to = Math.min(size, from + CHUNK);
            network.forward(CommonOps_DDRM.extract(examples.inputs(), from, to, 0, examples.inputs().numCols), statistics, pass);
            for (int row = from; row < to; row++) {
                right += isRight(pass.logits(), row - from, examples.labels()[row]) ? 1 : 0;
            }
        }
        return (double) right / size;
    }

    /** Whether a row of outputs answers with that class. */
    static boolean isRight(DMatrixRMaj logits, int row, int label) {
        int best = 0;
        for (int k = 1; k < logits.numCols; k++) {
            best = logits.get(row, k) > logits.get(row, best) ? k : best;
        }
        return best == label;
    }
}
