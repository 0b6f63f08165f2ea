package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SweepNumbersTest {
    private static final double[] X = {0.01, 0.1, 1, 10, 100};
    private static final double LOST = Double.NaN;

    private static double of(String name, double[] y, Arguments arguments) {
        return ((Quantity.OfSweep) Quantities.named(name)).summary().of(X, y, arguments);
    }

    private static double of(String name, double... y) {
        return of(name, y, Arguments.NONE);
    }

    private static double largestReaching(double level, double... y) {
        return of("largestReaching", y, Arguments.NONE.with("level", level));
    }

    @Test
    void theLargestThatReachesMayLieBehindOneThatDoesNot() {
        assertEquals(10, largestReaching(0.8, 0.1, 0.9, 0.7, 0.8, 0.1));
        assertEquals(1, largestReaching(0.8, 0.1, 0.9, 0.8, LOST, LOST));
        assertEquals(LOST, largestReaching(0.8, 0.1, 0.2, 0.3, 0.4, LOST));
    }

    @Test
    void highestAndLowestPassOverWhatDiverged() {
        assertEquals(0.9, of("highest", 0.1, 0.9, LOST, 0.3, LOST));
        assertEquals(0.1, of("lowest", LOST, 0.9, 0.1, 0.3, LOST));
        assertEquals(LOST, of("highest", LOST, LOST, LOST, LOST, LOST));
        assertEquals(LOST, of("lowest", LOST, LOST, LOST, LOST, LOST));
    }

    @Test
    void aValueIsTakenAtItsPlaceOnly() {
        double[] y = {1, 2, 3, LOST, 5};
        assertEquals(2, of("valueAt", y, Arguments.NONE.with("x", 0.1)));
        assertEquals(LOST, of("valueAt", y, Arguments.NONE.with("x", 10)));
        assertEquals(LOST, of("valueAt", y, Arguments.NONE.with("x", 0.2)), "not swept over");
    }

    @Test
    void theChangeIsFromTheFirstToTheLast() {
        assertEquals(-3, of("change", 4, 9, 9, 9, 1));
        assertEquals(LOST, of("change", 4, 9, 9, 9, LOST));
        assertEquals(LOST, of("change", LOST, 9, 9, 9, 1));
    }
}
