package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import shiftscope.plot.LeftBehind;

/** The real window shows what was left behind at a fork, and says of which steps it is. */
class LeftBehindWindowTest extends RealWindow {
    @Test
    void theWallShowsWhatWasLeftBehindAndSaysOfWhichSteps(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            model.transport().notchProperty().set(11);
            model.transport().advance(100);
        });
        until(() -> newest().step() == 100 && !newest().playing());
        assertFalse(robot.lookup("#leftLegend").query().isVisible());
        robot.interact(() -> model.timeline().goTo(40));
        until(() -> newest().step() == 40);
        robot.clickOn("#normalizeA");
        until(() -> newest().experiment().a().normalizes());
        assertFalse(robot.lookup("#leftLegend").query().isVisible(), "nothing was recorded between the fork and now");
        robot.interact(() -> model.transport().advance(50));
        until(() -> newest().step() == 90 && !newest().playing());
        LeftBehind left = LeftBehind.of(newest()).orElseThrow();
        assertTrue(left.fork() == 40 && left.slice().step() > 40 && left.slice().step() <= 90, left::words);
        assertTrue(robot.lookup("#leftLegend").query().isVisible());
        String said = robot.lookup("#left").queryLabeled().getText();
        assertTrue(List.of(left.words(), left.shortWords()).contains(said), said);
        String summary = robot.lookup("#wallScroll").query().getAccessibleText();
        assertTrue(summary.contains("left behind at the fork at step 40, as of step " + left.slice().step() + "."), summary);
        robot.clickOn("#mode1");
        assertFalse(robot.lookup("#leftLegend").query().isVisible(), "other views do not draw it");
    }
}
