package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
    /** A claim that holds below 10. */
    private static Rate of(double... values) {
        return Rate.of(Arrays.stream(values)
                .mapToObj(value -> new Verdict(value < 10 ? Verdict.Result.HELD : Verdict.Result.FAILED, value, value, Double.NaN))
                .toList());
    }

    @Test
    void everySeedCounts() {
        assertEquals(new Rate(3, 4, 2.5, 1, 40), of(3, 40, 1, 2));
        assertEquals(new Rate(2, 3, 2, 1, 12), of(12, 1, 2));
        assertEquals(new Rate(1, 2, Double.NaN, 3, Double.NaN), of(Double.NaN, 3), "one seed had no number");
        assertEquals(new Rate(2, 3, 4, 3, Double.NaN), of(Double.NaN, 4, 3));
        assertEquals(new Rate(0, 2, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
                of(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @CsvSource({
        "20, 20, It holds., true",
        "18, 20, It holds., true",
        "17, 20, It holds., false",
        "17, 20, It holds in 17 of 20 seeds., true",
        "16, 20, It holds in 17 of 20 seeds., false",
        "20, 20, It holds in 17 of 20 seeds., false",
        "4, 8, It holds in 17 of 20 seeds., true",
        "8, 9, Nine of ten., false"
    })
    void aTextSaysHowOftenARareClaimHolds(int times, int seeds, String text, boolean agrees) {
        assertEquals(agrees, new Rate(times, seeds, 0, 0, 0).agreesWith(text));
    }

    /** What the program tells of its own lessons. */
    @Test
    void noClaimIsShownThatHoldsMoreRarelyThanItsTextSays() {
        IntStream.rangeClosed(1, Library.size()).mapToObj(Library::lesson).forEach(lesson -> {
            Map<String, Rate> rates = Rates.of(lesson);
            rates.forEach((id, rate) -> {
                assertTrue(rate.seeds() >= 20, lesson.id() + "/" + id + ": " + rate);
                assertTrue(rate.agreesWith(lesson.claim(id).text()), lesson.id() + "/" + id + ": " + rate);
            });
        });
    }
}
