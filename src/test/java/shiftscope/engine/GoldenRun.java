package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.fail;
import static shiftscope.engine.GoldenKeys.has;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import shiftscope.Golden;
import shiftscope.config.ActivationKind;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.RunningConvention;
import shiftscope.config.Statistics;

/** The network, loss and optimizer that a case of {@code mlp_training.json} describes, trained step by step. */
public final class GoldenRun {
    static final Set<String> SETTINGS = Set.of(
            "name", "sizes", "activation", "bn", "normalization", "affine", "hidden_bias", "output_bias", "loss", "optimizer", "batch", "eps",
            "momentum");
    private static final Set<String> OPTIMIZER =
            Set.of("kind", "lr", "momentum", "nesterov", "weight_decay", "betas", "eps", "dampening", "amsgrad");

    private final JsonNode golden;
    private final Network network;
    private final Loss loss;
    private final Optimizer optimizer;
    private final double weightDecay;
    private Pass pass;

    public GoldenRun(JsonNode golden) {
        this.golden = golden;
        network = network(golden);
        loss = switch (golden.get("loss").textValue()) {
            case "cross_entropy", "ce" -> Loss.of(LossKind.CROSS_ENTROPY);
            case "mse" -> Loss.of(LossKind.MEAN_SQUARED_ERROR);
            default -> fail("unknown loss " + golden.get("loss"));
        };
        JsonNode settings = golden.get("optimizer");
        GoldenKeys.assertKnown("optimizer", settings, OPTIMIZER);
        weightDecay = number(settings, "weight_decay", 0);
        optimizer = optimizer(settings);
    }

    public Network network() {
        return network;
    }

    public Loss loss() {
        return loss;
    }

    public double learningRate() {
        return optimizer.learningRate();
    }

    /** The batch of a step. */
    public static DMatrixRMaj inputs(JsonNode step) {
        return GoldenKeys.matrix(step.get("x"));
    }

    /** What a step's batch should be answered, batch × outputs. */
    public DMatrixRMaj targets(JsonNode step) {
        return targets(step.get("target"), network.layers().get(network.depth()).dense().units());
    }

    /** Of the last step or forward pass. */
    Pass pass() {
        return pass;
    }

    boolean normalizesOverBatch() {
        return normalizer(golden) && normalization(golden).overBatch();
    }

    /**
     * Whether a trained bias has its effect taken away by a normalizer, under Adam: its gradient is rounding alone, which Adam blows
     * up to steps of 1e-11. PyTorch takes them.
     */
    boolean roundingIsTrained() {
        boolean behind = golden.get("bn").textValue().equals("pre") || activation(golden) == ActivationKind.IDENTITY;
        boolean cancelled = behind && normalizer(golden) && normalization(golden) == Normalization.BATCH;
        return cancelled && golden.get("hidden_bias").booleanValue() && optimizer instanceof Adam;
    }

    /** The loss of the step's batch, after a pass forward and back in training mode. */
    public double evaluate(JsonNode step) {
        forward(step.get("x"), Statistics.BATCH);
        DMatrixRMaj targets = targets(step);
        network.backward(targets, loss, pass);
        return loss.value(pass.logits(), targets);
    }

    /** Moves the parameters and the running statistics by the batch just evaluated. */
    public void update() {
        if (weightDecay == 0) {
            network.visit(pass, optimizer);
        } else {
            decayAndUpdate();
        }
        network.updateRunning(pass);
    }

    /** PyTorch's weight decay is for every parameter, also for a bias that the engine does not train. */
    private void decayAndUpdate() {
        ParameterVisitor decaying = (kind, value, gradient) -> {
            for (int i = 0; i < value.getNumElements(); i++) {
                gradient.data[i] += weightDecay * value.data[i];
            }
            optimizer.visit(kind, value, gradient);
        };
        network.visit(pass, decaying);
        for (int i = 0; i < network.depth(); i++) {
            Dense dense = network.layers().get(i).dense();
            if (network.layers().get(i).cancelsBias() && dense.bias() != null) {
                decaying.visit(ParameterVisitor.Kind.BIAS, dense.bias(), pass.layers().get(i).biasGradient());
            }
        }
    }

    /** The logits of golden rows. */
    DMatrixRMaj forward(JsonNode rows, Statistics statistics) {
        DMatrixRMaj x = GoldenKeys.matrix(rows);
        if (pass == null || pass.capacity() < x.numRows) {
            pass = new Pass(network, x.numRows);
        }
        network.forward(x, statistics, pass);
        return pass.logits();
    }

    private static Network network(JsonNode golden) {
        JsonNode init = golden.get("init");
        int depth = golden.get("sizes").size() - 2;
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i <= depth; i++) {
            DMatrixRMaj weights = GoldenKeys.transposed(init.get("W").get(i));
            JsonNode bias = init.get("b").get(i);
            Dense dense = new Dense(weights.numRows, weights.numCols, !bias.isNull());
            dense.weights().setTo(weights);
            if (!bias.isNull()) {
                dense.bias().setTo(GoldenKeys.row(Golden.vector(bias)));
            }
            Placement placement = golden.get("bn").textValue().equals("post") ? Placement.AFTER : Placement.BEFORE;
            Layer layer = new Layer(dense, i < depth ? activation(golden) : ActivationKind.IDENTITY, placement);
            if (i < depth && normalizer(golden)) {
                layer.setNormalizer(normalizer(golden, i, weights.numCols));
            }
            layers.add(layer);
        }
        return new Network(layers);
    }

    private static boolean normalizer(JsonNode golden) {
        return switch (golden.get("bn").textValue()) {
            case "none" -> false;
            case "pre", "post" -> true;
            default -> fail("unknown bn " + golden.get("bn"));
        };
    }

    private static Normalizer normalizer(JsonNode golden, int layer, int units) {
        JsonNode init = golden.get("init");
        boolean affine = golden.get("affine").booleanValue();
        Normalizer normalizer = normalizer(golden, units, affine);
        if (affine) {
            normalizer.gamma().setTo(GoldenKeys.row(Golden.vector(init.get("gamma").get(layer))));
            normalizer.beta().setTo(GoldenKeys.row(Golden.vector(init.get("beta").get(layer))));
        }
        if (normalizer instanceof BatchNorm batch) {
            System.arraycopy(Golden.vector(init.get("running_mean").get(layer)), 0, batch.runningMean(), 0, units);
            System.arraycopy(Golden.vector(init.get("running_var").get(layer)), 0, batch.runningVariance(), 0, units);
        }
        return normalizer;
    }

    private static Normalizer normalizer(JsonNode golden, int units, boolean affine) {
        Normalization kind = normalization(golden);
        double epsilon = golden.get("eps").doubleValue();
        return kind.overBatch()
                ? new BatchNorm(kind, units, epsilon, GoldenKeys.rule(golden, RunningConvention.PYTORCH), affine)
                : new RowNorm(kind, units, epsilon, affine);
    }

    private static Normalization normalization(JsonNode golden) {
        return GoldenKeys.normalization(golden.path("normalization").asText("batch"));
    }

    private static ActivationKind activation(JsonNode golden) {
        return switch (golden.get("activation").textValue()) {
            case "sigmoid" -> ActivationKind.SIGMOID;
            case "tanh" -> ActivationKind.TANH;
            case "relu" -> ActivationKind.RELU;
            case "leaky_relu" -> ActivationKind.LEAKY_RELU;
            case "identity", "linear" -> ActivationKind.IDENTITY;
            default -> fail("unknown activation " + golden.get("activation"));
        };
    }

    private static Optimizer optimizer(JsonNode settings) {
        double rate = settings.get("lr").doubleValue();
        if (number(settings, "dampening", 0) != 0 || settings.path("amsgrad").asBoolean()) {
            fail("the engine has no such optimizer: " + settings);
        }
        return switch (settings.get("kind").textValue()) {
            case "sgd" -> new GradientDescent(rate, 0, number(settings, "momentum", 0), settings.path("nesterov").asBoolean());
            case "adam" -> new Adam(
                    rate,
                    0,
                    has(settings, "betas") ? settings.get("betas").get(0).doubleValue() : 0.9,
                    has(settings, "betas") ? settings.get("betas").get(1).doubleValue() : 0.999,
                    number(settings, "eps", 1e-8));
            default -> fail("unknown optimizer " + settings);
        };
    }

    private static DMatrixRMaj targets(JsonNode target, int outputs) {
        if (target.get(0).isArray()) {
            return GoldenKeys.matrix(target);
        }
        DMatrixRMaj oneHot = new DMatrixRMaj(target.size(), outputs);
        for (int i = 0; i < target.size(); i++) {
            oneHot.set(i, target.get(i).intValue(), 1);
        }
        return oneHot;
    }

    private static double number(JsonNode object, String key, double otherwise) {
        return has(object, key) ? object.get(key).doubleValue() : otherwise;
    }
}
