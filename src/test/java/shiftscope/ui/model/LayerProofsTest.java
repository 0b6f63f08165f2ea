package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Side;
import shiftscope.plot.SampleLayers;
import shiftscope.session.Command;
import shiftscope.session.ProofReport;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;

/** Changes that should not matter: where they are possible, what is sent, what they did. */
class LayerProofsTest {
    private final Desk desk = Desk.withStandard();
    private final LayerProofs a = desk.model.proofs(Side.A);
    private final LayerProofs b = desk.model.proofs(Side.B);

    private List<Command> sent() {
        return desk.sessions.last().commands;
    }

    @Test
    void insertingNeedsAPlainLayerAndFoldingAwayANormalizedOne() {
        assertTrue(a.canInsertProperty().get());
        assertFalse(a.canFoldAwayProperty().get());
        assertFalse(b.canInsertProperty().get());
        assertTrue(b.canFoldAwayProperty().get());
        desk.model.look().choose(4);
        assertFalse(a.canInsertProperty().get(), "the output is never normalized");
        assertFalse(b.canFoldAwayProperty().get());
        desk.model.look().choose(2);
        a.insert();
        assertFalse(a.canInsertProperty().get());
        assertTrue(a.canFoldAwayProperty().get());
        b.foldAway();
        assertEquals(List.of(new Command.InsertKeeping(Side.A, 2), new Command.FoldAway(Side.B, 2)), sent());
    }

    @Test
    void whatHasNoStatisticsOfTheBatchIsNotFoldedAway() {
        desk.model.form().layers().rows().get(2).normalizationProperty(Side.B).set(Optional.of(Normalization.LAYER));
        assertFalse(b.canFoldAwayProperty().get());
        assertFalse(b.canInsertProperty().get());
        desk.model.form().layers().rows().get(2).normalizationProperty(Side.B).set(Optional.empty());
        assertTrue(b.canFoldAwayProperty().get());
        desk.model.form().layers().rows().get(2).placementProperty().set(Optional.of(Placement.AFTER));
        desk.settle();
        assertTrue(b.canFoldAwayProperty().get(), "behind φ the next layer takes it in");
    }

    @Test
    void numbersAreReadAsTheyAreTyped() {
        a.shiftBiases();
        a.scaleWeights();
        b.shiftProperty().set("−2,5");
        b.shiftBiases();
        b.undo();
        assertEquals(
                List.of(
                        new Command.ShiftBiases(Side.A, 3, 5),
                        new Command.ScaleWeights(Side.A, 3, 10),
                        new Command.ShiftBiases(Side.B, 3, -2.5),
                        new Command.UndoProof(Side.B)),
                sent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "", "Infinity", "NaN"})
    void aBadFactorGetsOneSentenceAndChangesNothing(String typed) {
        a.factorProperty().set(typed);
        a.scaleWeights();
        assertEquals(List.of(), sent());
        assertTrue(desk.trouble().startsWith("a is “" + typed + "”; accepted is a number"), desk.trouble());
    }

    @Test
    void soDoesAFactorOfNothing() {
        a.factorProperty().set("0");
        a.scaleWeights();
        assertEquals(List.of(), sent());
        assertEquals("The factor of the weights is 0.0; accepted are finite numbers other than 0.", desk.trouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {"five", "", "Infinity"})
    void soDoesABadShift(String typed) {
        a.shiftProperty().set(typed);
        a.shiftBiases();
        assertEquals(List.of(), sent());
        assertTrue(desk.trouble().startsWith("c is “" + typed + "”"), desk.trouble());
    }

    @Test
    void theNewestReportOfTheRunAndTheLayerIsShown() {
        ProofReport old = SampleLayers.proof(Side.A, 3);
        ProofReport scaled = SampleLayers.scaling(Side.A, 3);
        ProofReport elsewhere = SampleLayers.proof(Side.A, 2);
        ProofReport other = SampleLayers.proof(Side.B, 3);
        Snapshot snapshot = SampleLayers.snapshot(
                SampleLayers.usual(100), Viewing.of(Tap.SCALED), List.of(old, scaled, elsewhere, other));
        assertEquals(Optional.of(scaled), a.report(snapshot));
        assertEquals(Optional.of(other), b.report(snapshot));
        desk.model.look().choose(1);
        assertEquals(Optional.empty(), a.report(snapshot));
    }

    @Test
    void undoIsPossibleAsLongAsTheNewestReportSaysSo() {
        assertFalse(a.canUndoProperty().get());
        sees(List.of(SampleLayers.scaling(Side.A, 3), SampleLayers.proof(Side.A, 2), SampleLayers.scaling(Side.B, 3)));
        assertTrue(a.canUndoProperty().get());
        assertFalse(b.canUndoProperty().get(), "a step was made since");
        sees(List.of());
        assertFalse(a.canUndoProperty().get());
    }

    private void sees(List<ProofReport> proofs) {
        desk.sessions.last().next =
                Optional.of(SampleLayers.snapshot(SampleLayers.usual(100), Viewing.of(Tap.SCALED), proofs));
        desk.model.bench().poll();
    }
}
