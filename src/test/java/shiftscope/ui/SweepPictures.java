package shiftscope.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.lesson.Exhibit;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Library;
import shiftscope.ui.model.SweepExhibit;
import shiftscope.ui.plot.PlotCanvas;

/** Pictures of the sweeps of lessons 11 and 12, run in the real window. Made on purpose, never by the build; says how long they took. */
@Tag("pictures")
class SweepPictures extends RealWindow {
    @Test
    void everySweepOfTheLessons(FxRobot robot) throws Exception {
        Files.createDirectories(WindowPictures.FOLDER);
        for (int number : new int[] {11, 12}) {
            Lesson lesson = Library.lesson(number);
            for (String sweep : lesson.sweeps().keySet()) {
                Exhibit exhibit = lesson.steps().stream()
                        .flatMap(step -> step.exhibit().stream())
                        .filter(shown -> shown.sweep().filter(sweep::equals).isPresent())
                        .findFirst()
                        .orElseThrow();
                robot.interact(() -> model.exhibits().stand().show(lesson, exhibit, Path.of("")));
                until(() -> !Double.isNaN(model.exhibits().sweep().secondsProperty().get()));
                WindowPictures.take(stage, "sweep-" + sweep + "-before", 1440, 900);
                double guess = model.exhibits().sweep().secondsProperty().get();
                long begun = System.nanoTime();
                robot.interact(() -> model.exhibits().sweep().run());
                WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, () -> model.exhibits().sweep().ended() > model.exhibits().sweep().runs() / 2);
                WindowPictures.take(stage, "sweep-" + sweep + "-half", 1440, 900);
                WaitForAsyncUtils.waitFor(
                        180, TimeUnit.SECONDS, () -> model.exhibits().sweep().stateProperty().get() == SweepExhibit.State.DONE);
                double took = (System.nanoTime() - begun) / 1e9;
                Files.writeString(
                        WindowPictures.FOLDER.resolve("sweep-" + sweep + ".txt"), "guessed " + guess + " s, took " + took + " s\n");
                WindowPictures.allThemes(robot, stage, model, "sweep-" + sweep, 1440, 900);
                WindowPictures.allThemes(robot, stage, model, "sweep-" + sweep, 1024, 700);
                PlotCanvas canvas = (PlotCanvas) robot.lookup("#sweepPlot").queryAs(StackPane.class).getChildren().get(0);
                robot.moveTo(canvas.localToScreen(canvas.getWidth() / 3, canvas.getHeight() / 2));
                WindowPictures.take(stage, "sweep-" + sweep + "-readout", 1024, 700);
            }
        }
    }
}
