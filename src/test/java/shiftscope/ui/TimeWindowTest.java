package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import shiftscope.session.Metrics;

/** The real window with the real trainer goes to other steps, takes other ways, and takes changes back. */
class TimeWindowTest extends RealWindow {
    private void train(FxRobot robot, int steps) throws TimeoutException {
        robot.interact(() -> {
            model.transport().notchProperty().set(11);
            model.transport().advance(steps);
        });
        until(() -> newest().step() == steps && !newest().playing());
    }

    private static Point2D onTimeline(FxRobot robot, double share) {
        Node node = robot.lookup("#timeline").query();
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getMinX() + 12 + share * (bounds.getWidth() - 24), bounds.getCenterY());
    }

    @Test
    void theTimelineLeadsToThePastAndBackAndPlayReplaysIt(FxRobot robot) throws TimeoutException {
        train(robot, 100);
        List<Metrics> recorded = newest().history();
        assertFalse(robot.lookup("#pastBar").query().isVisible());
        robot.clickOn(onTimeline(robot, 0.5), MouseButton.PRIMARY);
        until(() -> newest().step() == 50);
        assertTrue(robot.lookup("#pastBar").query().isVisible());
        assertEquals(
                "Step 50 of 100 – the past. Play replays it; Fork here takes another way.",
                robot.lookup("#past").queryLabeled().getText());
        assertTrue(newest().history().size() < recorded.size(), "views over time end now");
        robot.push(KeyCode.LEFT);
        until(() -> newest().step() == 49);
        robot.push(KeyCode.HOME);
        until(() -> newest().step() == 0);
        robot.push(KeyCode.PAGE_DOWN);
        until(() -> newest().step() == 33);
        robot.clickOn("#play");
        until(() -> newest().step() > 100);
        robot.clickOn("#play");
        until(() -> !newest().playing());
        assertEquals(recorded, newest().history().subList(0, recorded.size()), "the same numbers again");
        assertFalse(robot.lookup("#pastBar").query().isVisible());
    }

    @Test
    void draggingEndsWhereItIsLetGo(FxRobot robot) throws TimeoutException {
        train(robot, 200);
        robot.moveTo(onTimeline(robot, 0.9)).press(MouseButton.PRIMARY);
        for (double share = 0.85; share >= 0.25; share -= 0.05) {
            robot.moveTo(onTimeline(robot, share));
        }
        robot.release(MouseButton.PRIMARY);
        long let = model.timeline().thumbProperty().get();
        assertTrue(let > 20 && let < 80, "the thumb follows the mouse: " + let);
        until(() -> newest().step() == let && newest().time().seeking() < 0);
        robot.clickOn("#backToNow");
        until(() -> newest().step() == 200);
    }

    @Test
    void aSwitchMovedInThePastTakesAnotherWayAndUndoComesBack(FxRobot robot) throws TimeoutException {
        train(robot, 100);
        robot.interact(() -> model.timeline().goTo(40));
        until(() -> newest().step() == 40);
        robot.clickOn("#normalizeA");
        until(() -> newest().experiment().a().normalizes());
        assertEquals(40, newest().time().head());
        assertEquals(1, newest().time().ghosts().size());
        until(() -> robot.lookup("#newsBar").query().isVisible());
        robot.clickOn(robot.lookup("#offers .button").queryButton());
        until(() -> newest().step() == 40 && newest().time().head() == 100);
        assertFalse(newest().experiment().a().normalizes());
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        until(() -> newest().experiment().a().normalizes() && newest().time().ghosts().size() == 1);
    }

    @Test
    void ctrlZTakesASwitchBackToTheBitAndARebuildToItsRuns(FxRobot robot) throws TimeoutException {
        train(robot, 30);
        assertTrue(robot.lookup("#undo").query().isDisabled());
        robot.clickOn("#normalizeA");
        until(() -> newest().commands().size() == 1);
        assertEquals("Undo: A batch norm (Ctrl+Z)", robot.lookup("#undo").queryAs(Button.class).getTooltip().getText());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> newest().commands().isEmpty());
        assertFalse(newest().experiment().a().normalizes());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        until(() -> newest().commands().size() == 1);

        type(robot, "#hidden", "30 20");
        until(() -> newest().rows().size() == 4);
        robot.clickOn("#undo");
        until(() -> newest().rows().size() == 5);
        assertEquals(30, newest().step(), "as it was");
        assertTrue(newest().experiment().a().normalizes());
        robot.clickOn("#redo");
        until(() -> newest().rows().size() == 4);
    }
}
