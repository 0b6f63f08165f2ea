package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shiftscope.config.Side;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonFile;
import shiftscope.lesson.SweepTrial;
import shiftscope.plot.SweepPlot;

class SweepExhibitTest {
    private static final String MOONS = "\"kind\": \"moons\", \"examples\": 80";

    private final Desk desk = new Desk();
    private final SweepExhibit exhibit = desk.model.exhibits().sweep();

    @AfterEach
    void forgetThatTheThreadOfTheTestWasInterrupted() {
        Thread.interrupted();
    }

    /** Three points of 40 steps; A overflows at the last. */
    private static Lesson lesson(String data) {
        return LessonFile.parse("""
                {"shiftscope": 1, "lesson": {"id": "small", "title": "Small", "aim": "Small",
                 "experiments": {"small": {"data": {%s}, "network": {"hidden": [6, 5], "activation": "identity"},
                   "training": {"batchSize": 10, "loss": "mean-squared-error"}, "measure": {"probe": 30, "recordEvery": 8},
                   "b": {"scaleShift": false}}},
                 "sweeps": {"rates": {"title": "rate", "experiment": "small", "setting": "training.learningRate",
                   "values": [0.01, 0.1, 2], "steps": 40, "curves": {
                     "loss": {"number": "testLoss", "title": "test loss", "axis": "logarithmic", "best": "lowest"},
                     "accuracy": {"number": "accuracy", "title": "test accuracy", "axis": "share"}}}},
                 "claims": [{"id": "most", "text": "t", "reading": "r", "above": 0, "removed": {"because": "b"},
                   "left": {"number": "largestReaching", "level": 0.6, "sweep": "rates", "curve": "accuracy", "run": "a"}}],
                 "steps": [{"title": "Sweep", "text": "t", "claims": ["most"], "exhibit": {"kind": "sweep", "sweep": "rates"}},
                           {"title": "Again", "text": "t", "exhibit": {"kind": "sweep", "sweep": "rates"}},
                           {"title": "Other", "text": "t", "exhibit": {"kind": "draws"}}]}}
                """.formatted(data), "test");
    }

    private void show(Lesson lesson, int step) {
        desk.model.exhibits().stand().show(lesson, lesson.steps().get(step).exhibit().orElseThrow(), Path.of(""));
    }

    private List<SweepTrial.Measured> measured() {
        return desk.model.exhibits().stand().sweeps().get("rates");
    }

    @Test
    void itFillsInPointByPointAndGivesItsClaimsWhatTheyNeed() {
        Lesson lesson = lesson(MOONS);
        show(lesson, 0);
        assertEquals(SweepExhibit.State.IDLE, exhibit.stateProperty().get());
        assertEquals(6, exhibit.runs());
        desk.work();
        assertTrue(exhibit.secondsProperty().get() > 0, "how long it takes was tried");

        List<Integer> ended = new ArrayList<>();
        List<Double> progress = new ArrayList<>();
        exhibit.plotProperty().addListener((property, before, now) -> ended.add(exhibit.ended()));
        exhibit.progressProperty().addListener((property, before, now) -> progress.add(now.doubleValue()));
        exhibit.run();
        assertEquals(SweepExhibit.State.RUNNING, exhibit.stateProperty().get());
        assertNull(measured());
        desk.work();

        assertEquals(SweepExhibit.State.DONE, exhibit.stateProperty().get());
        assertEquals(List.of(2, 4, 6), ended);
        assertEquals(progress.stream().sorted().toList(), progress, "never back");
        assertEquals(1, progress.get(progress.size() - 1));
        assertEquals(3, measured().size());
        SweepTrial alone = new SweepTrial(lesson.sweeps().get("rates"), lesson.experiments(), Path.of(""));
        SweepTrial.Measured second = alone.measure(lesson.sweeps().get("rates").points().get(1), made -> { });
        assertEquals(second.value("loss", Side.B), measured().get(1).value("loss", Side.B), "the bits of a check without a window");

        List<SweepPlot.Panel> panels = exhibit.plotProperty().get().panels();
        assertEquals(List.of("test loss", "test accuracy"), panels.stream().map(SweepPlot.Panel::title).toList());
        assertEquals(OptionalDouble.of(0.6), panels.get(1).level(), "what the claim asks for");
        assertEquals(OptionalDouble.empty(), panels.get(0).level());
        assertEquals(1, panels.get(0).columns().get(2).a().diverged());
        assertEquals(1, panels.get(0).columns().get(2).b().results().size(), "the survivor of the lost run");
    }

    @Test
    void aStepWithTheSameSweepGoesOnWithItAndAnyOtherEndsIt() {
        Lesson lesson = lesson(MOONS);
        show(lesson, 0);
        exhibit.run();
        show(lesson, 1);
        assertEquals(SweepExhibit.State.RUNNING, exhibit.stateProperty().get());
        show(lesson, 2);
        assertEquals(SweepExhibit.State.IDLE, exhibit.stateProperty().get());
        assertNull(exhibit.plotProperty().get());
        desk.work();
        assertNull(measured());

        show(lesson, 0);
        exhibit.run();
        desk.work();
        desk.model.exhibits().stand().clear();
        assertNull(exhibit.plotProperty().get());
        show(lesson, 1);
        assertEquals(SweepExhibit.State.DONE, exhibit.stateProperty().get(), "what was found is still there");
        assertEquals(6, exhibit.ended());
        exhibit.run();
        assertEquals(SweepExhibit.State.DONE, exhibit.stateProperty().get());
    }

    @Test
    void whatWasFoundBeforeItWasCancelledIsNotTrainedAgain() {
        show(lesson(MOONS), 0);
        desk.work();
        exhibit.plotProperty().subscribe((before, now) -> exhibit.cancel());
        exhibit.run();
        desk.work();
        Thread.interrupted();
        assertEquals(SweepExhibit.State.IDLE, exhibit.stateProperty().get());
        assertEquals(2, exhibit.ended());
        assertEquals(1.0 / 3, exhibit.progressProperty().get(), 1e-12);
        SweepPlot once = exhibit.plotProperty().get();

        exhibit.run();
        desk.work();
        Thread.interrupted();
        assertEquals(4, exhibit.ended());
        assertEquals(once.panels().get(0).columns().get(0), exhibit.plotProperty().get().panels().get(0).columns().get(0));
        assertNull(measured(), "not all are there");

        show(lesson(MOONS), 2);
        assertEquals(0, exhibit.progressProperty().get());
        show(lesson(MOONS), 1);
        assertEquals(SweepExhibit.State.IDLE, exhibit.stateProperty().get());
        assertEquals(4, exhibit.ended(), "what was found before the step was left");
        assertEquals(2.0 / 3, exhibit.progressProperty().get(), 1e-12);
    }

    @Test
    void whatCannotBeTrainedIsSaidInASentence() {
        show(lesson("\"kind\": \"csv\", \"file\": {\"path\": \"nowhere.csv\"}"), 0);
        desk.work();
        assertEquals(SweepExhibit.State.REFUSED, exhibit.stateProperty().get());
        assertTrue(exhibit.refusalProperty().get().contains("nowhere.csv"), exhibit.refusalProperty().get());
        exhibit.run();
        assertEquals(SweepExhibit.State.REFUSED, exhibit.stateProperty().get());
        show(lesson(MOONS), 0);
        assertEquals(SweepExhibit.State.IDLE, exhibit.stateProperty().get());
        assertEquals("", exhibit.refusalProperty().get());
    }
}
