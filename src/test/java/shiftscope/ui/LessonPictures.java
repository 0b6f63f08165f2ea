package shiftscope.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.lesson.Library;
import shiftscope.ui.model.Speed;
import shiftscope.ui.model.ViewSettings;

/** Pictures of the window with a lesson open, to be looked at by people. Made on purpose, never by the build. */
@Tag("pictures")
class LessonPictures extends RealWindow {
    /** What is in here after all steps is copied beside the list of lessons as it is. */
    private static final Path LIST = WindowPictures.FOLDER.resolve("lessons");

    private static final int LIST_WIDTH = 320;
    private static final int[] LARGE = {1440, 900};
    private static final int[] SMALL = {1024, 700};

    @Test
    void aLessonInAllThemesAndSizes(FxRobot robot) throws Exception {
        Files.createDirectories(WindowPictures.FOLDER);
        robot.interact(() -> {
            model.transport().notchProperty().set(11);
            model.lessons().open(1);
        });
        until(() -> !model.bench().openingProperty().get() && newest().step() == 0);
        take("lesson-begin", LARGE, "light");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        take("lesson-contents", LARGE, "light");
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> {
            model.lessons().answer(0);
            model.transport().advance(320);
        });
        WaitForAsyncUtils.waitFor(3, TimeUnit.MINUTES, () -> newest().step() == 320
                && model.lessons().claims().outcomeOf("drift").get().isDecided());
        all(robot, "lesson-decided");
    }

    static Stream<Integer> numbers() {
        return Stream.iterate(1, number -> number + 1).limit(Library.size());
    }

    /** Each step once its claims are decided, large and light, on a small projector, and small with text of 150 %. */
    @ParameterizedTest
    @MethodSource("numbers")
    void everyStep(int number) throws Exception {
        Files.createDirectories(LIST);
        FxRobot robot = new FxRobot();
        ViewSettings view = model.view();
        robot.interact(() -> model.transport().notchProperty().set(Speed.lastNotch()));
        PlayedLesson lesson = PlayedLesson.open(number, model, robot);
        lesson.toTheEnd(step -> {
            String name = "lesson-%02d-%d".formatted(number, step + 1);
            take(name, SMALL, "light");
            robot.interact(() -> view.projectorProperty().set(true));
            take(name, SMALL, "projector");
            robot.interact(() -> {
                view.projectorProperty().set(false);
                view.textScaleProperty().set(1.5);
            });
            take(name, SMALL, "large");
            robot.interact(() -> view.usualText());
            take(name, LARGE, "light");
            WindowPictures.small(robot.lookup("#centre").query(), LIST.resolve("%02d.png".formatted(number)), LIST_WIDTH);
        });
    }

    private void all(FxRobot robot, String name) throws Exception {
        ViewSettings view = model.view();
        for (int[] size : new int[][] {SMALL, LARGE}) {
            take(name, size, "light");
            robot.interact(() -> view.darkProperty().set(true));
            take(name, size, "dark");
            robot.interact(() -> {
                view.darkProperty().set(false);
                view.projectorProperty().set(true);
            });
            take(name, size, "projector");
            robot.interact(() -> {
                view.projectorProperty().set(false);
                view.textScaleProperty().set(1.5);
            });
            take(name, size, "large");
            robot.interact(() -> view.usualText());
        }
    }

    private void take(String name, int[] size, String how) throws Exception {
        WindowPictures.take(stage, name + "-" + size[0] + "-" + how, size[0], size[1]);
    }
}
