package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import shiftscope.measure.LayerShift;

class RecentPastTest {
    private static LayerShift.Reference[] layers() {
        return new LayerShift.Reference[] {LayerShift.Reference.of(new double[] {1}, 1, 1)};
    }

    @Test
    void givesTheNewestPointOfThatManyStepsAgoOrMore() {
        RecentPast past = new RecentPast(10, 100);
        LayerShift.Reference[] start = layers();
        past.restart(start);
        assertNull(past.before(0));
        LayerShift.Reference[] four = layers();
        past.add(4, four);
        LayerShift.Reference[] eight = layers();
        past.add(8, eight);
        assertNull(past.before(9));
        assertSame(start, past.before(10));
        assertSame(start, past.before(13));
        assertSame(four, past.before(14));
        assertSame(four, past.before(14), "asking changes nothing");
        assertSame(four, past.before(17));
        assertSame(eight, past.before(1000));
    }

    @Test
    void aRestartForgets() {
        RecentPast past = new RecentPast(10, 100);
        past.restart(layers());
        past.add(4, layers());
        LayerShift.Reference[] start = layers();
        past.restart(start);
        assertSame(start, past.before(20));
    }

    /** 4 points are kept of a large network, spread over the time that is looked back upon, whatever the recording. */
    @Test
    void staysSmall() {
        for (int every : new int[] {1, 7, 100}) {
            RecentPast past = new RecentPast(1000, 5_000_000);
            past.restart(layers());
            int most = 0;
            for (int step = every; step < 20_000; step += every) {
                past.before(step);
                past.add(step, layers());
                most = Math.max(most, past.size());
            }
            int seen = most;
            assertTrue(seen <= 6, () -> seen + " points");
            assertTrue(seen >= 4, () -> seen + " points");
        }
    }

    @Test
    void smallLayersKeepEveryPoint() {
        RecentPast past = new RecentPast(100, 256 * 310);
        past.restart(layers());
        LayerShift.Reference[] third = null;
        for (int step = 20; step <= 160; step += 20) {
            past.before(step);
            LayerShift.Reference[] now = layers();
            third = step == 60 ? now : third;
            past.add(step, now);
        }
        assertSame(third, past.before(160));
    }
}
