package shiftscope.lesson;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Examples;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.session.Twins;

/** How a network answers the examples that it learned from, beside those that it never saw: without dropout, under running statistics. */
final class FitNumbers {
    private static final int CHUNK = 256;

    static final List<Quantity> ALL = List.of(
            new Quantity.OfRun("trainingAccuracy", "",
                    "Share of the training set that is classified correctly without dropout and under running statistics, from 0 to 1.",
                    List.of(), (twins, side, arguments) -> accuracy(twins, side, twins.dataset().train())),
            new Quantity.OfRun("gap", "",
                    "The same minus the share of the test set that is classified correctly then: 0.2 are 20 percentage points.",
                    List.of(), (twins, side, arguments) ->
                            accuracy(twins, side, twins.dataset().train()) - accuracy(twins, side, twins.dataset().test())));

    private FitNumbers() {}

    /** NaN for regression, where no answer is right or wrong. */
    private static double accuracy(Twins twins, Side side, Examples examples) {
        if (examples.regression()) {
            return Double.NaN;
        }
        Network network = twins.run(side).network();
        int size = examples.size();
        Pass pass = new Pass(network, Math.min(CHUNK, size));
        int right = 0;
        for (int from = 0; from < size; from += CHUNK) {
            int to = Math.min(size, from + CHUNK);
            DMatrixRMaj x = CommonOps_DDRM.extract(examples.inputs(), from, to, 0, examples.inputs().numCols);
            network.forward(x, Statistics.RUNNING, pass);
            for (int row = from; row < to; row++) {
                right += largest(pass.logits(), row - from) == examples.labels()[row] ? 1 : 0;
            }
        }
        return (double) right / size;
    }

    private static int largest(DMatrixRMaj logits, int row) {
        int best = 0;
        for (int k = 1; k < logits.numCols; k++) {
            best = logits.get(row, k) > logits.get(row, best) ? k : best;
        }
        return best;
    }
}
