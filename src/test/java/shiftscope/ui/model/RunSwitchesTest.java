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
}
