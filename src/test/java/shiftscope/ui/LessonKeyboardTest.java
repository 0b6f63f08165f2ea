package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.lesson.LessonStep;
import shiftscope.lesson.Verdict;
import shiftscope.plot.DomainsScene;

/** A lesson with every kind of exhibit in the real window, without a mouse. */
class LessonKeyboardTest extends PlayedWindow {
    private static final int MOST_TABS = 400;
    private static final String EVERY_KIND = """
            {"shiftscope": 1, "lesson": {
              "id": "by-keyboard", "title": "Without a mouse", "aim": "You have used keys alone.",
              "experiments": {
                "small": {"name": "Small", "data": {"kind": "circles", "examples": 100}, "network": {"hidden": [4, 4]},
                          "training": {"batchSize": 10}},
                "cats": {"name": "Cats", "data": {"kind": "cats", "examples": 120}, "network": {"hidden": [4]},
                         "training": {"batchSize": 10}}
              },
              "sweeps": {
                "rates": {"title": "Learning rate", "experiment": "small", "setting": "training.learningRate", "values": [0.1, 1],
                          "steps": 20, "curves": {"loss": {"title": "Test loss", "number": "testLoss"}}}
              },
              "steps": [
                {"title": "Chain", "text": "A **chain**, and its layer's $w$.", "experiment": "small", "exhibit": {"kind": "chain"},
                 "do": "Move it.", "claims": ["sum"]},
                {"title": "Eight", "text": "Eight.", "exhibit": {"kind": "eight-numbers"}, "claims": ["mean"]},
                {"title": "Contours", "text": "Play.", "exhibit": {"kind": "contours"}, "until": 5, "do": "Play to step 5.",
                 "look": "exhibit"},
                {"title": "Draws", "text": "Draw.", "exhibit": {"kind": "draws", "m": 8}, "claims": ["spread"], "look": "taps"},
                {"title": "Sweep", "text": "Sweep.", "exhibit": {"kind": "sweep", "sweep": "rates"}, "claims": ["lowest"]},
                {"title": "Domains", "text": "Cats.", "experiment": "cats", "exhibit": {"kind": "domains"}},
                {"title": "Asked", "text": "Last.", "do": "Say so.",
                 "predict": {"question": "**Which** of $a$?", "answers": ["**A**", "B, or $b$"], "right": 1, "because": "It is so."}}
              ],
              "claims": [
                {"id": "sum", "text": "**All** orders of $\\\\hat y$.", "reading": "{left}", "below": 1e-9,
                 "left": {"number": "chainLeftOver"}, "removed": {"because": "Fewer.", "arguments": {"orders": 1}}},
                {"id": "mean", "text": "It is 0.", "reading": "{left}", "left": {"number": "normalizedMean"}, "below": 1e-9,
                 "removed": {"because": "None.", "arguments": {"normalizer": "none"}}},
                {"id": "spread", "text": "They differ.", "reading": "{left}", "above": 0,
                 "left": {"number": "meanSpread", "m": 8, "experiment": "small", "run": "a", "at": 5}, "removed": {"because": "None."}},
                {"id": "lowest", "text": "It is low.", "reading": "{left}", "below": 1e9,
                 "left": {"number": "lowest", "sweep": "rates", "curve": "loss", "run": "b"}, "removed": {"because": "None."}}
              ],
              "papers": [{"text": "A [page](https://example.org) of it.", "source": "Somebody 2020"}],
              "teaching": {"script": "Do.", "ask": "What?", "wrong": "Nothing."}
            }}
            """;

    @TempDir
    private Path folder;

    private LessonStep step() {
        return model.lessons().placeProperty().get().step();
    }

    private Node focused() {
        return stage.getScene().getFocusOwner();
    }

    /** The key as the window gets it, without the waiting of a robot, since it takes many to go around. */
    private void tab() {
        Node from = focused();
        Event.fireEvent(from, new KeyEvent(KeyEvent.KEY_PRESSED, "", "\t", KeyCode.TAB, false, false, false, false));
    }

    /** Presses Tab until the keyboard is there. */
    private void reach(FxRobot robot, String id) {
        Node wanted = robot.lookup(id).query();
        robot.interact(() -> {
            for (int i = 0; i < MOST_TABS && focused() != wanted; i++) {
                tab();
            }
        });
        assertSame(wanted, focused(), "the keyboard does not come to " + id);
    }

    private void press(FxRobot robot, String id) {
        reach(robot, id);
        robot.push(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void next(FxRobot robot) throws TimeoutException {
        String before = step().title();
        press(robot, "#lessonNext");
        until(() -> !step().title().equals(before) && !model.bench().openingProperty().get());
    }

    private void decided(String claim) throws TimeoutException {
        until(() -> model.lessons().claims().outcomeOf(claim).get().verdict().result() == Verdict.Result.HELD);
    }

    /** Every control of the lesson and its exhibit that is in use now, and every text that says something when it is come to. */
    private static Stream<Node> inUse(FxRobot robot) {
        return Stream.of("#lessonPanel", "#centre")
                .flatMap(part -> robot.from(robot.lookup(part)).lookup((Node node) -> isControl(node)
                        || node.getStyleClass().contains("term") || node.getStyleClass().contains("link")).queryAll().stream())
                .filter(node -> isSeen(node) && !node.isDisabled());
    }

    /** Scroll bars are worked by the keys of what they scroll. */
    private static boolean isControl(Node node) {
        return node instanceof Control && !(node instanceof Label) && !(node instanceof ScrollPane) && !(node instanceof ScrollBar)
                && !(node instanceof ProgressBar);
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    /** Once around the whole window with Tab. */
    private List<Node> comeTo(FxRobot robot) {
        reach(robot, "#lessonNext");
        Node from = focused();
        Set<Node> met = new LinkedHashSet<>();
        robot.interact(() -> {
            while (met.add(focused())) {
                tab();
            }
        });
        assertSame(from, focused(), "it comes around");
        return List.copyOf(met);
    }

    private List<String> outOfReach(FxRobot robot) {
        List<String> missing = new ArrayList<>();
        List<Node> met = comeTo(robot);
        inUse(robot).filter(node -> !met.contains(node)).forEach(node -> missing.add(step().title() + ": " + node));
        return missing;
    }

    @Test
    void everyExhibitAndEveryControlIsUsedByKeysAlone(FxRobot robot) throws Exception {
        Path file = Files.writeString(folder.resolve("keys.lesson.json"), EVERY_KIND);
        robot.interact(() -> model.opener().open(file));
        until(() -> model.lessons().openedProperty().get() != null && !model.bench().openingProperty().get());
        List<String> missing = new ArrayList<>(outOfReach(robot));

        double alpha = model.exhibits().chain().alpha().value();
        reach(robot, "#slideChainAlpha");
        robot.push(KeyCode.RIGHT);
        assertTrue(model.exhibits().chain().alpha().value() > alpha);
        press(robot, "#chainOwn");
        assertTrue(model.exhibits().chain().ownProperty().get());
        reach(robot, "#typeChainWeight2");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("2").push(KeyCode.ENTER);
        assertEquals(2, model.exhibits().stand().argumentsProperty().get().list("w").get(1));
        decided("sum");

        next(robot);
        missing.addAll(outOfReach(robot));
        reach(robot, "#eightPane");
        double first = model.exhibits().eightNumbers().shownProperty().get().x(0);
        robot.push(KeyCode.RIGHT);
        assertTrue(model.exhibits().eightNumbers().shownProperty().get().x(0) > first);
        decided("mean");

        next(robot);
        missing.addAll(outOfReach(robot));
        press(robot, "#play");
        until(() -> newest().step() >= 5 && newest().playing());
        robot.push(KeyCode.SPACE);
        until(() -> !newest().playing() && model.lessons().taskDoneProperty().get());
        until(() -> model.exhibits().contours().newestProperty().get() != null);

        next(robot);
        Node centre = robot.lookup("#centre").query();
        assertTrue(centre.getOpacity() < 1, "something else is pointed at");
        press(robot, "#drawsOf16");
        assertEquals(16, model.exhibits().stand().argumentsProperty().get().whole("m"));
        until(() -> centre.getOpacity() == 1);
        missing.addAll(outOfReach(robot));
        decided("spread");

        next(robot);
        missing.addAll(outOfReach(robot));
        press(robot, "#runSweep");
        decided("lowest");

        next(robot);
        until(() -> model.exhibits().domains().sceneProperty().get() != null && !model.exhibits().domains().measuringProperty().get());
        missing.addAll(outOfReach(robot));
        press(robot, "#takeAgain");
        until(() -> model.exhibits().domains().sceneProperty().get().reading().flatMap(reading -> reading.b().again()).isPresent());
        DomainsScene scene = model.exhibits().domains().sceneProperty().get();
        assertTrue(scene.reading().orElseThrow().a().again().isEmpty());

        next(robot);
        missing.addAll(outOfReach(robot));
        press(robot, "#answer1");
        assertEquals(1, model.lessons().answerProperty().get());
        press(robot, "#taskTick");
        assertTrue(model.lessons().taskDoneProperty().get());
        reach(robot, "#lessonBack");
        press(robot, "#leaveLesson");
        until(() -> model.lessons().openedProperty().get() == null);
        assertNull(model.lessons().placeProperty().get());
        assertEquals(List.of(), missing);
    }

    @Test
    void whatIsHeardHasNoMarkup(FxRobot robot) throws Exception {
        Path file = Files.writeString(folder.resolve("keys.lesson.json"), EVERY_KIND);
        robot.interact(() -> model.opener().open(file));
        until(() -> model.lessons().openedProperty().get() != null && !model.bench().openingProperty().get());
        for (int index : new int[] {0, 6}) {
            robot.interact(() -> model.lessons().goTo(index));
            WaitForAsyncUtils.waitForFxEvents();
            for (Node node : robot.from(robot.lookup("#lessonPanel")).lookup((Node each) -> each.getAccessibleText() != null).queryAll()) {
                assertFalse(node.getAccessibleText().matches("(?s).*(\\*\\*|\\$).*"), node.getAccessibleText());
            }
        }
    }
}
