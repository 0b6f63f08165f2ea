package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.export.Autosave;
import shiftscope.export.Document;
import shiftscope.export.DocumentFile;
import shiftscope.export.View;
import shiftscope.session.Script;

class KeeperTest {
    @TempDir
    private Path folder;

    private final Desk desk = Desk.withStandard();
    private final Keeper keeper = desk.keeper();

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(".json")).toList();
        }
    }

    private void begin() {
        keeper.start(folder);
        desk.work();
    }

    /** As a window that crashed leaves it. */
    private void leave(long step) throws IOException {
        Document document = Document.of(desk.experiment());
        Script script = document.script();
        try (Autosave crashed = new Autosave(folder)) {
            crashed.write(new Document(
                    new Script(script.start(), script.commands(), step, script.state()), View.STANDARD));
        }
    }

    @Test
    void whatIsOnTheBenchIsKeptUntilTheWindowIsClosed() throws IOException {
        begin();
        assertEquals(List.of(), kept());
        desk.sees(70, false);
        desk.settle();
        assertEquals(70, DocumentFile.read(kept().get(0)).script().step());
        long written = Files.getLastModifiedTime(kept().get(0)).toMillis();
        desk.settle();
        assertEquals(written, Files.getLastModifiedTime(kept().get(0)).toMillis(), "nothing has happened");
        desk.model.form().learningRate().textProperty().set("0.5");
        desk.settle();
        assertEquals(1, DocumentFile.read(kept().get(0)).script().commands().size());
        keeper.end();
        desk.work();
        assertEquals(List.of(), kept());
        assertEquals("", desk.trouble());
    }

    @Test
    void whatACrashHasLeftIsOfferedAndRestored() throws IOException {
        leave(3_120);
        begin();
        assertEquals("The last session ended unexpectedly at step 3\u202f120.", desk.model.notices().newsProperty().get());
        assertEquals(List.of("Restore", "Discard"),
                desk.model.notices().offersProperty().get().stream().map(Notices.Offer::label).toList());
        desk.sees(5, false);
        desk.settle();
        assertEquals(3_120, DocumentFile.read(kept().get(0)).script().step(), "nothing takes its place while it is offered");
        desk.model.notices().take(desk.model.notices().offersProperty().get().get(0));
        desk.work();
        assertEquals(3_120, desk.sessions.last().sitting.script().step());
    }

    @Test
    void whatIsDiscardedIsGone() throws IOException {
        leave(3_120);
        begin();
        desk.sees(5, false);
        desk.model.notices().take(desk.model.notices().offersProperty().get().get(1));
        desk.work();
        assertEquals(5, DocumentFile.read(kept().get(0)).script().step());
        assertEquals(1, desk.sessions.opened.size());
    }

    @Test
    void whatCannotBeReadIsASentence() throws IOException {
        leave(10);
        Files.writeString(kept().get(0), "{");
        begin();
        assertTrue(desk.trouble().startsWith("The last session did not end as it should"), desk.trouble());
    }
}
