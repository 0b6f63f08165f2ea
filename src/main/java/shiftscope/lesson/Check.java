package shiftscope.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.config.Setting;
import shiftscope.data.Dataset;
import shiftscope.export.Document;
import shiftscope.session.Divergence;
import shiftscope.session.Script;

/**
 * Measures the claims of a lesson without a window, with another seed than the lesson's own. Each experiment is trained once for all of
 * its numbers. One thread at a time may use it.
 */
public final class Check {
    private final Lesson lesson;
    private final Path base;
    private final LongConsumer made;
    private final List<Diverged> diverged = new ArrayList<>();

    /**
     * @param base what relative paths of data start from
     * @param made is told of steps of training as they are made, of those that a diverged run does not come to at once
     */
    public Check(Lesson lesson, Path base, LongConsumer made) {
        this.lesson = lesson;
        this.base = base;
        this.made = made;
    }

    /**
     * A pair of runs that could not be trained as far as a claim asks for, so that numbers are missing. In sweeps that is a result, and not
     * told of.
     *
     * @param experiment its name in the lesson
     */
    public record Diverged(String experiment, long seed, Divergence divergence) {}

    /** What diverged so far. */
    public List<Diverged> diverged() {
        return List.copyOf(diverged);
    }

    /** How many steps {@link #all} makes; {@link #allRemoved} makes about as many for each claim whose effect is taken away otherwise. */
    public long steps() {
        return steps(operands(lesson.claims()));
    }

    /** How many steps {@link #allRemoved} makes. */
    public long stepsRemoved() {
        return byRuns().values().stream().mapToLong(claims -> steps(operands(claims))).sum();
    }

    private long steps(List<Operand> operands) {
        long ofRuns = lesson.experiments().keySet().stream().mapToLong(name -> Trial.steps(ofExperiment(operands, name))).sum();
        long ofSweeps = lesson.sweeps().entrySet().stream()
                .filter(sweep -> !ofSweep(operands, sweep.getKey()).isEmpty())
                .mapToLong(sweep -> sweep.getValue().points().size() * sweep.getValue().steps())
                .sum();
        return ofRuns + ofSweeps;
    }

    /**
     * Measures all claims.
     *
     * @param seed of every experiment, and of what is drawn at random
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Map<Claim, Verdict> all(long seed) {
        Map<Operand, Double> measured = measure(operands(lesson.claims()), seeded(seed), seed);
        return lesson.claims().stream().collect(Collectors.toMap(
                Function.identity(), claim -> claim.verdict(measured), (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * Measures one claim with its effect taken away.
     *
     * @param seed as for {@link #all}
     */
    public Verdict removed(Claim claim, long seed) {
        return removed(List.of(claim), seed).get(claim);
    }

    /**
     * Measures all claims, each with its effect taken away.
     *
     * @param seed as for {@link #all}
     */
    public Map<Claim, Verdict> allRemoved(long seed) {
        Map<Claim, Verdict> found = new LinkedHashMap<>();
        byRuns().values().forEach(claims -> found.putAll(removed(claims, seed)));
        Map<Claim, Verdict> inOrder = new LinkedHashMap<>();
        lesson.claims().forEach(claim -> inOrder.put(claim, found.get(claim)));
        return inOrder;
    }

    /** Claims whose effects are taken away by the same changes, so that they can be measured on the same runs. */
    private Map<List<Object>, List<Claim>> byRuns() {
        return lesson.claims().stream().collect(Collectors.groupingBy(
                claim -> List.of(claim.removal().settings(), claim.removal().instead()), LinkedHashMap::new, Collectors.toList()));
    }

    /** @param claims with the same changes of experiments */
    private Map<Claim, Verdict> removed(List<Claim> claims, long seed) {
        Map<Claim, Map<Operand, Operand>> changed = new LinkedHashMap<>();
        claims.forEach(claim -> changed.put(claim, changed(claim)));
        List<Operand> asked = changed.values().stream().flatMap(each -> each.values().stream()).distinct().toList();
        Map<Operand, Double> measured = measure(asked, removed(claims.get(0).removal(), asked, seeded(seed)), seed);
        Map<Claim, Verdict> verdicts = new LinkedHashMap<>();
        changed.forEach((claim, operands) -> {
            Map<Operand, Double> instead = new LinkedHashMap<>();
            operands.forEach((operand, other) -> instead.put(operand, measured.get(other)));
            verdicts.put(claim, claim.verdict(instead));
        });
        return verdicts;
    }

    /** Each number of the claim, and what it is with the other arguments. */
    private static Map<Operand, Operand> changed(Claim claim) {
        Arguments arguments = claim.removal().arguments();
        Map<Operand, Operand> changed = new LinkedHashMap<>();
        claim.operands().forEach(operand -> changed.put(
                operand, new Operand(operand.quantity(), operand.arguments().overriddenBy(arguments), operand.subject())));
        return changed;
    }

    /** The experiments that these numbers are measured on, changed. */
    private Map<String, Document> removed(Claim.Removal removal, List<Operand> operands, Map<String, Document> experiments) {
        Map<String, Document> changed = new LinkedHashMap<>();
        for (String name : measuredOn(operands)) {
            Document document = experiments.get(removal.instead().getOrDefault(name, name));
            changed.put(name, document.startingFrom(Setting.apply(document.script().start(), removal.settings(), "removed.set")));
        }
        return changed;
    }

    private Set<String> measuredOn(List<Operand> operands) {
        Set<String> names = new LinkedHashSet<>();
        for (Operand operand : operands) {
            if (operand.subject() instanceof Operand.InRun run) {
                names.add(run.experiment());
            } else if (operand.subject() instanceof Operand.InSweep in) {
                lesson.sweeps().get(in.sweep()).points().forEach(point -> names.add(point.experiment()));
            }
        }
        return names;
    }

    private static List<Operand> operands(List<Claim> claims) {
        return claims.stream().flatMap(claim -> claim.operands().stream()).distinct().toList();
    }

    private static List<Operand> ofExperiment(Collection<Operand> operands, String name) {
        return operands.stream()
                .filter(operand -> operand.subject() instanceof Operand.InRun run && run.experiment().equals(name))
                .toList();
    }

    private static List<Operand> ofSweep(Collection<Operand> operands, String name) {
        return operands.stream()
                .filter(operand -> operand.subject() instanceof Operand.InSweep in && in.sweep().equals(name))
                .toList();
    }

    private Map<String, Document> seeded(long seed) {
        Map<String, Document> seeded = new LinkedHashMap<>();
        lesson.experiments().forEach(
                (name, document) -> seeded.put(name, document.startingFrom(document.script().start().withSeed(seed))));
        return seeded;
    }

    private Map<Operand, Double> measure(Collection<Operand> operands, Map<String, Document> experiments, long seed) {
        Map<Operand, Double> measured = new LinkedHashMap<>();
        OneDataset data = new OneDataset(base);
        experiments.forEach((name, document) -> {
            List<Operand> ofThis = ofExperiment(operands, name);
            if (!ofThis.isEmpty()) {
                Trial trial = trial(document, data);
                measured.putAll(trial.measure(ofThis, made));
                trial.divergence().ifPresent(divergence -> diverged.add(new Diverged(name, seed, divergence)));
            }
        });
        lesson.sweeps().forEach((name, sweep) -> {
            List<Operand> ofThis = ofSweep(operands, name);
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

    private static Trial trial(Document document, Function<Experiment, Dataset> data) {
        Experiment start = document.script().start();
        return new Trial(new Script(start, document.script().commands(), 0, Optional.empty()), data.apply(start), 1);
    }
}
