package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import shiftscope.config.Side;
import shiftscope.plot.Box;
import shiftscope.plot.WallMode;
import shiftscope.session.Row;
import shiftscope.session.Viewing;

/** Somebody new zooms rows and moves them while both runs play. */
class NewcomerZoomTest extends PlayedWindow {
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
        until(() -> newest().step() > then + 5);
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

            // Less than 20 pixels are no drag on the screen in memory.
            robot.drag(MouseButton.PRIMARY).moveBy(vertical ? 0 : 30, vertical ? 30 : 0).drop();
            until(() -> !zoomAsked(2).equals(Optional.of(second)));
            Viewing.Zoom moved = zoomShown(2);
            assertEquals(second.high() - second.low(), moved.high() - moved.low(), 1e-9 * (second.high() - second.low()));
            // Values follow the mouse: to the right, the axis begins lower; downwards, where values grow upwards, higher.
            assertEquals(vertical, moved.low() > second.low(), mode + ": " + second + " to " + moved);
            goesOn(wall(robot));
            assertOthersAre(own);

            goBack(robot, middle);
            until(() -> newest().viewing().zooms().isEmpty());
            goesOn(wall(robot));
            assertEquals(own, axes(), mode + " is back");
            assertFalse(model.look().layerShownProperty().get());
        }
    }

    /** On a busy machine the second click may come too late to be one of two. */
    private void goBack(FxRobot robot, Point2D place) {
        for (int tries = 0; tries < 5 && !model.look().zoomsProperty().get().isEmpty(); tries++) {
            robot.doubleClickOn(place);
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
}
