package shiftscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    @Test
    void stepsAreOneTwoOrFive() {
        assertEquals(List.of("−5", "0", "5"), Ticks.linear(-8, 8, 5).labels());
        assertEquals(List.of(-4.0, -2.0, 0.0, 2.0, 4.0), Ticks.linear(-4, 4, 7).values());
        assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), Ticks.linear(0, 1, 6).labels());
    }

    @Test
    void smallAndLargeNumbersShareAFactor() {
        Ticks small = Ticks.linear(-0.0004, 0.0004, 5);
        assertEquals("×10⁻⁴", small.factor());
        assertEquals(List.of("−4", "−2", "0", "2", "4"), small.labels());
        assertEquals("×10⁵", Ticks.linear(0, 250_000, 5).factor());
        assertEquals("", Ticks.linear(0, 50_000, 5).factor());
    }

    @Test
    void thereAreNeverMoreThanAskedForAndAllAreInside() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-12, 12));
            double high = low + random.nextDouble() * Math.pow(10, random.nextInt(-6, 12)) + Math.abs(low) * 1e-6;
            int most = random.nextInt(1, 12);
            if (!(low < high)) {
                continue;
            }
            Ticks ticks = Ticks.linear(low, high, most);
            assertTrue(ticks.count() <= most, () -> ticks + " for " + most);
            assertTrue(ticks.count() >= most / 5 - 1, () -> "few for " + most + ": " + ticks);
            assertTrue(ticks.values().stream().allMatch(v -> v >= low && v <= high), ticks::toString);
            assertEquals(ticks.count(), new HashSet<>(ticks.labels()).size(), () -> "labels must differ: " + ticks);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 4.9e-324", "0, 1.7e308", "1, 1.0000000000000002", "-8e307, 8e307"})
    void theEndsOfTheNumbersAreNoTrap(double low, double high) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Ticks.linear(low, high, 5));
    }

    @Test
    void logarithmicTicksAreRound() {
        assertEquals(List.of("0.1", "0.2", "0.5", "1", "2"), Ticks.logarithmic(0.09, 2.5, 5).labels());
        assertEquals(List.of("0.1", "0.3", "1"), Ticks.logarithmic(0.09, 2.5, 4).labels());
        assertEquals(List.of("0.1", "1"), Ticks.logarithmic(0.09, 2.5, 2).labels());
        assertEquals(List.of("2.2", "2.4"), Ticks.logarithmic(2.1, 2.5, 2).labels());
        assertTrue(Ticks.logarithmic(1e-30, 1e30, 4).count() <= 4);
        assertFalse(Ticks.logarithmic(1e-30, 1e30, 4).values().isEmpty());
    }

    @Test
    void scalesGoThereAndBack() {
        LinearScale linear = new LinearScale(-3, 7, 100, 20);
        assertEquals(100, linear.at(-3));
        assertEquals(20, linear.at(7), 1e-12);
        assertEquals(1.25, linear.valueAt(linear.at(1.25)), 1e-12);
        LogScale log = new LogScale(0.01, 100, 100, 0);
        assertEquals(50, log.at(1), 1e-9);
        assertEquals(0.3, log.valueAt(log.at(0.3)), 1e-12);
        assertEquals(100, log.at(0));
    }

    @Test
    void aScaleWithoutRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LinearScale(1, 1, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> new LinearScale(0, Double.NaN, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> new LogScale(0, 1, 0, 10));
    }
}
