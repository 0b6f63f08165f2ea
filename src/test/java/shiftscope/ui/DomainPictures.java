package shiftscope.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Library;
import shiftscope.ui.model.Sitting;
import shiftscope.ui.model.Speed;

/** Pictures of the exhibit of data that move, of real runs. Made on purpose, never by the build. */
@Tag("pictures")
class DomainPictures extends RealWindow {
    private static final Path FOLDER = WindowPictures.FOLDER.resolve("domains");
    /** Few enough for a machine that has other things to do. */
    private static final int STEPS = 120;

    @Test
    void allThemesAndSizes(FxRobot robot) throws Exception {
        Files.createDirectories(FOLDER);
        Lesson lesson = Library.lesson(13);
        Path here = Path.of("");
        robot.interact(() -> {
            model.bench().open(new Sitting(lesson.experiments().get("cats").script(), here));
            model.exhibits().show(lesson, lesson.steps().get(0).exhibit().orElseThrow(), here);
        });
        until(() -> model.domains().sceneProperty().get() != null && !model.domains().measuringProperty().get());
        WindowPictures.take(stage, FOLDER.resolve("start.png"), 1440, 900, Optional.empty());
        robot.interact(() -> {
            model.transport().notchProperty().set(Speed.lastNotch());
            model.transport().advance(STEPS);
        });
        until(() -> newest().step() == STEPS && !newest().playing());
        until(() -> model.domains().sceneProperty().get().reading().orElseThrow().step() == STEPS);
        WindowPictures.take(stage, FOLDER.resolve("frozen.png"), 1440, 900, Optional.empty());
        robot.interact(() -> model.domains().takeAgain());
        until(() -> !model.domains().measuringProperty().get());
        for (double[] size : new double[][] {{1440, 900}, {1024, 700}}) {
            for (String theme : List.of("light", "dark", "projector")) {
                robot.interact(() -> {
                    model.view().darkProperty().set(theme.equals("dark"));
                    model.view().projectorProperty().set(theme.equals("projector"));
                });
                WindowPictures.take(stage, FOLDER.resolve((int) size[0] + "-" + theme + ".png"), size[0], size[1], Optional.empty());
            }
        }
    }
}
