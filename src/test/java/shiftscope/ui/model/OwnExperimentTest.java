package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.export.View;
import shiftscope.lesson.Lesson;
import shiftscope.plot.WallMode;
import shiftscope.session.Command;
import shiftscope.session.Tap;

/** What a lesson makes of the experiment that it takes the place of: nothing of it is lost, whenever the lesson comes or goes. */
class OwnExperimentTest {
    private static final Command NORMALIZE_A = new Command.SetNormalization(Side.A, Normalization.BATCH);

    @TempDir
    private Path folder;

    private final Desk desk = Desk.withStandard();
    private final LessonDesk lessons = desk.model.lessons();
    private final Lesson sample = SampleLesson.lesson();

    private void open() {
        lessons.open(sample, folder, Map.of());
        desk.work();
        desk.sees(0, false);
    }

    private Experiment prepared(String name) {
        return sample.experiments().get(name).script().start();
    }

    @Test
    void leavingGivesTheOwnExperimentBackAsItWas() throws Exception {
        Path file = folder.resolve("own.shiftscope.json");
        desk.model.documents().saveAs(file, false);
        desk.work();
        desk.sees(50, false);
        desk.model.bench().send(NORMALIZE_A);
        desk.sees(80, true);
        desk.model.look().show(new View(WallMode.RIDGES, Tap.ACTIVATION, 2, false, true, false, false));
        Experiment own = desk.experiment();
        View view = desk.model.look().view();
        ScriptedSessions.One session = desk.sessions.last();

        open();
        lessons.goTo(2);
        desk.work();
        desk.model.bench().send(NORMALIZE_A);
        lessons.open(2);
        desk.work();
        lessons.leave();
        desk.work();

        assertNull(lessons.openedProperty().get());
        assertNull(lessons.placeProperty().get());
        assertEquals(own, desk.experiment());
        assertEquals(view, desk.model.look().view());
        assertEquals(file, desk.model.bench().fileProperty().get());
        assertTrue(desk.model.documents().editedProperty().get(), "it has changes that no file has");
        desk.model.bench().withSession(shown -> assertSame(session, shown, "the very runs, with their past and futures"));
        assertTrue(session.told.contains("pause"));
        assertFalse(session.told.contains("closed"));
        session.shows(80, false);
        desk.model.bench().poll();
        assertEquals(80, desk.model.bench().snapshotProperty().get().step());
        desk.model.undo().undo();
        assertEquals(Normalization.NONE, desk.experiment().a().normalization(), "what could be undone still can");
    }

    @Test
    void whatWasAskedForJustBeforeIsOpenedAfterwards() {
        desk.model.form().network().hiddenProperty().set("7 7");
        assertTrue(desk.model.bench().openingProperty().get());
        open();
        lessons.leave();
        desk.work();
        assertEquals(List.of(7, 7), desk.sessions.last().experiment.network().hidden());
        assertEquals(List.of(7, 7), desk.experiment().network().hidden());
    }

    @Test
    void aLessonThatIsLeftBeforeItsExperimentHasComeLeavesWhatIsThere() {
        ScriptedSessions.One own = desk.sessions.last();
        lessons.open(sample, folder, Map.of());
        lessons.leave();
        desk.work();
        assertEquals(Experiment.standard(), desk.experiment());
        desk.model.bench().withSession(shown -> assertSame(own, shown));
    }

    @Test
    void anExperimentThatCannotBeOpenedLosesNothing() {
        ScriptedSessions.One own = desk.sessions.last();
        desk.sessions.refusal = new BadInputException("The data are not there.");
        lessons.open(sample, folder, Map.of());
        desk.work();
        assertEquals("The data are not there.", desk.trouble());
        desk.model.bench().withSession(shown -> assertSame(own, shown));
        desk.sessions.refusal = null;
        lessons.leave();
        desk.work();
        desk.model.bench().withSession(shown -> assertSame(own, shown));
        assertEquals(Experiment.standard(), desk.experiment());
    }

    @Test
    void aSettingChangedWhileTheExperimentIsBeingOpenedDoesNotLoseTheOwnOne() {
        ScriptedSessions.One own = desk.sessions.last();
        lessons.open(sample, folder, Map.of());
        desk.model.form().network().hiddenProperty().set("5 5");
        desk.settle();
        desk.sees(0, false);
        assertEquals(List.of(5, 5), desk.experiment().network().hidden());
        lessons.leave();
        desk.work();
        desk.model.bench().withSession(shown -> assertSame(own, shown));
    }

    @Test
    void whileALessonsExperimentIsBeingOpenedNothingOfTheOwnOneIsUndone() {
        desk.model.bench().send(NORMALIZE_A);
        desk.sees(5, false);
        Experiment own = desk.experiment();
        lessons.open(sample, folder, Map.of());
        desk.model.undo().undo();
        desk.work();
        desk.sees(0, false);
        assertEquals(prepared("twins"), desk.experiment(), "the lesson goes on");
        lessons.leave();
        desk.work();
        assertEquals(own, desk.experiment());
    }

    @Test
    void aLessonThatIsLeftEarlyLeavesTheViewAsItWas() {
        View view = desk.model.look().view();
        lessons.open(sample, folder, Map.of());
        lessons.next();
        lessons.leave();
        desk.work();
        assertEquals(view, desk.model.look().view());
    }

    @Test
    void anExperimentThatCannotBeOpenedLeavesWhatIsKnownOfTheOneThatIsThere() {
        open();
        desk.sessions.refusal = new BadInputException("The data are not there.");
        lessons.goTo(2);
        desk.work();
        desk.sessions.refusal = null;
        desk.sees(20, true);
        desk.work();
        assertFalse(lessons.claims().outcomeOf("drift").get().changed(), "it is measured on the prepared experiment");
        assertTrue(lessons.claims().outcomeOf("drift").get().isDecided());
    }

    @Test
    void dataThatAreDroppedWhileTheExperimentIsBeingOpenedDoNotLoseTheOwnOne() {
        ScriptedSessions.One own = desk.sessions.last();
        lessons.open(sample, folder, Map.of());
        desk.model.bench().open(new Sitting(Experiment.standard().withSeed(9), folder));
        desk.work();
        desk.sees(0, false);
        lessons.leave();
        desk.work();
        desk.model.bench().withSession(shown -> assertSame(own, shown));
    }
}
