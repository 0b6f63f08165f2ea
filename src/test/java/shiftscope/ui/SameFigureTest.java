package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import shiftscope.cli.CommandLineInterface;
import shiftscope.export.FigureView;
import shiftscope.plot.LayerNumber;
import shiftscope.plot.WallMode;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;
import shiftscope.ui.model.ExportForm;

/** What the window exports and what the command line makes of the saved experiment is the same file, byte by byte. */
class SameFigureTest extends RealWindow {
    private static final long STEPS = 60;

    @TempDir
    private Path folder;

    private Path exported(FxRobot robot, FigureView view, ExportForm.Format format) throws Exception {
        Path file = folder.resolve("window-" + view.word() + format.ending());
        robot.interact(() -> {
            model.exports().form().viewProperty().set(view);
            model.exports().form().formatProperty().set(format);
            model.exports().form().scaleProperty().set(2);
            model.exports().write(file);
        });
        until(() -> Files.exists(file));
        return file;
    }

    private void assertSame(FxRobot robot, Path saved, FigureView view, ExportForm.Format format) throws Exception {
        byte[] window = Files.readAllBytes(exported(robot, view, format));
        Path file = folder.resolve("line-" + view.word() + format.ending());
        List<String> line = new ArrayList<>(List.of(
                "figure", saved.toString(), "--view", view.word(), "--step", String.valueOf(STEPS), "--out", file.toString()));
        if (view == FigureView.LAYER) {
            line.addAll(List.of("--layer", "3"));
        }
        assertEquals(0, CommandLineInterface.run(line.toArray(String[]::new)));
        assertArrayEquals(window, Files.readAllBytes(file), view + " as " + format);
    }

    @Test
    void whateverWasLookedAtBefore(FxRobot robot) throws Exception {
        robot.interact(() -> {
            model.transport().notchProperty().set(11);
            model.transport().advance(40);
        });
        until(() -> newest().step() == 40 && !newest().playing());
        robot.clickOn("#normalizeA");
        until(() -> newest().commands().size() == 1);
        robot.interact(() -> model.transport().advance(STEPS - 40));
        until(() -> newest().step() == STEPS && !newest().playing());
        // Axes of the screen keep what they have shown; a figure must not.
        for (Tap tap : List.of(Tap.GRADIENT, Tap.ACTIVATION, Tap.SCALED)) {
            robot.interact(() -> {
                model.look().tapProperty().set(tap);
                model.look().zoom(new Viewing.Zoom(1, -0.5, 0.25));
            });
            until(() -> newest().tap() == tap);
            robot.interact(() -> model.look().zoomBack(1));
        }
        robot.interact(() -> model.look().modeProperty().set(WallMode.RIDGES));
        Path saved = folder.resolve("saved.shiftscope.json");
        robot.interact(() -> model.documents().saveAs(saved, false));
        until(() -> Files.exists(saved));
        for (FigureView view : List.of(
                FigureView.NOW,
                FigureView.RIDGES,
                FigureView.HEATMAP,
                FigureView.PERCENTILES,
                FigureView.PREDICTIONS,
                FigureView.LAYER,
                FigureView.LOSS,
                FigureView.TEST,
                FigureView.LAG,
                FigureView.of(LayerNumber.SHIFT))) {
            assertSame(robot, saved, view, ExportForm.Format.SVG);
        }
        assertSame(robot, saved, FigureView.NOW, ExportForm.Format.PNG);
        assertSame(robot, saved, FigureView.NOW, ExportForm.Format.CSV);
    }
}
