package shiftscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code shiftscope bench} as somebody at a prompt, or a script, meets it. */
class BenchCommandTest {
    private static final String[] SMALL = {"bench", "--net", "6-5-4-3", "--batch", "8", "--steps", "20"};

    @TempDir
    private Path folder;

    private final StringWriter answer = new StringWriter();
    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        return CommandLineInterface.run(new PrintWriter(answer, true), new PrintWriter(said, true), arguments);
    }

    private static String[] small(String... more) {
        List<String> all = new ArrayList<>(List.of(SMALL));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static Map<String, String> parsed(String line) {
        assertTrue(line.endsWith("\n") && line.indexOf('\n') == line.length() - 1, "not one line: " + line);
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : line.strip().split(" ")) {
            String[] parts = pair.split("=");
            assertEquals(2, parts.length, pair);
            assertEquals(null, values.put(parts[0], parts[1]), pair);
        }
        return values;
    }

    @Test
    void theAnswerIsOneLineOfKeysAndValues() {
        assertEquals(CommandLineInterface.DONE, run(small()), said.toString());
        Map<String, String> values = parsed(answer.toString());

        assertEquals(
                List.of("net", "batch", "activation", "normalization", "optimizer", "loss", "kernel", "lanes", "threads", "steps_per_s",
                        "gflop_per_s", "peak_gflop_per_s", "share_of_peak", "loss_after_20", "hash_after_20"),
                List.copyOf(values.keySet()));
        assertEquals("6-5-4-3", values.get("net"));
        assertEquals("8", values.get("batch"));
        assertEquals("sigmoid", values.get("activation"));
        assertEquals("batch", values.get("normalization"));
        assertEquals("sgd", values.get("optimizer"));
        assertEquals("cross-entropy", values.get("loss"));
        assertEquals("1", values.get("threads"));
        assertTrue(Double.parseDouble(values.get("steps_per_s")) > 0);
        assertEquals("NaN", values.get("peak_gflop_per_s"), "a trial has no time to compile that");
        assertTrue(Double.parseDouble(values.get("loss_after_20")) > 0);
        assertTrue(values.get("hash_after_20").matches("[0-9a-f]{16}"));
    }

    @Test
    void everyOptionReachesTheRun() {
        run(small());
        String usual = parsed(answer.toString()).get("loss_after_20");
        for (String[] more : new String[][] {
            {"--batch", "9"}, {"--activation", "leaky-relu"}, {"--normalization", "none"}, {"--optimizer", "ADAM"},
            {"--loss", "mean-squared-error"}, {"--net", "6-5-3"}
        }) {
            answer.getBuffer().setLength(0);
            List<String> arguments = new ArrayList<>(List.of(SMALL));
            int same = arguments.indexOf(more[0]);
            if (same >= 0) {
                arguments.set(same + 1, more[1]);
            } else {
                arguments.addAll(List.of(more));
            }
            assertEquals(0, run(arguments.toArray(String[]::new)), said.toString());
            Map<String, String> values = parsed(answer.toString());
            assertTrue(values.containsValue(more[1].toLowerCase(java.util.Locale.ROOT)), answer.toString());
            assertNotEquals(usual, values.get("loss_after_20"), more[0]);
        }
    }

    @Test
    void twinsSayHowTheyScaleIfAsked() {
        assertEquals(0, run("bench", "--net", "100-60-10", "--batch", "60", "--steps", "5", "--threads", "2", "--scaling"), said.toString());
        Map<String, String> values = parsed(answer.toString());

        assertEquals("2", values.get("threads"));
        assertTrue(Double.parseDouble(values.get("twins_scaling")) > 0);
        assertEquals("NaN", values.get("machine_scaling"), "a few steps are no measurement of the peak");
        assertEquals(0, run(small("--threads", "2")));
        assertTrue(said.toString().contains("a second thread does not pay"), said.toString());
    }

    @Test
    void theStartIsWrittenToAFile() throws IOException {
        Path file = folder.resolve("new/start.bin");
        assertEquals(0, run(small("--write", file.toString())), said.toString());

        // 8 batches of 8 examples with 6 features and 3 targets; the weights; the bias of the output layer.
        int numbers = 8 * 8 * (6 + 3) + 6 * 5 + 5 * 4 + 4 * 3 + 3;
        byte[] bytes = Files.readAllBytes(file);
        assertEquals('\n', bytes[bytes.length - 8 * numbers - 1]);
        assertEquals('{', bytes[0]);
    }

    static Stream<Arguments> badOptions() {
        return Stream.of(
                Arguments.of("--net is \"784-ten\"", new String[] {"--net", "784-ten"}),
                Arguments.of("--batch is 1", new String[] {"--batch", "1"}),
                Arguments.of("--activation is \"gelu\"; accepted are sigmoid, tanh, relu, leaky-relu", new String[] {"--activation", "gelu"}),
                Arguments.of("--normalization is \"group\"; accepted are none, batch", new String[] {"--normalization", "group"}),
                Arguments.of("--optimizer is \"lion\"; accepted are sgd", new String[] {"--optimizer", "lion"}),
                Arguments.of("--loss is \"hinge\"; accepted are cross-entropy", new String[] {"--loss", "hinge"}),
                Arguments.of("--loss is cross-entropy with one output", new String[] {"--net", "4-3-1", "--loss", "cross-entropy"}),
                Arguments.of("--kernel is \"blas\"; accepted are auto, plain, vector, ejml.", new String[] {"--kernel", "blas"}),
                Arguments.of("--threads is 3", new String[] {"--threads", "3"}),
                Arguments.of("--scaling", new String[] {"--scaling"}),
                Arguments.of("--seconds is 0", new String[] {"--seconds", "0"}),
                Arguments.of("--seconds is NaN", new String[] {"--seconds", "NaN"}),
                Arguments.of("--steps is 0", new String[] {"--steps", "0"}));
    }

    @ParameterizedTest
    @MethodSource("badOptions")
    void aBadOptionIsOneSentenceAndExitCodeTwo(String named, String[] options) {
        String[] arguments = Stream.concat(Stream.of("bench"), Stream.of(options)).toArray(String[]::new);
        assertEquals(CommandLineInterface.BAD_INPUT, run(arguments));
        assertOneSentence(named, said.toString());
        assertEquals("", answer.toString());
    }

    @Test
    void aTrainingThatDivergesHasNoSpeedAndEndsWithOne() {
        for (String threads : new String[] {"1", "2"}) {
            assertEquals(
                    CommandLineInterface.DIVERGED,
                    run("bench", "--net", "500-20-20-1", "--batch", "8", "--activation", "identity", "--normalization", "none",
                            "--steps", "500", "--threads", threads),
                    said.toString());
            assertTrue(said.toString().strip().matches("(?s).*The training left the finite numbers at step \\d+, .*"), said.toString());
            assertEquals("", answer.toString());
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsOneSentenceToo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(CommandLineInterface.BAD_INPUT, run(small("--write", file.resolve("below").toString())));
        assertOneSentence("--write", said.toString());
    }

    private static void assertOneSentence(String named, String said) {
        String text = said.strip();
        assertTrue(text.contains(named), text);
        assertTrue(text.endsWith(".") && !text.contains("\n") && !text.contains("Exception"), text);
    }

    /** The kernel is chosen once in the life of a process, so these have one of their own. */
    @Test
    void theKernelAskedForComputes() throws Exception {
        Map<String, String> plain = parsed(inItsOwnProcess(0, true, small("--kernel", "plain")));
        Map<String, String> vector = parsed(inItsOwnProcess(0, true, small("--kernel", "vector")));
        Map<String, String> ejml = parsed(inItsOwnProcess(0, false, small("--kernel", "ejml")));

        assertEquals(List.of("plain", "vector", "ejml"), List.of(plain.get("kernel"), vector.get("kernel"), ejml.get("kernel")));
        assertEquals(plain.get("hash_after_20"), vector.get("hash_after_20"));
        assertEquals(plain.get("loss_after_20"), vector.get("loss_after_20"));
        assertNotEquals(plain.get("hash_after_20"), ejml.get("hash_after_20"));
        double loss = Double.parseDouble(plain.get("loss_after_20"));
        assertEquals(loss, Double.parseDouble(ejml.get("loss_after_20")), 1e-10 * loss);
        assertOneSentence("the module jdk.incubator.vector", inItsOwnProcess(2, false, small("--kernel", "vector")));
    }

    /** What a process says on standard output, or if that is nothing on standard error. */
    private String inItsOwnProcess(int code, boolean withModule, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        if (withModule) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "shiftscope.Main"));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "still running");
        assertEquals(code, process.exitValue(), Files.readString(errors));
        return Files.size(out) > 0 ? Files.readString(out) : Files.readString(errors);
    }
}
