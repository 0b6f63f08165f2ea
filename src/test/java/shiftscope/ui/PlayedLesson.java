package shiftscope.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.lesson.Exhibit;
import shiftscope.lesson.LessonStep;
import shiftscope.lesson.Operand;
import shiftscope.ui.model.ClaimLedger;
import shiftscope.ui.model.LessonDesk;
import shiftscope.ui.model.LessonPlace;
import shiftscope.ui.model.WindowModel;

/** Goes through the lesson that is open in a real window as a learner does: answers, plays, waits for the claims, presses Next. */
final class PlayedLesson {
    /** What sweeps are given. */
    private static final int MOST_SECONDS = 180;

    private final WindowModel model;
    private final FxRobot robot;
    private final LessonDesk lessons;

    PlayedLesson(WindowModel model, FxRobot robot) {
        this.model = model;
        this.robot = robot;
        lessons = model.lessons();
    }

    /** Opens a lesson of the program and waits for its experiment. */
    static PlayedLesson open(int number, WindowModel model, FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.lessons().open(number));
        PlayedLesson lesson = new PlayedLesson(model, robot);
        lesson.untilThere();
        return lesson;
    }

    /** Something to do at a step that is done, counted from 0. */
    @FunctionalInterface
    interface Visit {
        void at(int step) throws Exception;
    }

    /** Goes through all steps. At each the question is answered, the task is done and the claims are waited for. */
    void toTheEnd(Visit visit) throws Exception {
        step();
        visit.at(0);
        while (!place().isLast()) {
            int before = place().index();
            robot.clickOn("#lessonNext");
            RealWindow.until(() -> place().index() == before + 1);
            step();
            visit.at(before + 1);
        }
    }

    /** What came of all claims so far, by id, in the order of the lesson. */
    Map<String, ClaimLedger.Outcome> verdicts() {
        Map<String, ClaimLedger.Outcome> verdicts = new LinkedHashMap<>();
        lessons.openedProperty().get().lesson().claims().forEach(
                claim -> verdicts.put(claim.id(), lessons.claims().outcomeOf(claim.id()).get()));
        return verdicts;
    }

    /** Does what this step asks for. */
    void step() throws TimeoutException {
        untilThere();
        LessonStep step = place().step();
        step.prediction().ifPresent(prediction -> click("#answer" + prediction.right()));
        if (!isDone(step) && step.exhibit().filter(exhibit -> exhibit.kind() == Exhibit.Kind.SWEEP).isPresent()) {
            robot.clickOn("#runSweep");
        } else if (stepShown() < needed(step)) {
            play(true);
            WaitForAsyncUtils.waitFor(MOST_SECONDS, TimeUnit.SECONDS, () -> stepShown() >= needed(step));
            play(false);
        }
        WaitForAsyncUtils.waitFor(MOST_SECONDS, TimeUnit.SECONDS, () -> isDone(step));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private long stepShown() {
        return model.bench().snapshotProperty().get().step();
    }

    /** How far the runs have to come for the task, and for those claims that are not decided yet. */
    private long needed(LessonStep step) {
        return Math.max(step.until(), step.claims().stream()
                .filter(claim -> !lessons.claims().outcomeOf(claim).get().isDecided())
                .flatMap(claim -> place().opened().lesson().claim(claim).operands().stream())
                .mapToLong(operand -> operand.subject() instanceof Operand.InRun run ? run.at() : 0)
                .max()
                .orElse(0));
    }

    private boolean isDone(LessonStep step) {
        return stepShown() >= step.until()
                && step.claims().stream().allMatch(claim -> lessons.claims().outcomeOf(claim).get().isDecided());
    }

    private void play(boolean wanted) throws TimeoutException {
        if (model.transport().playingProperty().get() != wanted) {
            robot.clickOn("#play");
            RealWindow.until(() -> model.transport().playingProperty().get() == wanted);
        }
    }

    private void untilThere() throws TimeoutException {
        RealWindow.until(() -> !model.bench().openingProperty().get() && model.bench().snapshotProperty().get() != null
                && model.bench().snapshotProperty().get().experiment().equals(model.bench().experimentProperty().get()));
    }

    /** Scrolls the lesson to a button, as far as it is not in sight, and presses it. */
    private void click(String id) {
        Button button = robot.lookup(id).queryButton();
        ScrollPane pane = robot.lookup("#lessonScroll").queryAs(ScrollPane.class);
        robot.interact(() -> {
            Node content = pane.getContent();
            double top = content.sceneToLocal(button.localToScene(0, 0)).getY();
            double room = content.getBoundsInLocal().getHeight() - pane.getViewportBounds().getHeight();
            pane.setVvalue(room <= 0 ? 0 : Math.min(1, top / room));
        });
        robot.clickOn(button);
    }

    private LessonPlace place() {
        return lessons.placeProperty().get();
    }
}
