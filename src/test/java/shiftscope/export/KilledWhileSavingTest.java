package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.session.State;

/**
 * A process killed at a random moment while it saves leaves the old file or the new one. Ten processes in the build;
 * {@code docs/development.md} has the command for more.
 */
class KilledWhileSavingTest {
    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final String NAME = "saved.shiftscope.json";
    /** As long as a few saves take, so that kills are spread over all that a save does. */
    private static final int LONGEST_DELAY_NANOS = 60_000_000;

    private static final Document OLD = SampleDocuments.full(SampleDocuments.state(60_000));
    private static final Document NEW = SampleDocuments.full(SampleDocuments.state(90_000));

    @TempDir
    private Path folder;

    /** Saves one version, then the other, then the first, until it is killed. */
    static final class Saver {
        private Saver() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]);
            DocumentFile.write(file, OLD);
            System.out.println("ready");
            for (List<Document> both = List.of(NEW, OLD); ; ) {
                for (Document version : both) {
                    DocumentFile.write(file, version);
                }
            }
        }
    }

    @Test
    void theFileOpensAsTheOldOrTheNewVersion() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(500);
        Path file = folder.resolve(NAME);
        int[] seen = new int[2];
        for (int kill = 0; kill < KILLS; kill++) {
            Process saver = OtherProcess.start(Saver.class, file);
            long until = System.nanoTime() + random.nextInt(LONGEST_DELAY_NANOS);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            OtherProcess.kill(saver);
            State state = DocumentFile.read(file).script().state().orElseThrow();
            State same = SampleDocuments.state(state.bytes().length);
            assertTrue(same.bytes().length == 60_000 || same.bytes().length == 90_000, "neither the old nor the new version");
            assertEquals(DocumentFile.format(SampleDocuments.full(same)), Files.readString(file), "after kill " + kill);
            seen[same.bytes().length == 60_000 ? 0 : 1]++;
        }
        long left = count();
        System.out.printf(
                "%d processes killed while saving: %d left the old version, %d the new; %d files were left beside it.%n",
                KILLS,
                seen[0],
                seen[1],
                left - 1);
        assertEquals(KILLS, seen[0] + seen[1]);
        assertTrue(left > 1 || KILLS < 100, "no kill met a save half-way, so that nothing was tested");

        WholeFile.sweep(folder, Instant.MAX);

        assertEquals(1, count(), "what killed processes left behind is found again");
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
