package shiftscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shiftscope.config.ActivationKind;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.FileSource;
import shiftscope.config.InitializationKind;
import shiftscope.config.LayerShape;
import shiftscope.config.LayerSwitch;
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
import shiftscope.config.Statistics;
import shiftscope.config.TrainingSettings;

/** Experiments with anything in every setting that is accepted there. */
final class RandomExperiments {
    private final SplittableRandom random;

    RandomExperiments(long seed) {
        random = new SplittableRandom(seed);
    }

    Experiment next() {
        DataSettings data = data();
        NetworkSettings network = network();
        int depth = network.hidden().size();
        return new Experiment("experiment " + random.nextInt(), random.nextLong(), data, network, training(data.kind()), measure(),
                run(depth), run(depth));
    }

    private DataSettings data() {
        DataKind kind = any(DataKind.values());
        FileSource file = kind.fromFile() ? new FileSource("file" + random.nextInt(9), null, null) : null;
        return new DataSettings(
                kind, whole(10, 9_000), random.nextDouble(0, 2), any(Scaling.values()), random.nextDouble(0.01, 0.9), file);
    }

    private NetworkSettings network() {
        List<Integer> hidden = IntStream.range(0, whole(1, 8)).mapToObj(layer -> whole(1, 5)).toList();
        List<LayerShape> layers = new ArrayList<>();
        for (int layer = 1; layer <= hidden.size(); layer++) {
            ActivationKind activation = random.nextBoolean() ? null : any(ActivationKind.values());
            Placement placement = random.nextBoolean() ? null : any(Placement.values());
            if (activation != null || placement != null) {
                layers.add(new LayerShape(layer, activation, placement));
            }
        }
        return new NetworkSettings(
                hidden,
                any(ActivationKind.values()),
                any(InitializationKind.values()),
                random.nextDouble(1e-9, 10),
                any(Placement.values()),
                random.nextDouble(0, 1e-3),
                random.nextDouble(1e-3, 1),
                any(RunningConvention.values()),
                any(RunningAverage.values()),
                random.nextDouble(0, 0.95),
                layers);
    }

    private TrainingSettings training(DataKind data) {
        OptimizerKind optimizer = any(OptimizerKind.values());
        return new TrainingSettings(
                random.nextDouble(1e-9, 1000),
                whole(2, 500),
                optimizer,
                random.nextDouble(0, 0.9999),
                random.nextDouble(0, 10),
                optimizer == OptimizerKind.ADAM ? 0 : random.nextDouble(0, 10),
                new ScheduleSettings(any(ScheduleKind.values()), whole(0, 300), whole(1, 10_000_000), random.nextDouble()),
                data.regression() ? LossKind.MEAN_SQUARED_ERROR : any(LossKind.values()));
    }

    private MeasureSettings measure() {
        return new MeasureSettings(whole(2, 10_000), whole(1, 100_000), whole(0, 2_047), random.nextBoolean() ? 0 : whole(1, 10_000),
                whole(1, 1_000_000), random.nextBoolean());
    }

    private RunSettings run(int depth) {
        List<LayerSwitch> layers = IntStream.rangeClosed(1, depth)
                .filter(layer -> random.nextBoolean())
                .mapToObj(layer -> new LayerSwitch(layer, any(Normalization.values())))
                .toList();
        return new RunSettings(any(Normalization.values()), random.nextBoolean(), any(Statistics.values()), layers);
    }

    private int whole(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
