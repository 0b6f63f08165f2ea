package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.session.Command;

class RunSwitchesTest {
    private final Desk desk = Desk.withStandard();
    private final RunSwitches a = desk.model.run(Side.A);
    private final RunSwitches b = desk.model.run(Side.B);

    @Test
    void showTheExperimentWithoutSendingAnything() {
        assertFalse(a.normalizeProperty().get());
        assertTrue(b.normalizeProperty().get());
        assertEquals("A · Plain network", a.titleProperty().get());
        assertEquals("B · Batch normalization", b.titleProperty().get());
        assertEquals(List.of(), desk.sessions.last().commands);
    }

    @Test
    void sendWhatWasSwitchedToTheRunningSession() {
        a.normalizeProperty().set(true);
        b.scaleShiftProperty().set(false);
        Statistics other = b.statisticsProperty().get() == Statistics.POPULATION ? Statistics.BATCH : Statistics.POPULATION;
        b.statisticsProperty().set(other);
        assertEquals(
                List.of(
                        new Command.SetNormalization(Side.A, Normalization.BATCH),
                        new Command.SetScaleShift(Side.B, false),
                        new Command.SetStatistics(Side.B, other)),
                desk.sessions.last().commands);
        assertEquals(1, desk.sessions.opened.size());
    }

    @Test
    void theTitleFollowsTheSwitches() {
        a.normalizeProperty().set(true);
        assertEquals("A · Batch normalization", a.titleProperty().get());
        a.scaleShiftProperty().set(false);
        assertEquals("A · Batch norm., no γ, β", a.titleProperty().get());
    }

    @Test
    void aSwitchThatIsRefusedGoesBack() {
        b.normalizeProperty().set(false);
        desk.model.form().training().batchSizeProperty().set("1");
        desk.settle();
        assertEquals("", desk.trouble());
        a.normalizeProperty().set(true);
        assertTrue(desk.trouble().contains("batchSize"), desk.trouble());
        assertFalse(a.normalizeProperty().get());
        assertFalse(desk.experiment().a().normalizes());
    }

    @Test
    void theKindIsChosenWhileTheRunPlaysAndRememberedByTheSwitch() {
        b.normalizationProperty().set(Normalization.LAYER);
        assertTrue(b.normalizeProperty().get());
        assertEquals("B · Layer normalization", b.titleProperty().get());
        b.normalizeProperty().set(false);
        assertEquals(Normalization.NONE, b.normalizationProperty().get());
        assertEquals(Normalization.LAYER, b.kindProperty().get());
        b.normalizeProperty().set(true);
        assertEquals(Normalization.LAYER, b.normalizationProperty().get());
        a.normalizationProperty().set(Normalization.NOISY_BATCH);
        assertTrue(a.normalizeProperty().get());
        assertEquals(
                List.of(
                        new Command.SetNormalization(Side.B, Normalization.LAYER),
                        new Command.SetNormalization(Side.B, Normalization.NONE),
                        new Command.SetNormalization(Side.B, Normalization.LAYER),
                        new Command.SetNormalization(Side.A, Normalization.NOISY_BATCH)),
                desk.sessions.last().commands);
        assertEquals(1, desk.sessions.opened.size());
    }

    @Test
    void anotherExperimentForgetsTheKind() {
        a.normalizationProperty().set(Normalization.RMS);
        desk.model.opener().openStandard();
        desk.work();
        assertEquals(Normalization.BATCH, a.kindProperty().get());
        assertFalse(a.normalizeProperty().get());
    }

    @Test
    void aKindThatIsRefusedGoesBack() {
        b.normalizeProperty().set(false);
        desk.model.form().training().batchSizeProperty().set("1");
        desk.settle();
        a.normalizationProperty().set(Normalization.LAYER);
        assertEquals("", desk.trouble(), "layers need no batch");
        a.normalizationProperty().set(Normalization.NOISY_BATCH);
        assertTrue(desk.trouble().contains("batchSize"), desk.trouble());
        assertEquals(Normalization.LAYER, a.normalizationProperty().get());
        assertEquals(Normalization.LAYER, a.kindProperty().get());
    }

    @Test
    void statisticsAreChosenWhereAnyLayerHasThem() {
        assertFalse(a.overBatchProperty().get());
        assertFalse(a.normalizedProperty().get());
        a.normalizationProperty().set(Normalization.RMS);
        assertFalse(a.overBatchProperty().get());
        assertTrue(a.normalizedProperty().get());
        desk.model.bench().send(new Command.SetLayerNormalization(Side.A, 2, Normalization.CONSTANT_BATCH));
        assertTrue(a.overBatchProperty().get());

        for (int layer = 1; layer <= 3; layer++) {
            desk.model.bench().send(new Command.SetLayerNormalization(Side.B, layer, Normalization.NONE));
        }
        assertTrue(b.normalizeProperty().get());
        assertFalse(b.normalizedProperty().get());
    }

    @Test
    void theTitleSaysThatLayersDiffer() {
        desk.model.bench().send(new Command.SetLayerNormalization(Side.B, 2, Normalization.NONE));
        desk.model.bench().send(new Command.SetLayerNormalization(Side.B, 3, Normalization.BATCH));
        assertEquals("B · Batch norm., mixed", b.titleProperty().get());
        assertEquals("layer 2: Plain", b.apartProperty().get());
        desk.model.bench().send(new Command.SetLayerNormalization(Side.B, 2, null));
        assertEquals("B · Batch normalization", b.titleProperty().get());
    }

    @Test
    void everyKindHasATitle() {
        for (Normalization kind : Normalization.values()) {
            b.normalizationProperty().set(kind);
            b.scaleShiftProperty().set(true);
            assertTrue(b.titleProperty().get().startsWith("B · "), b.titleProperty().get());
            b.scaleShiftProperty().set(false);
            assertEquals(kind != Normalization.NONE, b.titleProperty().get().endsWith("no γ, β"), b.titleProperty().get());
        }
    }
}
