package shiftscope.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.DataKind;
import shiftscope.config.Side;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Library;
import shiftscope.plot.LayerNumber;
import shiftscope.plot.WallMode;
import shiftscope.session.CloserLook;
import shiftscope.ui.model.ExportForm;
import shiftscope.ui.model.Sitting;

/** The figures of the user guide, each cut from the real window with real runs. Made on purpose, never by the build. */
@Tag("pictures")
class GuidePictures extends RealWindow {
    /** What is in here is copied to {@code assets/pictures} as it is. */
    private static final Path FIGURES = WindowPictures.FOLDER.resolve("guide");

    private static final int STEPS = 800;

    /** As fast as possible. */
    private static final int FASTEST = 11;

    @BeforeEach
    void makeFolder() throws Exception {
        Files.createDirectories(FIGURES);
    }

    @Test
    void wall(FxRobot robot) throws Exception {
        train(robot, STEPS);
        looks(robot, "window");
        for (String theme : new String[] {"light", "dark", "projector"}) {
            copy("window-1440-" + theme, "window-" + theme);
        }
        copy("window-1024-light", "window-light-1024");
    }

    @Test
    void wallOverTime(FxRobot robot) throws Exception {
        train(robot, STEPS);
        mode(robot, WallMode.RIDGES);
        figure(robot, "ridges", "#wallPanel");
        mode(robot, WallMode.HEAT);
        figure(robot, "heat-map", "#wallPanel");
        mode(robot, WallMode.PERCENTILES);
        figure(robot, "percentiles", "#wallPanel");
        robot.interact(() -> {
            model.look().unitProperty().set(7);
            model.look().outerBandsProperty().set(true);
        });
        figure(robot, "percentiles-unit", "#wallPanel");
    }

    @Test
    void predictions(FxRobot robot) throws Exception {
        mode(robot, WallMode.PREDICTIONS);
        train(robot, STEPS);
        until(() -> closer().predictions().isPresent());
        figure(robot, "predictions-mistakes", "#wallPanel");
        robot.interact(() -> model.form().choose(DataKind.CIRCLES));
        until(() -> newest().experiment().data().kind() == DataKind.CIRCLES);
        train(robot, STEPS);
        figure(robot, "predictions-plane", "#wallPanel");
        robot.interact(() -> model.form().choose(DataKind.SPIRAL));
        until(() -> newest().experiment().data().kind() == DataKind.SPIRAL);
        train(robot, STEPS);
        looks(robot, "predictions-spiral");
        robot.interact(() -> model.form().choose(DataKind.HILLS));
        until(() -> newest().experiment().data().kind() == DataKind.HILLS);
        train(robot, STEPS);
        looks(robot, "predictions-hills");
    }

    @Test
    void dataThatMove(FxRobot robot) throws Exception {
        Lesson lesson = Library.lesson(13);
        Path here = Path.of("");
        robot.interact(() -> model.bench().open(new Sitting(lesson.experiments().get("cats").script(), here)));
        until(() -> newest().experiment().data().kind() == DataKind.CATS);
        mode(robot, WallMode.PREDICTIONS);
        train(robot, 300);
        until(() -> closer().predictions().isPresent());
        figure(robot, "predictions-cats", "#wallPanel");
        robot.interact(() -> model.exhibits().stand().show(lesson, lesson.steps().get(0).exhibit().orElseThrow(), here));
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> model.exhibits().domains().messageProperty().get().contains("300"));
        robot.clickOn("#takeAgain");
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> !model.exhibits().domains().measuringProperty().get());
        figure(robot, "cats", "#domains");
    }

    @Test
    void numbers(FxRobot robot) throws Exception {
        robot.interact(() -> {
            model.form().gradientProbes().onProperty().set(true);
            model.chosenNumbers().secondProperty().set(LayerNumber.ICS);
        });
        until(() -> newest().experiment().measure().gradientProbes());
        train(robot, STEPS);
        figure(robot, "numbers", "#curves");
        robot.interact(() -> model.look().statisticsProperty().set(true));
        until(() -> closer().statistics().isPresent());
        figure(robot, "train-versus-inference", "#statisticsCard");
    }

    @Test
    void layer(FxRobot robot) throws Exception {
        train(robot, STEPS);
        robot.interact(() -> model.look().open(3));
        until(() -> closer().layer().isPresent());
        figure(robot, "layer", "#root");
        robot.interact(() -> {
            model.look().unitProperty().set(7);
            model.layer().brush(Side.A, -3, -0.9, true);
        });
        until(() -> newest().viewing().brush().isPresent());
        figure(robot, "layer-unit", "#root");
        robot.interact(() -> model.layer().backToWall());
        figure(robot, "brushed", "#wallPanel");
        robot.interact(() -> {
            model.layer().clearBrush();
            model.look().unitProperty().set(null);
            model.look().open(3);
            model.proofs(Side.B).shiftBiases();
        });
        until(() -> newest().proofs().size() == 1);
        figure(robot, "proof-shift", "#root");
        robot.interact(() -> model.proofs(Side.B).scaleWeights());
        until(() -> newest().proofs().size() == 2);
        figure(robot, "proof-scale", "#root");
    }

    @Test
    void timeAndFiles(FxRobot robot) throws Exception {
        train(robot, STEPS);
        robot.interact(() -> model.timeline().goTo(300));
        until(() -> newest().step() == 300);
        robot.interact(() -> model.run(Side.A).normalizeProperty().set(true));
        until(() -> newest().time().ghosts().size() == 1);
        robot.interact(() -> model.transport().advance(300));
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> newest().step() == 600 && !newest().playing());
        robot.interact(() -> model.timeline().goTo(500));
        until(() -> newest().step() == 500);
        figure(robot, "timeline", "#root");
        robot.interact(() -> {
            model.notices().dismissNews();
            model.timeline().backToNow();
        });
        until(() -> newest().step() == 600);
        robot.interact(() -> model.exports().toggle());
        figure(robot, "export", "#exportSheet");
        robot.interact(() -> model.exports().form().formatProperty().set(ExportForm.Format.GIF));
        looks(robot, "export-moving");
        robot.interact(() -> model.exports().toggle());
        robot.interact(() -> robot.lookup("#moreData").queryAs(TitledPane.class).setExpanded(true));
        figure(robot, "get-mnist", "#scroll");
    }

    @Test
    void sharing(FxRobot robot) throws Exception {
        train(robot, 200);
        robot.interact(() -> model.run(Side.A).normalizeProperty().set(true));
        until(() -> newest().commands().size() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        until(() -> robot.lookup("#newsBar").query().isVisible());
        figure(robot, "sharing", "#root");
    }

    private CloserLook closer() {
        return newest().closer();
    }

    @Test
    void lessons(FxRobot robot) throws Exception {
        robot.interact(() -> model.transport().notchProperty().set(FASTEST));
        PlayedLesson.open(1, model, robot).step();
        robot.interact(() -> robot.lookup("#lessonScroll").queryAs(ScrollPane.class).setVvalue(1));
        looks(robot, "lesson");
        copy("lesson-1440-light", "lesson");
        robot.interact(() -> model.lessons().contentsShownProperty().set(true));
        looks(robot, "lesson-list");
        copy("lesson-list-1440-light", "lesson-list");
    }

    private void mode(FxRobot robot, WallMode mode) {
        robot.interact(() -> model.look().modeProperty().set(mode));
    }

    private void train(FxRobot robot, int steps) throws Exception {
        robot.interact(() -> model.transport().notchProperty().set(FASTEST));
        robot.interact(() -> model.transport().advance(steps));
        // Under load, steps take longer than what tests wait for a click.
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> newest().step() == steps && !newest().playing());
    }

    /** All themes and sizes, to be looked at. */
    private void looks(FxRobot robot, String name) throws Exception {
        WindowPictures.allThemes(robot, stage, model, name, 1024, 700);
        WindowPictures.allThemes(robot, stage, model, name, 1440, 900);
    }

    /** These, and the light one at 1440 × 900 cut to what the guide shows of it. */
    private void figure(FxRobot robot, String name, String part) throws Exception {
        looks(robot, name);
        robot.interact(() -> model.view().darkProperty().set(false));
        Node shown = robot.lookup(part).query();
        WindowPictures.take(stage, FIGURES.resolve(name + ".png"), 1440, 900, Optional.of(shown));
    }

    private static void copy(String picture, String figure) throws Exception {
        Files.write(FIGURES.resolve(figure + ".png"), Files.readAllBytes(WindowPictures.FOLDER.resolve(picture + ".png")));
    }
}
