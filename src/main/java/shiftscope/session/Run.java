package shiftscope.session;

import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Experiment;
import shiftscope.config.NetworkSettings;
import shiftscope.config.Placement;
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
    private long changes;
    private double lossOfBatch;
    private double lossSum;
    private long lossCount;
    private double lastMeanLoss = Double.NaN;

    /** A run at step 0, which takes the switches of that side. */
    public Run(Side side, Experiment experiment, Dataset dataset) {
        this.side = side;
        shape = experiment.network();
        network = Network.initialize(
                shape, dataset.features(), dataset.outputs(), new Seed(experiment.seed()).initialization());
        settings = experiment.run(side);
        optimizer = Optimizer.of(experiment.training());
        if (settings.normalizes()) {
            insertNormalizers();
        }
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
     * Passes one mini-batch forth and back, so that {@link #learn} can follow. Nothing that is learned is changed.
     *
     * @param x batch × features, not modified
     * @param targets batch × outputs, not modified
     * @param step the number of the step that this is a part of
     * @return why that step cannot be taken; {@code null} if every activation, the loss and every ∂L/∂z is finite
     */
    public Divergence pass(DMatrixRMaj x, DMatrixRMaj targets, long step) {
        network.forward(x, Statistics.BATCH, pass);
        for (int i = 0; i < pass.layers().size(); i++) {
            Tap broken = firstNotFinite(pass.layers().get(i));
            if (broken != null) {
                return new Divergence(side, step, i + 1, broken);
            }
        }
        lossOfBatch = loss.value(pass.logits(), targets);
        if (!Double.isFinite(lossOfBatch)) {
            return new Divergence(side, step, pass.layers().size(), null);
        }
        network.backward(targets, loss, pass);
        for (int i = pass.layers().size() - 1; i >= 0; i--) {
            if (!FiniteCheck.allFinite(pass.layers().get(i).preActivationGradient())) {
                return new Divergence(side, step, i + 1, Tap.GRADIENT);
            }
        }
        return null;
    }

    /** In the order of computing. A variance that overflows would make ẑ a finite 0, so it is looked at itself. */
    private static Tap firstNotFinite(LayerPass layer) {
        if (!FiniteCheck.allFinite(layer.preActivation())) {
            return Tap.PRE_ACTIVATION;
        }
        if (!layer.hasNormalizer()) {
            return null;
        }
        for (int j = 0; j < layer.preActivation().numCols; j++) {
            if (!Double.isFinite(layer.variance()[j])) {
                return Tap.NORMALIZED;
            }
        }
        return FiniteCheck.allFinite(layer.scaled()) ? null : Tap.SCALED;
    }

    /**
     * Makes the update that the last {@link #pass} found.
     *
     * @param indices which training examples it was given
     */
    public void learn(int[] indices) {
        network.visit(pass, optimizer);
        network.updateRunning(pass);
        changes++;
        lossSum += lossOfBatch;
        lossCount++;
        for (int index : indices) {
            batchesSeen.add(index);
        }
    }

    /** The loss of the mini-batch that was last passed, at the weights of then. */
    public double lossOfBatch() {
        return lossOfBatch;
    }

    /** Grows whenever the network, or how it is measured, may have changed. */
    long changes() {
        return changes;
    }

    /** Brings the switches and the learning rate to what the experiment now says; the next step is the first to see it. */
    void follow(Experiment experiment) {
        RunSettings wanted = experiment.run(side);
        optimizer.setLearningRate(experiment.training().learningRate());
        boolean before = settings.normalizes();
        boolean scaleShiftChanged = wanted.scaleShift() != settings.scaleShift();
        boolean normalizationChanged = wanted.normalization() != settings.normalization();
        settings = wanted;
        changes++;
        if (normalizationChanged) {
            if (before) {
                removeNormalizers();
            }
            if (wanted.normalizes()) {
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
            if (shape.placement() == Placement.BEFORE) {
                // It is not trained while the normalizer cancels it, and starts anew should that be taken out.
                optimizer.forget(layer.dense().bias());
            }
        }
    }

    private void removeNormalizers() {
        eachNormalizer(this::forget);
        for (Layer layer : network.layers()) {
            layer.setNormalizer(null);
        }
    }

    private void eachNormalizer(Consumer<BatchNorm> action) {
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
