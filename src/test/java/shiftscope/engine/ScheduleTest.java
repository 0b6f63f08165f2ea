package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.ScheduleKind;
import shiftscope.config.ScheduleSettings;

/** Shares against formulas written out in another way. */
class ScheduleTest {
    private static Schedule schedule(ScheduleKind kind, int warmUp, int steps, double factor) {
        return new Schedule(new ScheduleSettings(kind, warmUp, steps, factor));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 10_000_000_000L})
    void withoutScheduleTheShareIsOneToTheLastBit(long step) {
        assertEquals(1, schedule(ScheduleKind.CONSTANT, 0, 1_000, 0.1).share(step));
    }

    @ParameterizedTest
    @EnumSource(ScheduleKind.class)
    void warmUpRisesInEqualStepsToOneBeforeTheCourseBegins(ScheduleKind kind) {
        Schedule schedule = schedule(kind, 8, 50, 0.25);
        Schedule without = schedule(kind, 0, 50, 0.25);
        for (int step = 0; step < 8; step++) {
            assertEquals(0.125 * (step + 1), schedule.share(step));
        }
        for (int step = 8; step < 200; step++) {
            assertEquals(without.share(step - 8), schedule.share(step));
        }
        assertEquals(1, schedule.share(8));
        assertEquals(1, schedule(kind, 1, 50, 0.25).share(0), "a warm-up of one step begins at its end");
    }

    @Test
    void stepsMultiplyByTheFactorEachTime() {
        Schedule schedule = schedule(ScheduleKind.STEP, 0, 7, 0.3);
        double expected = 1;
        for (int step = 0; step < 400; step++) {
            if (step > 0 && step % 7 == 0) {
                expected *= 0.3;
            }
            assertEquals(1, schedule.share(step) / expected, 1e-14, "step " + step);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "0.5, 0", "0.999999, 4.5399702764e-5"})
    void stepsEndWhereTheirFactorLeads(double factor, double after) {
        assertEquals(after, schedule(ScheduleKind.STEP, 0, 1, factor).share(10_000_000), 1e-13);
    }

    @ParameterizedTest
    @CsvSource({"1000, 0", "1000, 0.1", "999, 0.01", "1, 0.5", "7, 1"})
    void cosineFallsToTheFactorAndStays(int length, double factor) {
        Schedule schedule = schedule(ScheduleKind.COSINE, 0, length, factor);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= length; step++) {
            double share = schedule.share(step);
            assertEquals(factor + (1 - factor) * (1 + Math.cos(Math.PI * step / length)) / 2, share, 4e-16, "step " + step);
            assertTrue(share <= before, "rises at " + step);
            before = share;
        }
        assertEquals(factor, schedule.share(length));
        assertEquals(factor, schedule.share(length + 1L));
        assertEquals(factor, schedule.share(10_000_000_000L));
    }

    /** Where 1 + cos loses all its digits, sin² of the half angle keeps them. */
    @Test
    void cosineDownToNothingKeepsItsDigits() {
        Schedule schedule = schedule(ScheduleKind.COSINE, 0, 10_000_000, 0);
        double halfAngle = Math.PI / 2 * 1e-7;
        assertEquals(1, schedule.share(9_999_999) / (halfAngle * halfAngle), 1e-8);
        assertEquals(0.5, schedule.share(5_000_000));
        assertEquals(0, schedule.share(10_000_000));
    }

    @ParameterizedTest
    @EnumSource(ScheduleKind.class)
    void shareDoesNotDependOnWhatWasAskedBefore(ScheduleKind kind) {
        Schedule asked = schedule(kind, 5, 20, 0.7);
        for (long step = 300; step >= 0; step -= 11) {
            assertEquals(schedule(kind, 5, 20, 0.7).share(step), asked.share(step));
        }
    }
}
