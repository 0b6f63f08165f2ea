package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Pace and speedometer, on a clock that this test turns. */
class PaceTest {
    private static final long MILLI = 1_000_000;
    private final Pace pace = new Pace();

    private void tenPerSecond() {
        pace.restart(0);
        pace.set(10, 0);
    }

    @Test
    void asFastAsPossibleIsAlwaysDue() {
        pace.set(Double.POSITIVE_INFINITY, 5);
        pace.stepped(5);

        assertTrue(pace.isDue(5));
        assertFalse(pace.isSlow());
    }

    @Test
    void aLittleLatenessIsMadeUpFor() {
        tenPerSecond();
        assertTrue(pace.isDue(0));
        pace.stepped(0);
        assertFalse(pace.isDue(99 * MILLI));
        assertEquals(MILLI, pace.untilDue(99 * MILLI));
        pace.stepped(130 * MILLI);

        assertFalse(pace.isDue(199 * MILLI));
        assertTrue(pace.isDue(200 * MILLI));
    }

    @Test
    void shortStepsMakeUpForATenthOfASecond() {
        pace.restart(0);
        pace.set(100, 0);
        pace.stepped(0);
        pace.stepped(60 * MILLI);
        assertTrue(pace.isDue(60 * MILLI), "six steps are due by now");
        pace.stepped(60 * MILLI);
        assertTrue(pace.isDue(60 * MILLI));

        pace.stepped(1_000 * MILLI);
        assertFalse(pace.isDue(1_009 * MILLI), "a pause is a pause");
    }

    @Test
    void aLongPauseDoesNotMakeStepsHurry() {
        tenPerSecond();
        pace.stepped(0);
        pace.stepped(1_000 * MILLI);

        assertFalse(pace.isDue(1_099 * MILLI));
        assertTrue(pace.isDue(1_100 * MILLI));
    }

    @Test
    void aHigherSpeedDoesNotWaitForTheSlowStep() {
        pace.restart(0);
        pace.set(0.1, 0);
        pace.stepped(0);
        assertEquals(10_000 * MILLI, pace.untilDue(0));
        pace.set(10, 0);

        assertEquals(100 * MILLI, pace.untilDue(0));
        assertTrue(pace.isSlow());
    }

    @Test
    void theSpeedIsThatBetweenStepsFromTheSecondOn() {
        Speedometer speedometer = new Speedometer();
        speedometer.restart();
        speedometer.read(1, 1);
        assertEquals(0, speedometer.stepsPerSecond(), "one step has no speed");
        for (int step = 2; step <= 200; step++) {
            speedometer.read(1 + (step - 1) * 10 * MILLI, step);
            assertEquals(100, speedometer.stepsPerSecond(), 1e-6);
        }
        speedometer.restart();
        assertEquals(0, speedometer.stepsPerSecond());
    }
}
