package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import shiftscope.lesson.Claim;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Operand;
import shiftscope.lesson.Verdict;

/** What came of the claims of the open lesson: numbers are measured the moment the runs, sweeps and exhibits on screen have earned them. */
public final class ClaimLedger {
    private final RunNumbers runs;
    private final ShownNumbers shown;
    private final Map<Operand, Found> found = new HashMap<>();
    private final Map<String, ReadOnlyObjectWrapper<Outcome>> outcomes = new LinkedHashMap<>();
    private final List<Consumer<String>> whenDecided = new ArrayList<>();
    private Lesson lesson;

    /**
     * One number.
     *
     * @param value NaN if there is none
     * @param changed whether the learner had changed the prepared experiment before
     * @param stoppedAt the step at which the runs stopped by themselves before there could be a number; −1 if they did not
     */
    record Found(double value, boolean changed, long stoppedAt) {}

    /**
     * What came of a claim so far.
     *
     * @param changed whether it is measured on what the learner has made of the experiment
     * @param stoppedAt the step at which the runs stopped by themselves before there could be a number; −1 if they did not
     */
    public record Outcome(Verdict verdict, boolean changed, long stoppedAt) {
        static final Outcome OPEN = new Outcome(Verdict.OPEN, false, -1);

        public boolean isDecided() {
            return verdict.result() != Verdict.Result.OPEN;
        }
    }

    ClaimLedger(Bench bench, PreparedExperiment prepared, ExhibitStand exhibits, Laboratory laboratory, Notices notices) {
        runs = new RunNumbers(bench, prepared, laboratory, notices, this::put);
        shown = new ShownNumbers(exhibits, laboratory, notices, this::put);
    }

    /** What came of a claim of the open lesson. */
    public ReadOnlyObjectProperty<Outcome> outcomeOf(String claim) {
        return outcomes.get(claim).getReadOnlyProperty();
    }

    /** Is told of the id of a claim that came out, also if it did before. */
    void whenDecided(Consumer<String> listener) {
        whenDecided.add(listener);
    }

    /** Whether all of these came out. */
    boolean areDecided(List<String> claims) {
        return claims.stream().allMatch(claim -> outcomes.get(claim).get().isDecided());
    }

    /** Begins with nothing measured. */
    void begin(Lesson begun, Path base) {
        end();
        lesson = begun;
        begun.claims().forEach(claim -> outcomes.put(claim.id(), new ReadOnlyObjectWrapper<>(this, claim.id(), Outcome.OPEN)));
        runs.begin(begun);
        shown.begin(begun, base);
    }

    /** These are the claims of the step. */
    void show(List<String> claims) {
        shown.show(claims.stream().map(lesson::claim).toList());
    }

    /** Measures nothing more. */
    void end() {
        runs.end();
        shown.end();
        found.clear();
        outcomes.clear();
        lesson = null;
    }

    private void put(Map<Operand, Found> measured) {
        found.putAll(measured);
        for (Claim claim : lesson.claims()) {
            if (claim.operands().stream().anyMatch(measured::containsKey)) {
                Outcome outcome = outcome(claim);
                outcomes.get(claim.id()).set(outcome);
                if (outcome.isDecided()) {
                    whenDecided.forEach(listener -> listener.accept(claim.id()));
                }
            }
        }
    }

    private Outcome outcome(Claim claim) {
        Map<Operand, Double> values = new HashMap<>();
        boolean changed = false;
        long stoppedAt = -1;
        for (Operand operand : claim.operands()) {
            Found one = found.get(operand);
            if (one != null) {
                values.put(operand, one.value());
                changed |= one.changed();
                stoppedAt = Math.max(stoppedAt, one.stoppedAt());
            }
        }
        return new Outcome(claim.verdict(values), changed, stoppedAt);
    }
}
