package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.session.Command;

class BenchTest {
    private final Command normalizeA = new Command.SetNormalization(Side.A, Normalization.BATCH);

    @Test
    void showsNothingUntilASessionDoes() {
        Desk desk = new Desk();
        desk.model.bench().poll();
        assertNull(desk.model.bench().snapshotProperty().get());
        desk.model.opener().openStandard();
        assertTrue(desk.model.bench().openingProperty().get());
        desk.work();
        assertFalse(desk.model.bench().openingProperty().get());
        desk.sees(0, false);
        assertEquals(0, desk.model.bench().snapshotProperty().get().step());
    }

    @Test
    void aRefusedExperimentLeavesTheRunOnScreen() {
        Desk desk = Desk.withStandard();
        desk.sessions.refusal = new BadInputException("Not that.");
        desk.model.bench().open(new Sitting(Experiment.standard().withSeed(7), Path.of("")));
        desk.work();
        assertEquals("Not that.", desk.trouble());
        assertEquals(Experiment.standard(), desk.experiment());
        assertFalse(desk.sessions.last().told.contains("close"));
        desk.sees(5, true);
        assertEquals(5, desk.model.bench().snapshotProperty().get().step());
    }

    @Test
    void aFailureOfTheProgramIsOneSentenceWithoutItsInsides() {
        Desk desk = Desk.withStandard();
        desk.sessions.refusal = new IllegalStateException("row 3 of null");
        desk.model.bench().reset();
        desk.work();
        assertTrue(desk.trouble().contains("IllegalStateException"), desk.trouble());
        assertFalse(desk.trouble().contains("row 3"), desk.trouble());
    }

    @Test
    void aSwitchMovedWhileAnotherExperimentOpensIsMovedInBoth() {
        Desk desk = Desk.withStandard();
        desk.model.bench().open(new Sitting(Experiment.standard().withSeed(7), Path.of("")));
        Runnable opening = desk.background.poll();
        ScriptedSessions.One old = desk.sessions.last();
        opening.run();
        assertEquals(7, desk.experiment().seed());
        assertEquals(List.of(), old.commands);

        desk.model.bench().open(new Sitting(Experiment.standard().withSeed(8), Path.of("")));
        desk.model.bench().send(normalizeA);
        assertEquals(List.of(normalizeA), desk.sessions.last().commands);
        desk.work();
        assertEquals(8, desk.sessions.last().experiment.seed());
        assertTrue(desk.experiment().a().normalizes());
    }

    @Test
    void aSwitchMovedAfterTheBackgroundBeganIsSentToTheNewSession() {
        Desk desk = Desk.withStandard();
        desk.model.bench().reset();
        Runnable opening = desk.background.poll();
        desk.model.bench().send(normalizeA);
        opening.run();
        assertEquals(List.of(normalizeA), desk.sessions.last().commands);
        assertTrue(desk.experiment().a().normalizes());
    }

    @Test
    void layersSetApartAfterTheBackgroundBeganAreSentToTheNewSession() {
        Desk desk = Desk.withStandard();
        Command first = new Command.SetLayerNormalization(Side.B, 1, Normalization.NONE);
        Command second = new Command.SetLayerNormalization(Side.A, 2, Normalization.BATCH);
        desk.model.bench().send(first);
        desk.model.bench().reset();
        Runnable opening = desk.background.poll();
        desk.model.bench().send(new Command.SetLayerNormalization(Side.B, 1, null));
        desk.model.bench().send(second);
        opening.run();
        assertEquals(
                Set.of(new Command.SetLayerNormalization(Side.B, 1, null), second),
                Set.copyOf(desk.sessions.last().commands));
        assertEquals(2, desk.sessions.last().commands.size());
    }

    @Test
    void theNewestWishWinsAndTheOtherIsClosed() {
        Desk desk = Desk.withStandard();
        desk.model.bench().open(new Sitting(Experiment.standard().withSeed(7), Path.of("")));
        desk.model.bench().open(new Sitting(Experiment.standard().withSeed(8), Path.of("")));
        desk.work();
        assertEquals(8, desk.experiment().seed());
        assertTrue(desk.sessions.opened.get(1).told.contains("close"));
        assertFalse(desk.sessions.last().told.contains("close"));
    }

    @Test
    void resetBeginsAgainWithTheSwitchesAsTheyStand() {
        Desk desk = Desk.withStandard();
        desk.model.bench().send(normalizeA);
        desk.sees(900, true);
        desk.model.bench().reset();
        desk.work();
        assertEquals(2, desk.sessions.opened.size());
        assertTrue(desk.sessions.last().experiment.a().normalizes());
        assertEquals(42, desk.sessions.last().experiment.seed());
        assertFalse(desk.sessions.last().told.contains("play"));
        assertEquals(0, desk.sessions.last().sitting.script().step());
        assertEquals(List.of(), desk.sessions.last().sitting.script().commands());
        assertTrue(desk.sessions.opened.get(0).told.contains("pause"), "what gave way waits to be asked back");
        assertFalse(desk.sessions.opened.get(0).told.contains("close"));
    }

    @Test
    void aRebuiltExperimentPlaysOnIfTheOneBeforePlayed() {
        Desk desk = Desk.withStandard();
        desk.sees(10, true);
        desk.model.bench().rebuild(Experiment.standard().withSeed(9), sentence -> {});
        desk.settle();
        assertTrue(desk.sessions.last().told.contains("play"));
        desk.sees(3, false);
        desk.model.bench().rebuild(Experiment.standard().withSeed(10), sentence -> {});
        desk.settle();
        assertFalse(desk.sessions.last().told.contains("play"));
    }

    @Test
    void changesInQuickSuccessionOpenOnce() {
        Desk desk = Desk.withStandard();
        for (int seed = 1; seed <= 5; seed++) {
            desk.model.bench().rebuild(Experiment.standard().withSeed(seed), sentence -> {});
        }
        desk.settle();
        assertEquals(2, desk.sessions.asked.size());
        assertEquals(5, desk.experiment().seed());
    }

    @Test
    void failedTrainingIsSaidOnceAndResetRecovers() {
        Desk desk = Desk.withStandard();
        desk.sessions.last().failure = new IllegalStateException("the training thread failed", new ArithmeticException());
        desk.model.bench().poll();
        assertTrue(desk.trouble().contains("ArithmeticException"), desk.trouble());
        desk.model.notices().dismiss();
        desk.model.bench().poll();
        assertEquals("", desk.trouble());
        desk.model.bench().reset();
        desk.work();
        desk.sees(0, false);
        assertEquals(0, desk.model.bench().snapshotProperty().get().step());
    }

    @Test
    void aCommandThatTheTrainerDropsIsExplained() {
        Desk desk = Desk.withStandard();
        desk.sessions.last().dropped = new BadInputException("Not with batches of 1.");
        desk.model.bench().poll();
        assertEquals("Not with batches of 1.", desk.trouble());
    }

    /** Whether a layer had a setting of its own before a proof only the run knows. */
    @Test
    void aProofThatIsUndoneTakesTheSettingOfItsLayerBack() {
        Desk desk = Desk.withStandard();
        Command.Proof proof = new Command.FoldAway(Side.B, 2);
        Command.UndoProof undo = new Command.UndoProof(Side.B);
        desk.model.bench().send(proof);
        assertEquals(Normalization.NONE, desk.experiment().b().normalization(2));
        desk.model.bench().send(normalizeA);
        desk.sees(0, false);
        desk.model.bench().send(undo);
        Experiment undone = normalizeA.applyTo(Experiment.standard());
        desk.sessions.last().shows(undone, false);
        desk.model.bench().poll();
        assertEquals(List.of(), desk.experiment().b().layers());
        assertTrue(desk.experiment().a().normalizes(), "other switches stay as they were moved");
        assertEquals(List.of(proof, normalizeA, undo), desk.sessions.last().commands);
    }

    @Test
    void aProofThatTheTrainerDropsLeavesTheSettingOfItsLayer() {
        Desk desk = Desk.withStandard();
        desk.model.bench().send(new Command.InsertKeeping(Side.A, 1));
        desk.sessions.last().dropped = new BadInputException("Not with a unit that is constant.");
        desk.sessions.last().shows(Experiment.standard(), false);
        desk.model.bench().poll();
        assertEquals("Not with a unit that is constant.", desk.trouble());
        assertEquals(List.of(), desk.experiment().a().layers());
    }

    @Test
    void aSnapshotFromBeforeASwitchDoesNotMoveItBack() {
        Desk desk = Desk.withStandard();
        desk.model.bench().send(normalizeA);
        desk.sessions.last().next = Optional.of(ScriptedSessions.snapshot(Experiment.standard(), 0, false, null));
        desk.model.bench().poll();
        assertTrue(desk.experiment().a().normalizes());
        desk.sees(0, false);
        assertTrue(desk.experiment().a().normalizes());
    }

    @Test
    void inThePastTheSwitchesAreShownAsTheyStoodThere() {
        Desk desk = Desk.withStandard();
        desk.sees(100, false);
        desk.model.bench().send(normalizeA);
        desk.model.form().learningRate().textProperty().set("0.5");
        desk.sees(200, false);
        desk.sees(50, false);
        assertFalse(desk.experiment().a().normalizes());
        assertFalse(desk.model.run(Side.A).normalizeProperty().get());
        assertEquals("0.1", desk.model.form().learningRate().textProperty().get());
        desk.sees(150, true);
        assertTrue(desk.model.run(Side.A).normalizeProperty().get());
        assertEquals("0.5", desk.model.form().learningRate().textProperty().get());
        assertEquals(2, desk.sessions.last().commands.size(), "nothing was sent back");
    }

    @Test
    void whatOpensAfterTheWindowClosedIsClosedToo() {
        Desk desk = Desk.withStandard();
        desk.model.bench().reset();
        desk.model.close();
        desk.work();
        desk.sessions.opened.forEach(session -> assertTrue(session.told.contains("close")));
    }

    @Test
    void aChangeThatTheWindowIsClosedOverIsForgotten() {
        Desk desk = Desk.withStandard();
        desk.model.bench().rebuild(Experiment.standard().withSeed(9), sentence -> {});
        desk.model.close();
        desk.background.clear();
        desk.settle();
        assertEquals(1, desk.sessions.asked.size());
    }
}
