package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.Side;
import shiftscope.plot.Box;
import shiftscope.plot.Palette;
import shiftscope.plot.WallLayout;
import shiftscope.plot.WallMode;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;
import shiftscope.ui.plot.PlotCanvas;

/** The views of the wall in the real window, while the real trainer plays. */
class WallViewsTest extends RealWindow {
    private static PlotCanvas wall(FxRobot robot) {
        return (PlotCanvas) robot.lookup("#wallScroll").queryAs(ScrollPane.class).getContent();
    }

    private static Point2D onScreen(FxRobot robot, double x, double y) {
        return wall(robot).localToScreen(x, y);
    }

    private WallLayout layout(FxRobot robot) {
        boolean now = model.look().modeProperty().get() == WallMode.NOW;
        int rows = newest().rows().size() - (now ? 0 : 1);
        return WallLayout.of(wall(robot).getWidth(), wall(robot).getHeight(), rows, Palette.LIGHT);
    }

    private void play(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.SPACE);
        until(() -> newest().playing() && newest().step() > 2);
    }

    /** The wall is drawn anew with numbers of a later step. */
    private void plays(FxRobot robot) throws TimeoutException {
        long drawn = wall(robot).drawings();
        long step = newest().step();
        until(() -> newest().step() > step && wall(robot).drawings() > drawn);
    }

    @Test
    void everyViewIsReachedByMouseAndKeyWhileItPlays(FxRobot robot) throws TimeoutException {
        play(robot);
        for (WallMode mode : WallMode.values()) {
            robot.clickOn("#mode" + mode.ordinal());
            assertEquals(mode, model.look().modeProperty().get());
            assertTrue(robot.lookup("#mode" + mode.ordinal()).queryAs(ToggleButton.class).isSelected());
            assertEquals(mode != WallMode.PREDICTIONS, robot.lookup("#wallScroll").query().isVisible());
            WaitForAsyncUtils.waitForFxEvents();
            boolean counts = List.of(WallMode.NOW, WallMode.RIDGES).contains(mode);
            assertEquals(counts, robot.lookup("#log").query().isVisible());
            assertEquals(mode == WallMode.PERCENTILES, robot.lookup("#wallUnit").query().getParent().isVisible());
            assertEquals(mode == WallMode.NOW, robot.lookup("#legend").query().isVisible());
            if (mode != WallMode.PREDICTIONS) {
                plays(robot);
            }
        }
        for (WallMode mode : WallMode.values()) {
            robot.push(KeyCode.V);
            assertEquals(mode, model.look().modeProperty().get());
        }
        robot.push(KeyCode.L);
        assertTrue(model.look().logCountsProperty().get());
        assertTrue(robot.lookup("#log").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void whatTheMousePointsAtLiesOverTheWallWhichIsNotDrawnAgain(FxRobot robot) throws TimeoutException {
        PlotCanvas wall = wall(robot);
        Node over = wall.getChildrenUnmodifiable().get(1);
        robot.moveTo(onScreen(robot, 0, 0));
        // Measured in peace after the window has opened, and drawn.
        WaitForAsyncUtils.sleep(1, TimeUnit.SECONDS);
        assertFalse(over.isVisible());
        long drawn = wall.drawings();
        Box bars = layout(robot).cell(Side.A, 2).bars();
        robot.moveTo(onScreen(robot, bars.centreX(), bars.centreY()));
        until(over::isVisible);
        robot.moveTo(onScreen(robot, bars.centreX(), layout(robot).card(Side.A, 2).y() + 5));
        until(() -> !over.isVisible());
        assertEquals(drawn, wall.drawings());
    }

    @Test
    void whatTheWallShowsIsSaidInWords(FxRobot robot) throws TimeoutException {
        ScrollPane scroll = robot.lookup("#wallScroll").queryAs(ScrollPane.class);
        assertTrue(scroll.getAccessibleText().startsWith("Step 0, looking at"), scroll.getAccessibleText());
        robot.clickOn("#mode1");
        assertTrue(scroll.getAccessibleText().startsWith("Histograms of recorded steps"), scroll.getAccessibleText());
        robot.clickOn("#mode2");
        assertTrue(scroll.getAccessibleText().startsWith("Counts as colours"), scroll.getAccessibleText());
        robot.clickOn("#mode3");
        assertTrue(scroll.getAccessibleText().startsWith("Percentiles"), scroll.getAccessibleText());
    }

    @Test
    void theWheelZoomsDraggingMovesAndADoubleClickGoesBackWhileItPlays(FxRobot robot) throws TimeoutException {
        play(robot);
        Box bars = layout(robot).cell(Side.A, 2).bars();
        robot.moveTo(onScreen(robot, bars.centreX(), bars.centreY()));
        robot.scroll(2, VerticalDirection.UP);
        until(() -> model.look().zoomsProperty().get().size() == 1);
        Viewing.Zoom near = model.look().zoomsProperty().get().get(0);
        assertEquals(2, near.row());
        plays(robot);

        robot.drag(MouseButton.PRIMARY).moveBy(30, 0).drop();
        WaitForAsyncUtils.waitForFxEvents();
        Viewing.Zoom moved = model.look().zoomsProperty().get().get(0);
        assertEquals(-30 * (near.high() - near.low()) / bars.width(), moved.low() - near.low(), 0.15 * (near.high() - near.low()) / 10);
        assertEquals(near.high() - near.low(), moved.high() - moved.low(), 1e-9);
        assertFalse(model.look().layerShownProperty().get(), "a drag is no click");
        plays(robot);

        // The other run of the row has the same axis, and another row one of its own.
        Box other = layout(robot).cell(Side.B, 2).bars();
        robot.moveTo(onScreen(robot, other.centreX(), other.centreY())).scroll(1, VerticalDirection.DOWN);
        Box below = layout(robot).cell(Side.B, 3).bars();
        robot.moveTo(onScreen(robot, below.centreX(), below.centreY())).scroll(1, VerticalDirection.UP);
        until(() -> model.look().zoomsProperty().get().size() == 2);

        robot.doubleClickOn(onScreen(robot, bars.centreX(), bars.centreY()));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(3), model.look().zoomsProperty().get().stream().map(Viewing.Zoom::row).toList());
        plays(robot);

        robot.push(KeyCode.DIGIT2);
        until(() -> newest().tap() == Tap.PRE_ACTIVATION);
        assertEquals(List.of(), model.look().zoomsProperty().get(), "another quantity has other values");
    }

    @Test
    void aWallThatScrollsIsZoomedWithCtrl(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.form().network().hiddenProperty().set("8 8 8 8 8 8 8 8 8 8"));
        until(() -> newest().rows().size() == 12);
        ScrollPane scroll = robot.lookup("#wallScroll").queryAs(ScrollPane.class);
        until(() -> wall(robot).getHeight() > scroll.getViewportBounds().getHeight());
        Box bars = layout(robot).cell(Side.A, 2).bars();
        robot.moveTo(onScreen(robot, bars.centreX(), bars.centreY())).scroll(4, VerticalDirection.UP);
        until(() -> scroll.getVvalue() > 0);
        assertEquals(List.of(), model.look().zoomsProperty().get());
        double scrolled = scroll.getVvalue();
        robot.press(KeyCode.CONTROL).scroll(1, VerticalDirection.UP).release(KeyCode.CONTROL);
        until(() -> model.look().zoomsProperty().get().size() == 1);
        assertEquals(scrolled, scroll.getVvalue());
    }

    @Test
    void aClickOnTheSpineOrTheHeadOfACardOpensTheLayer(FxRobot robot) {
        Box input = layout(robot).spine(0);
        robot.clickOn(onScreen(robot, input.centreX(), input.centreY()));
        assertFalse(model.look().layerShownProperty().get(), "the input has no layer");

        Box bars = layout(robot).cell(Side.B, 1).bars();
        robot.clickOn(onScreen(robot, bars.centreX(), bars.centreY()));
        assertEquals(1, model.look().layerProperty().get());
        assertFalse(model.look().layerShownProperty().get(), "a click among the bars only chooses");

        Box spine = layout(robot).spine(2);
        robot.clickOn(onScreen(robot, spine.centreX(), spine.centreY()));
        assertTrue(model.look().layerShownProperty().get());
        assertEquals(2, model.look().layerProperty().get());

        robot.interact(() -> model.look().layerShownProperty().set(false));
        robot.clickOn("#mode1");
        Box card = layout(robot).card(Side.A, 2);
        robot.clickOn(onScreen(robot, card.centreX(), card.y() + 8));
        assertTrue(model.look().layerShownProperty().get());
        assertEquals(3, model.look().layerProperty().get(), "views over time have no row for the input");
    }

    @Test
    void aUnitIsChosenForPercentilesAndABadOneRefused(FxRobot robot) throws TimeoutException {
        robot.clickOn("#mode3");
        type(robot, "#wallUnit", "7");
        assertEquals(7, model.look().unitProperty().get());
        type(robot, "#wallUnit", "-1");
        until(() -> robot.lookup("#messageBar").query().isVisible());
        assertEquals(7, model.look().unitProperty().get());
        robot.clickOn("#dismiss");
        robot.clickOn("#wallUnit").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertNull(model.look().unitProperty().get());
        robot.clickOn("#outer");
        assertTrue(model.look().outerBandsProperty().get());
    }
}
