package shiftscope.session;

import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.config.Tape;
import shiftscope.data.BatchOrder;
import shiftscope.data.Dataset;
import shiftscope.engine.Layer;
import shiftscope.engine.Network;

/** Gives two runs the same mini-batches, one after the other. A step allocates nothing. */
final class LockStep {
    /** Multiply-adds of one run's step from which a second thread saves more than handing work over costs. */
    private static final long WORTH_A_THREAD = 300_000;

    private final BatchOrder order;
    private final Batch batchOfA;
    private final Batch batchOfB;
    private final SideBySide sideBySide;
    private final Runnable passA;
    private final Runnable passB;
    private final Runnable learnA;
    private final Runnable learnB;
    private int[] indices;
    private long step;
    private Divergence brokenA;
    private Divergence brokenB;

    LockStep(Experiment experiment, Dataset dataset, Run a, Run b, SideBySide sideBySide) {
        this.sideBySide = sideBySide;
        int batchSize = experiment.training().batchSize();
        order = new BatchOrder(dataset.train().size(), batchSize, new Seed(experiment.seed()).batchOrder());
        batchOfA = new Batch(dataset, batchSize);
        // On two threads each copies for itself: one copy for both was measured to be slower.
        batchOfB = sideBySide.twoThreads() ? new Batch(dataset, batchSize) : batchOfA;
        passA = () -> {
            batchOfA.gather(indices);
            brokenA = a.pass(batchOfA.x(), batchOfA.targets(), step + 1);
        };
        passB = () -> {
            if (batchOfB != batchOfA) {
                batchOfB.gather(indices);
            }
            brokenB = b.pass(batchOfB.x(), batchOfB.targets(), step + 1);
        };
        learnA = () -> a.learn(indices);
        learnB = () -> b.learn(indices);
    }

    /** Whether a second thread pays for steps of such a network. */
    static boolean isWorthAThread(Network network, int batchSize) {
        long weights = 0;
        for (Layer layer : network.layers()) {
            weights += layer.dense().weights().getNumElements();
        }
        return 3 * weights * batchSize >= WORTH_A_THREAD;
    }

    /**
     * Passes the next mini-batch forth and back through both networks, so that {@link #learn} can follow.
     *
     * @return why the step cannot be taken, of A if neither run can; {@code null} if both can
     */
    Divergence pass() {
        indices = order.next();
        sideBySide.run(passA, passB);
        return brokenA != null ? brokenA : brokenB;
    }

    /** Both make the update that {@link #pass} found. */
    void learn() {
        sideBySide.run(learnA, learnB);
        step++;
    }

    /** Updates made. */
    long step() {
        return step;
    }

    /** How far it is, and what both runs are given next. */
    void exchange(Tape tape) {
        step = tape.number(step);
        order.exchange(tape);
    }

    /** The mini-batch that was last passed. */
    Batch batch() {
        return batchOfA;
    }

    int batchesPerEpoch() {
        return order.batchesPerEpoch();
    }
}
