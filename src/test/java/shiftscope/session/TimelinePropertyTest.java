package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.data.Dataset;

/**
 * Random ways through time: whatever led to a step, with the same commands before it, its state is the same to the last bit, as are the
 * numbers that are shown of it.
 */
class TimelinePropertyTest {
    private static final int WAYS = 120;
    private static final int TURNS = 40;
    private static final long FARTHEST = 400;

    private final int[] done = new int[9];
    private int again;

    /** One random way. */
    private final class Way {
        private final RandomWays random;
        private final Experiment experiment;
        private final Dataset dataset;
        private final long mostBytes;
        /** By the step and the commands that landed before it. */
        private final Map<List<Object>, Long> states = new HashMap<>();
        private final Map<List<Object>, List<Double>> losses = new HashMap<>();
        private Timeline timeline;

        Way(long seed) {
            random = new RandomWays(seed);
            experiment = random.experiment();
            dataset = SmallWorld.dataset(experiment);
            timeline = new Timeline(new Twins(experiment, dataset, 1));
            mostBytes = (1 + random.below(12)) * timeline.twins().stateBytes() * 2;
            timeline.close();
            timeline = new Timeline(new Twins(experiment, dataset, 1), mostBytes);
        }

        void go() {
            for (int turn = 0; turn < TURNS; turn++) {
                int what = random.below(done.length);
                if (turn(what)) {
                    done[what]++;
                }
                check();
            }
            assertSameAsNeverStopped(timeline.script(true));
            timeline.close();
        }

        private boolean turn(int what) {
            switch (what) {
                case 0 -> step(1 + random.below(60));
                case 1 -> timeline.goTo(random.below((int) timeline.head() + 1));
                case 2 -> timeline.goTo(timeline.now() - 1);
                case 3 -> {
                    return allowed(() -> timeline.apply(random.command()));
                }
                case 4 -> {
                    return allowed(() -> {
                        for (int i = 0; i < 3; i++) {
                            timeline.apply(random.command());
                        }
                    });
                }
                case 5 -> timeline.fork();
                case 6 -> {
                    return allowed(timeline::withdraw);
                }
                case 7 -> reopen(timeline.script(random.below(2) == 0));
                default -> turnBackOnTheWay();
            }
            return true;
        }

        private void step(int steps) {
            for (int i = 0; i < steps && timeline.now() < FARTHEST; i++) {
                if (!timeline.step()) {
                    assertTrue(timeline.divergence().isPresent());
                }
            }
        }

        private boolean allowed(Runnable change) {
            try {
                change.run();
                return true;
            } catch (BadInputException e) {
                return false;
            }
        }

        private void turnBackOnTheWay() {
            timeline.aim(random.below((int) timeline.head() + 1));
            for (int i = random.below(30); i > 0; i--) {
                timeline.approach();
            }
            timeline.goTo(random.below((int) timeline.head() + 1));
        }

        private void reopen(Script script) {
            Experiment then = timeline.twins().experiment();
            timeline.close();
            timeline = Timeline.open(script, dataset, 1, mostBytes);
            timeline.goTo(script.step());
            assertEquals(script.step(), timeline.now());
            assertEquals(script.step(), timeline.head());
            assertEquals(script.commands(), timeline.twins().commands());
            assertEquals(then, timeline.twins().experiment());
            script.state().ifPresent(state -> assertEquals(state, timeline.save()));
        }

        private void check() {
            Twins twins = timeline.twins();
            long now = timeline.now();
            List<RecordedCommand> landed = List.copyOf(twins.commands());
            List<RecordedCommand> before = landed.stream().filter(recorded -> recorded.step() < now).toList();
            if (random.below(2) == 0) {
                Metrics latest = twins.measure();
                List<Double> shown = List.of(latest.a().trainingLoss(), latest.b().trainingLoss(), latest.a().testLoss(),
                        latest.b().testLoss(), latest.a().layers().get(0).shift(), latest.learningRate());
                List<Double> seen = losses.putIfAbsent(List.of(now, landed), shown);
                assertEquals(seen == null ? shown : seen, shown);
            }
            long hash = timeline.save().hash();
            Long seen = states.putIfAbsent(List.of(now, before), hash);
            again += seen == null ? 0 : 1;
            assertEquals(seen == null ? hash : seen, hash, "at step " + now);
            assertEquals(landed, twins.commands(), "saving changes nothing");
        }

        /** Twins that only ever went ahead. */
        private void assertSameAsNeverStopped(Script script) {
            assertEquals(Optional.of(script.step()), script.state().map(State::step));
            try (Twins alone = new Twins(experiment, dataset, 1)) {
                for (RecordedCommand recorded : script.commands()) {
                    if (recorded.step() < script.step()) {
                        SmallWorld.advance(alone, (int) (recorded.step() - alone.stepCount()));
                        alone.apply(recorded.command());
                    }
                }
                SmallWorld.advance(alone, (int) (script.step() - alone.stepCount()));
                assertEquals(alone.save(), script.state().orElseThrow());
            }
        }
    }

    @Test
    void everyStateReachedAgainByAnyWayIsTheSame() {
        for (long seed = 0; seed < WAYS; seed++) {
            long way = seed;
            try {
                new Way(seed).go();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("way " + way, e);
            }
        }
        for (int what = 0; what < done.length; what++) {
            assertTrue(done[what] > WAYS / 4, "turn " + what + " was taken " + done[what] + " times");
        }
        assertTrue(again > WAYS * 10, again + " states were reached again");
    }
}
