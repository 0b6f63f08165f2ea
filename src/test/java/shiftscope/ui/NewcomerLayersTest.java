package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import shiftscope.config.Side;
import shiftscope.plot.Box;
import shiftscope.plot.WallMode;
import shiftscope.session.LayerDetail;
import shiftscope.session.Row;
import shiftscope.session.StatisticsComparison;
import shiftscope.ui.plot.PlotCanvas;

/** Somebody new opens layers while both runs play, and then builds a network in which they are no more. */
class NewcomerLayersTest extends PlayedWindow {
    private void openLayer(FxRobot robot, int layer) throws TimeoutException {
        Box spine = layout(robot).spine(layer);
        robot.clickOn(onWall(robot, spine.centreX(), spine.centreY()));
        untilShown(layer);
    }

    private void untilShown(int layer) throws TimeoutException {
        until(() -> newest().closer().layer().filter(detail -> detail.layer() == layer).isPresent());
    }

    private LayerDetail detail() {
        return newest().closer().layer().orElseThrow();
    }

    private void pointOut(FxRobot robot) throws TimeoutException {
        robot.moveTo(inside(robot, "#layerCardB", 0.35, 0.6)).press(MouseButton.PRIMARY);
        robot.moveTo(inside(robot, "#layerCardB", 0.55, 0.3)).release(MouseButton.PRIMARY);
        until(() -> model.look().brushProperty().get() != null
                && newest().viewing().brush().equals(Optional.ofNullable(model.look().brushProperty().get())));
    }

    @Test
    void examplesArePointedOutWhileItPlaysUntilTheirLayerVanishes(FxRobot robot) throws TimeoutException {
        play(robot);
        openLayer(robot, 2);
        assertEquals("Layer 2", text(robot, "#layerName"));
        goesOn(card(robot, "#unitsB"));
        robot.clickOn(inside(robot, "#unitsB", 0.03, 0.1));
        assertEquals(0, model.look().unitProperty().get());
        pointOut(robot);
        assertTrue(newest().playing());
        robot.interact(() -> {
            String words = text(robot, "#brushed");
            long examples = Long.parseLong(words.substring(0, words.indexOf(' ')));
            assertTrue(examples > 0 && examples < 512, words);
            assertTrue(words.contains("of 512 probe examples: unit 0 of layer 2 in B"), words);
            for (Row row : newest().rows()) {
                for (Side side : Side.values()) {
                    assertNotNull(row.of(side).brushed(), row.layer() + " of " + side);
                    assertEquals(examples * row.units(), row.of(side).brushed().total(), row.layer() + " of " + side);
                }
            }
            for (Side side : Side.values()) {
                detail().of(side).units().forEach(unit -> assertEquals(examples, unit.brushed().total()));
            }
        });
        goesOn(card(robot, "#layerCardB"));

        type(BreadthTest.at(robot, "#hidden"), "#hidden", "40");
        assertNull(model.look().unitProperty().get());
        assertNull(model.look().brushProperty().get(), "layer 2 of this network is the output");
        untilRebuiltWith(List.of(40));
        untilShown(1);
        assertEquals("Layer 1", text(robot, "#layerName"));
        assertFalse(robot.lookup("#brushBar").query().isVisible());
        assertEquals(40, detail().b().units().size());
        assertTrue(newest().rows().stream().allMatch(row -> row.b().brushed() == null));
        goesOn(card(robot, "#layerCardB"));
    }

    private static PlotCanvas card(FxRobot robot, String place) {
        return robot.lookup(place + " PlotCanvas").query();
    }

    @Test
    void aSingleUnitPerLayerIsShownToo(FxRobot robot) throws TimeoutException {
        play(robot);
        openLayer(robot, 3);
        for (String hidden : List.of("1 1 1", "1")) {
            type(BreadthTest.at(robot, "#hidden"), "#hidden", hidden);
            int layers = hidden.split(" ").length;
            untilRebuiltWith(Collections.nCopies(layers, 1));
            untilShown(layers);
            assertEquals("Layer " + layers, text(robot, "#layerName"));
            for (Side side : Side.values()) {
                assertEquals(1, detail().of(side).units().size());
                assertEquals(512, detail().of(side).units().get(0).now().total());
            }
            goesOn(card(robot, "#unitsA"));
            robot.clickOn(inside(robot, "#unitsA", 0.03, 0.1));
            assertEquals(0, model.look().unitProperty().get());
            assertEquals("unit 0", text(robot, "#ofA"));
            goesOn(card(robot, "#layerCardA"));
            pointOut(robot);
            goesOn(card(robot, "#unitsB"));
            robot.clickOn("#backToWall");
            for (WallMode mode : WallMode.values()) {
                robot.clickOn("#mode" + mode.ordinal());
                goesOn(mode == WallMode.PREDICTIONS ? robot.lookup("#predictions PlotCanvas").query() : wall(robot));
            }
            robot.clickOn("#mode0");
            goesOn(wall(robot));
            openLayer(robot, layers);
        }
    }

    @Test
    void eightLayersOf512Units(FxRobot robot) throws TimeoutException {
        type(BreadthTest.at(robot, "#batchSize"), "#batchSize", "8");
        type(BreadthTest.at(robot, "#hidden"), "#hidden", "512 512 512 512 512 512 512 512");
        List<Integer> hidden = Collections.nCopies(8, 512);
        until(() -> newest().experiment().network().hidden().equals(hidden) && newest().experiment().training().batchSize() == 8);
        robot.clickOn("#play");
        untilRebuiltWith(hidden);
        goesOn(wall(robot));
        robot.clickOn("#mode1");
        goesOn(wall(robot));
        robot.interact(() -> model.look().open(8));
        untilShown(8);
        assertEquals("Layer 8", text(robot, "#layerName"));
        for (Side side : Side.values()) {
            assertEquals(512, detail().of(side).units().size());
            assertEquals(512 * 512, newest().rows().get(8).of(side).now().total());
        }
        goesOn(card(robot, "#unitsB"));
        robot.clickOn(inside(robot, "#unitsB", 0.03, 0.1)).push(KeyCode.END);
        assertEquals(511, model.look().unitProperty().get());
        assertEquals("unit 511", text(robot, "#ofB"));
        goesOn(card(robot, "#unitsB"));
        robot.clickOn("#statisticsCard .title");
        assertTrue(robot.lookup("#statisticsCard").queryAs(TitledPane.class).isExpanded());
        until(() -> newest().closer().statistics().isPresent());
        StatisticsComparison comparison = newest().closer().statistics().orElseThrow();
        assertEquals(9, comparison.b().lags().size());
        goesOn(card(robot, "#layerCardB"));
        robot.clickOn("#play");
        until(() -> !newest().playing());
    }
}
