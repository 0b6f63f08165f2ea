package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;

/** Play, pause, speed and single steps. */
class TrainerTest {
    private static final Experiment SMALL = SmallWorld.experiment();

    @Test
    void opensPausedAtStepZero() {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            Snapshot first = Patience.awaitPause(trainer, 0);

            assertEquals(SMALL, first.experiment());
            assertEquals(7, first.batchesPerEpoch());
            assertEquals(Tap.SCALED, first.tap());
            assertEquals(4, first.rows().size());
            assertEquals(List.of(first.latest()), first.history());
            assertEquals(0, first.stepsPerSecond());
            assertTrue(first.identicalAtStart());
        }
    }

    @Test
    void advanceLandsExactlyAndIsMeasuredThere() {
        try (Trainer trainer = SmallWorld.trainer(SMALL); Twins alone = SmallWorld.twins(SMALL)) {
            for (int steps : new int[] {1, 17, 300}) {
                trainer.advance(steps);
                SmallWorld.advance(alone, steps);

                Snapshot paused = Patience.awaitPause(trainer, alone.stepCount());

                assertEquals(alone.measure(), paused.latest());
                assertEquals(alone.history(), paused.history());
                assertEquals(alone.rows(Tap.SCALED, new RowAxes()).get(2).a().moments(), paused.rows().get(2).a().moments());
                assertEquals(paused.step() / 7.0, paused.epoch());
            }
        }
    }

    /** As when somebody presses the key for one step several times before the first is made. */
    @Test
    void stepsAskedForInARowAreAllMade() throws InterruptedException {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            CountDownLatch hold = Patience.hold(trainer);
            for (int i = 0; i < 3; i++) {
                trainer.advance(1);
            }
            trainer.advance(10);
            hold.countDown();

            Patience.awaitPause(trainer, 13);
            assertThrows(IllegalArgumentException.class, () -> trainer.advance(-1));
        }
    }

    @Test
    void advanceWhilePlayingEndsThePlaying() {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            trainer.play();
            Patience.await(trainer, "some steps", snapshot -> snapshot.step() > 10);
            trainer.advance(5);

            Patience.await(trainer, "a pause", snapshot -> !snapshot.playing() && snapshot.step() > 10);
        }
    }

    @Test
    void pausesAndGoesOn() {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            trainer.play();
            Patience.await(trainer, "play", snapshot -> snapshot.playing() && snapshot.step() > 100 && snapshot.stepsPerSecond() > 0);
            trainer.pause();
            Snapshot paused = Patience.await(trainer, "a pause", snapshot -> !snapshot.playing());
            trainer.look(Viewing.of(Tap.INPUT));
            Snapshot later = Patience.await(trainer, "the other tap", snapshot -> snapshot.tap() == Tap.INPUT);

            assertEquals(paused.step(), later.step());
            assertEquals(paused.latest(), later.latest());
            assertEquals(paused.step(), paused.latest().step());
            trainer.play();
            Patience.await(trainer, "play again", snapshot -> snapshot.step() > paused.step());
        }
    }

    /** The lower bound is exact; the upper one only tells a limit from a stand-still. */
    @Test
    void keepsToTheSpeedLimit() {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            trainer.setSpeed(40);
            Patience.awaitPause(trainer, 0);
            long begin = System.nanoTime();
            trainer.advance(21);
            Snapshot end = Patience.awaitPause(trainer, 21);
            double seconds = (System.nanoTime() - begin) / 1e9;

            assertTrue(seconds >= 20 / 40.0, () -> "20 intervals took " + seconds + " s");
            assertTrue(seconds < 10, () -> "took " + seconds + " s");
            assertEquals(21, end.step());
            for (double speed : new double[] {0, -1, Double.NaN}) {
                assertThrows(IllegalArgumentException.class, () -> trainer.setSpeed(speed));
            }
        }
    }
}
