package shiftscope.ui;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import shiftscope.lesson.Library;

/**
 * How long a learner waits for claims who plays at the speed that the window begins with: the seconds from entering each step of each lesson
 * until all that it claims is decided. Made on purpose, never by the build; it prints and judges nothing.
 */
@Tag("speed")
class LessonSpeed extends RealWindow {
    static Stream<Integer> numbers() {
        return Stream.iterate(1, number -> number + 1).limit(Library.size());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void untilClaimsAreDecided(int number) throws Exception {
        StringBuilder seconds = new StringBuilder();
        long[] entered = {System.nanoTime()};
        PlayedLesson.open(number, model, new FxRobot()).toTheEnd(step -> {
            long now = System.nanoTime();
            seconds.append(String.format(Locale.ROOT, " %.1f", (now - entered[0]) / (double) TimeUnit.SECONDS.toNanos(1)));
            entered[0] = now;
        });
        System.out.println("lesson " + number + ", seconds of each step:" + seconds);
    }
}
