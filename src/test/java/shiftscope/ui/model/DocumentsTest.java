package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.export.DocumentFile;
import shiftscope.export.View;
import shiftscope.plot.WallMode;
import shiftscope.session.Command;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Script;
import shiftscope.session.Tap;

class DocumentsTest {
    private static final Command NORMALIZE_A = new Command.SetNormalization(Side.A, Normalization.BATCH);

    @TempDir
    private Path folder;

    private final Desk desk = Desk.withStandard();
    private final Documents documents = desk.model.documents();

    private Path saved(String name) {
        documents.saveAs(folder.resolve(name), false);
        desk.work();
        return folder.resolve(name);
    }

    private Path savedAfterAChange(String name) {
        desk.sees(50, false);
        desk.model.bench().send(NORMALIZE_A);
        desk.sees(80, false);
        desk.model.look().modeProperty().set(WallMode.PERCENTILES);
        desk.model.look().tapProperty().set(Tap.ACTIVATION);
        desk.model.look().layerProperty().set(2);
        return saved(name);
    }

    @Test
    void whatIsSavedIsOpenedAsItWas() {
        Path file = savedAfterAChange("a.shiftscope.json");
        Script script = DocumentFile.read(file).script();
        assertEquals(80, script.step());
        assertEquals(List.of(new RecordedCommand(50, NORMALIZE_A)), script.commands());

        Desk other = new Desk();
        other.model.opener().open(file);
        other.work();
        assertEquals(script, other.sessions.last().sitting.script());
        assertEquals(new View(WallMode.PERCENTILES, Tap.ACTIVATION, 2, false, false, false, false), other.model.look().view());
        assertEquals(file, other.model.bench().fileProperty().get());
        assertEquals(List.of(file), other.model.recent().pathsProperty().get());
        assertFalse(other.model.documents().editedProperty().get());
    }

    @Test
    void aLayerThatTheNetworkDoesNotHaveIsTheUsualOne() {
        desk.model.look().show(new View(WallMode.NOW, Tap.INPUT, 17, true, true, true, true));
        assertEquals(3, desk.model.look().layerProperty().get());
        assertEquals(0, desk.model.look().view().layer());
        assertTrue(desk.model.look().view().layerShown());
    }

    @Test
    void savingAgainNeedsNoName() throws Exception {
        assertFalse(documents.save(), "there is no file yet");
        assertNull(desk.model.bench().fileProperty().get());
        Path file = savedAfterAChange("b");
        assertFalse(Files.exists(file), "the ending is added");
        file = folder.resolve("b.shiftscope.json");
        assertEquals(file, desk.model.bench().fileProperty().get());
        assertFalse(documents.editedProperty().get());
        desk.model.run(Side.B).scaleShiftProperty().set(false);
        assertTrue(documents.editedProperty().get());
        assertTrue(documents.save());
        desk.work();
        assertFalse(documents.editedProperty().get());
        assertEquals(2, DocumentFile.read(file).script().commands().size());
        assertEquals("Saved as " + file + ".", desk.model.notices().newsProperty().get());
    }

    @Test
    void undoingTheOpeningOfAFileGivesTheOtherItsNameBack() {
        Path first = saved("first.json");
        Desk other = new Desk();
        other.model.bench().open(new Sitting(Experiment.standard().withSeed(7), folder));
        other.work();
        other.model.documents().saveAs(folder.resolve("second.json"), false);
        other.work();
        desk.model.opener().open(folder.resolve("second.json"));
        desk.work();
        assertEquals(folder.resolve("second.json"), desk.model.bench().fileProperty().get());
        desk.model.undo().undo();
        assertEquals(first, desk.model.bench().fileProperty().get());
        assertEquals(42, desk.experiment().seed());
    }

    @Test
    void aFileThatCannotBeWrittenIsASentence() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "no folder");
        documents.saveAs(blocked.resolve("c.json"), false);
        desk.work();
        assertTrue(desk.trouble().startsWith("The file could not be written: "), desk.trouble());
        assertNull(desk.model.bench().fileProperty().get());
    }

    @Test
    void aLineLeadsToTheSameExperiment() {
        desk.sees(50, false);
        desk.model.bench().send(NORMALIZE_A);
        desk.sees(80, false);
        List<String> lines = new ArrayList<>();
        documents.shareLine(lines::add);
        desk.work();
        Desk other = Desk.withStandard();
        other.model.documents().paste("> " + lines.get(0) + "\n");
        other.work();
        assertEquals(80, other.sessions.last().sitting.script().step());
        assertEquals(1, other.sessions.last().sitting.script().commands().size());
        assertNull(other.model.bench().fileProperty().get());
    }

    @Test
    void theTextOfAFileCanBePastedAndAnythingElseIsASentence() throws Exception {
        Path file = savedAfterAChange("d.json");
        Desk other = Desk.withStandard();
        other.model.documents().paste(Files.readString(file));
        other.work();
        assertEquals(80, other.sessions.last().sitting.script().step());
        for (String text : List.of("", "hello", "{", "shiftscope1:abc")) {
            other.model.notices().dismiss();
            other.model.documents().paste(text);
            other.work();
            assertFalse(other.trouble().isEmpty(), text);
            assertFalse(other.trouble().contains("Exception"), other.trouble());
        }
        assertEquals(2, other.sessions.opened.size());
    }

    @Test
    void recentFilesAreRememberedAndThoseThatAreGoneAreDropped() throws Exception {
        Path first = saved("e.json");
        Path second = saved("f.json");
        assertEquals(List.of(second, first), desk.model.recent().pathsProperty().get());
        assertEquals(List.of(second, first), new RecentFiles(desk.memory).pathsProperty().get());
        Files.delete(second);
        desk.model.opener().open(second);
        desk.work();
        assertEquals(second + " is no longer there and was taken off the list.", desk.trouble());
        assertEquals(List.of(first), new RecentFiles(desk.memory).pathsProperty().get());
        for (int i = 0; i < 12; i++) {
            saved(i + ".json");
        }
        assertEquals(8, desk.model.recent().pathsProperty().get().size());
        assertEquals(folder.resolve("11.json"), desk.model.recent().pathsProperty().get().get(0));
    }
}
