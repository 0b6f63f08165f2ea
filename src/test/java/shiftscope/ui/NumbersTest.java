package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.DataKind;
import shiftscope.plot.Box;
import shiftscope.plot.LayerNumber;
import shiftscope.plot.WallMode;
import shiftscope.ui.plot.PlotCanvas;
import shiftscope.ui.plot.Typeface;

/** The numbers of a layer, train versus inference, and what the networks answer, in the real window with the real trainer. */
class NumbersTest extends RealWindow {
    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryLabeled().getText();
    }

    private void advance(FxRobot robot, int steps) throws TimeoutException {
        long until = newest().step() + steps;
        robot.interact(() -> model.transport().advance(steps));
        until(() -> newest().step() == until && !newest().playing());
    }

    @Test
    void twoNumbersOfOneLayerStandBelowEachOther(FxRobot robot) throws TimeoutException {
        advance(robot, 25);
        Node upper = robot.lookup("#plot1").query();
        Node lower = robot.lookup("#plot2").query();
        assertTrue(upper.getAccessibleText().startsWith("Shift of layer 3 at step 25: A "), upper.getAccessibleText());
        assertTrue(lower.getAccessibleText().startsWith("KS of layer 3 at step 25: "), lower.getAccessibleText());
        robot.interact(() -> model.look().layerProperty().set(1));
        assertTrue(upper.getAccessibleText().startsWith("Shift of layer 1"), upper.getAccessibleText());
        assertTrue(lower.getAccessibleText().startsWith("KS of layer 1"), lower.getAccessibleText());
        assertEquals(1, robot.lookup("#layer2").queryAs(ComboBox.class).getValue());
        robot.clickOn("#number1").push(KeyCode.END).push(KeyCode.ENTER);
        assertEquals(LayerNumber.SMOOTHNESS, model.chosenNumbers().firstProperty().get());
        assertFalse(robot.lookup("#layer1").query().isVisible(), "a number of the whole run");
        assertEquals("Not measured: switch on gradient probes.", text(robot, "#nothing1"));
        assertTrue(robot.lookup("#probesRow1").query().isVisible());
        assertFalse(robot.lookup("#probesRow2").query().isVisible());
    }

    @Test
    void probesAreSwitchedOnOnTheCardAndOffAgainWithoutARebuild(FxRobot robot) throws TimeoutException {
        advance(robot, 5);
        robot.interact(() -> model.chosenNumbers().secondProperty().set(LayerNumber.ICS));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#probes2");
        until(() -> newest().experiment().measure().gradientProbes());
        assertEquals(5, newest().step(), "nothing was rebuilt");
        assertTrue(model.form().gradientProbes().onProperty().get());
        robot.clickOn("#probes2");
        until(() -> !newest().experiment().measure().gradientProbes());
        assertEquals(5, newest().step());
    }

    @Test
    void trainVersusInferenceIsMeasuredWhileItIsUnfolded(FxRobot robot) throws TimeoutException {
        advance(robot, 5);
        assertFalse(newest().viewing().statistics());
        robot.clickOn("#statisticsCard .title");
        until(() -> newest().viewing().statistics());
        ScrollPane scroll = robot.lookup("#curvesScroll").queryAs(ScrollPane.class);
        until(() -> scroll.getVvalue() == 1);
        robot.clickOn("#batchWeightSlider");
        until(() -> newest().experiment().network().newBatchWeight() != 0.1);
        double weight = newest().experiment().network().newBatchWeight();
        assertEquals(Math.pow(10, -1.5), weight, 0.01, "the middle of the slider");
        assertEquals(5, newest().step(), "nothing was rebuilt");
        assertEquals(weight, Double.parseDouble(robot.lookup("#batchWeight").queryTextInputControl().getText()));
        assertEquals(weight, Double.parseDouble(robot.lookup("#newBatchWeight").queryTextInputControl().getText()));
        assertTrue(text(robot, "#elsewhere").contains("Keras momentum = 1 − p = " + (1 - weight)), text(robot, "#elsewhere"));
        type(robot, "#batchWeight", "0.5");
        until(() -> newest().experiment().network().newBatchWeight() == 0.5);
        type(robot, "#batchWeight", "2");
        assertTrue(model.notices().troubleProperty().get().startsWith("network.newBatchWeight is 2"));
        robot.push(KeyCode.ESCAPE);
        assertEquals("0.5", robot.lookup("#batchWeight").queryTextInputControl().getText());
        robot.interact(() -> robot.lookup("#statisticsCard").queryAs(TitledPane.class).setExpanded(false));
        until(() -> !newest().viewing().statistics());
    }

    @Test
    void everythingIsInSightWithoutScrollingInTheUsualWindow(FxRobot robot) {
        robot.interact(() -> {
            stage.setWidth(1440);
            stage.setHeight(900);
        });
        WaitForAsyncUtils.waitForFxEvents();
        ScrollPane scroll = robot.lookup("#curvesScroll").queryAs(ScrollPane.class);
        double room = scroll.getViewportBounds().getHeight();
        assertTrue(robot.lookup("#cards").query().getLayoutBounds().getHeight() <= room + 1, "of " + room);
        robot.interact(() -> {
            stage.setWidth(1024);
            stage.setHeight(700);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#plot2").query().getLayoutBounds().getHeight() > 100, "a plot stays legible");
    }

    @Test
    void cellsOfACanvasAreSharp(FxRobot robot) {
        int[] cells = {0xff0000ff, 0xffff0000, 0xffff0000, 0xff00ff00};
        robot.interact(() -> {
            PlotCanvas canvas = new PlotCanvas(new Typeface());
            canvas.setPainter((surface, width, height) -> surface.cells(new Box(2, 2, 12, 12), 2, 2, cells));
            canvas.resize(16, 16);
            canvas.layout();
            WritableImage image = canvas.snapshot(null, null);
            // The software pipeline puts the edge of an enlarged pixel up to one pixel beside its place.
            for (int i = 0; i < cells.length; i++) {
                for (int pixel = 0; pixel < 16; pixel++) {
                    int x = 3 + i % 2 * 6 + pixel % 4;
                    int y = 3 + i / 2 * 6 + pixel / 4;
                    assertEquals(cells[i], image.getPixelReader().getArgb(x, y), "pixel " + x + ", " + y);
                }
            }
        });
    }

    @Test
    void predictionsTakeThePlaceOfTheWall(FxRobot robot) throws TimeoutException {
        assertFalse(seen(robot, "#predictions"));
        robot.interact(() -> model.look().modeProperty().set(WallMode.PREDICTIONS));
        until(() -> newest().viewing().predictions());
        assertTrue(seen(robot, "#predictions"));
        Node view = robot.lookup("#predictions").query();
        assertFalse(robot.lookup("#wallScroll").query().isVisible());
        assertFalse(view.getAccessibleText().isEmpty());
        robot.interact(() -> model.opener().open(Path.of("assets", "experiments", "deep-relu-spiral.shiftscope.json")));
        until(() -> newest().experiment().data().kind() == DataKind.SPIRAL && newest().viewing().predictions());
        advance(robot, 5);
        assertFalse(view.getAccessibleText().isEmpty());
        robot.interact(() -> model.look().modeProperty().set(WallMode.NOW));
        until(() -> !newest().viewing().predictions());
        assertFalse(view.isVisible());
    }
}
