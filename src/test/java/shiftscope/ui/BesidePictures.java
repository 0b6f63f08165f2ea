package shiftscope.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonStep;
import shiftscope.lesson.Library;
import shiftscope.ui.model.Sitting;

/** Pictures of what lessons 2 and 9 show in the place of the wall. Made on purpose, never by the build. */
@Tag("pictures")
class BesidePictures extends RealWindow {
    @Test
    void contours(FxRobot robot) throws Exception {
        Files.createDirectories(WindowPictures.FOLDER);
        show(robot, 2, 0, 600);
        until(() -> model.exhibits().contours().newestProperty().get() != null && model.exhibits().contours().newestProperty().get().step() == 600);
        WindowPictures.allThemes(robot, stage, model, "contours-raw", 1440, 900);
        show(robot, 2, 1, 600);
        until(() -> model.exhibits().contours().newestProperty().get() != null && model.exhibits().contours().newestProperty().get().step() == 600);
        WindowPictures.take(stage, "contours-min-max", 1440, 900);
        show(robot, 2, 2, 600);
        until(() -> model.exhibits().contours().newestProperty().get() != null && model.exhibits().contours().newestProperty().get().step() == 600);
        WindowPictures.allThemes(robot, stage, model, "contours-standardized", 1024, 700);
    }

    @Test
    void draws(FxRobot robot) throws Exception {
        Files.createDirectories(WindowPictures.FOLDER);
        show(robot, 9, 0, 300);
        until(() -> model.exhibits().draws().newestProperty().get() != null && model.exhibits().draws().newestProperty().get().step() == 300);
        WindowPictures.allThemes(robot, stage, model, "draws", 1440, 900);
        WindowPictures.allThemes(robot, stage, model, "draws", 1024, 700);
    }

    private void show(FxRobot robot, int number, int step, long to) throws Exception {
        Lesson lesson = Library.lesson(number);
        LessonStep shown = lesson.steps().get(step);
        robot.interact(() -> {
            model.bench().open(new Sitting(lesson.experiments().get(shown.experiment().orElseThrow()).script(), Path.of("")));
            model.exhibits().stand().show(lesson, shown.exhibit().orElseThrow(), Path.of(""));
            model.transport().notchProperty().set(11);
        });
        until(() -> newest().step() == 0
                && newest().experiment().name().equals(lesson.experiments().get(shown.experiment().orElseThrow()).script().start().name()));
        robot.interact(() -> model.transport().advance(to));
        until(() -> newest().step() == to && !newest().playing());
    }
}
