package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import shiftscope.config.Experiment;
import shiftscope.config.Setting;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Library;
import shiftscope.plot.DomainsScene;
import shiftscope.ui.model.Sitting;

/** The exhibit of data that move in the real window, with real runs. */
class DomainsWindowTest extends RealWindow {
    @Test
    void statisticsAreTakenAgainBesideTheRuns(FxRobot robot) throws TimeoutException {
        Lesson lesson = Library.lesson(13);
        Path here = Path.of("");
        assertFalse(seen(robot, "#domains"));
        robot.interact(() -> {
            Experiment few = Setting.apply(
                    lesson.experiments().get("cats").script().start(), List.of(Setting.parse("data.examples=200", "the test")), "the test");
            model.bench().open(new Sitting(few, here));
            model.exhibits().stand().show(lesson, lesson.steps().get(0).exhibit().orElseThrow(), here);
        });
        assertTrue(robot.lookup("#domains").query().isVisible());
        until(() -> newest().dataset().equals("Cats"));
        robot.interact(() -> model.transport().advance(40));
        until(() -> model.exhibits().domains().sceneProperty().get() != null
                && model.exhibits().domains().sceneProperty().get().reading().filter(reading -> reading.step() == 40).isPresent());
        robot.clickOn("#takeAgain");
        until(() -> model.exhibits().domains().sceneProperty().get().reading().orElseThrow().b().again().isPresent());
        DomainsScene.Reading reading = model.exhibits().domains().sceneProperty().get().reading().orElseThrow();
        assertEquals(40, reading.step());
        assertEquals(40, newest().step(), "the runs stand where they stood");
        String words = robot.lookup("#domains").query().getAccessibleText();
        assertTrue(words.contains("Step 40. A is right on") && words.contains("statistics taken again"), words);
        robot.interact(() -> model.exhibits().stand().clear());
        assertFalse(robot.lookup("#domains").query().isVisible());
    }
}
