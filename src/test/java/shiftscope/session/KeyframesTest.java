package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** States at some steps in bounded memory. */
class KeyframesTest {
    private static final int STEPS = 30_000;

    private static List<Long> steps(Keyframes keyframes, long until) {
        List<Long> steps = new ArrayList<>();
        for (long step = until; step >= 0; step = steps.get(steps.size() - 1) - 1) {
            steps.add(keyframes.newest(step).step());
        }
        return steps;
    }

    @Test
    void gapsStayEvenAndShortNearTheEnd() {
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment()); Twins trained = SmallWorld.twins(SmallWorld.experiment())) {
            SmallWorld.advance(trained, 1);
            long room = 40 * trained.stateBytes() + 1000;
            Keyframes keyframes = new Keyframes();
            keyframes.add(twins, room);
            for (int step = 1; step <= STEPS; step++) {
                twins.repeat();
                if (Keyframes.isDue(step)) {
                    keyframes.add(twins, room);
                    assertTrue(keyframes.bytes() <= room);
                }
                if (step % 7001 == 0) {
                    List<Long> kept = steps(keyframes, step);
                    assertEquals(keyframes.size(), kept.size());
                    assertTrue(step < 40 * Keyframes.SPACING || kept.size() >= 38, () -> kept.size() + " are kept");
                    assertEquals(0, kept.get(kept.size() - 1));
                    assertTrue(step - kept.get(4) < 5 * Keyframes.SPACING, () -> "near the end: " + kept);
                    long most = 0;
                    for (int i = 1; i < kept.size(); i++) {
                        most = Math.max(most, kept.get(i - 1) - kept.get(i));
                    }
                    assertTrue(most <= 2.5 * step / 30, "of " + step + " steps: " + kept);
                }
            }
        }
    }

    @Test
    void theFirstIsKeptEvenWhereThereIsNoRoom() {
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment())) {
            Keyframes keyframes = new Keyframes();
            keyframes.add(twins, 0);
            long first = twins.stateBytes();
            SmallWorld.advance(twins, 50);
            keyframes.add(twins, 0);
            assertEquals(List.of(0L), steps(keyframes, 50));
            keyframes.add(twins, 2 * twins.stateBytes());
            SmallWorld.advance(twins, 50);
            keyframes.add(twins, 2 * twins.stateBytes());
            assertEquals(List.of(100L, 0L), steps(keyframes, 100));
            keyframes.fit(0);
            assertEquals(List.of(0L), steps(keyframes, 100));
            assertEquals(first, keyframes.bytes());
        }
    }

    @Test
    void aStepOnceJoinedStays() {
        try (Twins twins = SmallWorld.twins(SmallWorld.experiment())) {
            Keyframes keyframes = new Keyframes();
            keyframes.add(twins, 0);
            SmallWorld.advance(twins, 33);
            keyframes.keepAlways(33);
            keyframes.add(twins, 4 * twins.stateBytes());
            for (int i = 0; i < 9; i++) {
                SmallWorld.advance(twins, 50);
                keyframes.add(twins, 4 * twins.stateBytes());
            }
            assertEquals(33, keyframes.newest(100).step());
            assertEquals(4, keyframes.size());
        }
    }
}
