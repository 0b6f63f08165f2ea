package shiftscope.lesson;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.config.Setting;
import shiftscope.config.Side;
import shiftscope.data.Datasets;
import shiftscope.export.Document;
import shiftscope.session.Script;

/** Trains the pairs of a sweep, one by one, on the thread it is called on. */
public final class SweepTrial {
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
     * @param values by curve, of A and of B; NaN where that run diverged
     */
    public record Measured(Map<String, double[]> values) {}

    /**
     * Trains one pair.
     *
     * @param made is told of steps as they are made
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     * @throws shiftscope.config.BadInputException if an experiment does not fit its data
     */
    public Measured measure(LessonSweep.Point point, LongConsumer made) {
        Script prepared = experiments.get(point.experiment()).script();
        Experiment experiment = Setting.apply(prepared.start(), point.settings(), "values");
        Script script = new Script(experiment, prepared.commands(), 0, java.util.Optional.empty());
        Trial trial = new Trial(script, Datasets.load(experiment.data(), new Seed(experiment.seed()), base), 1);
        Map<String, double[]> values = new LinkedHashMap<>();
        List<Operand> operands = sweep.curves().entrySet().stream()
                .flatMap(curve -> java.util.stream.Stream.of(Side.values()).map(side -> operand(curve.getValue(), side, point)))
                .toList();
        Map<Operand, Double> measured = trial.measure(operands, made);
        sweep.curves().forEach((name, curve) -> values.put(name, new double[] {
            measured.get(operand(curve, Side.A, point)), measured.get(operand(curve, Side.B, point))
        }));
        return new Measured(values);
    }

    private Operand operand(LessonSweep.Curve curve, Side side, LessonSweep.Point point) {
        return new Operand(curve.quantity(), curve.arguments(), new Operand.InRun(point.experiment(), side, sweep.steps()));
    }

    /** One number of a curve once every point of the sweep was measured. */
    public double value(Operand operand, List<Measured> measured) {
        Operand.InSweep subject = (Operand.InSweep) operand.subject();
        double[] x = sweep.points().stream().mapToDouble(LessonSweep.Point::x).toArray();
        double[] y = measured.stream()
                .mapToDouble(point -> point.values().get(subject.curve())[subject.side().ordinal()])
                .toArray();
        return ((Quantity.OfSweep) operand.quantity()).summary().of(x, y, operand.arguments());
    }
}
