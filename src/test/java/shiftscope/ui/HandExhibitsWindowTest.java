package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Library;
import shiftscope.plot.Box;
import shiftscope.plot.EightNumbersPlot;
import shiftscope.plot.Palette;
import shiftscope.ui.plot.EightNumbersPane;

/** The exhibits of lessons 3 and 4 in the real window, by mouse and by keyboard. */
class HandExhibitsWindowTest extends InventedWindow {
    private void show(FxRobot robot, int number, int step) {
        Lesson lesson = Library.lesson(number);
        robot.interact(() -> {
            stage.setWidth(1280);
            stage.setHeight(800);
            model.exhibits().stand().show(lesson, lesson.steps().get(step).exhibit().orElseThrow(), Path.of(""));
        });
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void anExhibitTakesThePlaceOfTheWallAndGivesItBack(FxRobot robot) {
        assertFalse(seen(robot, "#chain"));
        show(robot, 3, 0);
        assertTrue(seen(robot, "#chain"));
        assertFalse(seen(robot, "#wallScroll") || seen(robot, "#headers") || seen(robot, "#lookAt"));
        show(robot, 4, 0);
        assertTrue(seen(robot, "#eightNumbers"));
        assertFalse(seen(robot, "#chain"));
        robot.interact(() -> model.exhibits().stand().clear());
        assertFalse(seen(robot, "#eightNumbers"));
        assertTrue(seen(robot, "#wallScroll") && seen(robot, "#headers") && seen(robot, "#lookAt"));
    }

    @Test
    void aChainIsSetBySliderFieldAndSwitch(FxRobot robot) {
        show(robot, 3, 1);
        robot.clickOn("#typeChainWeight").push(KeyCode.TAB).push(KeyCode.RIGHT);
        assertTrue(model.exhibits().chain().alpha().value() > 0.1, "by arrow key");
        robot.interact(() -> model.exhibits().chain().depth().textProperty().set("20"));
        RealWindow.type(robot, "#typeChainWeight", "0.9");
        assertEquals(0.9, model.exhibits().stand().argumentsProperty().get().list("w").get(19));
        robot.clickOn("#chainOwn");
        assertTrue(model.exhibits().chain().ownProperty().get());
        RealWindow.type(robot, "#typeChainWeight3", "-2");
        assertEquals(-2, model.exhibits().stand().argumentsProperty().get().list("w").get(2));
        assertTrue(robot.lookup("#typeChainWeight20").query().isVisible());
        robot.interact(() -> model.exhibits().chain().depth().textProperty().set("5"));
        assertFalse(robot.lookup("#typeChainWeight6").query().getParent().isVisible());
        String words = robot.lookup("#chainPlot").query().getAccessibleText();
        assertTrue(words.contains("A chain of 5 weights") && words.contains("Order 5:"), words);
    }

    private Point2D place(EightNumbersPane pane, double value) {
        EightNumbersPlot plot = new EightNumbersPlot(model.exhibits().eightNumbers().shownProperty().get(),
                new Box(0, 0, pane.canvas().getWidth(), pane.canvas().getHeight()), Palette.LIGHT);
        double left = 0;
        double right = pane.canvas().getWidth();
        for (int i = 0; i < 60; i++) {
            double middle = (left + right) / 2;
            if (plot.valueAt(middle) < value) {
                left = middle;
            } else {
                right = middle;
            }
        }
        double y = 0;
        while (plot.at(left, y, 0).isEmpty() && y < 200) {
            y++;
        }
        Bounds bounds = pane.canvas().localToScreen(pane.canvas().getBoundsInLocal());
        return new Point2D(bounds.getMinX() + left, bounds.getMinY() + y + 9);
    }

    @Test
    void numbersAreDraggedTypedAndMovedByKey(FxRobot robot) {
        show(robot, 4, 0);
        EightNumbersPane pane = robot.lookup("#eightPane").queryAs(EightNumbersPane.class);
        Point2D from = place(pane, 8.5);
        Point2D to = new Point2D(place(pane, 6).getX(), from.getY());
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(7, model.exhibits().eightNumbers().chosenProperty().get());
        assertEquals(6, model.exhibits().eightNumbers().shownProperty().get().x(7), 0.1);
        double dragged = model.exhibits().eightNumbers().shownProperty().get().x(7);
        robot.push(KeyCode.RIGHT);
        assertEquals(dragged + 0.1, model.exhibits().eightNumbers().shownProperty().get().x(7), 1e-9, "the arrows belong to the numbers");
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        assertEquals(dragged - 0.9, model.exhibits().eightNumbers().shownProperty().get().x(7), 1e-9);
        robot.push(KeyCode.DOWN);
        assertEquals(0, model.exhibits().eightNumbers().chosenProperty().get());
        robot.push(KeyCode.UP);
        assertEquals(7, model.exhibits().eightNumbers().chosenProperty().get());
        RealWindow.type(robot, "#typeEightX2", "-7,5");
        assertEquals(-7.5, model.exhibits().stand().argumentsProperty().get().list("numbers").get(1));
        assertTrue(pane.getAccessibleText().contains("Number 2 is chosen"), pane.getAccessibleText());
        assertTrue(robot.lookup("#slideEightGamma").queryAs(Slider.class).getTooltip().getText().contains("learned"));
    }

    @Test
    void noTextIsCutOffOrCoveredInAnyThemeAtAnySize(FxRobot robot) {
        List<String> bad = new ArrayList<>();
        for (int number : new int[] {3, 4}) {
            show(robot, number, 0);
            robot.interact(() -> {
                model.exhibits().chain().depth().textProperty().set("20");
                model.exhibits().chain().ownProperty().set(true);
            });
            AppearanceTest.blemishesInAnyThemeAt(robot, stage, model, new double[][] {{1440, 900}, {1024, 700}})
                    .forEach(blemish -> bad.add(number + " " + blemish));
            assertEquals(List.of(), AppearanceTest.nameless(stage.getScene()));
        }
        assertEquals(List.of(), bad);
    }

    /** What does not fit is scrolled to: nothing lies beyond the edge of what scrolls. */
    @Test
    void atOneAndAHalfTimesTheTextEverythingIsWithinReach(FxRobot robot) {
        for (int number : new int[] {3, 4}) {
            show(robot, number, 0);
            robot.interact(() -> {
                stage.setWidth(1024);
                stage.setHeight(700);
                model.view().textScaleProperty().set(1.5);
            });
            WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
            ScrollPane scroll = robot.lookup(number == 3 ? "#chain" : "#eightNumbers").queryAs(ScrollPane.class);
            Bounds content = scroll.getContent().getBoundsInLocal();
            for (Node field : robot.from(scroll).lookup(".exhibit-slider").queryAll()) {
                if (field.isVisible() && field.getParent().isVisible()) {
                    Bounds place = scroll.getContent().sceneToLocal(field.localToScene(field.getBoundsInLocal()));
                    assertTrue(place.getMinX() >= 0 && place.getMaxX() <= content.getMaxX() + 1, field + " at " + place + " of " + content);
                }
            }
            assertTrue(content.getWidth() <= scroll.getViewportBounds().getWidth() + 1, "nothing is to the right of the window");
        }
    }
}
