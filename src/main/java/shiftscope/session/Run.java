package shiftscope.session;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Experiment;
import shiftscope.config.RunSettings;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Tape;
import shiftscope.data.Dataset;
import shiftscope.engine.BitHash;
import shiftscope.engine.Chance;
import shiftscope.engine.LayerPass;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Optimizer;
import shiftscope.engine.Pass;
import shiftscope.engine.Schedule;

/** One network in training. A step allocates nothing. */
public final class Run {
    private final Side side;
    private final Network network;
    private final Optimizer optimizer;
    private final Schedule schedule;
    private final Loss loss;
    private final Pass pass;
    private final Chance chance;
    private final BitHash batchesSeen = new BitHash();
    private final UpdateWatch watch;
    private final Switches switches;
    private final MeanLoss intervalLoss = new MeanLoss();
    private double unscheduledRate;
    private long updates;
    private long changes;
    private double lossOfBatch;

    /** A run at step 0, which takes the switches of that side. */
    public Run(Side side, Experiment experiment, Dataset dataset) {
        this.side = side;
        Seed seed = new Seed(experiment.seed());
        network = Network.initialize(experiment.network(), dataset.features(), dataset.outputs(), seed.initialization());
        chance = new Chance(seed.noise(), seed.dropout(), experiment.network().dropout());
        optimizer = Optimizer.of(experiment.training());
        schedule = new Schedule(experiment.training().schedule());
        unscheduledRate = experiment.training().learningRate();
        switches = new Switches(side, experiment, network, optimizer);
        loss = Loss.of(experiment.training().loss());
        pass = new Pass(network, experiment.training().batchSize());
        watch = new UpdateWatch(network, pass);
    }

    public Side side() {
        return side;
    }

    /** The live network; the thread that steps owns it. */
    public Network network() {
        return network;
    }

    /** The switches as they stand. */
    public RunSettings settings() {
        return switches.settings();
    }

    /** The learning rate of the step that comes next: what the experiment says, times what its schedule makes of it there. */
    public double learningRate() {
        return unscheduledRate * schedule.share(updates);
    }

    Optimizer optimizer() {
        return optimizer;
    }

    /** What it makes small. */
    public Loss loss() {
        return loss;
    }

    /**
     * Passes one mini-batch forth and back, so that {@link #learn} can follow. Nothing that is learned is changed.
     *
     * @param x batch × features, not modified
     * @param targets batch × outputs, not modified
     * @param step the number of the step that this is a part of
     * @return why that step cannot be taken; {@code null} if every activation, the loss and every ∂L/∂z is finite
     */
    public Divergence pass(DMatrixRMaj x, DMatrixRMaj targets, long step) {
        watch.passes();
        network.forward(x, chance, pass);
        for (int i = 0; i < pass.layers().size(); i++) {
            Tap broken = firstNotFinite(pass.layers().get(i));
            if (broken != null) {
                return new Divergence(side, step, i + 1, broken);
            }
        }
        lossOfBatch = network.backward(targets, loss, pass);
        if (!Double.isFinite(lossOfBatch)) {
            return new Divergence(side, step, pass.layers().size(), null);
        }
        for (int i = pass.layers().size() - 1; i >= 0; i--) {
            if (!pass.layers().get(i).gradientIsFinite()) {
                return new Divergence(side, step, i + 1, Tap.GRADIENT);
            }
        }
        return null;
    }

    /** In the order of computing. A variance that overflows would make ẑ a finite 0, so it is looked at itself. */
    private Tap firstNotFinite(LayerPass layer) {
        boolean statistics = layer.statisticsAreFinite();
        // Finite statistics of z tell as much as a look at every z.
        boolean known = statistics && layer.normalizedPreActivation();
        if (!known && !pass.allFinite(layer.preActivation())) {
            return Tap.PRE_ACTIVATION;
        }
        if (!layer.hasNormalizer()) {
            return null;
        }
        if (!statistics) {
            return Tap.NORMALIZED;
        }
        return layer.scaledIsFinite() ? null : Tap.SCALED;
    }

    /**
     * Makes the update that the last {@link #pass} found.
     *
     * @param indices which training examples it was given
     */
    public void learn(int[] indices) {
        optimizer.setLearningRate(learningRate());
        network.visit(pass, optimizer);
        network.updateRunning(pass);
        watch.updated(optimizer.learningRate());
        updates++;
        changes++;
        intervalLoss.add(lossOfBatch);
        batchesSeen.add(indices);
    }

    /** Has the next {@link #learn} tell how far it moves the weights. */
    void announceUpdate() {
        watch.announce();
    }

    /** What the last update did to the weights of a layer, from 0. */
    Learning learning(int index) {
        return watch.learning(index);
    }

    /** Updates made. */
    long updates() {
        return updates;
    }

    /** The loss of the mini-batch that was last passed, at the weights of then. */
    public double lossOfBatch() {
        return lossOfBatch;
    }

    /** Grows whenever the network, or how it is measured, may have changed. */
    long changes() {
        return changes;
    }

    /**
     * Brings the switches and the learning rate to what the experiment now says; the next step is the first to see it. A layer whose
     * normalization stays keeps its normalizer as it is.
     */
    void follow(Experiment experiment) {
        switches.follow(experiment);
        unscheduledRate = experiment.training().learningRate();
        changes++;
    }

    /** Takes over switches that a proof has brought the network to already. */
    void adopt(RunSettings carriedOut) {
        switches.adopt(carriedOut);
        changes++;
    }

    /** Brings the switches to where they were when a state was written; reading that with {@link #exchange} comes next. */
    void become(Experiment then) {
        switches.become(then);
        unscheduledRate = then.training().learningRate();
        changes++;
    }

    /** Everything that decides how it goes on but its switches, the learning rate among them. */
    void exchange(Tape tape) {
        updates = tape.number(updates);
        network.exchange(tape);
        optimizer.exchange(network, tape);
        chance.exchange(tape);
        batchesSeen.exchange(tape);
        intervalLoss.exchange(tape);
    }

    /** There was no update that led here. */
    void forgetUpdate() {
        watch.forget();
    }

    /** Of the steps since the last recorded point. */
    MeanLoss intervalLoss() {
        return intervalLoss;
    }

    /** A hash of which examples came in which order. */
    long batchesSeen() {
        return batchesSeen.value();
    }
}
