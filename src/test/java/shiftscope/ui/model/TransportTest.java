package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.session.Divergence;
import shiftscope.session.Tap;

class TransportTest {
    @Test
    void playsAndPauses() {
        Desk desk = Desk.withStandard();
        Transport transport = desk.model.transport();
        assertTrue(transport.calloutHolds().get());
        transport.toggle();
        assertTrue(transport.playingProperty().get());
        assertFalse(transport.calloutHolds().get());
        transport.toggle();
        assertFalse(transport.playingProperty().get());
        assertTrue(desk.sessions.last().told.containsAll(List.of("play", "pause")));
    }

    @Test
    void theCalloutIsThereOnlyWhileItIsTrue() {
        Desk desk = Desk.withStandard();
        Transport transport = desk.model.transport();
        assertTrue(transport.calloutHolds().get());
        desk.model.run(Side.B).normalizationProperty().set(Normalization.LAYER);
        assertFalse(transport.calloutHolds().get());
        desk.model.run(Side.B).normalizationProperty().set(Normalization.BATCH);
        assertTrue(transport.calloutHolds().get());
        desk.model.form().network().hiddenProperty().set("100 100");
        assertFalse(transport.calloutHolds().get(), "there is no layer 3 to watch");
    }

    @Test
    void nothingHappensBeforeThereIsASession() {
        Desk desk = new Desk();
        desk.model.transport().toggle();
        desk.model.transport().advance(1);
        desk.model.transport().advanceEpoch();
        assertFalse(desk.model.transport().playingProperty().get());
        desk.model.bench().open(new Sitting(Experiment.standard(), Path.of("")));
        assertTrue(desk.model.transport().calloutHolds().get(), "nothing was played yet");
    }

    @Test
    void aSnapshotFromBeforeTheButtonDoesNotFlipItBack() {
        Desk desk = Desk.withStandard();
        Transport transport = desk.model.transport();
        transport.toggle();
        desk.sees(0, false);
        assertTrue(transport.playingProperty().get());
        desk.sees(1, true);
        desk.sees(2, false);
        assertFalse(transport.playingProperty().get());
    }

    @Test
    void anEpochIsAsManyStepsAsItHasBatches() {
        Desk desk = Desk.withStandard();
        desk.model.transport().advanceEpoch();
        assertTrue(desk.sessions.last().told.contains("advance 33"));
    }

    @Test
    void speedGoesToTheSessionAndToTheNextOne() {
        Desk desk = Desk.withStandard();
        desk.model.transport().notchProperty().set(Speed.lastNotch());
        assertTrue(desk.sessions.last().told.contains("speed Infinity"));
        desk.model.transport().reset();
        desk.work();
        assertTrue(desk.sessions.last().told.contains("speed Infinity"));
        assertEquals("as fast as possible", Speed.label(Speed.lastNotch()));
        assertEquals("1 step/s", Speed.label(0));
        assertEquals("2 steps/s", Speed.label(1.2));
    }

    @Test
    void divergenceIsExplainedUntilTheRunsBeginAgain() {
        Desk desk = Desk.withStandard();
        desk.model.transport().toggle();
        Divergence divergence = new Divergence(Side.A, 143, 3, Tap.PRE_ACTIVATION);
        desk.sessions.last().next =
                Optional.of(ScriptedSessions.snapshot(Experiment.standard(), 142, false, divergence));
        desk.model.bench().poll();
        assertEquals(
                "Run A stopped at step 143: layer 3’s pre-activations z were the first to leave the finite numbers. "
                        + "Lower the learning rate and play on, go back, or press Reset.",
                desk.model.notices().stoppedProperty().get());
        assertFalse(desk.model.transport().playingProperty().get());
        desk.model.transport().reset();
        desk.work();
        desk.sees(0, false);
        assertEquals("", desk.model.notices().stoppedProperty().get());
    }

    @Test
    void divergenceOfTheOutputAndOfTheLossAloneHaveTheirOwnWords() {
        assertTrue(sentence(new Divergence(Side.B, 7, 4, Tap.ACTIVATION)).contains("the output layer’s activations a"));
        assertTrue(sentence(new Divergence(Side.B, 7, 4, null)).startsWith("Run B stopped at step 7: its loss"));
    }

    private static String sentence(Divergence divergence) {
        return DivergenceSentence.of(ScriptedSessions.snapshot(Experiment.standard(), 6, false, divergence));
    }
}
