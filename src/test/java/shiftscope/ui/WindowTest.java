package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.ActivationKind;
import shiftscope.config.DataKind;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Datasets;
import shiftscope.session.Tap;
import shiftscope.session.Twins;
import shiftscope.ui.model.Speed;

/** The real window with the real trainer: what is clicked and typed is seen in the snapshots. */
class WindowTest extends RealWindow {
    private static final int STEPS = 500;

    private static String message(FxRobot robot) {
        return robot.lookup("#message").queryAs(Label.class).getText();
    }

    @Test
    void beginsPausedAtStepZeroAndSpacePlaysAndPauses(FxRobot robot) throws TimeoutException {
        assertEquals(0, newest().step());
        assertFalse(newest().playing());
        assertEquals(5, newest().rows().size());
        assertTrue(newest().identicalAtStart());
        assertTrue(robot.lookup("#callout").query().isVisible());
        assertTrue(robot.lookup("#identical").query().isVisible());

        robot.push(KeyCode.SPACE);
        until(() -> newest().playing() && newest().step() > 3);
        assertFalse(robot.lookup("#callout").query().isVisible());
        assertEquals("Pause", robot.lookup("#play").query().getAccessibleText());
        robot.push(KeyCode.SPACE);
        until(() -> !newest().playing());
    }

    @Test
    void theSwitchesWorkWhileTheRunPlays(FxRobot robot) throws TimeoutException {
        robot.clickOn("#play");
        until(() -> newest().step() > 2);
        robot.clickOn("#normalizeA");
        until(() -> newest().experiment().a().normalizes());
        assertEquals("A · Batch normalization", robot.lookup("#titleA").queryLabeled().getText());
        robot.clickOn("#scaleShiftB");
        until(() -> !newest().experiment().b().scaleShift());
        for (Statistics statistics : List.of(Statistics.RUNNING, Statistics.POPULATION, Statistics.BATCH)) {
            robot.clickOn("#statisticsB" + statistics.name().charAt(0) + statistics.name().substring(1).toLowerCase());
            until(() -> newest().experiment().b().statistics() == statistics);
        }
        robot.clickOn("#normalizeB");
        until(() -> !newest().experiment().run(Side.B).normalizes());
        assertTrue(robot.lookup("#statisticsB").query().isDisabled());
        assertTrue(newest().step() > 2, "nothing was rebuilt");
        assertTrue(newest().commands().size() >= 4);
    }

    @Test
    void spacePlaysAlsoAfterASwitchWasClicked(FxRobot robot) throws TimeoutException {
        robot.clickOn("#normalizeA");
        until(() -> newest().experiment().a().normalizes());
        robot.push(KeyCode.SPACE);
        until(() -> newest().playing());
        assertTrue(newest().experiment().a().normalizes());
    }

    @Test
    void numberKeysChooseWhatIsLookedAt(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.DIGIT5);
        until(() -> newest().tap() == Tap.ACTIVATION);
        assertTrue(robot.lookup("#tap5").queryAs(ToggleButton.class).isSelected());
        robot.clickOn("#tap6");
        until(() -> newest().tap() == Tap.GRADIENT);
    }

    @Test
    void stepsByKeyAndButton(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.RIGHT);
        until(() -> newest().step() == 1);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        until(() -> newest().step() == 11);
        robot.clickOn("#step");
        until(() -> newest().step() == 12 && !newest().playing());
        robot.push(KeyCode.R);
        until(() -> newest().step() == 0);
    }

    @Test
    void whereNumbersAreLearnedTheTestLossStandsForTheAccuracy(FxRobot robot) throws TimeoutException {
        Node card = robot.lookup("#testPlot").query();
        double height = card.getBoundsInParent().getHeight();
        assertTrue(card.getAccessibleText().startsWith("Test accuracy at step 0: A "), card.getAccessibleText());
        robot.interact(() -> model.opener().open(Path.of("assets", "experiments", "hills-regression.shiftscope.json")));
        until(() -> newest().experiment().data().kind() == DataKind.HILLS);
        assertTrue(card.getAccessibleText().matches("Test loss at step 0: A 0\\.\\d+, B 0\\.\\d+\\."), card.getAccessibleText());
        assertTrue(card.getAccessibleHelp().startsWith("Mean of the loss over the test set"), card.getAccessibleHelp());
        assertEquals(height, card.getBoundsInParent().getHeight(), "nothing jumps");
        robot.interact(() -> model.opener().openStandard());
        until(() -> newest().experiment().data().kind() == DataKind.DIGITS);
        assertTrue(card.getAccessibleText().startsWith("Test accuracy at step 0: A "), card.getAccessibleText());
        assertTrue(card.getAccessibleHelp().startsWith("Share of the test set"), card.getAccessibleHelp());
    }

    @Test
    void aFileThatCannotBeReadIsOneSentenceAndTheRunGoesOn(FxRobot robot, @TempDir Path folder) throws Exception {
        robot.push(KeyCode.SPACE);
        until(() -> newest().step() > 1);
        Path bad = Files.writeString(folder.resolve("bad.csv"), "a,b,c\n1,2\n");
        robot.interact(() -> model.opener().open(bad));
        until(() -> robot.lookup("#messageBar").query().isVisible());
        assertTrue(message(robot).contains("bad.csv"), message(robot));
        long then = newest().step();
        until(() -> newest().step() > then);
        robot.clickOn("#dismiss");
        assertFalse(robot.lookup("#messageBar").query().isVisible());
    }

    @Test
    void aRefusedSettingIsMarkedAndEscapeTakesItBack(FxRobot robot) throws TimeoutException {
        TextField hidden = robot.lookup("#hidden").queryAs(TextField.class);
        type(robot, "#hidden", "100 0");
        until(() -> robot.lookup("#messageBar").query().isVisible());
        assertTrue(hidden.getPseudoClassStates().contains(PseudoClass.getPseudoClass("danger")));
        assertEquals("100 0", hidden.getText());
        robot.push(KeyCode.ESCAPE);
        assertEquals("100 · 100 · 100", hidden.getText());
        assertFalse(hidden.getPseudoClassStates().contains(PseudoClass.getPseudoClass("danger")));
        assertFalse(robot.lookup("#messageBar").query().isVisible());
    }

    @Test
    void anotherArchitectureRebuildsBothRuns(FxRobot robot) throws TimeoutException {
        type(robot, "#hidden", "30 20");
        until(() -> newest().rows().size() == 4);
        assertEquals(List.of(30, 20), newest().experiment().network().hidden());
        assertEquals("30 · 20", robot.lookup("#hidden").queryAs(TextField.class).getText());
    }

    @Test
    void keysDoNothingElseWhileSomebodyTypes(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.RIGHT);
        until(() -> newest().step() == 1);
        robot.clickOn("#hidden").push(KeyCode.END).write(" 5").push(KeyCode.LEFT).push(KeyCode.RIGHT).write("r n ?");
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(seen(robot, "#helpOverlay"));
        assertFalse(model.transport().playingProperty().get());
        assertEquals(Tap.SCALED, model.look().tapProperty().get());
        robot.push(KeyCode.ESCAPE);
        assertEquals(1, newest().step());
        assertEquals(Experiment.standard().seed(), newest().experiment().seed());
    }

    @Test
    void theLearningRateChangesWithoutARebuild(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.RIGHT);
        until(() -> newest().step() == 1);
        type(robot, "#learningRate", "0.5");
        until(() -> newest().experiment().training().learningRate() == 0.5);
        assertEquals(1, newest().step());
    }

    @Test
    void divergenceIsExplainedWithAWayBack(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            model.form().network().activationProperty().set(ActivationKind.IDENTITY);
            model.form().learningRate().textProperty().set("900");
        });
        until(() -> newest().experiment().network().activation() == ActivationKind.IDENTITY);
        robot.interact(() -> model.transport().advance(2000));
        until(() -> robot.lookup("#stoppedBar").query().isVisible());
        assertTrue(robot.lookup("#stopped").queryAs(Label.class).getText().startsWith("Run A stopped at step"));
        long end = newest().step();
        robot.clickOn("#backAfterStop");
        until(() -> newest().step() == Math.max(0, end - 10) && newest().divergence().isEmpty());
        assertFalse(robot.lookup("#stoppedBar").query().isVisible());
        robot.interact(() -> model.transport().advance(2000));
        until(() -> robot.lookup("#stoppedBar").query().isVisible());
        assertEquals(end, newest().step(), "the same end again");
        robot.clickOn("#resetAfterStop");
        until(() -> newest().step() == 0 && newest().divergence().isEmpty());
        assertFalse(robot.lookup("#stoppedBar").query().isVisible());
    }

    @Test
    void helpOpensAndClosesByKey(FxRobot robot) {
        // What is in no scene yet has to be kept by somebody.
        System.gc();
        robot.push(KeyCode.F1);
        assertTrue(seen(robot, "#helpOverlay"));
        robot.push(KeyCode.ESCAPE);
        assertFalse(seen(robot, "#helpOverlay"));
    }

    @Test
    void whatNoCodeCatchesEndsInTheMessageBar(FxRobot robot) throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try {
            assembly.catchUncaught();
            Thread failing = new Thread(() -> {
                throw new UnsupportedOperationException("deep inside");
            });
            failing.start();
            failing.join();
            until(() -> robot.lookup("#messageBar").query().isVisible());
            assertTrue(message(robot).contains("UnsupportedOperationException"), message(robot));
            assertFalse(message(robot).contains("deep inside"), message(robot));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    /** Every recorded number is computed from the weights of that step: were one bit of them different, these would be. */
    @Test
    void aRunInTheWindowHasTheNumbersOfOneWithout(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.transport().notchProperty().set(Speed.lastNotch()));
        robot.interact(() -> model.transport().advance(STEPS));
        for (KeyCode tap : List.of(KeyCode.DIGIT2, KeyCode.DIGIT6, KeyCode.DIGIT3, KeyCode.DIGIT4)) {
            until(() -> newest().step() > 20);
            robot.push(tap);
        }
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> newest().step() == STEPS && !newest().playing());
        Experiment standard = Experiment.standard();
        try (Twins twins = new Twins(standard, Datasets.load(standard.data(), new Seed(standard.seed()), Path.of("")), 1)) {
            for (int step = 0; step < STEPS; step++) {
                twins.step();
            }
            assertEquals(twins.history(), newest().history());
        }
    }
}
