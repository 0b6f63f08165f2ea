package shiftscope.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.config.Setting;
import shiftscope.data.Datasets;
import shiftscope.export.Document;
import shiftscope.session.Script;

/** Measures the claims of a lesson without a window, with another seed than the lesson's own. */
public final class Check {
    private final Lesson lesson;
    private final Path base;
    private final LongConsumer made;

    /**
     * @param base what relative paths of data start from
     * @param made is told of steps of training as they are made
     */
    public Check(Lesson lesson, Path base, LongConsumer made) {
        this.lesson = lesson;
        this.base = base;
        this.made = made;
    }

    /**
     * Measures all claims.
     *
     * @param seed of every experiment, and of what is drawn at random
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Map<Claim, Verdict> all(long seed) {
        List<Operand> operands = lesson.claims().stream().flatMap(claim -> claim.operands().stream()).distinct().toList();
        Map<Operand, Double> measured = measure(operands, seeded(seed), seed);
        Map<Claim, Verdict> verdicts = new LinkedHashMap<>();
        lesson.claims().forEach(claim -> verdicts.put(claim, claim.verdict(measured)));
        return verdicts;
    }

    /**
     * Measures one claim with its effect taken away.
     *
     * @param seed as for {@link #all}
     */
    public Verdict removed(Claim claim, long seed) {
        Claim.Removal removal = claim.removal();
        Map<String, Document> changed = new LinkedHashMap<>();
        seeded(seed).forEach((name, document) -> changed.put(
                name, document.startingFrom(Setting.apply(document.script().start(), removal.settings(), "removed.set"))));
        removal.instead().forEach((name, other) -> changed.put(name, changed.get(other)));
        List<Operand> asked = claim.operands();
        Map<Operand, Double> measured = new LinkedHashMap<>();
        asked.forEach(operand -> {
            Operand changedOperand = new Operand(
                    operand.quantity(), operand.arguments().overriddenBy(removal.arguments()), operand.subject());
            measured.putAll(Map.of(operand, measure(List.of(changedOperand), changed, seed).get(changedOperand)));
        });
        return claim.verdict(measured);
    }

    private Map<String, Document> seeded(long seed) {
        Map<String, Document> seeded = new LinkedHashMap<>();
        lesson.experiments().forEach(
                (name, document) -> seeded.put(name, document.startingFrom(document.script().start().withSeed(seed))));
        return seeded;
    }

    private Map<Operand, Double> measure(Collection<Operand> operands, Map<String, Document> experiments, long seed) {
        Map<Operand, Double> measured = new LinkedHashMap<>();
        experiments.forEach((name, document) -> {
            List<Operand> ofThis = operands.stream()
                    .filter(operand -> operand.subject() instanceof Operand.InRun run && run.experiment().equals(name))
                    .toList();
            if (!ofThis.isEmpty()) {
                measured.putAll(trial(document).measure(ofThis, made));
            }
        });
        lesson.sweeps().forEach((name, sweep) -> {
            List<Operand> ofThis = operands.stream()
                    .filter(operand -> operand.subject() instanceof Operand.InSweep in && in.sweep().equals(name))
                    .toList();
            if (!ofThis.isEmpty()) {
                SweepTrial trial = new SweepTrial(sweep, experiments, base);
                List<SweepTrial.Measured> points = new ArrayList<>();
                sweep.points().forEach(point -> points.add(trial.measure(point, made)));
                ofThis.forEach(operand -> measured.put(operand, trial.value(operand, points)));
            }
        });
        operands.forEach(operand -> {
            if (operand.quantity() instanceof Quantity.Calculated calculated) {
                measured.put(operand, calculated.calculation().of(operand.arguments(), new Seed(seed).data()));
            }
        });
        return measured;
    }

    private Trial trial(Document document) {
        Experiment start = document.script().start();
        Script script = new Script(start, document.script().commands(), 0, Optional.empty());
        return new Trial(script, Datasets.load(start.data(), new Seed(start.seed()), base), 1);
    }
}
