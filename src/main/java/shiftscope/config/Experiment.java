package shiftscope.config;

import java.util.List;
import java.util.Locale;

/**
 * Everything that decides the bits of a pair of runs: the same experiment gives the same numbers on every machine.
 *
 * @param name what it is called on screen and in exports
 * @param seed unfolded into independent streams by {@link Seed}
 * @param data what both learn from
 * @param network the shape both share
 * @param training how both are trained
 * @param measure how both are watched
 * @param a the switches of run A
 * @param b the switches of run B
 */
public record Experiment(
        String name,
        long seed,
        DataSettings data,
        NetworkSettings network,
        TrainingSettings training,
        MeasureSettings measure,
        RunSettings a,
        RunSettings b) {
    public Experiment {
        Checks.present("name", name);
        Checks.present("data", data);
        Checks.present("network", network);
        Checks.present("training", training);
        Checks.present("measure", measure);
        Checks.present("a", a);
        Checks.present("b", b);
        checkLayers("a", a, network);
        checkLayers("b", b, network);
        if (data.kind().regression() && training.loss() != LossKind.MEAN_SQUARED_ERROR) {
            throw new BadInputException("training.loss is a loss for classes, but data.kind is \"" + data.kind().name().toLowerCase(Locale.ROOT)
                    + "\", where numbers are to be learned; accepted there is \"mean-squared-error\".");
        }
        if (training.batchSize() == 1
                && network.convention() == RunningConvention.PYTORCH
                && (a.normalizesOverBatch() || b.normalizesOverBatch())) {
            throw new BadInputException("training.batchSize is 1, of which a normalizer over the batch has no variance to learn from; "
                    + "accepted are 2 or more, or network.convention \"keras\", where one example gives y = β.");
        }
    }

    private static void checkLayers(String run, RunSettings settings, NetworkSettings network) {
        Checks.distinctLayers(
                run + ".layers", settings.layers().stream().map(LayerSwitch::layer).toList(), network.hidden().size());
    }

    /** The twins a new user meets: rendered digits, 3×100 sigmoid, A plain and B batch-normalized. */
    public static Experiment standard() {
        return new Experiment(
                "Watch the shift",
                42,
                new DataSettings(DataKind.DIGITS, 2_500, 0.15, Scaling.STANDARDIZE, 0.2, null),
                new NetworkSettings(
                        List.of(100, 100, 100),
                        ActivationKind.SIGMOID,
                        InitializationKind.GAUSSIAN,
                        0.1,
                        Placement.BEFORE,
                        1e-5,
                        0.1,
                        RunningConvention.PYTORCH,
                        RunningAverage.EXPONENTIAL,
                        0,
                        List.of()),
                new TrainingSettings(
                        0.1,
                        60,
                        OptimizerKind.SGD,
                        0.9,
                        0,
                        0,
                        new ScheduleSettings(ScheduleKind.CONSTANT, 0, 1_000, 0.1),
                        LossKind.CROSS_ENTROPY),
                new MeasureSettings(512, 20, 0, 0, 100, false),
                new RunSettings(Normalization.NONE, true, Statistics.BATCH),
                new RunSettings(Normalization.BATCH, true, Statistics.BATCH));
    }

    /** The switches of one run. */
    public RunSettings run(Side side) {
        return side == Side.A ? a : b;
    }

    public Experiment withRun(Side side, RunSettings settings) {
        return new Experiment(
                name, seed, data, network, training, measure, side == Side.A ? settings : a, side == Side.B ? settings : b);
    }

    public Experiment withSeed(long value) {
        return new Experiment(name, value, data, network, training, measure, a, b);
    }

    public Experiment withData(DataSettings value) {
        return new Experiment(name, seed, value, network, training, measure, a, b);
    }

    public Experiment withNetwork(NetworkSettings value) {
        return new Experiment(name, seed, data, value, training, measure, a, b);
    }

    public Experiment withTraining(TrainingSettings value) {
        return new Experiment(name, seed, data, network, value, measure, a, b);
    }

    public Experiment withMeasure(MeasureSettings value) {
        return new Experiment(name, seed, data, network, training, value, a, b);
    }
}
