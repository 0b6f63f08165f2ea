package shiftscope.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shiftscope.config.ActivationKind;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.InitializationKind;
import shiftscope.config.LossKind;
import shiftscope.config.MeasureSettings;
import shiftscope.config.NetworkSettings;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.RunSettings;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.config.TrainingSettings;

/**
 * What is timed: a network of some shape, trained in some way on mini-batches of some size. Where it is normalized, that is before φ
 * and with γ and β.
 *
 * @param widths features of an example, units of each hidden layer, outputs
 * @param batchSize examples per mini-batch
 * @param activation φ of every hidden layer
 * @param normalization what normalizes every hidden layer
 * @param optimizer how a gradient becomes a step
 * @param loss what is made small
 */
public record Workload(
        List<Integer> widths,
        int batchSize,
        ActivationKind activation,
        Normalization normalization,
        OptimizerKind optimizer,
        LossKind loss) {
    /** Larger ones would fill the memory rather than tell anything. */
    public static final int MOST_EXAMPLES = 2048;

    /** Points of the curves are not part of a step, and so are recorded as seldom as can be. */
    private static final int RECORD_EVERY = 100_000;

    private static final int LEAST_WIDTHS = 3;
    private static final int MOST_WIDTHS = NetworkSettings.MOST_LAYERS + 2;

    public Workload {
        widths = List.copyOf(widths);
        if (widths.size() < LEAST_WIDTHS || widths.size() > MOST_WIDTHS || !widths.stream().allMatch(Workload::isWidth)) {
            throw refusal(shape(widths));
        }
        if (batchSize < 2 || batchSize > MOST_EXAMPLES) {
            throw new BadInputException(
                    "--batch is " + batchSize + "; accepted are whole numbers from 2 to " + MOST_EXAMPLES + ".");
        }
        if (loss == LossKind.CROSS_ENTROPY && widths.get(widths.size() - 1) == 1) {
            throw new BadInputException("--loss is cross-entropy with one output, where it is always 0; accepted there are "
                    + "mean-squared-error and binary-cross-entropy.");
        }
    }

    private static boolean isWidth(int width) {
        return width >= 1 && width <= NetworkSettings.MOST_UNITS;
    }

    private static BadInputException refusal(String shape) {
        return new BadInputException("--net is \"" + shape + "\"; accepted are " + LEAST_WIDTHS + " to " + MOST_WIDTHS
                + " whole numbers from 1 to " + NetworkSettings.MOST_UNITS + " joined by hyphens, such as 784-100-100-100-10.");
    }

    /**
     * Features, units and outputs from their text.
     *
     * @param shape as {@code 784-100-100-100-10}
     * @throws BadInputException if it is none
     */
    public static List<Integer> widths(String shape) {
        List<Integer> widths = new ArrayList<>();
        for (String width : shape.split("-", -1)) {
            if (!width.matches("[0-9]{1,9}")) {
                throw refusal(shape);
            }
            widths.add(Integer.valueOf(width));
        }
        return widths;
    }

    /** The loss that fits where none is named: that of classes, or of one number where there is one output. */
    public static LossKind usualLoss(List<Integer> widths) {
        return widths.get(widths.size() - 1) == 1 ? LossKind.MEAN_SQUARED_ERROR : LossKind.CROSS_ENTROPY;
    }

    /** The text that {@link #widths(String)} reads. */
    public String shape() {
        return shape(widths);
    }

    private static String shape(List<Integer> widths) {
        return widths.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    int features() {
        return widths.get(0);
    }

    int outputs() {
        return widths.get(widths.size() - 1);
    }

    /**
     * Floating-point operations that one step of one run cannot do without: two, a multiplication and an addition, for every
     * multiply-add of the matrix products. A layer from k inputs to n units takes m·k·n of those for {@code xW}, as many for
     * {@code ∂L/∂W}, and as many for {@code ∂L/∂x}, except in the first layer, below which nothing is trained. Normalization,
     * φ, loss and optimizer are not counted, and neither is anything computed twice.
     */
    public long flops() {
        long multiplyAdds = 0;
        for (int layer = 1; layer < widths.size(); layer++) {
            long product = (long) batchSize * widths.get(layer - 1) * widths.get(layer);
            multiplyAdds += layer == 1 ? 2 * product : 3 * product;
        }
        return 2 * multiplyAdds;
    }

    /** Twins that both do this work. What the experiment says of data does not matter; {@link Batches} are what they learn from. */
    Experiment experiment() {
        Experiment standard = Experiment.standard();
        NetworkSettings network = standard.network();
        TrainingSettings training = standard.training();
        RunSettings run = new RunSettings(normalization, true, Statistics.BATCH);
        return standard.withNetwork(new NetworkSettings(
                        widths.subList(1, widths.size() - 1),
                        activation,
                        initialization(),
                        network.sigma(),
                        network.placement(),
                        network.epsilon(),
                        network.newBatchWeight(),
                        network.convention(),
                        network.average(),
                        0,
                        List.of()))
                .withTraining(new TrainingSettings(
                        learningRate(), batchSize, optimizer, training.momentum(), 0, 0, training.schedule(), loss))
                .withMeasure(new MeasureSettings(2, RECORD_EVERY, 0, 0, 100, false))
                .withRun(Side.A, run)
                .withRun(Side.B, run);
    }

    private InitializationKind initialization() {
        return switch (activation) {
            case SIGMOID -> InitializationKind.GAUSSIAN;
            case TANH, IDENTITY -> InitializationKind.XAVIER;
            case RELU, LEAKY_RELU -> InitializationKind.HE;
        };
    }

    private double learningRate() {
        return switch (optimizer) {
            case SGD -> 0.1;
            case MOMENTUM, NESTEROV -> 0.01;
            case RMSPROP, ADAM, ADAMW -> 0.001;
        };
    }
}
