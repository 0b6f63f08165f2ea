package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.session.Command.FoldAway;
import shiftscope.session.Command.ScaleWeights;
import shiftscope.session.Command.SetLearningRate;
import shiftscope.session.Command.SetNormalization;
import shiftscope.session.Command.SetStatistics;
import shiftscope.session.Command.UndoProof;

/** Timelines of scripts. The experiment records every fifth step. */
class ScriptTest {
    private static final Command NORMALIZE = new SetNormalization(Side.A, Normalization.BATCH);

    @Test
    void aScriptGoesWhereItSays() {
        List<RecordedCommand> commands = List.of(
                new RecordedCommand(0, NORMALIZE),
                new RecordedCommand(12, new ScaleWeights(Side.B, 1, 2)),
                new RecordedCommand(12, new UndoProof(Side.B)),
                new RecordedCommand(30, new SetStatistics(Side.B, Statistics.RUNNING)),
                new RecordedCommand(90, new SetLearningRate(0.01)));
        Script script = new Script(SmallWorld.experiment(), commands, 60, Optional.empty());
        try (Timeline opened = Timeline.open(script, SmallWorld.dataset(SmallWorld.experiment()), 1)) {
            assertEquals(0, opened.now());
            assertEquals(60, TimelineTest.look(opened).time().seeking());
            assertEquals(commands.subList(0, 1), opened.twins().commands());
            opened.goTo(60);
            assertEquals(13, opened.twins().history().size());
            assertEquals(commands.subList(0, 4), opened.twins().commands());
            assertEquals(90, opened.head());
            TimelineTest.advance(opened, 30);
            assertEquals(commands, opened.twins().commands());
            assertEquals(new Script(SmallWorld.experiment(), commands, 90, Optional.empty()), opened.script(false));
            opened.goTo(60);
            assertEquals(new Script(SmallWorld.experiment(), commands.subList(0, 4), 60, Optional.of(opened.save())), opened.script(true));
        }
    }

    @Test
    void aScriptWithAStateBeginsThere() {
        try (Timeline timeline = new Timeline(SmallWorld.twins(SmallWorld.experiment()))) {
            assertBeginsWithItsState(timeline);
        }
    }

    private static void assertBeginsWithItsState(Timeline timeline) {
        timeline.apply(NORMALIZE);
        TimelineTest.advance(timeline, 12);
        timeline.apply(new FoldAway(Side.B, 1));
        timeline.apply(new UndoProof(Side.B));
        TimelineTest.advance(timeline, 40);
        timeline.apply(new SetLearningRate(0.01));
        Script script = timeline.script(true);
        TimelineTest.advance(timeline, 40);
        try (Timeline opened = Timeline.open(script, SmallWorld.dataset(SmallWorld.experiment()), 1)) {
            assertEquals(52, opened.now());
            assertEquals(timeline.twins().commands(), opened.twins().commands());
            assertEquals(List.of(0L, 52L), TimelineTest.steps(opened.twins().history()));
            assertEquals(Drift.NONE, opened.twins().history().get(1).a().layers().get(0).recent());
            assertEquals(script, opened.script(true));
            TimelineTest.advance(opened, 40);
            assertEquals(timeline.save(), opened.save());
            assertEquals(timeline.twins().history().get(18).b().testLoss(), opened.twins().history().get(9).b().testLoss());
            opened.goTo(52);
            assertEquals(script.state().orElseThrow(), opened.save());
            for (long step : new long[] {13, 51, 60, 0}) {
                opened.goTo(step);
                timeline.goTo(step);
                assertEquals(timeline.save(), opened.save(), "step " + step);
            }
        }
    }

    @Test
    void aScriptThatDoesNotFitIsRefused() {
        Experiment small = SmallWorld.experiment();
        State state;
        try (Twins twins = SmallWorld.twins(small)) {
            state = twins.save();
        }
        for (Script script : List.of(
                new Script(small, List.of(new RecordedCommand(7, new SetLearningRate(-1))), 9, Optional.empty()),
                new Script(small, List.of(new RecordedCommand(7, new UndoProof(Side.A))), 9, Optional.empty()),
                new Script(small, List.of(), 9, Optional.of(new State(9, state.bytes()))),
                new Script(small, List.of(), 9, Optional.of(new State(10, state.bytes()))))) {
            BadInputException refusal =
                    assertThrows(BadInputException.class, () -> Timeline.open(script, SmallWorld.dataset(small), 1));
            assertTrue(refusal.getMessage().endsWith("."), refusal.getMessage());
        }
    }

    @Test
    void aCommandThatTheNumbersDoNotAllowIsLeftOutAndTold() {
        Script script = new Script(SmallWorld.experiment(), List.of(
                new RecordedCommand(3, new ScaleWeights(Side.A, 1, 1e300)),
                new RecordedCommand(3, new ScaleWeights(Side.A, 1, 1e300))), 0, Optional.empty());
        try (Timeline opened = Timeline.open(script, SmallWorld.dataset(SmallWorld.experiment()), 1)) {
            assertEquals(3, opened.head());
            TimelineTest.advance(opened, 3);
            assertTrue(opened.takeRefusal().orElseThrow().getMessage().contains("finite"));
            assertEquals(Optional.empty(), opened.takeRefusal());
            assertEquals(1, opened.twins().commands().size());
        }
    }
}
