package shiftscope.session;

import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Experiment;
import shiftscope.config.NetworkSettings;
import shiftscope.config.Normalization;
import shiftscope.config.RunSettings;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Dataset;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.BitHash;
import shiftscope.engine.FiniteCheck;
import shiftscope.engine.Layer;
import shiftscope.engine.LayerPass;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.engine.Optimizer;
import shiftscope.engine.Pass;

/** One network in training. A step allocates nothing. */
public final class Run {
    private final Side side;
    private final NetworkSettings shape;
    private final Network network;
    private final Optimizer optimizer;
    private final Loss loss;
    private final Pass pass;
    private final BitHash batchesSeen = new BitHash();
    private RunSettings settings;
    private double lossSum;
    private long lossCount;

    Run(Side side, Experiment experiment, Dataset dataset) {
        this.side = side;
        shape = experiment.network();
        network = Network.initialize(
                shape, dataset.features(), dataset.outputs(), new Seed(experiment.seed()).initialization());
        settings = experiment.run(side);
        if (settings.normalizes()) {
            insertNormalizers();
        }
        optimizer = Optimizer.of(experiment.training());
        loss = Loss.of(experiment.training().loss());
        pass = new Pass(network, experiment.training().batchSize());
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

    Loss loss() {
        return loss;
    }

    /**
     * Learns from one mini-batch, unless a number leaves the finite ones: then nothing is changed.
     *
     * @param x batch × features, not modified
     * @param targets batch × outputs, not modified
     * @param indices which training examples these are
     * @return whether every activation and the loss were finite
     */
    boolean step(DMatrixRMaj x, DMatrixRMaj targets, int[] indices) {
        network.forward(x, Statistics.BATCH, pass);
        double value = loss.value(pass.logits(), targets);
        if (!Double.isFinite(value) || !finite()) {
            return false;
        }
        network.backward(targets, loss, pass);
        network.visit(pass, optimizer);
        network.updateRunning(pass);
        lossSum += value;
        lossCount++;
        for (int index : indices) {
            batchesSeen.add(index);
        }
        return true;
    }

    private boolean finite() {
        for (int i = 0; i < pass.layers().size(); i++) {
            LayerPass layer = pass.layers().get(i);
            if (!FiniteCheck.allFinite(layer.preActivation()) || !FiniteCheck.allFinite(layer.scaled())) {
                return false;
            }
        }
        return true;
    }

    /** Where the step that was not taken left the finite numbers first. */
    Divergence diagnose(long step) {
        for (int i = 0; i < pass.layers().size(); i++) {
            LayerPass layer = pass.layers().get(i);
            if (!FiniteCheck.allFinite(layer.preActivation())) {
                return new Divergence(side, step, i + 1, Tap.PRE_ACTIVATION);
            }
            if (!FiniteCheck.allFinite(layer.scaled())) {
                return new Divergence(side, step, i + 1, Tap.SCALED);
            }
        }
        return new Divergence(side, step, pass.layers().size(), null);
    }

    /** Brings the switches and the learning rate to what the experiment now says; the next step is the first to see it. */
    void follow(Experiment experiment) {
        RunSettings wanted = experiment.run(side);
        optimizer.setLearningRate(experiment.training().learningRate());
        boolean before = settings.normalizes();
        boolean scaleShiftChanged = wanted.scaleShift() != settings.scaleShift();
        boolean normalizationChanged = wanted.normalization() != settings.normalization();
        settings = wanted;
        if (normalizationChanged) {
            if (before) {
                removeNormalizers();
            }
            if (wanted.normalization() != Normalization.NONE) {
                insertNormalizers();
            }
        } else if (scaleShiftChanged) {
            eachNormalizer(normalizer -> {
                forget(normalizer);
                normalizer.setScaleShift(wanted.scaleShift());
            });
        }
    }

    private void insertNormalizers() {
        for (Layer layer : network.layers().subList(0, network.depth())) {
            layer.setNormalizer(new BatchNorm(
                    layer.dense().units(), shape.epsilon(), shape.newBatchWeight(), shape.convention(), settings.scaleShift()));
        }
    }

    private void removeNormalizers() {
        eachNormalizer(this::forget);
        for (Layer layer : network.layers()) {
            layer.setNormalizer(null);
        }
    }

    private void eachNormalizer(java.util.function.Consumer<BatchNorm> action) {
        for (Layer layer : network.layers()) {
            layer.normalizer().ifPresent(action);
        }
    }

    private void forget(BatchNorm normalizer) {
        optimizer.forget(normalizer.gamma());
        optimizer.forget(normalizer.beta());
    }

    /** Mean loss of the steps since this was last asked; NaN if there were none. */
    double takeMeanLoss() {
        double mean = lossSum / lossCount;
        lossSum = 0;
        lossCount = 0;
        return mean;
    }

    /** Mean loss of the steps since {@link #takeMeanLoss}; NaN if there were none. */
    double meanLoss() {
        return lossSum / lossCount;
    }

    /** A hash of which examples came in which order. */
    long batchesSeen() {
        return batchesSeen.value();
    }
}
