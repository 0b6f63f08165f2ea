package shiftscope.lesson;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.config.Setting;
import shiftscope.config.Side;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;
import shiftscope.export.Document;
import shiftscope.session.EachRun;
import shiftscope.session.Twins;

/** Trains the pairs of a sweep, one by one, on the thread it is called on. */
public final class SweepTrial {
    private static final int MOST_TRIED = 100;
    private static final long TRIED_NANOS = 150_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final LessonSweep sweep;
    private final Map<String, Document> experiments;
    private final Path base;

    /**
     * @param experiments those of the lesson, by name
     * @param base what relative paths of data start from
     */
    public SweepTrial(LessonSweep sweep, Map<String, Document> experiments, Path base) {
        this.sweep = sweep;
        this.experiments = experiments;
        this.base = base;
    }

    /**
     * What was measured at one point.
     *
     * @param values by curve, of A and of B; NaN where that run diverged, and where there is no such number
     * @param diverged the runs that did
     */
    public record Measured(Map<String, double[]> values, Set<Side> diverged) {
        /** One number. */
        public double value(String curve, Side side) {
            return values.get(curve)[side.ordinal()];
        }
    }

    /**
     * Trains one pair.
     *
     * @param made is told of steps as they are made
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     * @throws shiftscope.config.BadInputException if an experiment does not fit its data
     */
    public Measured measure(LessonSweep.Point point, LongConsumer made) {
        Experiment experiment = experiment(point);
        Map<Side, Ended> ended = new EachRun(data(experiment), sweep.steps()).train(experiment, this::ended, made);
        Map<String, double[]> values = new LinkedHashMap<>();
        sweep.curves().keySet().forEach(name -> values.put(
                name, new double[] {ended.get(Side.A).values().get(name), ended.get(Side.B).values().get(name)}));
        Set<Side> diverged = EnumSet.noneOf(Side.class);
        ended.forEach((side, end) -> diverged.addAll(end.diverged() ? Set.of(side) : Set.of()));
        return new Measured(values, diverged);
    }

    /** How one run ended. */
    private record Ended(Map<String, Double> values, boolean diverged) {}

    private Experiment experiment(LessonSweep.Point point) {
        return Setting.apply(experiments.get(point.experiment()).script().start(), point.settings(), "values");
    }

    private Dataset data(Experiment experiment) {
        return Datasets.load(experiment.data(), new Seed(experiment.seed()), base);
    }

    private Ended ended(Twins twins, Side side) {
        boolean diverged = twins.divergence().isPresent();
        Map<String, Double> values = new LinkedHashMap<>();
        sweep.curves().forEach((name, curve) -> values.put(
                name, diverged ? Double.NaN : curve.quantity().measurement().of(twins, side, curve.arguments())));
        return new Ended(values, diverged);
    }

    /**
     * About how long the whole sweep takes on one thread of this machine: a few steps are made of each point that takes another
     * experiment or batch size than those before it. Training is not touched by what the clock says.
     *
     * @return seconds
     * @throws shiftscope.config.BadInputException if an experiment does not fit its data
     */
    public double seconds() {
        Map<List<Object>, Double> known = new HashMap<>();
        double seconds = 0;
        for (LessonSweep.Point point : sweep.points()) {
            Experiment experiment = experiment(point);
            seconds += known.computeIfAbsent(
                    List.of(experiment.data(), experiment.network(), experiment.training().batchSize()), key -> seconds(experiment));
        }
        return seconds;
    }

    private double seconds(Experiment experiment) {
        long loading = System.nanoTime();
        Dataset dataset = data(experiment);
        try (Twins twins = new Twins(experiment, dataset, 1)) {
            long begun = System.nanoTime();
            // The first steps of a program that was just started are far slower than all others.
            tryOut(twins);
            return (begun - loading + tryOut(twins) * sweep.steps()) / NANOS_PER_SECOND;
        }
    }

    /** Nanoseconds for a step. */
    private static double tryOut(Twins twins) {
        long begun = System.nanoTime();
        long tried = 0;
        while (tried < MOST_TRIED && System.nanoTime() - begun < TRIED_NANOS && twins.step()) {
            tried++;
        }
        return (double) (System.nanoTime() - begun) / Math.max(1, tried);
    }

    /** One number of a curve once every point of the sweep was measured. */
    public double value(Operand operand, List<Measured> measured) {
        Operand.InSweep subject = (Operand.InSweep) operand.subject();
        double[] x = sweep.points().stream().mapToDouble(LessonSweep.Point::x).toArray();
        double[] y = measured.stream()
                .mapToDouble(point -> point.value(subject.curve(), subject.side()))
                .toArray();
        return ((Quantity.OfSweep) operand.quantity()).summary().of(x, y, operand.arguments());
    }
}
