package shiftscope.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class GaugeTest {
    private static final long MILLISECOND = 1_000_000;
    private final List<Integer> made = new ArrayList<>();

    /** Each step takes a millisecond at least. */
    private void step(int count) {
        made.add(count);
        for (int i = 0; i < count; i++) {
            long until = System.nanoTime() + MILLISECOND;
            while (System.nanoTime() - until < 0) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
        }
    }

    @Test
    void aWindowIsAsManyStepsAsTheTimeHoldsAtTheSpeedOfTheOneBefore() {
        Gauge gauge = new Gauge(this::step, 0.02);
        double first = gauge.window();
        gauge.window();

        assertEquals(List.of(1, (int) Math.max(1, first * 0.02)), made);
        assertTrue(first > 0 && first <= 1000, "steps of a millisecond, " + first + " in a second");
    }

    @Test
    void theMedianLiesAmongTheWindowsAndTheBestAbove() {
        Gauge gauge = new Gauge(this::step, 0.01);
        double one = gauge.window(1);
        double two = gauge.window(2);
        double three = gauge.window(3);

        assertEquals(Math.max(Math.min(one, two), Math.min(Math.max(one, two), three)), gauge.median());
        assertEquals(Math.max(one, Math.max(two, three)), gauge.best());
        assertEquals(1, gauge.medianRatio(gauge));
        gauge.restart();
        double later = gauge.window(1);
        assertEquals(later, gauge.median(), "what came before the restart is forgotten");
        assertEquals(later, gauge.best());
    }

    @Test
    void anEvenNumberOfWindowsHasTheMeanOfTheTwoInTheMiddle() {
        Gauge gauge = new Gauge(this::step, 0.01);
        double one = gauge.window(1);
        double two = gauge.window(1);

        assertEquals((one + two) / 2, gauge.median());
    }

    @Test
    void moreWindowsThanAnybodyExpectedAreKept() {
        Gauge gauge = new Gauge(count -> made.add(count), 1e-9);
        for (int window = 0; window < 200; window++) {
            gauge.window();
        }
        assertEquals(200, made.size());
        assertTrue(gauge.median() > 0 && gauge.best() >= gauge.median());
    }

    @Test
    void ratiosAreTakenWindowForWindow() {
        Gauge slow = new Gauge(this::step, 0.01);
        Gauge fast = new Gauge(count -> made.add(count), 0.01);
        for (int window = 0; window < 3; window++) {
            slow.window(2);
            fast.window(2);
        }
        assertTrue(fast.medianRatio(slow) > 1, "" + fast.medianRatio(slow));
        assertTrue(slow.medianRatio(fast) < 1, "" + slow.medianRatio(fast));
    }
}
