package shiftscope.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScreenBudgetTest {
    private static final long MILLISECOND = 1_000_000L;

    private static void assertNextAfter(ScreenBudget budget, long milliseconds, long end) {
        assertFalse(budget.allows(end + (milliseconds - 1) * MILLISECOND));
        assertTrue(budget.allows(end + (milliseconds + 1) * MILLISECOND));
    }

    private static ScreenBudget after(int processors, long costInMicroseconds) {
        ScreenBudget budget = new ScreenBudget(processors, 2, 0);
        budget.spent(0, costInMicroseconds * MILLISECOND / 1_000);
        return budget;
    }

    @Test
    void theFirstPictureAndTheOneAfterAJourneyComeAtOnce() {
        assertTrue(new ScreenBudget(2, 2, 5).allows(5));
        ScreenBudget budget = after(2, 1_000);
        budget.renew(2 * MILLISECOND);
        assertTrue(budget.allows(2 * MILLISECOND));
    }

    @Test
    void whereTheTwinsHaveEveryProcessorMeasuringGetsTwoThousandths() {
        assertNextAfter(after(2, 1_000), 499, MILLISECOND);
    }

    @Test
    void aPictureComesEverySecondAlthoughItCostsMoreThanThat() {
        assertNextAfter(after(2, 10_000), 1_000, 10 * MILLISECOND);
    }

    @Test
    void oneThatTakesLongComesLessOftenButEveryTwoSecondsAtLeast() {
        assertNextAfter(after(2, 20_000), 1_313, 20 * MILLISECOND);
        assertNextAfter(after(2, 500_000), 2_000, 500 * MILLISECOND);
    }

    @Test
    void whereAProcessorIsLeftForTheWindowPicturesComeTwentyTimesAsOften() {
        assertNextAfter(after(4, 4_000), 96, 4 * MILLISECOND);
        assertNextAfter(after(4, 100_000), 2_000, 100 * MILLISECOND);
    }

    /** A clock may have any value, also one just before it overflows. */
    @Test
    void anyClockWillDo() {
        long now = Long.MAX_VALUE - MILLISECOND;
        ScreenBudget budget = new ScreenBudget(2, 2, now);
        assertTrue(budget.allows(now));
        budget.spent(now, now + MILLISECOND);
        assertFalse(budget.allows(now + 2 * MILLISECOND));
        assertTrue(budget.allows(now + 600 * MILLISECOND));
    }
}
