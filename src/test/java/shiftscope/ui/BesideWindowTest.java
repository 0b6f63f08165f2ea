package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import shiftscope.lesson.Exhibit;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Library;
import shiftscope.plot.Numbers;
import shiftscope.ui.model.Sitting;

/** What lessons 2 and 9 show in the place of the wall, in the real window with real runs. */
class BesideWindowTest extends PlayedWindow {
    private void show(FxRobot robot, int number, String experiment) throws Exception {
        Lesson lesson = Library.lesson(number);
        Sitting sitting = new Sitting(lesson.experiments().get(experiment).script(), Path.of(""));
        Exhibit exhibit = lesson.steps().get(0).exhibit().orElseThrow();
        robot.interact(() -> {
            model.bench().open(sitting);
            model.exhibits().stand().show(lesson, exhibit, Path.of(""));
        });
        until(() -> newest().experiment().name().equals(sitting.experiment().name()));
    }

    @Test
    void theMapFollowsTheRunAndTheWallComesBack(FxRobot robot) throws Exception {
        show(robot, 2, "standardized");
        until(() -> model.exhibits().contours().newestProperty().get() != null);
        assertEquals(0, model.exhibits().contours().newestProperty().get().step());
        assertTrue(robot.lookup("#contoursPlot").query().getParent().isVisible());
        assertFalse(robot.lookup("#wallScroll").query().isVisible());
        play(robot);
        until(() -> model.exhibits().contours().newestProperty().get() != null && model.exhibits().contours().newestProperty().get().step() > 10);
        robot.push(KeyCode.SPACE);
        until(() -> !newest().playing() && model.exhibits().contours().newestProperty().get().step() == newest().step());
        assertTrue(text(robot, "#contoursCaption").contains("at step " + Numbers.count(newest().step()) + ". "),
                text(robot, "#contoursCaption"));
        robot.interact(() -> model.exhibits().stand().clear());
        until(() -> robot.lookup("#wallScroll").query().isVisible());
        assertFalse(robot.lookup("#contoursPlot").query().getParent().isVisible());
        assertEquals(null, model.exhibits().contours().newestProperty().get());
    }

    @Test
    void aSizeIsChosenAndIsWhatTheLessonHears(FxRobot robot) throws Exception {
        show(robot, 9, "eights");
        until(() -> model.exhibits().draws().newestProperty().get() != null);
        assertEquals(8, model.exhibits().stand().argumentsProperty().get().whole("m"));
        robot.clickOn("#drawsOf64");
        until(() -> model.exhibits().stand().argumentsProperty().get().whole("m") == 64);
        robot.interact(() -> model.exhibits().stand().argumentsProperty().set(model.exhibits().stand().argumentsProperty().get().with("m", 2)));
        assertTrue(robot.lookup("#drawsOf2").<ToggleButton>query().isSelected());
        robot.push(KeyCode.RIGHT);
        until(() -> newest().step() > 0 && model.exhibits().draws().newestProperty().get() != null
                && model.exhibits().draws().newestProperty().get().step() == newest().step());
        assertTrue(robot.lookup("#drawsPlot").query().getAccessibleText().contains("m = 256: spread of the mean 0.0"));
    }
}
