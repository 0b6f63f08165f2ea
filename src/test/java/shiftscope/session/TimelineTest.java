package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.MeasureSettings;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Side;
import shiftscope.session.Command.FoldAway;
import shiftscope.session.Command.ScaleWeights;
import shiftscope.session.Command.SetLearningRate;
import shiftscope.session.Command.SetNormalization;
import shiftscope.session.Command.UndoProof;

/** Going back, going on, going another way. The experiment records every fifth step. */
class TimelineTest {
    private static final Command NORMALIZE = new SetNormalization(Side.A, Normalization.BATCH);

    private final Timeline timeline = new Timeline(SmallWorld.twins(SmallWorld.experiment()));

    @AfterEach
    void close() {
        timeline.close();
    }

    static void advance(Timeline timeline, int steps) {
        for (int i = 0; i < steps; i++) {
            assertTrue(timeline.step());
        }
    }

    static Snapshot look(Timeline timeline) {
        return timeline.snapshot(Viewing.of(Tap.SCALED), new RowAxes(), timeline.twins().measure(), false, 0);
    }

    static List<Long> steps(List<Metrics> points) {
        return points.stream().map(Metrics::step).toList();
    }

    @Test
    void thePastIsShownAsItWas() {
        List<Snapshot> seen = new ArrayList<>();
        for (int step = 0; step <= 130; step++) {
            seen.add(look(timeline));
            if (step % 30 == 17) {
                timeline.apply(new SetLearningRate(0.01 * (step + 1)));
            }
            advance(timeline, 1);
        }
        for (int step : new int[] {120, 3, 0, 51, 50, 49, 17, 18, 47, 100, 99, 1, 130}) {
            timeline.goTo(step);
            Snapshot then = seen.get(step);
            Snapshot now = look(timeline);

            assertEquals(step, now.step());
            assertEquals(then.experiment(), now.experiment());
            assertEquals(then.commands(), now.commands());
            assertEquals(then.history(), now.history());
            assertEquals(steps(then.history()), steps(now.history()));
            assertEquals(then.slices().size(), now.slices().size());
            assertEquals(then.rows().get(2).a().moments(), now.rows().get(2).a().moments());
            assertEquals(then.rows().get(3).b().now(), now.rows().get(3).b().now());
            assertEquals(then.latest(), now.latest(), "step " + step);
            assertEquals(131, now.time().head());
            assertEquals(4, now.time().commands().size());
            assertEquals(27 - now.history().size(), now.time().future().size());
            assertEquals(-1, now.time().seeking());
        }
    }

    @Test
    void playingInThePastMakesTheSameStepsAgainAndThenNewOnes() {
        try (Twins alone = SmallWorld.twins(SmallWorld.experiment())) {
            advance(timeline, 70);
            timeline.apply(NORMALIZE);
            advance(timeline, 20);
            timeline.goTo(31);
            assertEquals(Normalization.NONE, timeline.twins().experiment().a().normalization());
            advance(timeline, 100);
            SmallWorld.advance(alone, 70);
            alone.apply(NORMALIZE);
            SmallWorld.advance(alone, 61);

            assertEquals(alone.save(), timeline.save());
            assertEquals(alone.history(), timeline.twins().history());
            assertEquals(alone.commands(), timeline.twins().commands());
            assertEquals(131, timeline.head());
        }
    }

    @Test
    void aCommandInThePastLeavesTheFutureBehindAsAGhost() {
        advance(timeline, 42);
        timeline.apply(NORMALIZE);
        advance(timeline, 30);
        timeline.goTo(42);
        assertEquals(List.of(), timeline.twins().commands(), "on arrival");
        timeline.apply(new SetLearningRate(0.5));

        assertEquals(42, timeline.head());
        assertEquals(List.of(new RecordedCommand(42, new SetLearningRate(0.5))), look(timeline).time().commands());
        Ghost ghost = timeline.ghosts().get(0);
        assertEquals(42, ghost.fork());
        assertEquals(List.of(45L, 50L, 55L, 60L, 65L, 70L), steps(ghost.history()));
        assertEquals(6, ghost.slices().size());
        assertEquals(List.of(new RecordedCommand(42, NORMALIZE)), ghost.commands());
        advance(timeline, 10);
        List<Metrics> history = timeline.twins().history();
        assertEquals(List.of(40L, 45L, 50L), steps(history.subList(8, history.size())));
        assertNotEquals(ghost.history().get(1), history.get(10));
    }

    @Test
    void whatIsRefusedOrChangesNothingLeavesNothingBehind() {
        advance(timeline, 30);
        timeline.goTo(12);
        State state = timeline.save();
        assertThrows(BadInputException.class, () -> timeline.apply(new SetLearningRate(-1)));
        assertThrows(BadInputException.class, () -> timeline.apply(new UndoProof(Side.A)));
        timeline.apply(new SetLearningRate(timeline.twins().experiment().training().learningRate()));
        assertEquals(30, timeline.head());
        assertEquals(List.of(), timeline.ghosts());
        assertEquals(state, timeline.save());
        timeline.goTo(30);
        timeline.fork();
        assertEquals(List.of(), timeline.ghosts(), "nothing lay ahead");
    }

    @Test
    void theNewestGhostsAreKept() {
        for (int i = 1; i <= 5; i++) {
            advance(timeline, 20);
            timeline.goTo(timeline.now() - 10);
            timeline.fork();
        }
        assertEquals(List.of(30L, 40L, 50L), timeline.ghosts().stream().map(Ghost::fork).toList());
        assertEquals(50, timeline.head());
    }

    @Test
    void theNewestCommandIsTakenBackAsIfItHadNeverBeen() {
        advance(timeline, 8);
        Snapshot before = look(timeline);
        timeline.apply(NORMALIZE);
        timeline.apply(new ScaleWeights(Side.B, 1, 2));
        Snapshot both = look(timeline);
        timeline.apply(new FoldAway(Side.A, 1));
        timeline.withdraw();
        assertEquals(both.commands(), look(timeline).commands());
        assertEquals(both.experiment(), look(timeline).experiment());
        assertEquals(both.proofs(), look(timeline).proofs());
        assertEquals(both.latest(), look(timeline).latest());
        timeline.apply(new UndoProof(Side.B));
        timeline.withdraw();
        timeline.withdraw();
        timeline.withdraw();
        assertEquals(before.experiment(), look(timeline).experiment());
        assertEquals(before.latest(), look(timeline).latest());
        assertEquals(List.of(), look(timeline).proofs());
        assertEquals(List.of(), timeline.ghosts());
        assertTrue(assertThrows(BadInputException.class, timeline::withdraw).getMessage().startsWith("Nothing was changed at step 8"));
        try (Twins alone = SmallWorld.twins(SmallWorld.experiment())) {
            advance(timeline, 30);
            SmallWorld.advance(alone, 38);
            assertEquals(alone.save(), timeline.save());
        }
    }

    @Test
    void aCommandBehindWhichAStepWasMadeIsNotTakenBack() {
        timeline.apply(NORMALIZE);
        advance(timeline, 1);
        assertThrows(BadInputException.class, timeline::withdraw);
        timeline.goTo(0);
        assertThrows(BadInputException.class, timeline::withdraw);
        timeline.fork();
        timeline.withdraw();
        assertEquals(SmallWorld.experiment(), timeline.twins().experiment());
    }

    /** Step 0 is what the shift is measured from, with the switches that were set by then. */
    @Test
    void commandsOfStepZeroBelongToTheStart() {
        timeline.apply(NORMALIZE);
        timeline.apply(new ScaleWeights(Side.B, 1, 3));
        Metrics start = timeline.twins().history().get(0);
        advance(timeline, 60);
        List<Metrics> history = List.copyOf(timeline.twins().history());
        timeline.goTo(0);
        assertEquals(2, timeline.twins().commands().size());
        assertEquals(start, timeline.twins().measure());
        assertFalse(timeline.twins().identicalAtStart());
        timeline.goTo(33);
        timeline.goTo(60);
        assertEquals(history, timeline.twins().history());

        timeline.goTo(0);
        timeline.apply(new UndoProof(Side.B));
        assertTrue(timeline.twins().identicalAtStart());
        assertEquals(0, timeline.head());
        assertEquals(12, timeline.ghosts().get(0).history().size());
        timeline.withdraw();
        assertEquals(start, timeline.twins().history().get(0));
        advance(timeline, 60);
        assertEquals(history, timeline.twins().history());
    }

    @Test
    void proofsUpToNowAreShown() {
        advance(timeline, 10);
        timeline.apply(new ScaleWeights(Side.B, 1, 2));
        advance(timeline, 10);
        timeline.apply(new FoldAway(Side.B, 2));
        List<ProofReport> both = look(timeline).proofs();
        advance(timeline, 10);
        timeline.goTo(10);
        assertEquals(List.of(), look(timeline).proofs());
        timeline.goTo(20);
        assertEquals(List.of(both.get(0)), look(timeline).proofs());
        timeline.goTo(30);
        assertEquals(2, look(timeline).proofs().size());
        timeline.goTo(20);
        timeline.fork();
        timeline.apply(new FoldAway(Side.B, 2));
        assertEquals(both, look(timeline).proofs());
    }

    private static Experiment diverging() {
        return SmallWorld.experiment().withRun(Side.B, SmallWorld.experiment().a())
                .withTraining(SmallWorld.training(1000, SmallWorld.BATCH, OptimizerKind.SGD, 10, LossKind.CROSS_ENTROPY));
    }

    @Test
    void aDivergenceIsAnEndThatCanBeGoneBackFrom() {
        try (Timeline diverging = new Timeline(SmallWorld.twins(diverging()))) {
            while (diverging.step()) {
                assertTrue(diverging.now() < 1000);
            }
            long end = diverging.now();
            Divergence divergence = diverging.divergence().orElseThrow();
            State state = diverging.save();
            assertEquals(divergence, diverging.divergence().orElseThrow(), "saving changes nothing");
            diverging.goTo(end - 3);
            assertEquals(Optional.empty(), diverging.divergence());
            assertEquals(Optional.of(divergence), look(diverging).time().end());
            diverging.goTo(end);
            assertEquals(Optional.of(divergence), diverging.divergence());
            assertThrows(BadInputException.class, () -> diverging.apply(new SetLearningRate(-1)));
            assertEquals(Optional.of(divergence), diverging.divergence());

            diverging.apply(new SetLearningRate(1e-300));
            assertEquals(Optional.empty(), diverging.divergence());
            assertEquals(state, diverging.save());
            assertFalse(diverging.step(), "the weights of now are too large, whatever the rate");
            assertEquals(List.of(), diverging.ghosts(), "nothing was left behind");

            diverging.goTo(end - 1);
            diverging.apply(new SetLearningRate(1e-9));
            Ghost ghost = diverging.ghosts().get(0);
            assertEquals(Optional.of(divergence), ghost.divergence());
            assertEquals(1, ghost.commands().size());
            assertEquals(Optional.empty(), look(diverging).time().end());
            assertTrue(diverging.step());
            assertTrue(diverging.step());
        }
    }

    /** Recent drift needs samples of the past, which are kept for the newest steps only. */
    @Test
    void recentDriftIsUnknownWhereThePastIsForgotten() {
        Experiment recent = SmallWorld.experiment().withMeasure(new MeasureSettings(40, 5, 2, 0, 20, false));
        try (Timeline known = new Timeline(SmallWorld.twins(recent))) {
            List<Drift> drifts = new ArrayList<>();
            for (int step = 0; step <= 100; step++) {
                drifts.add(known.twins().measure().a().layers().get(0).recent());
                advance(known, 1);
            }
            for (int step : new int[] {52, 96, 7, 75}) {
                known.goTo(step);
                Drift drift = known.twins().measure().a().layers().get(0).recent();
                assertTrue(drift.equals(drifts.get(step)) || step % 5 != 0 && drift.equals(Drift.NONE), () -> drift.toString());
            }
            known.goTo(52);
            known.fork();
            advance(known, 60);
            assertEquals(Drift.NONE, known.twins().history().get(11).a().layers().get(0).recent());
            assertEquals(drifts.get(100), known.twins().history().get(20).a().layers().get(0).recent());
        }
    }
}
