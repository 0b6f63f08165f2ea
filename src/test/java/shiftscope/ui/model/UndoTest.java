package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.session.Command;
import shiftscope.session.ProofReport;

class UndoTest {
    private final Desk desk = Desk.withStandard();
    private final Undo undo = desk.model.undo();

    private ScriptedSessions.One session() {
        return desk.sessions.last();
    }

    private boolean normalizesA() {
        return desk.model.run(Side.A).normalizeProperty().get();
    }

    private void switchA(boolean on) {
        desk.model.run(Side.A).normalizeProperty().set(on);
    }

    private long told(String what) {
        return desk.sessions.opened.stream().flatMap(one -> one.told.stream()).filter(what::equals).count();
    }

    @Test
    void atFirstThereIsNothingToUndo() {
        undo.undo();
        undo.redo();
        assertEquals("", undo.undoesProperty().get());
        assertEquals("", undo.redoesProperty().get());
        assertEquals(1, desk.sessions.opened.size());
    }

    @Test
    void aSwitchIsTakenBackAsIfItHadNeverBeenWhileNoStepWasMade() {
        desk.sees(7, false);
        switchA(true);
        assertEquals("A batch norm", undo.undoesProperty().get());
        undo.undo();
        assertFalse(normalizesA());
        assertEquals(1, told("withdraw"));
        assertEquals(1, session().commands.size(), "no opposite");
        assertEquals("", undo.undoesProperty().get());
        assertEquals("A batch norm", undo.redoesProperty().get());
        undo.redo();
        assertTrue(normalizesA());
        assertEquals(2, session().commands.size());
        undo.undo();
        assertEquals(2, told("withdraw"), "what was made again at the same step leaves no trace either");
    }

    @Test
    void severalAtOneStepAreTakenBackInTurn() {
        switchA(true);
        desk.model.run(Side.B).scaleShiftProperty().set(false);
        desk.sees(0, false);
        undo.undo();
        undo.undo();
        assertEquals(2, told("withdraw"));
        assertEquals(Experiment.standard(), desk.experiment());
        assertEquals(List.of(), session().landed);
    }

    @Test
    void afterAStepTheOppositeIsSent() {
        desk.sees(7, false);
        switchA(true);
        desk.sees(8, false);
        undo.undo();
        assertEquals(0, told("withdraw"));
        assertEquals(new Command.SetNormalization(Side.A, Normalization.NONE), session().commands.get(1));
        assertFalse(normalizesA());
        undo.redo();
        assertTrue(normalizesA());
    }

    @Test
    void whilePlayingTheOppositeIsSent() {
        desk.sees(7, true);
        desk.model.run(Side.B).statisticsProperty().set(Statistics.POPULATION);
        undo.undo();
        assertEquals(0, told("withdraw"));
        assertEquals(2, session().commands.size());
        assertEquals(Statistics.BATCH, desk.experiment().b().statistics());
    }

    @Test
    void underneathAnOppositeNothingIsWithdrawn() {
        switchA(true);
        desk.sees(5, false);
        desk.model.run(Side.B).scaleShiftProperty().set(false);
        undo.undo();
        assertEquals(1, told("withdraw"));
        undo.undo();
        assertEquals(1, told("withdraw"));
        assertEquals(Experiment.standard(), desk.experiment());
        assertEquals("", undo.undoesProperty().get());
    }

    @Test
    void aDragOfASliderIsOneEntry() {
        LearningRate rate = desk.model.form().learningRate();
        for (double exponent : new double[] {-0.9, -0.7, -0.5, 0}) {
            rate.exponentProperty().set(exponent);
        }
        desk.settle();
        rate.exponentProperty().set(1);
        desk.settle();
        assertEquals("learning rate 10", undo.undoesProperty().get());
        undo.undo();
        assertEquals("1", rate.textProperty().get());
        assertEquals("learning rate 1", undo.undoesProperty().get());
        undo.undo();
        assertEquals("0.1", rate.textProperty().get());
        assertEquals(-1, rate.exponentProperty().get(), 1e-12);
        assertEquals("", undo.undoesProperty().get());
        assertEquals(List.of(), session().landed, "five commands, five taken back");
        undo.redo();
        assertEquals("1", rate.textProperty().get());
    }

    @Test
    void anotherChangeForgetsWhatWasUndone() {
        switchA(true);
        undo.undo();
        desk.model.run(Side.B).scaleShiftProperty().set(false);
        assertEquals("", undo.redoesProperty().get());
        undo.redo();
        assertFalse(normalizesA());
    }

    @Test
    void aRebuildIsUndoneByTheRunsBefore() {
        desk.sees(900, true);
        desk.model.form().network().hiddenProperty().set("30 20");
        desk.settle();
        ScriptedSessions.One before = desk.sessions.opened.get(0);
        assertTrue(before.told.contains("pause"));
        assertEquals("hidden layers 30 · 20", undo.undoesProperty().get());
        desk.sees(3, false);
        undo.undo();
        assertEquals(2, desk.sessions.opened.size(), "nothing was built again");
        assertEquals(List.of(100, 100, 100), desk.experiment().network().hidden());
        assertEquals("100 · 100 · 100", desk.model.form().network().hiddenProperty().get());
        before.shows(900, false);
        desk.model.bench().poll();
        assertEquals(900, desk.model.bench().snapshotProperty().get().step());
        undo.redo();
        assertEquals("30 · 20", desk.model.form().network().hiddenProperty().get());
        assertEquals(2, desk.sessions.opened.size());
        assertEquals(0, told("close"));
    }

    @Test
    void aRebuildThatHasNotBegunIsForgotten() {
        desk.model.form().network().hiddenProperty().set("30 20");
        undo.undo();
        desk.settle();
        assertEquals(1, desk.sessions.opened.size());
        assertEquals("100 · 100 · 100", desk.model.form().network().hiddenProperty().get());
    }

    @Test
    void resetOpeningAndSeedAreUndone() {
        desk.model.transport().reset();
        desk.work();
        assertEquals("reset", undo.undoesProperty().get());
        desk.model.form().training().seedProperty().set("7");
        desk.settle();
        assertEquals("seed 7", undo.undoesProperty().get());
        Experiment other = Experiment.standard();
        desk.model.bench().open(new Sitting(
                new Experiment(
                        "Another", other.seed(), other.data(), other.network(), other.training(), other.measure(), other.a(), other.b()),
                Path.of("")));
        desk.work();
        assertEquals("opening “Another”", undo.undoesProperty().get());
        undo.undo();
        assertEquals(7, desk.experiment().seed());
        undo.undo();
        assertEquals(42, desk.experiment().seed());
    }

    @Test
    void theNewestTwoStayInMemoryAndOlderOnesComeBackByTheirScript() {
        desk.sees(50, false);
        switchA(true);
        desk.sees(80, false);
        for (int seed = 1; seed <= 4; seed++) {
            desk.model.form().training().seedProperty().set(String.valueOf(seed));
            desk.settle();
            desk.sees(seed, false);
        }
        assertEquals(Stream.of(true, true, false, false, false).toList(),
                desk.sessions.opened.stream().map(one -> one.told.contains("close")).toList());
        for (int i = 0; i < 4; i++) {
            undo.undo();
            desk.work();
            desk.sees(desk.sessions.last().step, false);
        }
        assertEquals(42, desk.experiment().seed());
        assertTrue(normalizesA());
        Sitting again = desk.sessions.asked.get(desk.sessions.asked.size() - 1);
        assertEquals(80, again.script().step());
        assertEquals(1, again.script().commands().size());
        assertEquals(50, again.script().commands().get(0).step());
        assertEquals(Experiment.standard(), again.script().start());
        desk.sees(80, false);
        undo.undo();
        assertFalse(normalizesA());
    }

    @Test
    void neverMoreThanTwoRunsWaitInMemory() {
        for (int seed = 1; seed <= 6; seed++) {
            desk.model.form().training().seedProperty().set(String.valueOf(seed));
            desk.settle();
        }
        for (int i = 0; i < 3; i++) {
            undo.undo();
            desk.work();
            long open = desk.sessions.opened.stream().filter(one -> !one.told.contains("close")).count();
            assertTrue(open <= 3, "one is on screen, two wait: " + open);
        }
        desk.model.close();
        desk.work();
        assertTrue(desk.sessions.opened.stream().allMatch(one -> one.told.contains("close")));
    }

    @Test
    void whatCannotBeOpenedAgainStaysToBeUndone() {
        for (int seed = 1; seed <= 3; seed++) {
            desk.model.form().training().seedProperty().set(String.valueOf(seed));
            desk.settle();
        }
        undo.undo();
        undo.undo();
        desk.sessions.refusal = new BadInputException("The file is gone.");
        undo.undo();
        desk.work();
        assertEquals("The file is gone.", desk.trouble());
        assertEquals("seed 1", undo.undoesProperty().get());
        assertEquals(1, desk.experiment().seed());
        desk.sessions.refusal = null;
        undo.undo();
        desk.work();
        assertEquals(42, desk.experiment().seed());
    }

    @Test
    void aChangeInThePastIsUndoneByTheWayThatWasLeft() {
        desk.sees(5000, false);
        desk.sees(1200, false);
        switchA(true);
        assertEquals(
                "Changed at step 1\u202f200, in the past (A batch norm): the runs take another way from here. "
                        + "What lay ahead stays as a ghost.",
                desk.model.notices().newsProperty().get());
        desk.sees(1300, false);
        Notices.Offer offer = desk.model.notices().offersProperty().get().get(0);
        assertEquals("Undo", offer.label());
        desk.model.notices().take(offer);
        desk.work();
        Sitting again = desk.sessions.asked.get(1);
        assertEquals(5000, again.script().step());
        assertEquals(List.of(), again.script().commands(), "the script is of before the change");
        session().seeking = 5000;
        desk.sees(4000, false);
        assertEquals(0, told("go to 1200"));
        session().seeking = -1;
        desk.sees(5000, false);
        assertEquals(1, told("go to 1200"));
        assertFalse(normalizesA());
        undo.redo();
        assertTrue(normalizesA());
        assertEquals(2, desk.sessions.opened.size(), "the other way was kept in memory");
    }

    @Test
    void aForkIsUndoneToo() {
        desk.sees(50, false);
        desk.model.timeline().forkHere();
        assertEquals("", undo.undoesProperty().get(), "nothing lies ahead");
        desk.sees(20, false);
        desk.model.timeline().forkHere();
        assertEquals("fork at step 20", undo.undoesProperty().get());
        assertEquals(1, told("fork"));
    }

    @Test
    void whatWasChangedElsewhereOnTheTimelineIsNotUndoneInThePast() {
        desk.sees(100, false);
        switchA(true);
        desk.sees(200, false);
        desk.sees(50, false);
        undo.undo();
        assertTrue(desk.model.notices().newsProperty().get().contains("“A batch norm”"), desk.model.notices().newsProperty().get());
        assertEquals(1, session().commands.size());
        desk.model.notices().take(desk.model.notices().offersProperty().get().get(0));
        assertEquals(1, told("go to 200"));
        desk.sees(200, false);
        undo.undo();
        assertEquals(2, session().commands.size());
    }

    @Test
    void aProofIsUndoneByItsOwnCommandWhileThatIsPossible() {
        Command.Proof proof = new Command.ShiftBiases(Side.B, 2, 5);
        desk.model.bench().send(proof);
        session().proofs = List.of(report(proof, true));
        desk.sees(0, false);
        assertEquals("B layer 2: 5 added to the biases", undo.undoesProperty().get());
        undo.undo();
        assertEquals(List.of(proof, new Command.UndoProof(Side.B)), session().commands);
        undo.redo();
        assertEquals(proof, session().commands.get(2));
        session().proofs = List.of(report(proof, false));
        desk.sees(1, false);
        undo.undo();
        assertEquals(3, session().commands.size());
        assertTrue(desk.model.notices().newsProperty().get().contains("cannot be taken back"), desk.model.notices().newsProperty().get());
        assertEquals("", undo.undoesProperty().get());
    }

    private static ProofReport report(Command.Proof proof, boolean canBeUndone) {
        ProofReport.Change none = new ProofReport.Change(0, 0);
        return new ProofReport(0, proof, none, none, none, 1, 1, 0, canBeUndone);
    }

    @Test
    void whatTheTrainerDroppedIsNotThereToBeUndone() {
        desk.model.bench().send(new Command.InsertKeeping(Side.A, 1));
        session().dropped = new BadInputException("Not with a unit that is constant.");
        session().shows(Experiment.standard(), false);
        desk.model.bench().poll();
        assertEquals("", undo.undoesProperty().get());
    }
}
