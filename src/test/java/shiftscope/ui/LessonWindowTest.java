package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import shiftscope.lesson.Verdict;
import shiftscope.session.Snapshot;

/** A lesson in the real window, with mouse and keyboard. */
class LessonWindowTest extends PlayedWindow {
    @TempDir
    private Path folder;

    @Test
    void theFirstLessonIsGoneThroughToItsEndWithEveryClaimDecided(FxRobot robot) throws Exception {
        robot.clickOn("#lessonNow");
        until(() -> robot.lookup("#lesson1").tryQuery().isPresent());
        robot.clickOn("#lesson1");
        until(() -> model.lessons().openedProperty().get() != null && !model.bench().openingProperty().get());
        assertFalse(model.lessons().contentsShownProperty().get());
        PlayedLesson lesson = new PlayedLesson(model, robot);
        lesson.toTheEnd(step -> { });
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

    private static final String POINTS = """
            {"shiftscope": 1, "lesson": {
              "id": "points", "title": "It points", "aim": "You have seen where.",
              "experiments": {"small": {"name": "Small", "data": {"kind": "circles", "examples": 100}, "network": {"hidden": [4, 4]},
                                        "training": {"batchSize": 10}}},
              "hidden": ["views"],
              "steps": [
                {"title": "Data", "text": "Here.", "experiment": "small", "look": "data"},
                {"title": "Statistics", "text": "There.", "look": "statistics"},
                {"title": "A", "text": "And here.", "look": "switches-a"}
              ]
            }}
            """;

    @Test
    void whatAStepSpeaksOfIsOutlinedAndTheRestStepsBackButCanBeUsed(FxRobot robot) throws Exception {
        Path file = Files.writeString(folder.resolve("points.json"), POINTS);
        robot.push(KeyCode.E);
        assertFalse(robot.lookup("#experimentPanel").query().isVisible());
        robot.interact(() -> model.opener().open(file));
        until(() -> model.lessons().openedProperty().get() != null && !model.bench().openingProperty().get());
        until(() -> around(robot, "#dataGroup"));
        Node panel = robot.lookup("#experimentPanel").query();
        assertTrue(panel.isVisible(), "what is pointed at is unfolded");
        assertFalse(robot.lookup("#viewsRow").query().isVisible(), "the lesson does without");
        assertEquals(1, robot.lookup("#dataGroup").query().getOpacity());
        assertTrue(robot.lookup("#centre").query().getOpacity() < 1);
        double columns = robot.lookup("#lessonPanel").query().getLayoutY();

        robot.clickOn("#lessonNext");
        until(() -> around(robot, "#statisticsCard"));
        assertEquals(columns, robot.lookup("#lessonPanel").query().getLayoutY(), "the lesson stays where it is");
        assertTrue(robot.lookup("#dataGroup").query().getOpacity() < 1);

        robot.clickOn("#lessonNext");
        until(() -> outline(robot).isVisible() && robot.lookup("#statisticsCard").query().getOpacity() < 1);
        robot.clickOn("#step");
        until(() -> newest().step() == 1 && robot.lookup("#dataGroup").query().getOpacity() == 1);
        assertTrue(outline(robot).isVisible(), "it is still pointed at");

        robot.clickOn("#leaveLesson");
        until(() -> model.lessons().openedProperty().get() == null && !outline(robot).isVisible());
        assertTrue(robot.lookup("#viewsRow").query().isVisible());
    }

    private static Node outline(FxRobot robot) {
        return robot.lookup(".pointed-at").query();
    }

    /** Whether the outline lies around the part of a node that is in sight. */
    private static boolean around(FxRobot robot, String id) {
        Bounds outline = outline(robot).localToScreen(outline(robot).getLayoutBounds());
        Bounds node = robot.lookup(id).query().localToScreen(robot.lookup(id).query().getLayoutBounds());
        return outline(robot).isVisible() && outline.intersects(node) && outline.getWidth() > node.getWidth()
                && Math.abs(outline.getCenterX() - node.getCenterX()) < 2;
    }
}
