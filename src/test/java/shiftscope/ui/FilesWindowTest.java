package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import shiftscope.export.FigureView;
import shiftscope.session.Metrics;
import shiftscope.ui.model.ExportForm;

/** The real window with the real trainer saves, opens, shares and exports. */
class FilesWindowTest extends RealWindow {
    @TempDir
    private Path folder;

    private void train(FxRobot robot, int steps) throws Exception {
        robot.interact(() -> {
            model.transport().notchProperty().set(11);
            model.transport().advance(steps);
        });
        until(() -> newest().step() == steps && !newest().playing());
    }

    @Test
    void whatIsSavedAndOpenedAgainHasTheSameNumbers(FxRobot robot) throws Exception {
        train(robot, 40);
        robot.clickOn("#normalizeA");
        until(() -> newest().commands().size() == 1);
        robot.interact(() -> model.transport().advance(20));
        until(() -> newest().step() == 60 && !newest().playing());
        List<Metrics> recorded = newest().history();
        assertTrue(stage.getTitle().startsWith("• "), stage.getTitle());
        Path file = folder.resolve("class.shiftscope.json");
        robot.interact(() -> model.documents().saveAs(file, false));
        until(() -> stage.getTitle().equals("class.shiftscope.json – ShiftScope"));
        robot.interact(() -> model.opener().openStandard());
        until(() -> newest().step() == 0);
        robot.interact(() -> model.opener().open(file));
        until(() -> newest().step() == 60 && newest().time().seeking() < 0);
        assertEquals(recorded, newest().history());
        assertTrue(newest().experiment().a().normalizes());

        Path withState = folder.resolve("state.shiftscope.json");
        robot.interact(() -> model.documents().saveAs(withState, true));
        until(() -> stage.getTitle().startsWith("state"));
        assertTrue(Files.size(withState) > 10 * Files.size(file), "the networks are in it");
        robot.interact(() -> model.transport().reset());
        until(() -> newest().step() == 0);
        robot.interact(() -> model.opener().open(withState));
        until(() -> newest().step() == 60 && newest().time().seeking() < 0);
        assertTrue(robot.lookup("#file").queryAs(MenuButton.class).getItems().size() > 5);
    }

    @Test
    void aLineGoesThroughTheClipboard(FxRobot robot) throws Exception {
        train(robot, 10);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        until(() -> robot.lookup("#newsBar").query().isVisible());
        robot.interact(() -> assertTrue(Clipboard.getSystemClipboard().getString().startsWith("shiftscope1:")));
        robot.interact(() -> model.transport().reset());
        until(() -> newest().step() == 0);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> newest().step() == 10);
    }

    @Test
    void theSheetMakesFilesWhileTheRunsPlay(FxRobot robot) throws Exception {
        train(robot, 30);
        robot.clickOn("#play");
        until(() -> newest().playing());
        robot.push(KeyCode.CONTROL, KeyCode.E);
        assertTrue(robot.lookup("#exportSheet").query().isVisible());
        Path picture = folder.resolve("wall.svg");
        Path layer = folder.resolve("layer.png");
        robot.interact(() -> {
            model.exports().form().formatProperty().set(ExportForm.Format.SVG);
            model.exports().write(picture);
        });
        until(() -> Files.exists(picture));
        assertTrue(Files.readString(picture, StandardCharsets.UTF_8).contains("ShiftScope"));
        robot.interact(() -> {
            model.exports().form().viewProperty().set(FigureView.LAYER);
            model.exports().form().formatProperty().set(ExportForm.Format.PNG);
            model.exports().write(layer);
        });
        until(() -> Files.exists(layer));
        assertTrue(newest().playing());
        assertEquals("", model.notices().troubleProperty().get());
        robot.push(KeyCode.ESCAPE);
        assertFalse(robot.lookup("#exportSheet").query().isVisible());
    }

    @Test
    void movingPicturesAreMadeOfOtherRuns(FxRobot robot) throws Exception {
        train(robot, 30);
        Path frames = folder.resolve("frames");
        Path gif = folder.resolve("run.gif");
        ExportForm form = model.exports().form();
        robot.interact(() -> {
            model.exports().toggle();
            form.viewProperty().set(FigureView.NOW);
            form.scaleProperty().set(1);
            form.everyProperty().set("10");
            form.formatProperty().set(ExportForm.Format.FRAMES);
            model.exports().write(frames);
        });
        until(() -> !model.exports().runningProperty().get());
        assertEquals("", model.notices().troubleProperty().get());
        try (Stream<Path> all = Files.list(frames)) {
            assertEquals(List.of("frame-00001.png", "frame-00002.png", "frame-00003.png", "frame-00004.png"),
                    all.map(path -> path.getFileName().toString()).sorted().toList());
        }
        robot.interact(() -> {
            form.formatProperty().set(ExportForm.Format.GIF);
            model.exports().write(gif);
        });
        until(() -> Files.exists(gif));
        assertEquals(30, newest().step(), "those on screen have not moved");
    }

    @Test
    void mnistIsOfferedWhereDataAreChosen(FxRobot robot) {
        robot.interact(() -> robot.lookup("#moreData").queryAs(TitledPane.class).setExpanded(true));
        assertTrue(robot.lookup("#getMnist").query().isVisible());
        assertFalse(robot.lookup("#fetching").query().isVisible());
    }
}
