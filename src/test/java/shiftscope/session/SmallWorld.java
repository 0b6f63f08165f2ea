package shiftscope.session;

import java.nio.file.Path;
import java.util.List;
import shiftscope.config.ActivationKind;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.InitializationKind;
import shiftscope.config.LayerShape;
import shiftscope.config.LossKind;
import shiftscope.config.MeasureSettings;
import shiftscope.config.NetworkSettings;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Placement;
import shiftscope.config.RunSettings;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;
import shiftscope.config.Scaling;
import shiftscope.config.ScheduleKind;
import shiftscope.config.ScheduleSettings;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.config.TrainingSettings;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.Network;

/** Twins small enough for thousands of steps a second: two rings in the plane, 6 and 5 tanh units, A plain and B normalized. */
final class SmallWorld {
    static final int BATCH = 10;

    private SmallWorld() {}

    static Experiment experiment() {
        return new Experiment(
                "small",
                11,
                new DataSettings(DataKind.CIRCLES, 100, 0.1, Scaling.STANDARDIZE, 0.25, null),
                network(ActivationKind.TANH, Placement.BEFORE, RunningConvention.PYTORCH, 6, 5),
                training(0.2, BATCH, OptimizerKind.SGD, 0, LossKind.CROSS_ENTROPY),
                new MeasureSettings(40, 5, 2, 0, 100, false),
                new RunSettings(Normalization.NONE, true, Statistics.BATCH),
                new RunSettings(Normalization.BATCH, true, Statistics.BATCH));
    }

    static NetworkSettings network(ActivationKind activation, Placement placement, RunningConvention convention, Integer... hidden) {
        return network(activation, placement, convention, 0, List.of(), hidden);
    }

    /** The usual shape with dropout, and with layers that have something of their own. */
    static NetworkSettings network(double dropout, LayerShape... layers) {
        return network(ActivationKind.TANH, Placement.BEFORE, RunningConvention.PYTORCH, dropout, List.of(layers), 6, 5);
    }

    private static NetworkSettings network(
            ActivationKind activation,
            Placement placement,
            RunningConvention convention,
            double dropout,
            List<LayerShape> layers,
            Integer... hidden) {
        return new NetworkSettings(
                List.of(hidden),
                activation,
                InitializationKind.XAVIER,
                0.1,
                placement,
                1e-5,
                0.1,
                convention,
                RunningAverage.EXPONENTIAL,
                dropout,
                layers);
    }

    static NetworkSettings network(ActivationKind activation, Placement placement) {
        return network(activation, placement, RunningConvention.PYTORCH, 6, 5);
    }

    static TrainingSettings training(double learningRate, int batchSize, OptimizerKind optimizer, double l2, LossKind loss) {
        return new TrainingSettings(
                learningRate, batchSize, optimizer, 0.9, l2, 0, new ScheduleSettings(ScheduleKind.CONSTANT, 0, 1, 1), loss);
    }

    static Dataset dataset(Experiment experiment) {
        return Datasets.load(experiment.data(), new Seed(experiment.seed()), Path.of(""));
    }

    static Twins twins(Experiment experiment) {
        return new Twins(experiment, dataset(experiment), 1);
    }

    static Trainer trainer(Experiment experiment) {
        return Trainer.open(twins(experiment));
    }

    /** The batch normalization of a hidden layer, counted from 0. */
    static BatchNorm batchNorm(Network network, int layer) {
        return (BatchNorm) network.layers().get(layer).normalizer().orElseThrow();
    }

    static Network net(Twins twins, Side side) {
        return twins.run(side).network();
    }

    static void advance(Twins twins, int steps) {
        for (int i = 0; i < steps; i++) {
            if (!twins.step()) {
                throw new AssertionError("stopped: " + twins.divergence());
            }
        }
    }
}
