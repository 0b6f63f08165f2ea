package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import shiftscope.lesson.Library;
import shiftscope.ui.model.ClaimLedger;
import shiftscope.ui.model.Speed;

/**
 * Every lesson is gone through in the real window by mouse, at full speed, to its last step, with all of its claims decided. That nobody
 * needs a mouse is shown by {@link LessonKeyboardTest}.
 */
class EveryLessonTest extends RealWindow {
    static Stream<Integer> numbers() {
        return Stream.iterate(1, number -> number + 1).limit(Library.size());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void isGoneThroughToItsLastStep(int number) throws Exception {
        FxRobot robot = new FxRobot();
        robot.interact(() -> model.transport().notchProperty().set(Speed.lastNotch()));
        PlayedLesson lesson = PlayedLesson.open(number, model, robot);
        lesson.toTheEnd(step -> { });
        Map<String, ClaimLedger.Outcome> verdicts = lesson.verdicts();
        assertEquals(Library.lesson(number).claims().size(), verdicts.size());
        verdicts.forEach((claim, outcome) -> assertTrue(outcome.isDecided(), claim));
        assertTrue(model.lessons().placeProperty().get().isLast());
    }
}
