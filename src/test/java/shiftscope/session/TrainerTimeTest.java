package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.session.Command.SetLearningRate;
import shiftscope.session.Command.SetNormalization;

/** Other times, asked for through the doors of the training thread. */
class TrainerTimeTest {
    private static final Experiment SMALL = SmallWorld.experiment();
    private static final Command NORMALIZE = new SetNormalization(Side.A, Normalization.BATCH);

    private static Snapshot at(Trainer trainer, long step) {
        return Patience.await(trainer, "step " + step, one -> one.step() == step && one.time().seeking() < 0 && !one.playing());
    }

    @Test
    void anotherStepIsShownAndPlayedOnFrom() {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            trainer.advance(300);
            Snapshot end = at(trainer, 300);
            trainer.goTo(123);
            Snapshot then = at(trainer, 123);
            assertEquals(25, then.history().size());
            assertEquals(123, then.latest().step());
            assertEquals(300, then.time().head());
            assertTrue(then.time().bytes() <= then.time().mostBytes() && then.time().keyframes() > 1);
            trainer.advance(2);
            assertEquals(end.history().get(25), at(trainer, 125).latest());
            trainer.advance(175);
            assertEquals(end.latest(), at(trainer, 300).latest());
            trainer.advance(10);
            assertEquals(310, at(trainer, 310).time().head());
        }
    }

    @Test
    void theNewestWishCounts() throws InterruptedException {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            trainer.advance(400);
            at(trainer, 400);
            CountDownLatch hold = Patience.hold(trainer);
            trainer.goTo(390);
            trainer.goTo(49);
            trainer.goTo(-7);
            trainer.goTo(99);
            hold.countDown();
            assertEquals(99, at(trainer, 99).latest().step());
            trainer.goTo(1_000_000);
            assertEquals(400, at(trainer, 400).latest().step());
        }
    }

    /** A command lands at the step that was asked for before it, even if that is not reached yet. */
    @Test
    void aCommandWaitsForTheWayToEnd() throws InterruptedException {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            trainer.advance(300);
            at(trainer, 300);
            CountDownLatch hold = Patience.hold(trainer);
            trainer.goTo(149);
            trainer.send(NORMALIZE);
            trainer.goTo(60);
            hold.countDown();
            Snapshot then = at(trainer, 60);
            assertEquals(List.of(new RecordedCommand(149, NORMALIZE)), then.time().commands());
            assertEquals(149, then.time().head());
            assertEquals(149, then.time().ghosts().get(0).fork());
            trainer.fork();
            Snapshot forked = Patience.await(trainer, "the fork", one -> one.time().head() == 60);
            assertEquals(2, forked.time().ghosts().size());
        }
    }

    @Test
    void aCommandIsTakenBackOrTheRefusalIsTold() {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            trainer.advance(7);
            at(trainer, 7);
            trainer.send(NORMALIZE);
            Patience.await(trainer, "the command", one -> one.commands().size() == 1);
            trainer.withdraw();
            assertEquals(SMALL, Patience.await(trainer, "no command", one -> one.commands().isEmpty()).experiment());
            trainer.withdraw();
            Patience.waitUntil("it is refused", () -> trainer.takeRefusal().isPresent());
        }
    }

    @Test
    void aScriptIsOpenedWhereItWas() {
        Script[] scripts = new Script[2];
        Snapshot end;
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            trainer.advance(120);
            at(trainer, 120);
            trainer.send(new SetLearningRate(0.05));
            trainer.advance(103);
            end = at(trainer, 223);
            trainer.script(false, script -> scripts[0] = script);
            trainer.script(true, script -> scripts[1] = script);
            Patience.waitUntil("scripts are told", () -> scripts[1] != null);
        }
        assertEquals(Optional.empty(), scripts[0].state());
        assertEquals(223, scripts[1].state().orElseThrow().step());
        for (Script script : scripts) {
            assertEquals(SMALL, script.start());
            assertEquals(end.commands(), script.commands());
            try (Trainer trainer = Trainer.open(script, SmallWorld.dataset(SMALL), 1)) {
                Snapshot opened = at(trainer, 223);
                assertEquals(end.latest().b().testLoss(), opened.latest().b().testLoss());
                assertEquals(end.experiment(), opened.experiment());
                trainer.advance(5);
                assertEquals(228, at(trainer, 228).time().head());
            }
        }
    }

    @Test
    void aLongWayIsShownOnTheWayAndGivenUpByAPause() {
        Script far = new Script(SMALL, List.of(), 1_000_000_000L, Optional.empty());
        try (Trainer trainer = Trainer.open(far, SmallWorld.dataset(SMALL), 1)) {
            Snapshot early = Patience.await(trainer, "the way", one -> one.step() > 0);
            assertEquals(1_000_000_000L, early.time().seeking());
            assertFalse(early.playing());
            Patience.await(trainer, "the way go on", one -> one.step() > early.step());
            trainer.pause();
            Snapshot paused = Patience.await(trainer, "a stop", one -> one.time().seeking() < 0);
            trainer.look(Viewing.of(Tap.INPUT));
            assertEquals(paused.step(), Patience.await(trainer, "another tap", one -> one.tap() == Tap.INPUT).step());
        }
    }
}
