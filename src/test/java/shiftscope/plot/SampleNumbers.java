package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import shiftscope.config.Experiment;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.session.CloserLook;
import shiftscope.session.GradientProbe;
import shiftscope.session.Metrics;
import shiftscope.session.Predictions;
import shiftscope.session.RunMetrics;
import shiftscope.session.Snapshot;
import shiftscope.session.StatisticsComparison;

/** Invented gradient probes, comparisons of statistics and predictions of a fixed seed. No network made them. */
public final class SampleNumbers {
    private static final int CELLS = 100;

    private SampleNumbers() {}

    /** The usual snapshot, with probes from the point of the given index on. */
    public static Snapshot probed(int from) {
        Snapshot usual = SampleSnapshots.usual();
        List<Metrics> history = new ArrayList<>();
        for (Metrics entry : usual.history()) {
            boolean probed = history.size() >= from;
            history.add(new Metrics(entry.step(), entry.learningRate(), probed ? probed(entry.a(), entry.step(), 1) : entry.a(),
                    probed ? probed(entry.b(), entry.step(), 3) : entry.b()));
        }
        Experiment experiment = usual.experiment();
        Experiment on = new Experiment(experiment.name(), experiment.seed(), experiment.data(), experiment.network(),
                experiment.training(), experiment.measure().withGradientProbes(true), experiment.a(), experiment.b());
        return with(usual, on, history, CloserLook.NONE);
    }

    private static RunMetrics probed(RunMetrics run, long step, double factor) {
        List<GradientProbe.Ics> layers = new ArrayList<>();
        for (int layer = 0; layer < run.layers().size(); layer++) {
            double size = layer == 0 ? 0 : factor * 0.01 * layer / (1 + step / 400.0);
            layers.add(new GradientProbe.Ics(size, size * 20, 1 - 10 * size));
        }
        double loss = run.testLoss();
        return new RunMetrics(run.trainingLoss(), loss, run.testAccuracy(),
                Optional.of(new GradientProbe(layers, 0.8 * loss, 1.3 * factor * loss, 0.3 * factor, 4 / factor)), run.layers());
    }

    /** Three statistics that differ in B alone, which has running ones. */
    public static StatisticsComparison comparison() {
        StatisticsComparison.Score plain = new StatisticsComparison.Score(0.9041, 0.8125);
        return new StatisticsComparison(
                new StatisticsComparison.OfRun(
                        Map.of(Statistics.BATCH, plain, Statistics.RUNNING, plain, Statistics.POPULATION, plain),
                        List.of(StatisticsComparison.Lag.NONE, StatisticsComparison.Lag.NONE, StatisticsComparison.Lag.NONE,
                                StatisticsComparison.Lag.NONE)),
                new StatisticsComparison.OfRun(
                        Map.of(
                                Statistics.BATCH, new StatisticsComparison.Score(0.1123, 0.9425),
                                Statistics.RUNNING, new StatisticsComparison.Score(2.314, 0.31),
                                Statistics.POPULATION, new StatisticsComparison.Score(0.1098, 0.945)),
                        List.of(new StatisticsComparison.Lag(0.42, 0.9), new StatisticsComparison.Lag(0.21, 0.45),
                                new StatisticsComparison.Lag(0.0123, 0.004), StatisticsComparison.Lag.NONE)));
    }

    /** Rings in the plane, of as many classes as asked for. */
    public static Predictions surface(int classes) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            names.add(classes == 2 ? List.of("inner", "outer").get(i) : "class " + i);
        }
        Predictions.Surface plane = new Predictions.Surface(-2, 2, -3, 3, CELLS, CELLS,
                rings(classes, 0.6, Statistics.RUNNING), rings(classes, 0.15, Statistics.RUNNING),
                points(400, classes, 11), points(100, classes, 12));
        return new Predictions(names, Optional.of(plane), Optional.empty());
    }

    private static Predictions.Grid rings(int classes, double unsure, Statistics statistics) {
        byte[] answers = new byte[CELLS * CELLS];
        float[] values = new float[CELLS * CELLS];
        for (int i = 0; i < answers.length; i++) {
            double x = -2 + (i % CELLS + 0.5) * 4 / CELLS;
            double y = -3 + (i / CELLS + 0.5) * 6 / CELLS;
            double ring = Math.min(classes - 0.001, Math.hypot(x, y) * classes / 3);
            answers[i] = (byte) ring;
            double edge = Math.min(ring - Math.floor(ring), Math.ceil(ring) - ring);
            values[i] = (float) (1 - unsure * Math.exp(-6 * edge) * (1 - 1.0 / classes));
        }
        return new Predictions.Grid(statistics, answers, values);
    }

    private static Predictions.Points points(int n, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] x = new float[n];
        float[] y = new float[n];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % classes;
            double radius = (labels[i] + 0.15 + 0.8 * random.nextDouble()) * 3 / classes * 0.7;
            double angle = 2 * Math.PI * random.nextDouble();
            x[i] = (float) (radius * Math.cos(angle));
            y[i] = (float) (radius * Math.sin(angle));
        }
        return new Predictions.Points(x, y, labels, new float[0]);
    }

    /** A saddle over the plane, which A has half learned. */
    public static Predictions saddle() {
        SplittableRandom random = new SplittableRandom(13);
        Predictions.Points[] points = new Predictions.Points[2];
        for (int set = 0; set < 2; set++) {
            int n = set == 0 ? 1_500 : 120;
            float[] x = new float[n];
            float[] y = new float[n];
            float[] targets = new float[n];
            for (int i = 0; i < n; i++) {
                x[i] = (float) (4 * random.nextDouble() - 2);
                y[i] = (float) (4 * random.nextDouble() - 2);
                targets[i] = x[i] * y[i] / 2;
            }
            points[set] = new Predictions.Points(x, y, new int[0], targets);
        }
        Predictions.Grid[] grids = new Predictions.Grid[2];
        for (Side side : Side.values()) {
            float[] values = new float[CELLS * CELLS];
            for (int i = 0; i < values.length; i++) {
                double x = -2 + (i % CELLS + 0.5) * 4 / CELLS;
                double y = -2 + (i / CELLS + 0.5) * 4 / CELLS;
                values[i] = (float) (x * y / (side == Side.A ? 4 : 2));
            }
            grids[side.ordinal()] = new Predictions.Grid(Statistics.POPULATION, new byte[0], values);
        }
        return new Predictions(List.of(), Optional.of(new Predictions.Surface(
                -2, 2, -2, 2, CELLS, CELLS, grids[0], grids[1], points[0], points[1])), Optional.empty());
    }

    /** Strokes of so many mistakes of A, and a third of them of B. */
    public static Predictions mistakes(int wrong) {
        List<String> classes = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        return new Predictions(classes, Optional.empty(), Optional.of(new Predictions.Mistakes(
                28, 28, 1, sheet(wrong), sheet(wrong / 3))));
    }

    private static Predictions.Sheet sheet(int wrong) {
        SplittableRandom random = new SplittableRandom(14);
        List<Predictions.Mistake> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(60, wrong); i++) {
            float[] pixels = new float[28 * 28];
            double slope = random.nextDouble() - 0.5;
            for (int p = 0; p < pixels.length; p++) {
                double away = p % 28 - 14 - slope * (p / 28 - 14);
                pixels[p] = p / 28 > 4 && p / 28 < 24 ? (float) Math.max(0, 1 - Math.abs(away) / 2.5) : 0;
            }
            shown.add(new Predictions.Mistake(7 * i, i % 10, (i + 1 + i % 8) % 10, 0.3 + 0.7 * random.nextDouble(), pixels));
        }
        return new Predictions.Sheet(Statistics.RUNNING, wrong, 400, shown);
    }

    /** The usual snapshot with these predictions. */
    public static Snapshot with(Predictions predictions) {
        Snapshot usual = SampleSnapshots.usual();
        return with(usual, usual.experiment(), usual.history(),
                new CloserLook(Optional.empty(), Optional.of(comparison()), Optional.of(predictions)));
    }

    private static Snapshot with(Snapshot of, Experiment experiment, List<Metrics> history, CloserLook closer) {
        return new Snapshot(experiment, of.dataset(), of.step(), of.batchesPerEpoch(), of.viewing(), of.rows(), history, of.slices(),
                history.get(history.size() - 1), closer, of.proofs(), of.commands(), of.playing(), of.stepsPerSecond(),
                of.identicalAtStart(), of.divergence(), of.time(), 0);
    }
}
