package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Datasets;
import shiftscope.plot.Numbers;
import shiftscope.plot.WallMode;
import shiftscope.session.ProofReport;
import shiftscope.session.StatisticsComparison;
import shiftscope.session.Twins;
import shiftscope.ui.plot.PlotCanvas;

/** Somebody new trains with a batch of two, switches the gradient probes, and tries the proofs. */
class NewcomerRunsTest extends PlayedWindow {
    private void choose(FxRobot robot, Statistics statistics) throws TimeoutException {
        robot.clickOn("#statisticsB" + statistics.name().charAt(0) + statistics.name().substring(1).toLowerCase());
        until(() -> newest().experiment().b().statistics() == statistics);
    }

    @Test
    void aBatchOfTwoWithEveryKindOfStatistics(FxRobot robot) throws TimeoutException {
        robot.clickOn("#normalizeA");
        type(BreadthTest.at(robot, "#batchSize"), "#batchSize", "2");
        until(() -> newest().experiment().training().batchSize() == 2 && newest().experiment().a().normalizes());
        robot.clickOn("#play");
        until(() -> newest().step() > 20);
        robot.clickOn("#statisticsCard .title");
        until(() -> newest().closer().statistics().isPresent());
        for (Statistics statistics : List.of(Statistics.RUNNING, Statistics.POPULATION, Statistics.BATCH)) {
            choose(robot, statistics);
            goesOn(wall(robot));
            robot.interact(() -> {
                StatisticsComparison.Score score = newest().closer().statistics().orElseThrow().b().scores().get(statistics);
                assertTrue(Double.isFinite(score.loss()), statistics + ": " + score);
                assertEquals(Numbers.measured(score.loss()), text(robot, "#lossB" + statistics));
                assertEquals(Numbers.percentWithDecimal(score.accuracy()), text(robot, "#accuracyB" + statistics));
            });
            newest().rows().forEach(row -> assertEquals(0, row.b().now().nonFinite()));
        }
        long then = newest().step();
        robot.clickOn("#batchWeightSlider");
        until(() -> newest().experiment().network().newBatchWeight() != 0.1);
        until(() -> newest().step() > then + 20);
        assertTrue(newest().divergence().isEmpty());
        for (WallMode mode : List.of(WallMode.RIDGES, WallMode.HEAT, WallMode.PERCENTILES)) {
            robot.clickOn("#mode" + mode.ordinal());
            goesOn(wall(robot));
        }
    }

    @Test
    void gradientProbesAreSwitchedOnAndOffWhileItPlays(FxRobot robot) throws TimeoutException {
        play(robot);
        robot.clickOn("#number2").push(KeyCode.END).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        Labeled nothing = robot.lookup("#nothing2").queryLabeled();
        assertEquals("Not measured: switch on gradient probes.", nothing.getText());
        robot.clickOn("#probes2");
        until(() -> probed() && nothing.getText().isEmpty());
        until(() -> !text(robot, "#cost2").isEmpty());
        assertTrue(text(robot, "#cost2").matches("costs (<1|>99|\\d+)% of the time"), text(robot, "#cost2"));
        assertTrue(robot.lookup("#cost2").query().isVisible());
        String said = robot.lookup("#plot2").query().getAccessibleText();
        assertTrue(said.matches("(?s).*A .*\\d.*B .*\\d.*"), said);
        goesOn(robot.lookup("#plot2 PlotCanvas").<PlotCanvas>query());
        robot.clickOn("#probes2");
        until(() -> !probed());
        assertEquals("", text(robot, "#cost2"));
        assertEquals("", nothing.getText(), "what was measured stays");
        goesOn(wall(robot));
    }

    private boolean probed() {
        return newest().history().get(newest().history().size() - 1).b().gradients().isPresent();
    }

    /** A button of the layer view, until what it asks for is done. */
    private void press(FxRobot robot, String button) throws TimeoutException {
        int commands = newest().commands().size();
        robot.interact(() -> robot.lookup(button).queryButton().fire());
        until(() -> newest().commands().size() == commands + 1);
    }

    /** The newest report, which is also what stands on screen. */
    private ProofReport reported(FxRobot robot, Side side) {
        ProofReport report = newest().proofs().get(newest().proofs().size() - 1);
        assertEquals(side, report.command().side());
        Node shown = robot.lookup("#report" + side).query();
        assertTrue(shown.isVisible());
        assertEquals(Numbers.measured(report.batch().relative()), within(robot, shown, "#batchRelative"));
        assertEquals(Numbers.measured(report.running().relative()), within(robot, shown, "#runningRelative"));
        assertEquals(Numbers.measured(report.population().relative()), within(robot, shown, "#populationRelative"));
        assertFalse(robot.lookup("#undoProof" + side).query().isDisabled());
        return report;
    }

    private static String within(FxRobot robot, Node report, String label) {
        return robot.from(report).lookup(label).queryLabeled().getText();
    }

    private void undo(FxRobot robot, Side side) throws TimeoutException {
        press(robot, "#undoProof" + side);
        until(() -> robot.lookup("#undoProof" + side).query().isDisabled());
    }

    @Test
    void proofsKeepTheirPromisesAndUndoingThemLeavesNoTrace(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.transport().advance(30));
        until(() -> newest().step() == 30 && !newest().playing());
        robot.interact(() -> model.look().open(2));
        until(() -> newest().closer().layer().isPresent());

        press(robot, "#shiftBiasesB");
        ProofReport shifted = reported(robot, Side.B);
        assertTrue(shifted.batch().relative() <= 1e-10, shifted::toString);
        assertTrue(shifted.population().relative() <= 1e-10, shifted::toString);
        undo(robot, Side.B);

        press(robot, "#scaleWeightsB");
        ProofReport scaled = reported(robot, Side.B);
        assertTrue(scaled.batch().relative() < 0.05, "but for ε: " + scaled);
        assertNotEquals(scaled.gradientBefore(), scaled.gradientAfter());
        undo(robot, Side.B);

        press(robot, "#foldAwayB");
        ProofReport folded = reported(robot, Side.B);
        assertTrue(folded.population().absolute() <= 1e-10, folded::toString);
        undo(robot, Side.B);

        choose(robot, Statistics.RUNNING);
        press(robot, "#foldAwayB");
        ProofReport foldedByRunning = reported(robot, Side.B);
        assertTrue(foldedByRunning.running().absolute() <= 1e-10, foldedByRunning::toString);
        undo(robot, Side.B);
        choose(robot, Statistics.BATCH);

        press(robot, "#insertA");
        ProofReport inserted = reported(robot, Side.A);
        assertTrue(inserted.running().absolute() <= 1e-10, inserted::toString);
        assertTrue(inserted.population().absolute() <= 1e-10, inserted::toString);
        undo(robot, Side.A);
        assertEquals(Experiment.standard().a(), newest().experiment().a());
        assertEquals(Experiment.standard().b(), newest().experiment().b());

        robot.interact(() -> model.transport().advance(30));
        until(() -> newest().step() == 60 && !newest().playing());
        Experiment standard = Experiment.standard();
        try (Twins untouched = new Twins(standard, Datasets.load(standard.data(), new Seed(standard.seed()), Path.of("")), 1)) {
            for (int step = 0; step < 60; step++) {
                untouched.step();
            }
            assertEquals(untouched.history(), newest().history());
        }
    }
}
