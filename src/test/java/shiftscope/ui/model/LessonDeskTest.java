package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.lesson.Rates;
import shiftscope.lesson.Rate;
import shiftscope.lesson.LessonFile;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Library;
import shiftscope.plot.WallMode;
import shiftscope.session.Command;

class LessonDeskTest {
    /** What the progress of the sample, which is no lesson of the program, is kept under. */
    private static final String SAMPLE = "file/sample";

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
    void aLessonBeginsWithItsFirstStepAndExperiment() {
        open();
        assertEquals(0, lessons.placeProperty().get().index());
        assertEquals("One", lessons.placeProperty().get().step().title());
        assertEquals(prepared("twins"), desk.experiment());
        assertEquals(WallMode.PERCENTILES, desk.model.look().modeProperty().get(), "as its experiment says");
        assertFalse(desk.model.documents().editedProperty().get(), "nobody has changed anything");
        assertEquals("", desk.model.undo().undoesProperty().get());
    }

    @Test
    void whatIsMeasuredBesideTheRunsEndsWithTheWindow() {
        lessons.open(2);
        desk.work();
        desk.sees(0, false);
        while (lessons.placeProperty().get().step().exhibit().isEmpty()) {
            lessons.next();
        }
        desk.model.close();
        assertTrue(desk.model.exhibits().stand().shownProperty().get() == null, "nothing stands there any more");
        desk.work();
        assertNull(desk.model.exhibits().contours().newestProperty().get());
    }

    @Test
    void lessonsAreReadBesideTheWindow() {
        Desk fresh = new Desk();
        fresh.model.opener().openLesson("5");
        assertNull(fresh.model.lessons().openedProperty().get(), "it is being read");
        fresh.work();
        assertEquals(5, fresh.model.lessons().openedProperty().get().number());
        assertSame(Library.lesson(6), Library.lesson(6), "it is read once");
        Desk wrong = new Desk();
        wrong.model.opener().openLesson("99");
        wrong.work();
        assertTrue(wrong.trouble().contains("There is no lesson 99"), wrong.trouble());
        assertEquals(Experiment.standard(), wrong.experiment());
    }

    @Test
    void fromADeepLinkTheStandardTwinsFollow() {
        Desk fresh = new Desk();
        fresh.model.lessons().open(1);
        fresh.work();
        assertEquals(1, fresh.model.lessons().openedProperty().get().number());
        fresh.model.lessons().leave();
        fresh.work();
        assertEquals(Experiment.standard(), fresh.experiment());
    }

    @Test
    void stepsOpenTheirExperimentOnlyIfAnotherIsThere() {
        open();
        int opened = desk.sessions.opened.size();
        desk.sees(20, true);
        lessons.next();
        desk.work();
        assertEquals(opened, desk.sessions.opened.size(), "the runs go on");
        assertEquals(WallMode.HEAT, desk.model.look().modeProperty().get());
        lessons.next();
        desk.work();
        assertEquals(prepared("slow"), desk.experiment());
        assertEquals(opened + 1, desk.sessions.opened.size());
        lessons.back();
        desk.work();
        assertEquals(prepared("twins"), desk.experiment(), "step 2 goes on with what step 1 opened");
        lessons.goTo(17);
        lessons.goTo(-1);
        assertEquals(1, lessons.placeProperty().get().index());
    }

    @Test
    void anAnswerIsGivenOnceAndKept() {
        open();
        assertNull(lessons.answerProperty().get());
        lessons.answer(0);
        lessons.answer(1);
        assertEquals(0, lessons.answerProperty().get());
        lessons.next();
        assertNull(lessons.answerProperty().get());
        lessons.back();
        assertEquals(0, lessons.answerProperty().get());
    }

    @Test
    void aTaskIsDoneAtItsStepOrWhenItsClaimsAreDecidedOrWhenSomebodySaysSo() {
        open();
        desk.sees(19, true);
        assertFalse(lessons.taskDoneProperty().get());
        desk.sees(20, true);
        assertTrue(lessons.taskDoneProperty().get());
        lessons.next();
        assertFalse(lessons.taskDoneProperty().get());
        desk.sees(40, true);
        desk.work();
        desk.sees(41, true);
        desk.work();
        assertTrue(lessons.taskDoneProperty().get(), "its claim is decided");
        lessons.goTo(3);
        desk.work();
        assertFalse(lessons.taskDoneProperty().get());
        lessons.sayDone(true);
        assertTrue(lessons.taskDoneProperty().get());
        lessons.sayDone(false);
        assertFalse(lessons.taskDoneProperty().get());
        lessons.goTo(0);
        assertTrue(lessons.taskDoneProperty().get(), "what was done stays done");
    }

    @Test
    void resetBeginsAnew() {
        open();
        lessons.answer(1);
        desk.sees(20, true);
        desk.work();
        assertTrue(lessons.claims().outcomeOf("drift").get().isDecided());
        lessons.next();
        lessons.reset();
        desk.work();
        desk.sees(0, false);
        assertEquals(0, lessons.placeProperty().get().index());
        assertNull(lessons.answerProperty().get());
        assertFalse(lessons.taskDoneProperty().get());
        assertFalse(lessons.claims().outcomeOf("drift").get().isDecided());
        assertEquals(new LessonProgress.Of(1, false, Set.of()), lessons.progress().of(SAMPLE));
        assertEquals(0, desk.model.bench().snapshotProperty().get().step());
    }

    @Test
    void progressOutlastsTheWindow() {
        open();
        desk.sees(40, true);
        desk.work();
        lessons.goTo(2);
        desk.work();
        desk.sees(10, true);
        desk.work();
        assertEquals(Set.copyOf(SampleLesson.claims()), lessons.progress().of(SAMPLE).decided());
        assertFalse(lessons.progress().of(SAMPLE).done());
        lessons.next();
        LessonProgress again = new LessonProgress(desk.memory);
        assertEquals(new LessonProgress.Of(4, true, Set.copyOf(SampleLesson.claims())), again.of(SAMPLE));
        assertEquals(LessonProgress.Of.NOTHING, again.of("another"));
    }

    @Test
    void whatSomebodyElseWroteIntoTheMemoryIsNoProgress() {
        desk.memory.put("lesson-" + SAMPLE, "5;");
        assertEquals(LessonProgress.Of.NOTHING, lessons.progress().of(SAMPLE));
        desk.memory.put("lesson-" + SAMPLE, "many;true;");
        assertEquals(LessonProgress.Of.NOTHING, lessons.progress().of(SAMPLE));
    }

    @Test
    void lessonsOfTheProgramFollowEachOther() {
        lessons.open(1);
        assertFalse(lessons.hasLessonBefore());
        lessons.nextLesson();
        assertEquals(2, lessons.openedProperty().get().number());
        lessons.lessonBefore();
        assertEquals(1, lessons.openedProperty().get().number());
        lessons.open(Library.size());
        assertFalse(lessons.hasNextLesson());
        lessons.open(99);
        assertEquals("There is no lesson 99; accepted are 1 to " + Library.size() + ".", desk.trouble());
        assertEquals(Library.size(), lessons.openedProperty().get().number());
    }

    @Test
    void afterTheLastStepTheNextLessonComes() {
        lessons.open(2);
        lessons.goTo(lessons.openedProperty().get().lesson().steps().size() - 1);
        lessons.next();
        assertEquals(3, lessons.openedProperty().get().number());
    }

    @Test
    void lessonFilesAreOpenedLikeExperiments() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.json"), SampleLesson.TEXT);
        desk.model.opener().open(file);
        desk.work();
        assertEquals("A sample", lessons.openedProperty().get().lesson().title());
        assertEquals(0, lessons.openedProperty().get().number());
        assertEquals(List.of(file), desk.model.recent().pathsProperty().get());
    }

    @Test
    void aLessonFromAFileLeavesTheProgressOfTheOneWithItsId() throws Exception {
        lessons.open(2);
        String id = lessons.openedProperty().get().lesson().id();
        lessons.goTo(2);
        Path file = Files.writeString(folder.resolve("mine.json"), SampleLesson.TEXT.replace("\"id\": \"sample\"", "\"id\": \"" + id + "\""));
        desk.model.opener().open(file);
        desk.work();
        assertEquals("A sample", lessons.openedProperty().get().lesson().title());
        assertEquals(1, lessons.progress().of(lessons.openedProperty().get().name()).steps());
        assertEquals(3, lessons.progress().of(id).steps());
        lessons.reset();
        assertEquals(3, lessons.progress().of(id).steps());
    }

    @Test
    void ratesBesideALessonFileAreShownWithItAndAfterAReset() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.lesson.json"), SampleLesson.TEXT);
        Lesson lesson = LessonFile.read(file);
        String claim = lesson.claims().get(0).id();
        Rate rate = new Rate(14, 20, 1.5, 0.5, 2.5);
        Rates.record(folder.resolve("mine.rates.json"), Map.of(lesson, Map.of(claim, rate)));
        desk.model.opener().open(file);
        desk.work();
        assertEquals(Map.of(claim, rate), lessons.openedProperty().get().rates());
        lessons.reset();
        assertEquals(Map.of(claim, rate), lessons.openedProperty().get().rates());
    }

    @Test
    void aBadLessonFileIsOneSentenceAndNothingIsLost() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.json"), SampleLesson.TEXT.replace("\"run\": \"b\"", "\"run\": \"c\""));
        ScriptedSessions.One own = desk.sessions.last();
        desk.model.opener().open(file);
        desk.work();
        assertNull(lessons.openedProperty().get());
        assertTrue(desk.trouble().contains("bad.json") && desk.trouble().contains("\"c\""), desk.trouble());
        desk.model.bench().withSession(shown -> assertSame(own, shown));
    }

    @Test
    void anExperimentOpenedInALessonLeavesTheLesson() throws Exception {
        Path file = folder.resolve("own.shiftscope.json");
        desk.model.documents().saveAs(file, false);
        desk.work();
        desk.sees(30, false);
        ScriptedSessions.One own = desk.sessions.last();
        open();
        desk.model.opener().open(file);
        desk.work();
        assertNull(lessons.openedProperty().get());
        assertEquals(file, desk.model.bench().fileProperty().get());
        desk.sees(0, false);
        desk.model.undo().undo();
        desk.model.bench().withSession(shown -> assertSame(own, shown, "undone, what was there before the lesson is back"));
    }

    @Test
    void whatIsKeptAgainstACrashIsTheLearnersOwn() throws Exception {
        Keeper keeper = desk.keeper();
        Path kept = Files.createDirectory(folder.resolve("kept"));
        keeper.start(kept);
        desk.work();
        desk.sees(60, false);
        open();
        desk.sees(20, false);
        desk.settle();
        List<Path> files;
        try (var list = Files.walk(kept)) {
            files = list.filter(path -> path.toString().endsWith(".json")).toList();
        }
        assertEquals(1, files.size(), files.toString());
        String text = Files.readString(files.get(0));
        assertTrue(text.contains("\"step\" : 60"), text);
        keeper.end();
        desk.work();
    }
}
