package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.config.BadInputException;
import shiftscope.config.DataKind;

class MnistFetchTest {
    private final Desk desk = Desk.withStandard();
    private final MnistFetch fetch = desk.model.mnist();

    @Test
    void whatHasArrivedIsOpened(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder);
        desk.mnist = progress -> {
            progress.at(3, 12);
            assertEquals(0.25, fetch.progressProperty().get());
            return folder;
        };
        fetch.start();
        fetch.start();
        assertTrue(fetch.runningProperty().get());
        assertEquals(1, desk.background.size(), "once is enough");
        desk.work();
        assertFalse(fetch.runningProperty().get());
        assertEquals(DataKind.IDX, desk.experiment().data().kind());
        assertEquals(folder.toString(), desk.experiment().data().file().path());
    }

    @Test
    void aFailureIsASentenceAndTheRunGoesOn() {
        desk.mnist = progress -> {
            throw new BadInputException("No mirror could be reached.");
        };
        fetch.start();
        desk.work();
        assertEquals("No mirror could be reached.", desk.trouble());
        assertFalse(fetch.runningProperty().get());
        assertEquals(1, desk.sessions.opened.size());
    }

    @Test
    void cancellingInterruptsTheThreadThatFetches() {
        desk.mnist = progress -> {
            fetch.cancel();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return Path.of("nowhere");
        };
        fetch.start();
        desk.work();
        assertTrue(desk.model.notices().newsProperty().get().startsWith("Fetching MNIST was cancelled"));
        assertFalse(fetch.runningProperty().get());
        assertEquals(List.of(), desk.model.notices().offersProperty().get());
        fetch.cancel();
        assertFalse(Thread.currentThread().isInterrupted(), "nothing is fetched, so nothing is stopped");
    }
}
