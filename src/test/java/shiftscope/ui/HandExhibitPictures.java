package shiftscope.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Library;

/** Pictures of the exhibits of lessons 3 and 4, to be looked at by people. Made on purpose, never by the build. */
@Tag("pictures")
class HandExhibitPictures extends InventedWindow {
    @Test
    void allThemesAndSizes(FxRobot robot) throws Exception {
        Files.createDirectories(WindowPictures.FOLDER);
        all(robot, 3, List.of(0, 1));
        robot.interact(() -> {
            model.exhibits().chain().depth().textProperty().set("20");
            model.exhibits().chain().ownProperty().set(true);
        });
        
        WindowPictures.allThemes(robot, stage, model, "chain-own", 1024, 700);
        all(robot, 4, List.of(0, 4));
        robot.interact(() -> model.view().textScaleProperty().set(1.5));
        for (double[] size : new double[][] {{1440, 900}, {1024, 700}}) {
            robot.interact(() -> show(4, 4));
            WindowPictures.take(stage, "eight-large-" + (int) size[0], size[0], size[1]);
            robot.interact(() -> robot.lookup("#eightNumbers").queryAs(ScrollPane.class).setVvalue(1));
            WindowPictures.take(stage, "eight-large-end-" + (int) size[0], size[0], size[1]);
            robot.interact(() -> show(3, 1));
            WindowPictures.take(stage, "chain-large-" + (int) size[0], size[0], size[1]);
        }
    }

    private void all(FxRobot robot, int lesson, List<Integer> steps) throws Exception {
        for (int step : steps) {
            robot.interact(() -> show(lesson, step));
            WindowPictures.allThemes(robot, stage, model, "exhibit-" + lesson + "-" + (step + 1), 1440, 900);
            WindowPictures.allThemes(robot, stage, model, "exhibit-" + lesson + "-" + (step + 1), 1024, 700);
        }
    }

    private void show(int number, int step) {
        Lesson lesson = Library.lesson(number);
        model.exhibits().stand().show(lesson, lesson.steps().get(step).exhibit().orElseThrow(), Path.of(""));
    }
}
