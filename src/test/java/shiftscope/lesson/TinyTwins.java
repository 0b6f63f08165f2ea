package shiftscope.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Examples;
import shiftscope.engine.Layer;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.session.Twins;

/**
 * Twins small enough to be followed by hand: two rings in the plane, 4 and 3 tanh units. The mini-batch, the probe set and the training
 * set are the same 60 examples, so that a step of training is the step that numbers try on copies.
 */
final class TinyTwins {
    static final int EXAMPLES = 60;
    static final double RATE = 0.2;
    private static final String SMALL = """
            {"shiftscope": 1, "name": "small", "seed": 5, "data": {"kind": "circles", "examples": 80, "testShare": 0.25},
             "network": {"hidden": [4, 3], "activation": "tanh", "initialization": "xavier"},
             "training": {"learningRate": 0.2, "batchSize": 60}, "measure": {"probe": 60, "recordEvery": 5}}
            """;

    private TinyTwins() {}

    static Experiment experiment() {
        return ExperimentFile.parse(SMALL, "small");
    }

    /** A number of the catalogue with its usual arguments, but for those given. */
    static double measure(Twins twins, Side side, String name, Map<String, Object> given) {
        Arguments arguments = Arguments.NONE;
        for (Map.Entry<String, Object> argument : given.entrySet()) {
            arguments = argument.getValue() instanceof Number number
                    ? arguments.with(argument.getKey(), number.doubleValue())
                    : arguments.with(argument.getKey(), (String) argument.getValue());
        }
        return MeasuredTwins.number(name, twins, side, arguments);
    }

    /** The live layer, from 1. */
    static Layer layer(Twins twins, Side side, int number) {
        return twins.run(side).network().layers().get(number - 1);
    }

    static double[] weights(Twins twins, Side side, int layer) {
        return layer(twins, side, layer).dense().weights().data.clone();
    }

    /** The first layers of one network, and the others of another. */
    static Network mixed(Network lower, int layers, Network upper) {
        List<Layer> all = new ArrayList<>(lower.layers().subList(0, layers));
        all.addAll(upper.layers().subList(layers, upper.layers().size()));
        return new Network(all);
    }

    /** The training set through a network as one batch. */
    static Pass pass(Twins twins, Network network) {
        Examples examples = twins.dataset().train();
        Pass pass = new Pass(network, examples.size());
        network.forward(examples.inputs(), Statistics.BATCH, pass);
        return pass;
    }

    static double loss(Twins twins, Network network) {
        return twins.run(Side.A).loss().value(pass(twins, network).logits(), twins.dataset().train().targets());
    }

    static double length(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** A column of a matrix in ascending order. */
    static double[] sorted(DMatrixRMaj matrix, int column) {
        double[] values = new double[matrix.numRows];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.get(i, column);
        }
        Arrays.sort(values);
        return values;
    }
}
