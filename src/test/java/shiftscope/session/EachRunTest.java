package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.config.Setting;
import shiftscope.config.Side;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;

class EachRunTest {
    private static final long STEPS = 40;

    private static Experiment experiment(String... more) {
        return Setting.apply(
                Experiment.standard(),
                Stream.concat(
                                Stream.of("data.kind=moons", "data.examples=80", "network.hidden=[6,5]", "training.batchSize=10",
                                        "measure.probe=30", "measure.recordEvery=8"),
                                Stream.of(more))
                        .map(text -> Setting.parse(text, "test"))
                        .toList(),
                "test");
    }

    /** A leaves the finite numbers, B does not. */
    private static Experiment wild() {
        return experiment("training.learningRate=2", "network.activation=identity", "training.loss=mean-squared-error", "b.scaleShift=false");
    }

    private static Dataset data(Experiment experiment) {
        return Datasets.load(experiment.data(), new Seed(experiment.seed()), Path.of(""));
    }

    private record Seen(long step, Optional<Divergence> divergence, long bits) {}

    private static Seen look(Twins twins, Side side) {
        return new Seen(twins.stepCount(), twins.divergence(), twins.run(side).network().hash());
    }

    private static Map<Side, Seen> train(Experiment experiment) {
        return new EachRun(data(experiment), STEPS).train(experiment, EachRunTest::look, made -> { });
    }

    @Test
    void bothAreSeenAtTheLastStep() {
        Experiment calm = experiment();
        Map<Side, Seen> seen = train(calm);
        try (Twins twins = new Twins(calm, data(calm), 1)) {
            while (twins.stepCount() < STEPS) {
                twins.step();
            }
            for (Side side : Side.values()) {
                assertEquals(look(twins, side), seen.get(side));
            }
        }
    }

    @Test
    void theSurvivorGoesOnAndTheLostRunIsSeenWhereItEnded() {
        for (boolean turned : new boolean[] {false, true}) {
            Experiment wild = turned ? wild().withRun(Side.A, wild().b()).withRun(Side.B, wild().a()) : wild();
            Side lost = turned ? Side.B : Side.A;
            Side kept = turned ? Side.A : Side.B;
            Map<Side, Seen> seen = train(wild);

            assertEquals(lost, seen.get(lost).divergence().orElseThrow().side());
            assertTrue(seen.get(lost).step() < STEPS);
            assertEquals(train(wild.withRun(lost, wild.run(kept))).get(kept), seen.get(kept), "the same bits as beside itself");
            assertEquals(STEPS, seen.get(kept).step());
            assertTrue(seen.get(kept).divergence().isEmpty());
        }
    }

    @Test
    void whereBothDivergeEachIsSeenWhereItDid() {
        Experiment both = experiment("training.learningRate=1000", "network.activation=identity", "training.loss=mean-squared-error",
                "b.normalization=none");
        train(both).forEach((side, seen) -> assertTrue(seen.divergence().isPresent(), side + " was to diverge"));
    }

    @Test
    void stepsAreToldOnceEachHoweverItEnds() {
        for (Experiment experiment : new Experiment[] {experiment(), wild()}) {
            AtomicLong told = new AtomicLong();
            new EachRun(data(experiment), STEPS).train(experiment, EachRunTest::look, told::addAndGet);
            assertEquals(STEPS, told.get());
        }
    }

    @Test
    void anInterruptionEndsIt() {
        Experiment experiment = experiment();
        EachRun runs = new EachRun(data(experiment), STEPS);
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> runs.train(experiment, EachRunTest::look, made -> { }));
        assertTrue(Thread.interrupted());
    }
}
