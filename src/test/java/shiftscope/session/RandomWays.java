package shiftscope.session;

import java.util.List;
import java.util.SplittableRandom;
import shiftscope.config.ActivationKind;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.InitializationKind;
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
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.config.TrainingSettings;

/** Small experiments with any optimizer, normalizer, schedule, noise and dropout, and anything that may be changed in them. */
final class RandomWays {
    static final int LAYERS = 2;

    private final SplittableRandom random;

    RandomWays(long seed) {
        random = new SplittableRandom(seed);
    }

    /** In 0 … bound-1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    private <T> T any(T[] values) {
        return values[below(values.length)];
    }

    Experiment experiment() {
        OptimizerKind optimizer = any(OptimizerKind.values());
        boolean adaptive = optimizer.name().startsWith("ADAM") || optimizer == OptimizerKind.RMSPROP;
        return new Experiment(
                "random",
                random.nextLong(),
                new DataSettings(DataKind.CIRCLES, 40, 0.1, Scaling.STANDARDIZE, 0.25, null),
                new NetworkSettings(
                        List.of(3 + below(3), 2 + below(3)),
                        any(ActivationKind.values()),
                        InitializationKind.XAVIER,
                        0.1,
                        any(Placement.values()),
                        1e-5,
                        0.1,
                        any(RunningConvention.values()),
                        any(RunningAverage.values()),
                        random.nextBoolean() ? 0 : 0.2,
                        List.of()),
                new TrainingSettings(
                        (adaptive ? 0.01 : 0.1) * (1 + below(3)),
                        4 + below(5),
                        optimizer,
                        0.9,
                        random.nextBoolean() ? 0 : 1e-3,
                        optimizer == OptimizerKind.ADAM ? 0 : 1e-3 * below(2),
                        new ScheduleSettings(any(ScheduleKind.values()), below(30), 1 + below(90), 0.5),
                        LossKind.CROSS_ENTROPY),
                new MeasureSettings(8, 1 + below(9), 0, below(3), 1 + below(30), below(4) == 0),
                run(),
                run());
    }

    private RunSettings run() {
        return new RunSettings(any(Normalization.values()), random.nextBoolean(), any(Statistics.values()));
    }

    Command command() {
        Side side = any(Side.values());
        int layer = 1 + below(LAYERS);
        return switch (below(13)) {
            case 0 -> new Command.SetLearningRate(0.001 + 0.1 * random.nextDouble());
            case 1 -> new Command.SetNormalization(side, any(Normalization.values()));
            case 2 -> new Command.SetLayerNormalization(side, layer, random.nextBoolean() ? null : any(Normalization.values()));
            case 3 -> new Command.SetNewBatchWeight(0.01 + 0.9 * random.nextDouble());
            case 4 -> new Command.SetGradientProbes(random.nextBoolean());
            case 5 -> new Command.SetScaleShift(side, random.nextBoolean());
            case 6 -> new Command.SetStatistics(side, any(Statistics.values()));
            case 7 -> new Command.ShiftBiases(side, layer, random.nextDouble() - 0.5);
            case 8 -> new Command.ScaleWeights(side, layer, below(8) == 0 ? 1e200 : 0.5 + random.nextDouble());
            case 9 -> new Command.InsertKeeping(side, layer);
            case 10 -> new Command.FoldAway(side, layer);
            default -> new Command.UndoProof(side);
        };
    }
}
