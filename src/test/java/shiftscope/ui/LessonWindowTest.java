package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import shiftscope.lesson.Verdict;
import shiftscope.session.Snapshot;

/** A lesson in the real window, with mouse and keyboard. */
class LessonWindowTest extends PlayedWindow {
    @Test
    void theFirstLessonIsGoneThroughToItsEndWithEveryClaimDecided(FxRobot robot) throws Exception {
        robot.clickOn("#lessonNow");
        until(() -> robot.lookup("#lesson1").tryQuery().isPresent());
        robot.clickOn("#lesson1");
        until(() -> model.lessons().openedProperty().get() != null && !model.bench().openingProperty().get());
        assertFalse(model.lessons().contentsShownProperty().get());
        PlayedLesson lesson = new PlayedLesson(model, robot);
        lesson.toTheEnd();
        assertTrue(model.lessons().placeProperty().get().isLast());
        lesson.verdicts().forEach((claim, outcome) -> assertEquals(Verdict.Result.HELD, outcome.verdict().result(), claim));
        assertTrue(model.lessons().progress().of("watch-the-shift").done());
    }

    @Test
    void theKeyboardOpensGoesOnAndLeaves(FxRobot robot) throws Exception {
        long seed = newest().experiment().seed();
        robot.push(KeyCode.N);
        until(() -> newest().experiment().seed() != seed);
        robot.push(KeyCode.RIGHT);
        until(() -> newest().step() == 1);
        Snapshot own = newest();
        robot.push(KeyCode.CONTROL, KeyCode.L);
        until(() -> robot.lookup("#lesson2").tryQuery().isPresent());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> model.lessons().openedProperty().get() != null && !model.bench().openingProperty().get());
        assertEquals(2, model.lessons().openedProperty().get().number());
        assertEquals("Lesson 2 of 17", robot.lookup("#lessonPlace").queryAs(Labeled.class).getText());
        while (!model.lessons().placeProperty().get().isLast()) {
            robot.push(KeyCode.ALT, KeyCode.RIGHT);
        }
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        until(() -> model.lessons().openedProperty().get().number() == 3);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.push(KeyCode.HOME).push(KeyCode.ENTER);
        until(() -> model.lessons().openedProperty().get() == null && newest().step() == 1);
        assertEquals(own.experiment(), newest().experiment());
        robot.push(KeyCode.CONTROL, KeyCode.L);
        assertTrue(robot.lookup("#contentsOverlay").query().isVisible());
        robot.push(KeyCode.ESCAPE);
        assertFalse(robot.lookup("#contentsOverlay").query().isVisible());
    }
}
