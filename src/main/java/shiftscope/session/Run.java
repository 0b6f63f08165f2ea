package shiftscope.session;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Experiment;
import shiftscope.config.NetworkSettings;
import shiftscope.config.RunSettings;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.data.Dataset;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.BitHash;
import shiftscope.engine.Chance;
import shiftscope.engine.Layer;
import shiftscope.engine.LayerPass;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Normalizer;
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
    private NetworkSettings shape;
    private RunSettings settings;
    private double unscheduledRate;
    private long updates;
    private long changes;
    private double lossOfBatch;
    private double lossSum;
    private long lossCount;
    private double lastMeanLoss = Double.NaN;

    /** A run at step 0, which takes the switches of that side. */
    public Run(Side side, Experiment experiment, Dataset dataset) {
        this.side = side;
        shape = experiment.network();
        Seed seed = new Seed(experiment.seed());
        network = Network.initialize(shape, dataset.features(), dataset.outputs(), seed.initialization());
        chance = new Chance(seed.noise(), seed.dropout(), shape.dropout());
        settings = experiment.run(side);
        optimizer = Optimizer.of(experiment.training());
        schedule = new Schedule(experiment.training().schedule());
        unscheduledRate = experiment.training().learningRate();
        for (int i = 0; i < network.depth(); i++) {
            setNormalizer(i);
        }
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
        return settings;
    }

    /** The learning rate of the step that comes next: what the experiment says, times what its schedule makes of it there. */
    public double learningRate() {
        return unscheduledRate * schedule.share(updates);
    }

    Optimizer optimizer() {
        return optimizer;
    }

    Loss loss() {
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
            if (!pass.allFinite(pass.layers().get(i).preActivationGradient())) {
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
        return pass.allFinite(layer.scaled()) ? null : Tap.SCALED;
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
        lossSum += lossOfBatch;
        lossCount++;
        for (int index : indices) {
            batchesSeen.add(index);
        }
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
        RunSettings before = settings;
        settings = experiment.run(side);
        if (experiment.network().newBatchWeight() != shape.newBatchWeight()) {
            setNewBatchWeight(experiment.network().newBatchWeight());
        }
        shape = experiment.network();
        unscheduledRate = experiment.training().learningRate();
        changes++;
        for (int i = 0; i < network.depth(); i++) {
            if (settings.normalization(i + 1) != before.normalization(i + 1)) {
                network.layers().get(i).normalizer().ifPresent(this::forget);
                setNormalizer(i);
            } else if (settings.scaleShift() != before.scaleShift()) {
                network.layers().get(i).normalizer().ifPresent(normalizer -> {
                    forget(normalizer);
                    normalizer.setScaleShift(settings.scaleShift());
                });
            }
        }
    }

    private void setNewBatchWeight(double weight) {
        for (Layer layer : network.layers()) {
            if (layer.normalizer().orElse(null) instanceof BatchNorm normalizer) {
                normalizer.setNewBatchWeight(weight);
            }
        }
    }

    /** Takes over switches that a proof has brought the network to already. */
    void adopt(RunSettings carriedOut) {
        settings = carriedOut;
        changes++;
    }

    /** What the switches want in that layer, with γ = 1 and β = 0. */
    private void setNormalizer(int index) {
        Layer layer = network.layers().get(index);
        layer.setNormalizer(
                Normalizer.of(settings.normalization(index + 1), layer.dense().units(), shape, settings.scaleShift()));
        if (layer.cancelsBias()) {
            // It is not trained while the normalizer cancels it, and starts anew should that be taken out.
            optimizer.forget(layer.dense().bias());
        }
    }

    private void forget(Normalizer normalizer) {
        optimizer.forget(normalizer.gamma());
        optimizer.forget(normalizer.beta());
    }

    /** Mean loss of the steps since this was last asked; NaN if there were none. */
    double takeMeanLoss() {
        lastMeanLoss = lossSum / lossCount;
        lossSum = 0;
        lossCount = 0;
        return lastMeanLoss;
    }

    /** Mean loss of the steps since {@link #takeMeanLoss}; what that gave if there were none. */
    double meanLoss() {
        return lossCount == 0 ? lastMeanLoss : lossSum / lossCount;
    }

    /** A hash of which examples came in which order. */
    long batchesSeen() {
        return batchesSeen.value();
    }
}
