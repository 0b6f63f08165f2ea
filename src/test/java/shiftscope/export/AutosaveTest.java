package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;

class AutosaveTest {
    @TempDir
    private Path folder;

    private static Document seeded(int seed) {
        return Document.of(Experiment.standard().withSeed(seed));
    }

    /** A window that is open until it is killed. */
    static final class Window {
        private Window() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            try (Autosave autosave = new Autosave(Path.of(arguments[0]))) {
                autosave.write(seeded(77));
                System.out.println("ready");
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    @Test
    void aKilledProcessLeavesItsSession() throws IOException, InterruptedException {
        Process window = OtherProcess.start(Window.class, folder);
        try (Autosave beside = new Autosave(folder)) {
            assertEquals(Optional.empty(), beside.leftover(), "a window that is open has not crashed");
            beside.write(seeded(1));
            OtherProcess.kill(window);

            try (Autosave next = new Autosave(folder)) {
                assertEquals(Optional.of(seeded(77)), next.leftover());
            }
        } finally {
            window.destroyForcibly();
        }
    }

    @Test
    void whatEndedIsNotOffered() throws IOException {
        try (Autosave first = new Autosave(folder)) {
            first.write(seeded(1));
            first.write(SampleDocuments.changed());
            first.markEnded();
            first.markEnded();
        }
        try (Autosave next = new Autosave(folder)) {
            assertEquals(Optional.empty(), next.leftover());
        }
    }

    /** Until the next window has something to keep, what it was offered is still there for the one after a second crash. */
    @Test
    void aLeftoverStaysUntilSomethingTakesItsPlace() throws IOException {
        try (Autosave crashed = new Autosave(folder)) {
            crashed.write(SampleDocuments.changed());
        }
        for (int start = 0; start < 3; start++) {
            try (Autosave next = new Autosave(folder)) {
                assertEquals(Optional.of(SampleDocuments.changed()), next.leftover());
            }
        }
        try (Autosave next = new Autosave(folder)) {
            next.write(seeded(5));
        }
        try (Autosave last = new Autosave(folder)) {
            assertEquals(Optional.of(seeded(5)), last.leftover());
            last.markEnded();
        }
        try (Autosave after = new Autosave(folder)) {
            assertEquals(Optional.empty(), after.leftover());
        }
    }

    @Test
    void severalLeftoversAreOfferedOneToEachWindowTheNewestFirst() throws IOException {
        try (Autosave one = new Autosave(folder); Autosave two = new Autosave(folder); Autosave three = new Autosave(folder)) {
            one.write(seeded(1));
            two.write(seeded(2));
            three.write(seeded(3));
        }
        for (int i = 1; i <= 3; i++) {
            Files.setLastModifiedTime(
                    folder.resolve("session-" + i + ".shiftscope.json"), FileTime.from(Instant.ofEpochSecond(i == 2 ? 2000 : 1000 + i)));
        }
        try (Autosave one = new Autosave(folder); Autosave two = new Autosave(folder); Autosave three = new Autosave(folder);
                Autosave four = new Autosave(folder)) {
            assertEquals(
                    List.of(Optional.of(seeded(2)), Optional.of(seeded(3)), Optional.of(seeded(1)), Optional.empty()),
                    List.of(one.leftover(), two.leftover(), three.leftover(), four.leftover()));
        }
    }

    @Test
    void placesAreUsedAgain() throws IOException {
        for (int start = 0; start < 20; start++) {
            try (Autosave autosave = new Autosave(folder)) {
                autosave.write(seeded(start));
                autosave.markEnded();
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("session-1.lock"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void whatCannotBeReadIsPutAside() throws IOException {
        try (Autosave crashed = new Autosave(folder)) {
            crashed.write(seeded(1));
        }
        Files.writeString(folder.resolve("session-1.shiftscope.json"), "{\"shiftscope\": 1, \"sed\": 3}");
        try (Autosave next = new Autosave(folder)) {
            String sentence = assertThrows(BadInputException.class, next::leftover).getMessage();
            assertTrue(sentence.startsWith("The last session did not end as it should, and cannot be restored (it is kept as "
                    + folder.resolve("unreadable-")), sentence);
            assertTrue(sentence.contains("\"sed\" is not a known setting"), sentence);
            assertEquals(Optional.empty(), next.leftover(), "asked again");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.anyMatch(file -> file.getFileName().toString().matches("unreadable-\\d+\\.shiftscope\\.json")));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsAnException() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThrows(IOException.class, () -> new Autosave(file));
    }
}
