package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.data.Datasets;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Operand;
import shiftscope.lesson.Trial;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Script;
import shiftscope.session.Snapshot;

/**
 * Numbers of the runs on screen, measured beside them on runs made again by their script as soon as those on screen have come far
 * enough. What was measured is true of one past, the start and what was changed since; of another it is measured again.
 */
final class RunNumbers {
    private final Bench bench;
    private final PreparedExperiment prepared;
    private final Laboratory laboratory;
    private final Notices notices;
    private final Consumer<Map<Operand, ClaimLedger.Found>> found;
    private final Map<Operand, Past> known = new HashMap<>();
    private List<Operand> operands = List.of();
    private TwinSession asked;
    private TwinSession begun;
    private Experiment start;
    private Laboratory.Job job;

    /** What decides a number: the experiment at step 0 and what was changed on the way. */
    private record Past(Experiment start, Path base, List<RecordedCommand> commands) {}

    /** @param found is given what was measured */
    RunNumbers(
            Bench bench, PreparedExperiment prepared, Laboratory laboratory, Notices notices,
            Consumer<Map<Operand, ClaimLedger.Found>> found) {
        this.bench = bench;
        this.prepared = prepared;
        this.laboratory = laboratory;
        this.notices = notices;
        this.found = found;
        bench.snapshotProperty().addListener((property, before, now) -> look());
    }

    void begin(Lesson lesson) {
        operands = lesson.claims().stream()
                .flatMap(claim -> claim.operands().stream())
                .filter(operand -> operand.subject() instanceof Operand.InRun)
                .distinct()
                .toList();
    }

    void end() {
        operands = List.of();
        known.clear();
        asked = null;
        begun = null;
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    /** Measures what the runs have earned; one thing after the other. */
    private void look() {
        Snapshot now = bench.snapshotProperty().get();
        if (job != null || operands.isEmpty() || !prepared.isSeen(now)) {
            return;
        }
        List<Operand> earned = operands.stream().filter(operand -> isEarned(subject(operand), now)).toList();
        if (earned.isEmpty()) {
            return;
        }
        if (begun != prepared.session()) {
            askForStart();
            return;
        }
        Map<Operand, Past> due = new LinkedHashMap<>();
        for (Operand operand : earned) {
            Past past = past(subject(operand), now);
            if (!past.equals(known.get(operand))) {
                due.put(operand, past);
            }
        }
        if (!due.isEmpty()) {
            measure(due, now);
        }
    }

    private boolean isEarned(Operand.InRun subject, Snapshot now) {
        return prepared.there().filter(subject.experiment()::equals).isPresent()
                && (now.step() >= subject.at() || now.divergence().isPresent());
    }

    /** A snapshot knows the experiment as it stands, its script that of step 0. */
    private void askForStart() {
        TwinSession session = prepared.session();
        if (asked != session) {
            asked = session;
            session.script(false, script -> laboratory.inFront(() -> {
                if (asked == session) {
                    begun = session;
                    start = script.start();
                    look();
                }
            }));
        }
    }

    private Past past(Operand.InRun subject, Snapshot now) {
        return new Past(start, bench.sitting().base(), upTo(subject.at(), now.commands()));
    }

    private static List<RecordedCommand> upTo(long step, List<RecordedCommand> commands) {
        return commands.stream().filter(recorded -> recorded.step() <= step).toList();
    }

    private void measure(Map<Operand, Past> due, Snapshot now) {
        long last = due.keySet().stream().mapToLong(operand -> subject(operand).at()).max().orElseThrow();
        Path base = bench.sitting().base();
        Experiment from = start;
        Script script = new Script(from, upTo(last, now.commands()), 0, Optional.empty());
        long stoppedAt = now.divergence().isPresent() ? now.step() : Long.MAX_VALUE;
        Map<Operand, Boolean> changed = new HashMap<>();
        due.forEach((operand, past) -> changed.put(operand, isChanged(past, subject(operand))));
        job = laboratory.measure(
                () -> new Trial(script, Datasets.load(from.data(), new Seed(from.seed()), base), 1).measure(due.keySet(), made -> { }),
                values -> {
                    Map<Operand, ClaimLedger.Found> measured = new LinkedHashMap<>();
                    values.forEach((operand, value) -> measured.put(operand, new ClaimLedger.Found(
                            value, changed.get(operand), stoppedAt < subject(operand).at() ? stoppedAt : -1)));
                    arrived(due, measured);
                },
                sentence -> {
                    notices.tell(sentence);
                    arrived(due, Map.of());
                });
    }

    private void arrived(Map<Operand, Past> due, Map<Operand, ClaimLedger.Found> measured) {
        job = null;
        known.putAll(due);
        found.accept(measured);
        look();
    }

    private boolean isChanged(Past past, Operand.InRun subject) {
        Script as = prepared.document().script();
        return !past.start().equals(as.start()) || !past.commands().equals(upTo(subject.at(), as.commands()));
    }

    private static Operand.InRun subject(Operand operand) {
        return (Operand.InRun) operand.subject();
    }
}
