package shiftscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.config.Normalization;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.data.Datasets;
import shiftscope.export.Document;
import shiftscope.export.DocumentFile;
import shiftscope.export.MetricsCsv;
import shiftscope.session.Command;
import shiftscope.session.Twins;

/** {@code shiftscope run} as somebody at a prompt meets it: files, one sentence, exit code. */
class RunCommandTest {
    private static final String SMALL = """
            {"shiftscope": 1, "data": {"kind": "moons", "examples": 200}, "network": {"hidden": [8, 8]},
             "training": {"batchSize": 20}, "measure": {"probe": 100, "recordEvery": 10}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        return CommandLineInterface.run(new PrintWriter(said, true), arguments);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void leavesPicturesAndNumbers() throws IOException {
        Path out = folder.resolve("out");
        assertEquals(CommandLineInterface.DONE, run("run", write("e.json", SMALL).toString(), "--steps", "30", "--out", out.toString()));
        for (String name : List.of(
                "experiment.json", "metrics.csv", "percentiles.svg", "percentiles.png", "loss.svg", "accuracy.png", "shift.svg")) {
            assertTrue(Files.size(out.resolve(name)) > 100, name);
        }
        for (String step : List.of("000000", "000003", "000010", "000030")) {
            assertTrue(Files.readString(out.resolve("wall-" + step + ".svg")).contains("Layer 2"), step);
            assertTrue(Files.size(out.resolve("wall-" + step + ".png")) > 1000, step);
        }
        List<String> rows = Files.readAllLines(out.resolve("metrics.csv"));
        assertEquals(1 + 2 * 4, rows.size(), "steps 0, 10, 20 and 30 of A and B");
        assertTrue(said.toString().contains("30 steps; test accuracy at step 30"), said.toString());
    }

    @Test
    void whereNumbersAreLearnedTheTestLossStandsForTheAccuracy() throws IOException {
        Path out = folder.resolve("out");
        String text = SMALL.replace("moons", "sine").replace("\"batchSize\"", "\"loss\": \"mean-squared-error\", \"batchSize\"");
        assertEquals(CommandLineInterface.DONE, run("run", write("e.json", text).toString(), "--steps", "30", "--out", out.toString()));
        assertTrue(Files.readString(out.resolve("test-loss.svg")).contains("Test loss"));
        assertTrue(Files.size(out.resolve("test-loss.png")) > 1000);
        assertTrue(Files.notExists(out.resolve("accuracy.svg")) && Files.notExists(out.resolve("accuracy.png")));
        List<String> rows = Files.readAllLines(out.resolve("metrics.csv"));
        assertEquals(9, rows.size());
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            assertTrue(Double.parseDouble(cells[4]) > 0, row);
            assertEquals("", cells[5], row);
        }
        assertTrue(said.toString().matches("(?s).*30 steps; test loss at step 30: A \\d.*, B \\d.*\\. Written to .*"), said.toString());
        assertTrue(!said.toString().contains("accuracy"), said.toString());
    }

    @Test
    void theLossMustBeOneForNumbers() throws IOException {
        assertEquals(CommandLineInterface.BAD_INPUT, run("run", write("e.json", SMALL.replace("moons", "sine")).toString()));
        assertOneSentence("training.loss is a loss for classes, but data.kind is \"sine\"");
    }

    @Test
    void theLastStepIsInTheTableAlsoBetweenRecordedOnes() throws IOException {
        Path out = folder.resolve("out");
        run("run", write("e.json", SMALL).toString(), "--steps", "17", "--out", out.toString());
        List<String> rows = Files.readAllLines(out.resolve("metrics.csv"));
        assertTrue(rows.get(rows.size() - 1).startsWith("17,"), rows.get(rows.size() - 1));
    }

    @Test
    void theSameExperimentGivesTheSameNumbersAlsoFromTheFolderItLeft() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("elsewhere/second");
        Files.writeString(folder.resolve("t.csv"), table());
        String text = SMALL.replace("\"kind\": \"moons\"", "\"kind\": \"csv\", \"file\": {\"path\": \"t.csv\"}");
        assertEquals(0, run("run", write("e.json", text).toString(), "--steps", "20", "--out", first.toString()), said.toString());
        assertEquals(
                0,
                run("run", first.resolve("experiment.json").toString(), "--steps", "20", "--out", second.toString()),
                said.toString());
        assertArrayEquals(Files.readAllBytes(first.resolve("metrics.csv")), Files.readAllBytes(second.resolve("metrics.csv")));
    }

    /** Twins that are told by hand what the file says, when it says so. */
    @Test
    void whatAFileChangesLandsAtItsStep() throws IOException {
        String commands = """
                "view": {"mode": "heat"}, "step": 20, "commands": [
                  {"step": 0, "set": "a.normalization", "to": "batch"},
                  {"step": 7, "set": "training.learningRate", "to": 0.02},
                  {"step": 7, "proof": "fold-away", "run": "a", "layer": 1},
                  {"step": 30, "set": "b.normalization", "to": "none"},
                  {"step": 31, "set": "a.normalization", "to": "none"}]}
                """;
        Path file = write("e.json", SMALL.strip().replaceAll("}$", ", " + commands));
        Path out = folder.resolve("out");
        assertEquals(0, run("run", file.toString(), "--steps", "30", "--out", out.toString()), said.toString());

        Experiment start = ExperimentFile.parse(SMALL, "small");
        try (Twins twins = new Twins(start, Datasets.load(start.data(), new Seed(start.seed()), folder), 1)) {
            twins.apply(new Command.SetNormalization(Side.A, Normalization.BATCH));
            advance(twins, 7);
            twins.apply(new Command.SetLearningRate(0.02));
            twins.apply(new Command.FoldAway(Side.A, 1));
            advance(twins, 23);
            twins.apply(new Command.SetNormalization(Side.B, Normalization.NONE));
            Path byHand = folder.resolve("by-hand.csv");
            MetricsCsv.write(byHand, twins.history(), twins.batchesPerEpoch());
            assertEquals(Files.readString(byHand), Files.readString(out.resolve("metrics.csv")));
        }
        Document left = DocumentFile.read(out.resolve("experiment.json"));
        assertEquals(DocumentFile.read(file), left);
        assertEquals(5, left.script().commands().size());
    }

    private static void advance(Twins twins, int steps) {
        for (int i = 0; i < steps; i++) {
            assertTrue(twins.step());
        }
    }

    @Test
    void aChangeThatTheNumbersDoNotAllowSaysWhichAndWhen() throws IOException {
        String commands = """
                "commands": [{"step": 3, "set": "a.scaleShift", "to": true},
                  {"step": 3, "proof": "scale-weights", "run": "a", "layer": 1, "by": 1e300},
                  {"step": 3, "proof": "scale-weights", "run": "a", "layer": 1, "by": 1e300}]}
                """;
        Path file = write("e.json", SMALL.strip().replaceAll("}$", ", " + commands));
        assertEquals(CommandLineInterface.BAD_INPUT, run("run", file.toString(), "--out", folder.resolve("out").toString()));
        assertTrue(said.toString().contains("commands[2] cannot land at step 3: A weight or bias of run A would leave the finite numbers"),
                said.toString());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("x,y,label\n");
        for (int i = 0; i < 80; i++) {
            table.append(i % 9).append(',').append(i % 7).append(',').append(i % 9 > i % 7 ? "above" : "below").append('\n');
        }
        return table.toString();
    }

    @Test
    void aDivergedRunSaysWhichStepAndLayerAndEndsWithOne() throws IOException {
        String text = SMALL.replace("\"batchSize\": 20", "\"batchSize\": 20, \"learningRate\": 1000, \"loss\": \"mean-squared-error\"")
                .replace("[8, 8]", "[8, 8], \"activation\": \"identity\"");
        int code = run("run", write("e.json", text).toString(), "--steps", "300", "--out", folder.resolve("out").toString());
        assertEquals(CommandLineInterface.DIVERGED, code);
        assertTrue(said.toString().matches("(?s).*Run [AB] diverged at step \\d+: .*"), said.toString());
        assertTrue(Files.exists(folder.resolve("out/metrics.csv")));
    }

    static Stream<Arguments> badSettings() {
        return Stream.of(
                Arguments.of("\"learningRate\": -1", "training.learningRate is -1"),
                Arguments.of("\"batchSize\": 5000", "training.batchSize is 5000"),
                Arguments.of("\"batchSize\": 20}, \"network\": {\"hidden\": [0]", "network.hidden[0]"),
                Arguments.of("\"batchsize\": 20", "training.batchsize"),
                Arguments.of("\"batchSize\": \"many\"", "training.batchSize"));
    }

    @ParameterizedTest
    @MethodSource("badSettings")
    void aBadSettingIsOneSentenceAndExitCodeTwo(String setting, String named) throws IOException {
        String text = "{\"shiftscope\": 1, \"data\": {\"kind\": \"moons\", \"examples\": 200}, \"training\": {" + setting + "}}";
        Path out = folder.resolve("out");
        assertEquals(CommandLineInterface.BAD_INPUT, run("run", write("e.json", text).toString(), "--out", out.toString()));
        assertOneSentence(named);
        assertTrue(Files.notExists(out), "nothing is left behind");
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                Arguments.of("text.csv", "x,y,label\n1,2,a\n1,two,b\n1,3,a\n", "two"),
                Arguments.of("nan.csv", "x,y,label\n1,2,a\nNaN,2,b\n1,3,a\n", "NaN"),
                Arguments.of("empty.csv", "", "empty.csv"),
                Arguments.of("header.csv", "x,y,label\n", "header.csv"),
                Arguments.of("ragged.csv", "x,y,label\n1,2,a\n1,2\n3,4,b\n", "ragged.csv"),
                Arguments.of("images-idx3-ubyte", "\0\0\10\3\0\0\0\5\0\0\0\2\0\0\0\2abc", "images-idx3-ubyte"),
                Arguments.of("noise", "this is no IDX file", "noise"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void aBadFileIsOneSentenceAndExitCodeTwo(String name, String content, String named) throws IOException {
        Path out = folder.resolve("out");
        assertEquals(
                CommandLineInterface.BAD_INPUT, run("run", "--data", write(name, content).toString(), "--out", out.toString()));
        assertOneSentence(named);
        assertTrue(Files.notExists(out), "nothing is left behind");
    }

    @Test
    void whatIsNotThereOrCannotBeWrittenIsOneSentenceToo() throws IOException {
        assertEquals(CommandLineInterface.BAD_INPUT, run("run", folder.resolve("none.json").toString()));
        assertOneSentence("none.json");
        said.getBuffer().setLength(0);
        assertEquals(CommandLineInterface.BAD_INPUT, run("run", folder.toString()));
        assertOneSentence("folder");
        said.getBuffer().setLength(0);
        Path file = write("file", "");
        assertEquals(
                CommandLineInterface.BAD_INPUT,
                run("run", write("e.json", SMALL).toString(), "--steps", "1", "--out", file.toString()));
        assertOneSentence("--out");
        said.getBuffer().setLength(0);
        assertEquals(CommandLineInterface.BAD_INPUT, run("run", "--steps", "0"));
        assertOneSentence("--steps is 0");
    }

    @Test
    void unknownOptionsAndWordsAreNamed() {
        assertEquals(CommandLineInterface.BAD_INPUT, run("run", "--frobnicate"));
        assertTrue(said.toString().contains("--frobnicate"), said.toString());
        assertTrue(CommandLineInterface.isAsked("run"));
        assertTrue(CommandLineInterface.isAsked("--help"));
        assertTrue(!CommandLineInterface.isAsked() && !CommandLineInterface.isAsked("my.shiftscope.json"));
    }

    private void assertOneSentence(String named) {
        String text = said.toString().strip();
        assertTrue(text.contains(named), text);
        assertTrue(text.endsWith(".") && !text.contains("\n") && !text.contains("Exception"), text);
    }
}
