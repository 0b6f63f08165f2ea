package shiftscope.session;

import shiftscope.config.Experiment;
import shiftscope.config.NetworkSettings;
import shiftscope.config.RunSettings;
import shiftscope.config.Side;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.Layer;
import shiftscope.engine.Network;
import shiftscope.engine.Normalizer;
import shiftscope.engine.Optimizer;

/** The switches of one run as they stand, and the normalizers that they put into its network. */
final class Switches {
    private final Side side;
    private final Network network;
    private final Optimizer optimizer;
    private NetworkSettings shape;
    private RunSettings settings;

    /** Gives every layer the normalizer that the experiment wants there. */
    Switches(Side side, Experiment experiment, Network network, Optimizer optimizer) {
        this.side = side;
        this.network = network;
        this.optimizer = optimizer;
        shape = experiment.network();
        settings = experiment.run(side);
        for (int i = 0; i < network.depth(); i++) {
            setNormalizer(i);
        }
    }

    RunSettings settings() {
        return settings;
    }

    /** Brings the network to what the experiment now says. A layer whose normalization stays keeps its normalizer as it is. */
    void follow(Experiment experiment) {
        RunSettings before = settings;
        settings = experiment.run(side);
        if (experiment.network().newBatchWeight() != shape.newBatchWeight()) {
            setNewBatchWeight(experiment.network().newBatchWeight());
        }
        shape = experiment.network();
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

    /**
     * Brings the network to what an experiment of another time says: each layer has a normalizer of the right kind then, whose numbers are
     * still to be set, and so is what the optimizer remembers.
     */
    void become(Experiment then) {
        settings = then.run(side);
        shape = then.network();
        for (int i = 0; i < network.depth(); i++) {
            Normalizer present = network.layers().get(i).normalizer().orElse(null);
            if (present != null && present.kind() == settings.normalization(i + 1)) {
                present.setScaleShift(settings.scaleShift());
            } else {
                network.layers().get(i).normalizer().ifPresent(this::forget);
                setNormalizer(i);
            }
        }
        setNewBatchWeight(shape.newBatchWeight());
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
}
