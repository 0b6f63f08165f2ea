package shiftscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.Main;

/** A process that trains a sweep, killed in the middle of it, once asked to end and once not. */
class SweepKilledTest {
    private static final int PAIRS = 60;
    private static final String TINY = """
            {"shiftscope": 1, "data": {"kind": "moons", "examples": 60}, "network": {"hidden": [16, 16]},
             "training": {"batchSize": 10}, "measure": {"probe": 20, "recordEvery": 100}}
            """;

    @TempDir
    private Path folder;

    private List<String> arguments(Path out) throws IOException {
        Path file = Files.writeString(folder.resolve("e.json"), TINY);
        return List.of("sweep", file.toString(), "--over", "training.learningRate=0.01,0.1,1", "--seeds", "20", "--steps", "600",
                "--out", out.toString());
    }

    private static long kept(Path out) throws IOException {
        if (!Files.exists(out.resolve("runs"))) {
            return 0;
        }
        try (Stream<Path> files = Files.list(out.resolve("runs"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".")).count();
        }
    }

    @Test
    void theSameCommandGoesOnWithWhatAKilledProcessLeft() throws Exception {
        StringWriter said = new StringWriter();
        Path whole = folder.resolve("whole");
        assertEquals(0, CommandLineInterface.run(new PrintWriter(said, true), arguments(whole).toArray(String[]::new)), said.toString());
        Random random = new Random();
        for (boolean politely : new boolean[] {true, false}) {
            Path out = folder.resolve(politely ? "asked to end" : "killed");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                    Main.class.getName()));
            command.addAll(arguments(out));
            // Slower than the two that go on with it, so that there is time to kill it.
            command.addAll(List.of("--workers", "1"));
            File log = folder.resolve("log").toFile();
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
            int until = 1 + random.nextInt(PAIRS / 3);
            while (process.isAlive() && kept(out) < until) {
                Thread.sleep(5);
            }
            if (politely) {
                process.destroy();
            } else {
                process.destroyForcibly();
            }
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process did not end");
            long kept = kept(out);
            assertTrue(kept >= until && kept < PAIRS, kept + " pairs were kept; " + Files.readString(log.toPath()));
            assertTrue(Files.notExists(out.resolve("sweep.csv")));

            said.getBuffer().setLength(0);
            assertEquals(0, CommandLineInterface.run(new PrintWriter(said, true), arguments(out).toArray(String[]::new)), said.toString());

            assertTrue(said.toString().contains(kept + " of " + PAIRS + " pairs were trained before."), said.toString());
            assertArrayEquals(Files.readAllBytes(whole.resolve("sweep.csv")), Files.readAllBytes(out.resolve("sweep.csv")));
        }
    }
}
