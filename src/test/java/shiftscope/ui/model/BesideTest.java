package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.session.Command;

class BesideTest {
    private final Desk desk = Desk.withStandard();
    private final Deque<Runnable> aside = new ArrayDeque<>();
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final List<Long> measured = new ArrayList<>();
    private int made;
    private long now;
    private RuntimeException failure;
    private final Beside<Long> beside = new Beside<>(
            desk.model.bench(), new Laboratory(aside::add, Runnable::run), wanted, this::measurement, () -> now);

    private Beside.Measurement<Long> measurement() {
        made++;
        return (script, base) -> {
            if (failure != null) {
                throw failure;
            }
            measured.add(script.step());
            return script.step();
        };
    }

    private void work() {
        while (!aside.isEmpty()) {
            aside.poll().run();
        }
    }

    @Test
    void nothingIsMeasuredUntilSomebodyLooks() {
        work();
        assertEquals(0, made);
        assertNull(beside.newestProperty().get());
        wanted.set(true);
        work();
        assertEquals(List.of(0L), measured);
        assertEquals(0L, beside.newestProperty().get());
    }

    @Test
    void pausedItIsMeasuredOnceForEachStep() {
        wanted.set(true);
        work();
        desk.sees(0, false);
        work();
        assertEquals(List.of(0L), measured, "nothing has changed");
        desk.sees(20, false);
        work();
        desk.sees(5, false);
        work();
        assertEquals(List.of(0L, 20L, 5L), measured);
        assertEquals(1, made, "one goes on with the same runs");
    }

    @Test
    void aChangeAtTheSameStepIsMeasuredToo() {
        wanted.set(true);
        work();
        desk.model.bench().send(new Command.SetLearningRate(0.5));
        desk.sees(0, false);
        work();
        assertEquals(List.of(0L, 0L), measured);
    }

    @Test
    void whilePlayingASecondLiesBetween() {
        wanted.set(true);
        work();
        now += 900_000_000;
        desk.sees(10, true);
        work();
        assertEquals(List.of(0L), measured);
        now += 200_000_000;
        desk.sees(20, true);
        desk.sees(30, true);
        work();
        assertEquals(1, made);
        assertEquals(20L, measured.get(1), "one at a time");
        assertEquals(2, measured.size());
        desk.sees(35, false);
        work();
        assertEquals(35L, beside.newestProperty().get(), "paused, it is of this very step");
    }

    @Test
    void whatIsPausedWhileItIsMeasuredIsMeasuredNext() {
        wanted.set(true);
        desk.sees(7, false);
        work();
        assertEquals(List.of(0L, 7L), measured);
    }

    @Test
    void whatNobodyLooksAtIsForgotten() {
        wanted.set(true);
        wanted.set(false);
        work();
        assertNull(beside.newestProperty().get());
        assertTrue(measured.isEmpty(), "it was cancelled before it began");
        wanted.set(true);
        work();
        assertEquals(0L, beside.newestProperty().get());
    }

    @Test
    void otherRunsBeginAnew() {
        wanted.set(true);
        work();
        desk.model.bench().open(new Sitting(Experiment.standard().withSeed(3), Path.of("")));
        desk.work();
        assertNull(beside.newestProperty().get());
        desk.sees(0, false);
        work();
        assertEquals(2, made);
        assertEquals(0L, beside.newestProperty().get());
    }

    @Test
    void whyThereIsNothingIsSaidUntilThereIs() {
        failure = new BadInputException("There is one feature only.");
        wanted.set(true);
        work();
        assertEquals("There is one feature only.", beside.refusalProperty().get());
        assertNull(beside.newestProperty().get());
        desk.sees(0, false);
        assertTrue(aside.isEmpty(), "it is not tried again without end");
        failure = null;
        desk.sees(1, false);
        work();
        assertEquals("", beside.refusalProperty().get());
        assertEquals(1L, beside.newestProperty().get());
    }
}
