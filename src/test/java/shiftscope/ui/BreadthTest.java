package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.ActivationKind;
import shiftscope.config.LayerShape;
import shiftscope.config.LayerSwitch;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Placement;
import shiftscope.config.RunningAverage;
import shiftscope.config.ScheduleKind;
import shiftscope.config.ScheduleSettings;
import shiftscope.config.Side;

/** The settings behind the folded parts and the headers' menus: what is clicked and typed there is what the runs are made with. */
class BreadthTest extends RealWindow {
    private static void unfold(FxRobot robot, String pane) {
        robot.interact(() -> robot.lookup(pane).queryAs(TitledPane.class).setExpanded(true));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Brings a control of the panel into sight, as somebody with a mouse wheel would. */
    static FxRobot at(FxRobot robot, String control) {
        robot.interact(() -> {
            ScrollPane scroll = robot.lookup("#scroll").queryAs(ScrollPane.class);
            Node content = scroll.getContent();
            Node wanted = robot.lookup(control).query();
            Bounds place = content.sceneToLocal(wanted.localToScene(wanted.getLayoutBounds()));
            double hidden = content.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(Math.max(0, Math.min(1, (place.getMinY() - 60) / hidden)));
        });
        WaitForAsyncUtils.waitForFxEvents();
        return robot;
    }

    private static void typeAt(FxRobot robot, String field, String text) {
        type(at(robot, field), field, text);
    }

    /** Opens a box and goes so many choices down its list, or up. */
    private static void choose(FxRobot robot, String box, int further) {
        at(robot, box).clickOn(box);
        for (int i = 0; i < Math.abs(further); i++) {
            robot.push(further > 0 ? KeyCode.DOWN : KeyCode.UP);
        }
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void trainingAndItsScheduleReachTheRuns(FxRobot robot) throws TimeoutException {
        unfold(robot, "#moreTraining");
        unfold(robot, "#schedulePane");
        assertTrue(robot.lookup("#momentum").query().isDisabled());
        assertTrue(robot.lookup("#scheduleSteps").query().isDisabled());

        choose(robot, "#optimizer", 1);
        assertFalse(robot.lookup("#momentum").query().isDisabled());
        typeAt(robot, "#momentum", "0.5");
        typeAt(robot, "#l2", "1e-4");
        until(() -> newest().experiment().training().l2() == 1e-4);
        assertEquals(OptimizerKind.MOMENTUM, newest().experiment().training().optimizer());
        assertEquals(0.5, newest().experiment().training().momentum());

        choose(robot, "#schedule", 2);
        assertEquals("Falls over", robot.lookup("#scheduleStepsLabel").queryLabeled().getText());
        assertEquals("Final share", robot.lookup("#scheduleFactorLabel").queryLabeled().getText());
        typeAt(robot, "#scheduleSteps", "300");
        typeAt(robot, "#scheduleFactor", "0.2");
        typeAt(robot, "#warmUp", "10");
        ScheduleSettings asked = new ScheduleSettings(ScheduleKind.COSINE, 10, 300, 0.2);
        until(() -> newest().experiment().training().schedule().equals(asked));
        assertEquals("Schedule · warm-up, cosine", robot.lookup("#schedulePane").queryAs(TitledPane.class).getText());
    }

    @Test
    void theRateInForceStandsBelowItsSliderAndMovesNothing(FxRobot robot) throws TimeoutException {
        Label line = robot.lookup("#rateInForce").queryAs(Label.class);
        double height = line.getParent().getBoundsInParent().getHeight();
        assertEquals("", line.getText());
        robot.interact(() -> model.form().training().schedule().warmUpProperty().set("10"));
        until(() -> line.getText().equals("now 0.01 by the schedule"));
        robot.interact(() -> model.transport().advance(4));
        until(() -> line.getText().equals("now 0.05 by the schedule"));
        assertEquals(height, line.getParent().getBoundsInParent().getHeight(), "nothing jumps");
    }

    @Test
    void aBadNumberInAFoldedPartIsOneSentenceAndTheRunGoesOn(FxRobot robot) throws TimeoutException {
        unfold(robot, "#moreNetwork");
        robot.clickOn("#play");
        until(() -> newest().step() > 2);
        typeAt(robot, "#dropout", "1.5");
        assertEquals(
                "network.dropout is 1.5; accepted are numbers from 0 to 0.95.",
                robot.lookup("#message").queryLabeled().getText());
        long then = newest().step();
        until(() -> newest().step() > then);
        robot.push(KeyCode.ESCAPE);
        assertEquals("0", robot.lookup("#dropout").queryTextInputControl().getText());
        assertTrue(newest().step() > then, "nothing was rebuilt");
    }

    @Test
    void networkAndMeasuringReachTheRuns(FxRobot robot) throws TimeoutException {
        unfold(robot, "#moreNetwork");
        unfold(robot, "#measuring");
        choose(robot, "#average", 1);
        assertTrue(robot.lookup("#newBatchWeight").query().isDisabled());
        choose(robot, "#initialization", 1);
        assertTrue(robot.lookup("#sigma").query().isDisabled());
        assertTrue(robot.lookup("#sigma").query().isVisible(), "nothing jumps");
        choose(robot, "#population", 1);
        typeAt(robot, "#populationBatches", "12");
        typeAt(robot, "#probe", "100");
        until(() -> newest().experiment().measure().probe() == 100);
        assertEquals(12, newest().experiment().measure().populationBatches());
        assertEquals(RunningAverage.CUMULATIVE, newest().experiment().network().average());
    }

    @Test
    void singleLayersAreSetApartAndOnlyTheirShapeRebuilds(FxRobot robot) throws TimeoutException {
        unfold(robot, "#singleLayers");
        choose(robot, "#layer2Activation", 3);
        choose(robot, "#layer1Placement", 2);
        until(() -> newest().experiment().network().layers().equals(List.of(
                new LayerShape(1, null, Placement.AFTER), new LayerShape(2, ActivationKind.RELU, null))));
        robot.interact(() -> model.transport().advance(1));
        until(() -> newest().step() == 1);

        choose(robot, "#layer3NormalizationB", 3);
        until(() -> newest().experiment().b().layers().equals(List.of(new LayerSwitch(3, Normalization.CONSTANT_BATCH))));
        assertEquals(1, newest().commands().size(), "what the arrow keys passed by was not tried");
        choose(robot, "#layer3NormalizationB", -2);
        until(() -> newest().experiment().b().layers().equals(List.of(new LayerSwitch(3, Normalization.NONE))));
        assertEquals(1, newest().step(), "nothing was rebuilt");
        assertEquals("B · Batch norm., mixed", title(robot, Side.B));
        assertEquals("Single layers · 3 set apart", robot.lookup("#singleLayers").queryAs(TitledPane.class).getText());

        choose(robot, "#layer3NormalizationB", -1);
        until(() -> newest().experiment().b().layers().isEmpty());
        assertEquals("B · Batch normalization", title(robot, Side.B));
    }

    @Test
    void aRowShowsWhatHoldsForItAnyway(FxRobot robot) throws TimeoutException {
        unfold(robot, "#singleLayers");
        until(() -> "sigmoid".equals(shown(robot, "#layer2Activation")));
        until(() -> "none".equals(shown(robot, "#layer2NormalizationA")));
        robot.interact(() -> {
            model.form().network().activationProperty().set(ActivationKind.TANH);
            model.run(Side.A).normalizeProperty().set(true);
        });
        assertEquals("tanh", shown(robot, "#layer2Activation"));
        assertEquals("batch", shown(robot, "#layer2NormalizationA"));
    }

    private static String shown(FxRobot robot, String box) {
        return robot.lookup(box).queryAs(ComboBox.class).getButtonCell().getText();
    }

    private static String title(FxRobot robot, Side side) {
        return robot.lookup("#title" + side).queryLabeled().getText();
    }

    @Test
    void theTitleChoosesTheKindWhileTheRunPlays(FxRobot robot) throws TimeoutException {
        robot.clickOn("#play");
        until(() -> newest().step() > 2);
        robot.clickOn("#titleB").clickOn("#kindBNOISY_BATCH");
        until(() -> newest().experiment().b().normalization() == Normalization.NOISY_BATCH);
        assertEquals("B · Noisy batch norm.", title(robot, Side.B));
        assertFalse(robot.lookup("#statisticsB").query().isDisabled());

        robot.clickOn("#titleB").clickOn("#kindBLAYER");
        until(() -> newest().experiment().b().normalization() == Normalization.LAYER);
        assertTrue(robot.lookup("#statisticsB").query().isDisabled());
        assertFalse(robot.lookup("#scaleShiftB").query().isDisabled());

        robot.clickOn("#normalizeB");
        until(() -> !newest().experiment().b().normalizes());
        robot.clickOn("#normalizeB");
        until(() -> newest().experiment().b().normalization() == Normalization.LAYER);
        assertTrue(newest().step() > 2, "nothing was rebuilt");
    }

    @Test
    void disabledStatisticsSayWhy(FxRobot robot) throws TimeoutException {
        robot.moveTo("#statisticsARunning");
        until(() -> tooltips().anyMatch(text -> text.startsWith("No layer is normalized")));
        robot.interact(() -> model.run(Side.A).normalizationProperty().set(Normalization.RMS));
        robot.moveTo("#play").moveTo("#statisticsARunning");
        until(() -> tooltips().anyMatch(text -> text.startsWith("Layer and RMS normalization")));
        robot.interact(() -> model.run(Side.A).normalizationProperty().set(Normalization.BATCH));
        robot.moveTo("#play").moveTo("#statisticsARunning");
        until(() -> tooltips().anyMatch(text -> text.contains("moving averages")));
        assertTrue(tooltips().noneMatch(text -> text.startsWith("Layer and RMS")));
    }

    private static Stream<String> tooltips() {
        return Window.getWindows().stream().filter(Tooltip.class::isInstance).map(window -> ((Tooltip) window).getText());
    }

    @Test
    void foldsAndMenusWorkByKeyboard(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#seed").query().requestFocus());
        robot.push(KeyCode.TAB).push(KeyCode.TAB).push(KeyCode.SPACE);
        assertTrue(robot.lookup("#moreTraining").queryAs(TitledPane.class).isExpanded());
        assertFalse(model.transport().playingProperty().get(), "Space belongs to whom the keyboard came");

        robot.interact(() -> robot.lookup("#learningRateSlider").query().requestFocus());
        robot.push(KeyCode.TAB).push(KeyCode.SPACE).push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.ENTER);
        until(() -> newest().experiment().a().normalization() != Normalization.NONE);
        assertFalse(model.transport().playingProperty().get());

        robot.clickOn("#titleB").push(KeyCode.SPACE);
        assertFalse(model.transport().playingProperty().get(), "Space belongs to the menu that is open");
    }
}
