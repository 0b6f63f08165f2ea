package shiftscope.lesson;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Examples;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.Layer;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.engine.PopulationStatistics;
import shiftscope.session.Twins;

/** A copy of a run's network, at whose weights batches of one size after another are passed. */
final class FixedWeights {
    private final Network network;
    private final Loss loss;
    private final Examples train;
    private final Examples test;
    private final long seed;

    FixedWeights(Twins twins, Side side) {
        network = twins.run(side).network().copy();
        loss = Loss.of(twins.experiment().training().loss());
        train = twins.dataset().train();
        test = twins.dataset().test();
        seed = twins.experiment().seed();
    }

    Network network() {
        return network;
    }

    Loss loss() {
        return loss;
    }

    Examples test() {
        return test;
    }

    /** Brings the population statistics to those of the whole training set at these weights. */
    void measurePopulation() {
        PopulationStatistics.of(network, train.inputs(), 0, 1).measure(network);
    }

    /**
     * Passes the training set in a random order, the same for all sizes, in batches of m; a remainder is left out.
     *
     * @param each is given the pass, and the targets of its batch
     * @return how many batches there were
     */
    int passInBatches(int m, Statistics statistics, BiConsumer<Pass, DMatrixRMaj> each) {
        int size = Math.min(m, train.size());
        int[] order = new int[train.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        new Seed(seed).batchOrder().shuffle(order);
        Pass pass = new Pass(network, size);
        DMatrixRMaj x = new DMatrixRMaj(size, train.inputs().numCols);
        DMatrixRMaj targets = new DMatrixRMaj(size, train.targets().numCols);
        int batches = train.size() / size;
        for (int batch = 0; batch < batches; batch++) {
            for (int row = 0; row < size; row++) {
                int example = order[batch * size + row];
                CommonOps_DDRM.extract(train.inputs(), example, example + 1, 0, x.numCols, x, row, 0);
                CommonOps_DDRM.extract(train.targets(), example, example + 1, 0, targets.numCols, targets, row, 0);
            }
            network.forward(x, statistics, pass);
            each.accept(pass, targets);
        }
        return batches;
    }

    /** Mean loss over the training set in batches of m, a remainder left out. */
    double meanLoss(int m, Statistics statistics) {
        double[] sum = new double[1];
        int batches = passInBatches(m, statistics, (pass, targets) -> sum[0] += loss.value(pass.logits(), targets));
        return sum[0] / batches;
    }

    /** The batch normalization of a layer, if it has one. */
    static Optional<BatchNorm> batchNorm(Layer layer) {
        return layer.normalizer().filter(BatchNorm.class::isInstance).map(BatchNorm.class::cast);
    }
}
