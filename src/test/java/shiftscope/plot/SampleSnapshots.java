package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.Scaling;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.config.TrainingSettings;
import shiftscope.measure.Histogram;
import shiftscope.measure.Moments;
import shiftscope.session.CloserLook;
import shiftscope.session.Command;
import shiftscope.session.Drift;
import shiftscope.session.LayerMetrics;
import shiftscope.session.LayerView;
import shiftscope.session.Learning;
import shiftscope.session.Metrics;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Row;
import shiftscope.session.RunMetrics;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.TimeView;
import shiftscope.session.Viewing;

/** Invented snapshots of a fixed seed, with everything on them that a plot has to cope with. No network made them. */
public final class SampleSnapshots {
    public static final int VALUES = 20_000;
    private static final int BINS = 64;

    private SampleSnapshots() {}

    /** The twins of the design: A drifts and saturates, B stays. */
    public static Snapshot usual() {
        SplittableRandom random = new SplittableRandom(1);
        List<Row> rows = List.of(
                row(0, Row.Kind.INPUT, 64, -4, 4, input(random), input(random)),
                row(1, Row.Kind.HIDDEN, 100, -8, 8, cell(random, -0.23, 1.98, -8, 8, Double.NaN),
                        cell(random, 0.08, 1.14, -8, 8, 0.001)),
                row(2, Row.Kind.HIDDEN, 100, -8, 8, cell(random, -2.14, 1.96, -8, 8, 0.31),
                        cell(random, 0.25, 1.23, -8, 8, 0.01)),
                row(3, Row.Kind.HIDDEN, 100, -6.5, 6.5, cell(random, -5.12, 1.55, -6.5, 6.5, 0.78),
                        cell(random, 0.13, 1.53, -6.5, 6.5, 0.02)),
                row(4, Row.Kind.OUTPUT, 10, -12, 12, cell(random, -1.2, 3.4, -12, 12, Double.NaN),
                        cell(random, 0.39, 4.33, -12, 12, Double.NaN)));
        return snapshot(Experiment.standard(), Tap.SCALED, rows, history(1_840, 20, 4));
    }

    /** Every hard case at once: no ẑ, spikes, values outside the range and not finite, dead units, tiny and huge numbers. */
    public static Snapshot hard() {
        SplittableRandom random = new SplittableRandom(2);
        List<Row> rows = List.of(
                row(0, Row.Kind.INPUT, 784, -1, 3, input(random), input(random)),
                row(1, Row.Kind.HIDDEN, 1, -0.0004, 0.0004,
                        shown(Tap.PRE_ACTIVATION, cell(random, -0.0003, 0.0001, -0.0004, 0.0004, 0.31)),
                        shown(Tap.NORMALIZED, cell(random, 0, 0.00012, -0.0004, 0.0004, 0.004))),
                row(2, Row.Kind.HIDDEN, 2048, 0, 3, shown(Tap.PRE_ACTIVATION, rectified(random, 0.6)),
                        shown(Tap.NORMALIZED, rectified(random, 0.4))),
                row(3, Row.Kind.HIDDEN, 100, -250_000, 250_000,
                        shown(Tap.PRE_ACTIVATION, cell(random, -310_000, 140_000, -250_000, 250_000, 0.9999)),
                        shown(Tap.NORMALIZED, cell(random, 12_000, 61_000, -250_000, 250_000, 0.2))),
                row(4, Row.Kind.OUTPUT, 10, -12, 12,
                        shown(Tap.PRE_ACTIVATION, notFinite(random)),
                        shown(Tap.PRE_ACTIVATION, cell(random, 0.39, 4.33, -12, 12, Double.NaN))));
        return snapshot(Experiment.standard(), Tap.NORMALIZED, rows, history(123_456, 1_000, 4));
    }

    /** A network of so many hidden layers. */
    public static Snapshot deep(int hidden) {
        SplittableRandom random = new SplittableRandom(3);
        List<Row> rows = new ArrayList<>();
        rows.add(row(0, Row.Kind.INPUT, 2, -4, 4, input(random), input(random)));
        for (int layer = 1; layer <= hidden; layer++) {
            rows.add(row(layer, Row.Kind.HIDDEN, 30, -5, 5,
                    cell(random, -0.1 * layer, 1 + 0.1 * layer, -5, 5, 0.04 * layer), cell(random, 0, 1, -5, 5, 0)));
        }
        rows.add(row(hidden + 1, Row.Kind.OUTPUT, 2, -5, 5,
                cell(random, 0, 1, -5, 5, Double.NaN), cell(random, 0, 1, -5, 5, Double.NaN)));
        return snapshot(Experiment.standard(), Tap.SCALED, rows, history(400, 20, hidden + 1));
    }

    /** One number learned from one feature: losses that become small, no accuracy. */
    public static Snapshot regression() {
        SplittableRandom random = new SplittableRandom(5);
        Experiment standard = Experiment.standard();
        TrainingSettings training = standard.training();
        Experiment experiment = standard
                .withTraining(new TrainingSettings(
                        training.learningRate(),
                        training.batchSize(),
                        training.optimizer(),
                        training.momentum(),
                        training.l2(),
                        training.weightDecay(),
                        training.schedule(),
                        LossKind.MEAN_SQUARED_ERROR))
                .withData(new DataSettings(DataKind.SINE, 1_000, 0.1, Scaling.STANDARDIZE, 0.2, null));
        List<Row> rows = List.of(
                row(0, Row.Kind.INPUT, 1, -4, 4, input(random), input(random)),
                row(1, Row.Kind.HIDDEN, 24, -5, 5, cell(random, 0, 1, -5, 5, 0.02), cell(random, 0, 1.1, -5, 5, 0)),
                row(2, Row.Kind.OUTPUT, 1, -2, 2,
                        cell(random, 0, 0.7, -2, 2, Double.NaN), cell(random, 0, 0.7, -2, 2, Double.NaN)));
        List<Metrics> history = history(1_840, 20, 2).stream()
                .map(entry -> new Metrics(entry.step(), entry.learningRate(), squared(entry.a()), squared(entry.b())))
                .toList();
        return snapshot(experiment, Tap.SCALED, rows, history);
    }

    private static RunMetrics squared(RunMetrics of) {
        return new RunMetrics(of.trainingLoss(), Math.pow(of.testLoss() / 2, 4), Double.NaN, of.gradients(), of.layers());
    }

    /** Step 0: nothing has moved, there is no training loss yet. */
    public static Snapshot atStart() {
        Snapshot usual = usual();
        List<Row> rows = usual.rows().stream()
                .map(row -> new Row(row.layer(), row.kind(), row.units(), unmoved(row.a()), unmoved(row.b())))
                .toList();
        return snapshot(usual.experiment(), Tap.SCALED, rows, usual.history().subList(0, 1));
    }

    private static LayerView unmoved(LayerView view) {
        return new LayerView(
                view.shown(), view.reference(), view.reference(), new Moments(VALUES, 0, VALUES), view.saturated(), view.dead(), null);
    }

    private static Snapshot snapshot(Experiment experiment, Tap tap, List<Row> rows, List<Metrics> history) {
        Metrics latest = history.get(history.size() - 1);
        List<RecordedCommand> commands = List.of(
                new RecordedCommand(latest.step() / 3, new Command.SetScaleShift(Side.B, false)),
                new RecordedCommand(latest.step() / 2, new Command.SetLearningRate(0.5)),
                new RecordedCommand(latest.step() * 2 / 3, new Command.SetNormalization(Side.A, Normalization.BATCH)),
                new RecordedCommand(latest.step() * 4 / 5, new Command.SetStatistics(Side.B, Statistics.POPULATION)));
        return new Snapshot(
                experiment, "digits", latest.step(), 33, Viewing.of(tap), rows, history, List.of(), latest, CloserLook.NONE, List.of(), commands,
                false, 0, true, Optional.empty(), TimeView.atHead(latest.step(), commands, Optional.empty()), 0);
    }

    private static Row row(int layer, Row.Kind kind, int units, double low, double high, LayerView a, LayerView b) {
        if (a.now().low() != b.now().low() || a.now().high() != b.now().high()) {
            throw new IllegalStateException("the sample breaks the rule that a row shares its edges: " + low + ", " + high);
        }
        return new Row(layer, kind, units, a, b);
    }

    private static LayerView input(SplittableRandom random) {
        double[] values = gaussian(random, 0, 1);
        Histogram now = Histogram.of(values, -4, 4, BINS);
        return new LayerView(Tap.INPUT, now, now, Moments.of(values), Double.NaN, Double.NaN, null);
    }

    private static LayerView cell(SplittableRandom random, double mean, double sigma, double low, double high, double saturated) {
        double[] values = gaussian(random, mean, sigma);
        double[] before = gaussian(random, 0, Math.min(sigma, (high - low) / 10));
        return new LayerView(
                Tap.SCALED,
                Histogram.of(values, low, high, BINS),
                Histogram.of(before, low, high, BINS),
                Moments.of(values),
                saturated,
                Double.NaN,
                null);
    }

    private static LayerView rectified(SplittableRandom random, double share) {
        double[] values = gaussian(random, 1, 0.7);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < share ? 0 : Math.abs(values[i]);
        }
        Histogram now = Histogram.of(values, 0, 3, BINS);
        return new LayerView(Tap.SCALED, now, Histogram.of(gaussian(random, 1.4, 0.4), 0, 3, BINS), Moments.of(values), 0.62, 0.04, null);
    }

    private static LayerView notFinite(SplittableRandom random) {
        double[] values = gaussian(random, 0, 5);
        for (int i = 0; i < 1_234; i++) {
            values[i] = i % 2 == 0 ? Double.NaN : Double.NEGATIVE_INFINITY;
        }
        return new LayerView(
                Tap.SCALED,
                Histogram.of(values, -12, 12, BINS),
                Histogram.of(gaussian(random, 0, 2), -12, 12, BINS),
                Moments.of(values),
                Double.NaN,
                Double.NaN,
                null);
    }

    private static LayerView shown(Tap tap, LayerView view) {
        return new LayerView(tap, view.now(), view.reference(), view.moments(), view.saturated(), view.dead(), null);
    }

    private static double[] gaussian(SplittableRandom random, double mean, double sigma) {
        double[] values = new double[VALUES];
        for (int i = 0; i < values.length; i++) {
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            values[i] = mean + sigma * radius * Math.cos(2 * Math.PI * random.nextDouble());
        }
        return values;
    }

    /** Curves that look like training: A sits on a plateau and then learns, B learns at once. */
    public static List<Metrics> history(long steps, int every, int layers) {
        SplittableRandom random = new SplittableRandom(4);
        List<Metrics> history = new ArrayList<>();
        for (long step = 0; step <= steps; step += every) {
            double t = step / 1_840.0;
            double noise = 0.03 * (random.nextDouble() - 0.5);
            double a = 0.9 / (1 + Math.exp(-6 * (t - 0.5)));
            double b = 1 - Math.exp(-9 * t);
            history.add(new Metrics(
                    step,
                    0.1 / (1 + t),
                    run(step, 2.3 * (1 - 0.9 * a) * (1 + noise), 0.1 + 0.8 * a + noise, layers, 3.1 * a, 2),
                    run(step, 2.3 * Math.exp(-3 * b) * (1 - noise), 0.1 + 0.86 * b - noise, layers, 0.4 * b, 0.3)));
        }
        return history;
    }

    private static RunMetrics run(long step, double loss, double accuracy, int layers, double shift, double drift) {
        List<LayerMetrics> measured = new ArrayList<>();
        for (int layer = 1; layer <= layers; layer++) {
            double moved = shift * layer / layers;
            double spread = 0.6 + moved / 3;
            double middle = drift * moved * Math.cos(step / 300.0);
            Drift whole = new Drift(moved, Math.min(1, moved / 4), Math.min(1, moved / 5), Math.abs(middle), Math.abs(Math.log(spread)));
            Drift recent = new Drift(0.2 * moved, 0.1, 0.05, 0.1, 0.02);
            Learning learning = new Learning(0.1 / layer, 10, -3 + 0.1 * layer, 1e-3);
            measured.add(new LayerMetrics(
                    whole, recent, middle, spread, 0.1, Double.NaN, middle - spread, middle, middle + spread, learning));
        }
        return new RunMetrics(step == 0 ? Double.NaN : loss, loss, Math.max(0, Math.min(1, accuracy)), Optional.empty(), measured);
    }
}
