package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonFile;
import shiftscope.ui.model.SweepExhibit;
import shiftscope.ui.plot.PlotCanvas;

/** A sweep in the real window, trained beside the real trainer. */
class SweepWindowTest extends RealWindow {
    private static Lesson lesson(int steps) {
        return LessonFile.parse("""
                {"shiftscope": 1, "lesson": {"id": "small", "title": "Small", "aim": "Small",
                 "experiments": {"small": {"data": {"kind": "moons", "examples": 80}, "network": {"hidden": [6, 5]},
                   "training": {"batchSize": 10}, "measure": {"probe": 30, "recordEvery": 1000}}},
                 "sweeps": {"rates": {"title": "rate", "experiment": "small", "setting": "training.learningRate",
                   "values": [0.01, 0.1, 1, 10], "steps": %d, "curves": {
                     "accuracy": {"number": "accuracy", "title": "test accuracy", "axis": "share", "best": "highest"}}}},
                 "steps": [{"title": "Sweep", "text": "t", "exhibit": {"kind": "sweep", "sweep": "rates"}}]}}
                """.formatted(steps), "test");
    }

    private void show(FxRobot robot, Lesson lesson) {
        robot.interact(() -> model.exhibits().stand().show(lesson, lesson.steps().get(0).exhibit().orElseThrow(), Path.of("")));
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryAs(Labeled.class).getText();
    }

    private SweepExhibit.State state() {
        return model.exhibits().sweep().stateProperty().get();
    }

    @Test
    void aSweepIsRunReadAndLeft(FxRobot robot) throws TimeoutException {
        show(robot, lesson(200));
        until(() -> text(robot, "#runSweep").startsWith("Run the sweep: 8 runs, about "));
        robot.push(KeyCode.SPACE);
        until(() -> newest().playing());
        robot.clickOn("#runSweep");
        until(() -> state() == SweepExhibit.State.DONE);
        assertEquals("All 8 runs have ended.", text(robot, "#sweepStatus"));
        assertFalse(robot.lookup("#runSweep").query().isVisible());
        assertTrue(newest().playing(), "the runs on screen went on");
        StackPane plot = robot.lookup("#sweepPlot").queryAs(StackPane.class);
        assertTrue(plot.getAccessibleText().contains("10: A ") && plot.getAccessibleText().contains("A at best "),
                plot.getAccessibleText());

        PlotCanvas canvas = (PlotCanvas) plot.getChildren().get(0);
        Node over = canvas.getChildrenUnmodifiable().get(1);
        assertFalse(over.isVisible());
        robot.moveTo(canvas);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(over.isVisible(), "the numbers under the mouse");
        robot.moveTo("#sweepStatus");
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(over.isVisible());

        robot.interact(() -> model.exhibits().stand().clear());
        assertFalse(robot.lookup("#sweep").query().isVisible());
    }

    @Test
    void aLongSweepIsCancelledWithTheKeyboard(FxRobot robot) throws TimeoutException {
        show(robot, lesson(100_000));
        until(() -> text(robot, "#runSweep").contains("about"));
        robot.interact(() -> robot.lookup("#runSweep").query().requestFocus());
        robot.push(KeyCode.ENTER);
        until(() -> model.exhibits().sweep().progressProperty().get() > 0 && text(robot, "#sweepStatus").contains("left"));
        assertTrue(text(robot, "#sweepStatus").startsWith("0 of 8 runs, about "), text(robot, "#sweepStatus"));
        robot.interact(() -> robot.lookup("#cancelSweep").query().requestFocus());
        robot.push(KeyCode.ENTER);
        assertEquals(SweepExhibit.State.IDLE, state());
        assertTrue(robot.lookup("#runSweep").query().isVisible());
        assertEquals(0, model.exhibits().sweep().progressProperty().get());
    }
}
