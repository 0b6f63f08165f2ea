package shiftscope.engine;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.ActivationKind;
import shiftscope.config.NetworkSettings;
import shiftscope.config.RandomStream;
import shiftscope.config.Statistics;
import shiftscope.config.Tape;

/** Layers one after another; the last one is affine, without a normalizer, and gives the logits. */
public final class Network {
    private final List<Layer> layers;

    /**
     * @param layers at least one; each takes as many inputs as the one before has units
     */
    public Network(List<Layer> layers) {
        this.layers = List.copyOf(layers);
        for (int i = 1; i < this.layers.size(); i++) {
            if (this.layers.get(i).dense().inputs() != this.layers.get(i - 1).dense().units()) {
                throw new IllegalArgumentException("layer " + (i + 1) + " does not fit the one before it");
            }
        }
    }

    /**
     * A plain network with freshly drawn weights; biases are 0.
     *
     * @param inputs features of an example
     * @param outputs classes, or regression targets
     * @param stream drawn from layer by layer, weights in row order (inputs × units)
     */
    public static Network initialize(NetworkSettings settings, int inputs, int outputs, RandomStream stream) {
        List<Layer> layers = new ArrayList<>();
        int width = inputs;
        for (int units : settings.hidden()) {
            int layer = layers.size() + 1;
            layers.add(new Layer(new Dense(width, units, true), settings.activation(layer), settings.placement(layer)));
            width = units;
        }
        layers.add(new Layer(new Dense(width, outputs, true), ActivationKind.IDENTITY, settings.placement()));
        for (Layer layer : layers) {
            Initializer.draw(settings.initialization(), settings.sigma(), layer.dense().weights(), stream);
        }
        return new Network(layers);
    }

    /** The layers, input side first, output layer last. */
    public List<Layer> layers() {
        return layers;
    }

    /** Hidden layers, which are those that can be normalized. */
    public int depth() {
        return layers.size() - 1;
    }

    /**
     * Passes a batch through to look at it: no noise, nothing dropped. The network is not changed, its running statistics neither.
     *
     * @param x batch × features, not modified
     * @param statistics what normalizers over the batch use
     * @param pass overwritten
     */
    public void forward(DMatrixRMaj x, Statistics statistics, Pass pass) {
        forward(x, statistics, null, pass);
    }

    /**
     * Passes a mini-batch through to learn from it: with its own statistics, noise and dropout. The network is not changed, its running
     * statistics neither.
     *
     * @param x batch × features, not modified
     * @param chance drawn from in every hidden layer, input side first
     * @param pass overwritten
     */
    public void forward(DMatrixRMaj x, Chance chance, Pass pass) {
        forward(x, Statistics.BATCH, chance, pass);
    }

    void forward(DMatrixRMaj x, Statistics statistics, Chance chance, Pass pass) {
        pass.begin(x);
        int last = layers.size() - 1;
        for (int i = 0; i <= last; i++) {
            pass.layers().get(i).forward(layers.get(i), pass.arithmetic(), pass.inputOf(i), statistics, i == last ? null : chance);
        }
    }

    /**
     * All gradients of the loss of the batch that was last passed forward, at the parameters of then.
     *
     * @param targets batch × outputs, not modified
     * @param pass the forward pass; its gradients are overwritten
     * @return the loss of that batch
     */
    public double backward(DMatrixRMaj targets, Loss loss, Pass pass) {
        int last = layers.size() - 1;
        double value = loss.valueAndGradient(
                pass.logits(), targets, pass.arithmetic().functions(), pass.layers().get(last).outputGradient());
        for (int i = last; i >= 0; i--) {
            DMatrixRMaj dx = i == 0 ? null : pass.layers().get(i - 1).outputGradient();
            pass.layers().get(i).backward(layers.get(i), pass.arithmetic(), pass.inputOf(i), dx);
        }
        return value;
    }

    /** Moves the running statistics, where there are such, by the batch of the pass, which used {@link Statistics#BATCH}. */
    public void updateRunning(Pass pass) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).normalizerOrNull() instanceof BatchNorm normalizer) {
                LayerPass part = pass.layers().get(i);
                normalizer.updateRunning(part.mean(), part.variance(), pass.input().numRows);
            }
        }
    }

    /**
     * Shows every trained parameter with its gradient. A bias that a normalizer cancels ({@link Layer#cancelsBias}) is not trained: its
     * gradient is 0 but for rounding, which some optimizers would blow up (Ioffe and Szegedy 2015, section 3.2).
     */
    public void visit(Pass pass, ParameterVisitor visitor) {
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            LayerPass part = pass.layers().get(i);
            visitor.visit(ParameterVisitor.Kind.WEIGHTS, layer.dense().weights(), part.weightsGradient());
            if (layer.dense().bias() != null && !layer.cancelsBias()) {
                visitor.visit(ParameterVisitor.Kind.BIAS, layer.dense().bias(), part.biasGradient());
            }
            Normalizer normalizer = layer.normalizerOrNull();
            if (normalizer != null && normalizer.scaleShift()) {
                visitor.visit(ParameterVisitor.Kind.GAMMA, normalizer.gamma(), part.gammaGradient());
                visitor.visit(ParameterVisitor.Kind.BETA, normalizer.beta(), part.betaGradient());
            }
        }
    }

    /**
     * Every weight and bias, and what its normalizers have; to read, it needs as many normalizers of the same kinds as the network had that
     * was written.
     */
    public void exchange(Tape tape) {
        for (Layer layer : layers) {
            layer.dense().exchange(tape);
            if (layer.normalizerOrNull() != null) {
                layer.normalizerOrNull().exchange(tape);
            }
        }
    }

    /** A copy that shares nothing. */
    public Network copy() {
        return new Network(layers.stream().map(Layer::copy).toList());
    }

    /** A hash of the bits of every weight, bias, γ and β and of the running statistics, in order. */
    public long hash() {
        BitHash hash = new BitHash();
        for (Layer layer : layers) {
            hash.add(layer.dense().weights().data);
            if (layer.dense().bias() != null) {
                hash.add(layer.dense().bias().data);
            }
            layer.normalizer().ifPresent(normalizer -> normalizer.addTo(hash));
        }
        return hash.value();
    }
}
