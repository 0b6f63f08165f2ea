package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.session.Command.SetLearningRate;
import shiftscope.session.Command.SetNormalization;
import shiftscope.session.Command.SetStatistics;
import shiftscope.session.Viewing.Brush;
import shiftscope.session.Viewing.Zoom;

/** What goes into the training thread, and what comes out of it. */
class TrainerDoorsTest {
    private static final Experiment SMALL = SmallWorld.experiment();

    @Test
    void aCommandLandsAndIsRecorded() {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            trainer.advance(10);
            Snapshot before = Patience.awaitPause(trainer, 10);
            trainer.send(new SetStatistics(Side.B, Statistics.RUNNING));
            Snapshot after = Patience.await(trainer, "the command", snapshot -> !snapshot.commands().isEmpty());

            assertEquals(List.of(new RecordedCommand(10, new SetStatistics(Side.B, Statistics.RUNNING))), after.commands());
            assertEquals(Statistics.RUNNING, after.experiment().b().statistics());
            assertEquals(10, after.latest().step());
            assertTrue(before.latest().b().testLoss() != after.latest().b().testLoss(), "measured before the command");
            assertTrue(before.commands().isEmpty() && before.experiment().equals(SMALL), "an old snapshot changed");
        }
    }

    @Test
    void whatIsRefusedIsSaidOnceAndTheRunGoesOn() {
        Experiment single = SMALL.withRun(Side.B, SMALL.a())
                .withTraining(SmallWorld.training(0.1, 1, OptimizerKind.SGD, 0, LossKind.CROSS_ENTROPY));
        try (Trainer trainer = SmallWorld.trainer(single)) {
            trainer.play();
            trainer.send(new SetNormalization(Side.A, Normalization.BATCH));
            assertTrue(refusal(trainer).getMessage().startsWith("training.batchSize is 1"));
            assertEquals(Optional.empty(), trainer.takeRefusal());

            trainer.send(new SetLearningRate(Double.NaN));
            assertTrue(refusal(trainer).getMessage().startsWith("training.learningRate is NaN"));

            Snapshot later = Patience.await(trainer, "more steps", snapshot -> snapshot.step() > 500);
            assertEquals(single, later.experiment());
            assertEquals(List.of(), later.commands());
        }
    }

    @Test
    void twoAtOnceDoNotMeet() {
        Experiment other = SMALL.withSeed(99);
        try (Trainer one = SmallWorld.trainer(SMALL); Trainer two = SmallWorld.trainer(other); Twins alone = SmallWorld.twins(SMALL);
                Twins otherAlone = SmallWorld.twins(other)) {
            one.advance(400);
            two.advance(400);
            SmallWorld.advance(alone, 400);
            SmallWorld.advance(otherAlone, 400);

            assertEquals(alone.measure(), Patience.awaitPause(one, 400).latest());
            assertEquals(otherAlone.measure(), Patience.awaitPause(two, 400).latest());
        }
    }

    @Test
    void whatIsLookedAtWhilePlayingIsInTheNextSnapshots() {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            trainer.play();
            Brush brush = new Brush(Side.B, 1, 3, -100, 100);
            Viewing viewing =
                    new Viewing(Tap.PRE_ACTIVATION, List.of(new Zoom(2, -0.5, 0.25)), 2, Optional.of(brush), false, false);
            trainer.look(viewing);
            Snapshot snapshot = Patience.await(trainer, "the layer", one -> one.closer().layer().isPresent());

            assertEquals(viewing, snapshot.viewing());
            assertEquals(-0.5, snapshot.rows().get(2).a().now().low());
            assertEquals(0.25, snapshot.rows().get(2).b().reference().high());
            assertEquals(snapshot.rows().get(3).a().now(), snapshot.rows().get(3).a().brushed(), "all examples are brushed");
            assertEquals(5, snapshot.closer().layer().get().b().units().size());
            assertEquals(0, snapshot.slices().get(0).step());

            trainer.look(Viewing.of(Tap.SCALED));
            Snapshot plain = Patience.await(trainer, "nothing but the wall", one -> one.closer().equals(CloserLook.NONE));
            assertTrue(plain.rows().get(2).a().now().low() != -0.5 && plain.rows().get(3).a().brushed() == null);
        }
    }

    @Test
    void closeEndsTheThreads() {
        Set<Thread> before = threads();
        Trainer trainer = Trainer.open(new Twins(Experiment.standard(), SmallWorld.dataset(Experiment.standard()), 2));
        Patience.awaitPause(trainer, 0);
        Set<Thread> mine = threads();
        mine.removeAll(before);
        assertEquals(2, mine.size(), () -> "trainer and twin: " + mine);

        trainer.play();
        trainer.close();

        Patience.waitUntil("threads end", () -> mine.stream().noneMatch(Thread::isAlive));
        trainer.close();
        trainer.play();
        assertDoesNotThrow(trainer::take);
    }

    @Test
    void aFailureOfTheThreadIsNotSilent() {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            trainer.post(() -> {
                throw new IllegalStateException("on purpose");
            });
            IllegalStateException[] thrown = new IllegalStateException[1];
            Patience.waitUntil("the failure is told", () -> {
                try {
                    trainer.take();
                    return false;
                } catch (IllegalStateException e) {
                    thrown[0] = e;
                    return true;
                }
            });

            assertEquals("on purpose", thrown[0].getCause().getMessage());
        }
    }

    @Test
    void takeNeverWaitsForTheTraining() throws InterruptedException {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            Patience.awaitPause(trainer, 0);
            CountDownLatch hold = Patience.hold(trainer);
            trainer.play();

            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertEquals(Optional.empty(), trainer.take()));

            hold.countDown();
            Patience.await(trainer, "play", snapshot -> snapshot.step() > 10);
        }
    }

    @Test
    void snapshotsAreImmutable() {
        try (Trainer trainer = SmallWorld.trainer(SMALL)) {
            Snapshot first = Patience.awaitPause(trainer, 0);
            int[] counts = first.rows().get(1).a().now().counts();
            Row row = first.rows().get(1);
            trainer.advance(50);
            Patience.awaitPause(trainer, 50);
            row.a().now().counts()[0] = -1;

            assertEquals(1, first.history().size());
            assertArrayEquals(counts, first.rows().get(1).a().now().counts());
            for (List<?> list : List.of(first.rows(), first.history(), first.commands(), first.latest().a().layers())) {
                assertThrows(UnsupportedOperationException.class, list::clear);
            }
        }
    }

    private static BadInputException refusal(Trainer trainer) {
        BadInputException[] refusal = new BadInputException[1];
        Patience.waitUntil("a refusal", () -> {
            trainer.takeRefusal().ifPresent(e -> refusal[0] = e);
            return refusal[0] != null;
        });
        return refusal[0];
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("shiftscope-"))
                .collect(Collectors.toSet());
    }
}
