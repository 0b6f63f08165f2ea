package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.plot.SampleLayers;
import shiftscope.session.Command;
import shiftscope.session.Viewing;
import shiftscope.ui.model.UnitOrder;
import shiftscope.ui.plot.PlotCanvas;

/** The layer view in the real window, on invented measurements. */
class LayerWindowTest extends InventedWindow {
    private void openLayer(FxRobot robot, int layer) throws TimeoutException {
        robot.interact(() -> {
            stage.setWidth(1280);
            stage.setHeight(800);
            model.look().open(layer);
        });
        until(() -> newest().closer().layer().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Point2D inside(FxRobot robot, String place, double across, double down) {
        Node node = robot.lookup(place).query();
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getMinX() + across * bounds.getWidth(), bounds.getMinY() + down * bounds.getHeight());
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryLabeled().getText();
    }

    @Test
    void aClickOnARowOpensItAndEscLeadsBack(FxRobot robot) throws TimeoutException {
        Node wall = robot.lookup("#wallScroll").queryAs(ScrollPane.class).getContent();
        Bounds bounds = wall.localToScreen(wall.getBoundsInLocal());
        robot.clickOn(bounds.getCenterX(), bounds.getMinY() + 0.5 * bounds.getHeight());
        until(() -> newest().closer().layer().isPresent());
        assertEquals(2, session.viewing.layer());
        assertEquals("Layer 2", text(robot, "#layerName"));
        assertFalse(wall.getParent().getParent().getParent().isVisible() && robot.lookup("#wallScroll").query().isVisible());
        robot.clickOn("#layerAfter").clickOn("#layerAfter");
        until(() -> session.viewing.layer() == 4);
        assertEquals("Output", text(robot, "#layerName"));
        assertTrue(robot.lookup("#layerAfter").query().isDisabled());
        assertTrue(robot.lookup("#ownNormalizationA").tryQuery().isEmpty(), "the output has nothing to choose");
        robot.push(KeyCode.ESCAPE);
        assertFalse(model.look().layerShownProperty().get());
        assertEquals(0, session.viewing.layer());
        assertTrue(robot.lookup("#wallScroll").query().isVisible());
    }

    @Test
    void aUnitIsClickedMovedFromAndCopied(FxRobot robot) throws TimeoutException {
        openLayer(robot, 3);
        assertEquals("mean", text(robot, "#ofA"));
        robot.clickOn(inside(robot, "#unitsA", 0.03, 0.1));
        assertEquals(0, model.look().unitProperty().get());
        robot.push(KeyCode.RIGHT);
        assertEquals(1, model.look().unitProperty().get(), "arrow keys belong to the strip");
        robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
        assertEquals(0, model.look().unitProperty().get());
        assertEquals("unit 0", text(robot, "#ofB"));
        robot.interact(() -> robot.lookup("#copyB").queryButton().fire());
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        double gamma = newest().closer().layer().orElseThrow().b().units().get(0).gamma();
        assertTrue(copied[0].contains("\t" + gamma + "\t"), copied[0]);
    }

    @Test
    void theOrderIsChosenByButtons(FxRobot robot) throws TimeoutException {
        openLayer(robot, 3);
        robot.clickOn("#orderShift");
        assertEquals(UnitOrder.SHIFT, model.layer().orderProperty().get());
        int farthest = UnitOrder.SHIFT.sorted(newest().closer().layer().orElseThrow().a().units()).get(0);
        robot.clickOn(inside(robot, "#unitsA", 0.03, 0.1));
        assertEquals(farthest, model.look().unitProperty().get());
    }

    @Test
    void draggingOverBarsPointsExamplesOutAndEscClearsThatFirst(FxRobot robot) throws TimeoutException {
        openLayer(robot, 3);
        robot.interact(() -> model.look().unitProperty().set(4));
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo(inside(robot, "#layerCardA", 0.3, 0.6)).press(MouseButton.PRIMARY);
        robot.moveTo(inside(robot, "#layerCardA", 0.5, 0.2)).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        Viewing.Brush brush = model.look().brushProperty().get();
        assertNotNull(brush);
        assertEquals(List.of(Side.A, 3, 4), List.of(brush.side(), brush.layer(), brush.unit()));
        assertTrue(brush.low() < brush.high() - 1, brush.toString());
        until(() -> newest().viewing().brush().equals(Optional.of(brush)));
        assertTrue(text(robot, "#brushed").contains("probe examples"), text(robot, "#brushed"));
        robot.push(KeyCode.ESCAPE);
        assertNull(model.look().brushProperty().get());
        assertTrue(model.look().layerShownProperty().get());
        assertFalse(robot.lookup("#brushBar").query().isVisible());
    }

    @Test
    void proofButtonsSendWhatTheirFieldsSayAndShowWhatItDid(FxRobot robot) throws TimeoutException {
        openLayer(robot, 3);
        assertFalse(robot.lookup("#reportB").query().isVisible());
        assertTrue(robot.lookup("#insertB").query().isDisabled());
        assertTrue(robot.lookup("#undoProofB").query().isDisabled());
        robot.interact(() -> {
            model.proofs(Side.B).shiftProperty().set("7");
            robot.lookup("#shiftBiasesB").queryButton().fire();
            robot.lookup("#foldAwayB").queryButton().fire();
            robot.lookup("#insertA").queryButton().fire();
        });
        assertEquals("7", robot.lookup("#shiftB").queryAs(TextField.class).getText());
        assertEquals(
                List.of(new Command.ShiftBiases(Side.B, 3, 7), new Command.FoldAway(Side.B, 3), new Command.InsertKeeping(Side.A, 3)),
                session.commands);
        proofs = List.of(SampleLayers.proof(Side.B, 3));
        robot.interact(session::showAgain);
        until(() -> !newest().proofs().isEmpty());
        assertTrue(robot.lookup("#reportB").query().isVisible());
        assertFalse(robot.lookup("#reportA").query().isVisible());
        assertTrue(text(robot, "#gradientB").contains("× 1.00"), text(robot, "#gradientB"));
        assertFalse(robot.lookup("#undoProofB").query().isDisabled());
    }

    @Test
    void theLayersNormalizerIsSwitchedHere(FxRobot robot) throws TimeoutException {
        openLayer(robot, 2);
        @SuppressWarnings("unchecked")
        ComboBox<Optional<Normalization>> choice = robot.lookup("#ownNormalizationA").queryAs(ComboBox.class);
        robot.interact(() -> choice.setValue(Optional.of(Normalization.RMS)));
        assertEquals(List.of(new Command.SetLayerNormalization(Side.A, 2, Normalization.RMS)), session.commands);
    }

    @Test
    void aLayerThatVanishesGivesWayWhileItIsShown(FxRobot robot) throws TimeoutException {
        openLayer(robot, 3);
        robot.interact(() -> model.form().network().hiddenProperty().set("50"));
        until(() -> session.viewing.layer() == 1);
        assertEquals("Layer 1", text(robot, "#layerName"));
        assertTrue(robot.lookup("#layerBefore").query().isDisabled());
    }

    @Test
    void everySizeOfLayerIsDrawn(FxRobot robot) throws TimeoutException {
        for (int many : new int[] {1, 512, 100}) {
            units = many;
            openLayer(robot, 3);
            robot.interact(session::showAgain);
            until(() -> newest().closer().layer().orElseThrow().a().units().size() == many);
            for (Node plot : robot.lookup("#layerScroll .layer-card PlotCanvas").queryAll()) {
                assertTrue(((PlotCanvas) plot).drawings() > 0);
            }
            robot.interact(() -> model.look().unitProperty().set(many - 1));
            robot.clickOn(inside(robot, "#unitsB", 0.5, 0.5)).push(KeyCode.END);
            assertEquals(many - 1, model.look().unitProperty().get());
            robot.interact(() -> model.look().unitProperty().set(null));
        }
    }

    @Test
    void noTextIsCutOffOrCoveredInAnyThemeAtAnySize(FxRobot robot) throws TimeoutException {
        proofs = List.of(SampleLayers.proof(Side.B, 3), SampleLayers.scaling(Side.A, 3));
        openLayer(robot, 3);
        robot.interact(() -> {
            model.look().unitProperty().set(99);
            model.layer().brush(Side.A, -4, -3, true);
        });
        assertEquals(List.of(), AppearanceTest.blemishesInAnyThemeAt(robot, stage, model, new double[][] {{1440, 900}, {1024, 700}}));
        assertEquals(List.of(), AppearanceTest.nameless(stage.getScene()));
    }

    @Test
    void atItsUsualSizeNothingIsOutOfSight(FxRobot robot) throws TimeoutException {
        proofs = List.of(SampleLayers.proof(Side.B, 3), SampleLayers.scaling(Side.A, 3));
        openLayer(robot, 3);
        robot.interact(() -> {
            stage.setWidth(1440);
            stage.setHeight(900);
        });
        ScrollPane scroll = robot.lookup("#layerScroll").queryAs(ScrollPane.class);
        // The plots take the places that suit the new width one frame later.
        until(() -> scroll.getContent().getBoundsInLocal().getHeight() <= scroll.getViewportBounds().getHeight() + 0.5);
    }
}
