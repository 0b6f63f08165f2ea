package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.DataKind;
import shiftscope.config.Side;
import shiftscope.plot.Box;
import shiftscope.session.Row;
import shiftscope.session.Slice;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;
import shiftscope.ui.model.WallMode;
import shiftscope.ui.plot.PlotCanvas;

/** Somebody new changes what is looked at, zooms and moves about while both runs play. */
class NewcomerViewsTest extends PlayedWindow {
    /** The picture on a canvas, to be compared with a later one. */
    private static int picture(FxRobot robot, PlotCanvas plot) {
        int[] hash = new int[1];
        robot.interact(() -> {
            WritableImage image = plot.snapshot(null, null);
            int width = (int) image.getWidth();
            int[] pixels = new int[width * (int) image.getHeight()];
            image.getPixelReader().getPixels(0, 0, width, (int) image.getHeight(), PixelFormat.getIntArgbInstance(), pixels, 0, width);
            hash[0] = Arrays.hashCode(pixels);
        });
        return hash[0];
    }

    @Test
    void everyQuantityInEveryViewWhileItPlays(FxRobot robot) throws TimeoutException {
        play(robot);
        int slices = newest().slices().size();
        for (WallMode mode : List.of(WallMode.NOW, WallMode.RIDGES, WallMode.HEAT, WallMode.PERCENTILES)) {
            robot.clickOn("#mode" + mode.ordinal());
            WaitForAsyncUtils.waitForFxEvents();
            Bounds place = wall(robot).localToScene(wall(robot).getLayoutBounds());
            for (Tap tap : Tap.values()) {
                robot.clickOn("#tap" + (tap.ordinal() + 1));
                until(() -> newest().tap() == tap);
                int before = picture(robot, wall(robot));
                goesOn(wall(robot));
                assertEquals(place, wall(robot).localToScene(wall(robot).getLayoutBounds()), "nothing jumps");
                assertEquals(mode, model.look().modeProperty().get());
                assertTrue(robot.lookup("#tap" + (tap.ordinal() + 1)).queryAs(ToggleButton.class).isSelected());
                for (Row row : newest().rows().subList(1, newest().rows().size())) {
                    boolean none = tap == Tap.NORMALIZED;
                    assertEquals(none ? Tap.PRE_ACTIVATION : tap, row.a().shown());
                    assertEquals(none && row.kind() == Row.Kind.OUTPUT ? Tap.PRE_ACTIVATION : tap, row.b().shown());
                    assertEquals(512L * row.units(), row.b().now().total());
                }
                WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> picture(robot, wall(robot)) != before);
            }
            // The four views over time show slices, and the newest is of a later step than the view was chosen at.
            Slice newest = newest().slices().get(newest().slices().size() - 1);
            assertTrue(newest().slices().size() > slices, "of step " + newest.step());
            assertEquals(4, newest.a().size());
            slices = newest().slices().size();
        }
        robot.push(KeyCode.SPACE);
        until(() -> !newest().playing());
    }

    @Test
    void theWallStaysInItsPlaceInEveryViewAndItsWordsAreWhole(FxRobot robot) throws TimeoutException {
        play(robot);
        List<String> bad = new ArrayList<>();
        for (double[] size : new double[][] {{1440, 900}, {1024, 700}}) {
            robot.interact(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
            });
            for (WallMode mode : WallMode.values()) {
                robot.interact(() -> model.look().modeProperty().set(mode));
                WaitForAsyncUtils.waitForFxEvents();
                WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
                robot.interact(() -> AppearanceTest.blemishesOf(stage.getScene()).forEach(it -> bad.add(mode + " " + size[0] + ": " + it)));
            }
        }
        assertEquals(List.of(), bad);
    }

    private Map<Integer, List<Double>> axes() {
        return newest().rows().stream().collect(Collectors.toMap(
                Row::layer, row -> List.of(row.a().now().low(), row.a().now().high())));
    }

    @Test
    void aRowIsZoomedAndMovedInEveryViewWhileItPlays(FxRobot robot) throws TimeoutException {
        play(robot);
        // Nothing moves by itself then, so that what moves was moved by the mouse.
        type(robot, "#learningRate", "1e-9");
        robot.clickOn("#mode0");
        until(() -> newest().experiment().training().learningRate() == 1e-9);
        long then = newest().step();
        until(() -> newest().step() > then + 60);
        for (WallMode mode : List.of(WallMode.NOW, WallMode.RIDGES, WallMode.HEAT)) {
            robot.clickOn("#mode" + mode.ordinal());
            goesOn(wall(robot));
            Map<Integer, List<Double>> own = axes();
            boolean vertical = mode == WallMode.HEAT;
            Box card = mode == WallMode.NOW ? layout(robot).cell(Side.B, 2).bars() : layout(robot).card(Side.B, 1);
            Point2D middle = onWall(robot, card.centreX(), card.centreY());
            // On the screen in memory the wheel turns by a pixel at a time, and up is towards the user.
            robot.moveTo(middle).scroll(20, VerticalDirection.DOWN);
            Viewing.Zoom first = zoomShown(2);
            robot.scroll(1, VerticalDirection.DOWN);
            until(() -> !zoomAsked(2).equals(Optional.of(first)));
            Viewing.Zoom second = zoomShown(2);
            double times = (first.high() - first.low()) / (second.high() - second.low());
            assertEquals(Math.pow(1.2, 1 / 40.0), times, 1e-9, mode + " shows what was asked for");
            goesOn(wall(robot));
            assertOthersAre(own);

            robot.drag(MouseButton.PRIMARY).moveBy(vertical ? 0 : 25, vertical ? 15 : 0).drop();
            until(() -> !zoomAsked(2).equals(Optional.of(second)));
            Viewing.Zoom moved = zoomShown(2);
            assertEquals(second.high() - second.low(), moved.high() - moved.low(), 1e-9 * (second.high() - second.low()));
            // Values follow the mouse: to the right, the axis begins lower; downwards, where values grow upwards, higher.
            assertEquals(vertical, moved.low() > second.low(), mode + ": " + second + " to " + moved);
            goesOn(wall(robot));
            assertOthersAre(own);

            robot.doubleClickOn(middle);
            until(() -> newest().viewing().zooms().isEmpty());
            goesOn(wall(robot));
            assertEquals(own, axes(), mode + " is back");
            assertEquals(false, model.look().layerShownProperty().get());
        }
    }

    private Optional<Viewing.Zoom> zoomAsked(int row) {
        return model.look().zoomsProperty().get().stream().filter(zoom -> zoom.row() == row).findFirst();
    }

    /** The zoom asked for, when the snapshot counts exactly in it. */
    private Viewing.Zoom zoomShown(int row) throws TimeoutException {
        until(() -> zoomAsked(row).isPresent() && newest().viewing().zoom(row).equals(zoomAsked(row)));
        Viewing.Zoom zoom = newest().viewing().zoom(row).orElseThrow();
        for (Side side : Side.values()) {
            assertEquals(zoom.low(), newest().rows().get(row).of(side).now().low());
            assertEquals(zoom.high(), newest().rows().get(row).of(side).now().high());
            assertEquals(zoom.low(), newest().rows().get(row).of(side).reference().low());
            assertEquals(zoom.high(), newest().rows().get(row).of(side).reference().high());
        }
        return zoom;
    }

    private void assertOthersAre(Map<Integer, List<Double>> own) {
        Map<Integer, List<Double>> now = axes();
        assertNotEquals(own.get(2), now.get(2));
        for (int row : List.of(0, 1, 3, 4)) {
            assertEquals(own.get(row), now.get(row), "row " + row);
        }
    }

    @Test
    void theAnswersAreShownWhileItPlaysAndTheDataChange(FxRobot robot) throws TimeoutException {
        play(robot);
        robot.clickOn("#mode" + WallMode.PREDICTIONS.ordinal());
        PlotCanvas plot = (PlotCanvas) robot.lookup("#predictions PlotCanvas").query();
        until(() -> newest().closer().predictions().isPresent());
        for (DataKind kind : List.of(DataKind.DIGITS, DataKind.CIRCLES, DataKind.HILLS, DataKind.DIGITS)) {
            String tile = kind.name().charAt(0) + kind.name().substring(1).toLowerCase();
            robot.clickOn("#data" + tile);
            until(() -> newest().experiment().data().kind() == kind && newest().playing() && newest().closer().predictions().isPresent());
            assertEquals(kind == DataKind.DIGITS, newest().closer().predictions().orElseThrow().mistakes().isPresent());
            assertEquals(kind != DataKind.DIGITS, newest().closer().predictions().orElseThrow().surface().isPresent());
            assertEquals("", robot.lookup("#predictionsMessage").queryAs(Labeled.class).getText());
            int before = picture(robot, plot);
            goesOn(plot);
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> picture(robot, plot) != before);
        }
    }
}
