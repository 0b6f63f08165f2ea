package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.plot.WallMode;
import shiftscope.session.Command;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Script;
import shiftscope.session.State;
import shiftscope.session.Tap;

class DocumentFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsBackWhatItWrote() {
        for (Document document : List.of(
                Document.of(Experiment.standard()), SampleDocuments.changed(), SampleDocuments.fromFile("../daten/iris.csv"))) {
            String text = DocumentFile.format(document);
            assertEquals(document, DocumentFile.parse(text, "text"));
            assertEquals(text, DocumentFile.format(DocumentFile.parse(text, "text")));
        }
    }

    /** A null for the normalization is a value of its own, and the only one that may be null. */
    @Test
    void everyCommandIsAmongTheSamples() {
        Set<Class<?>> forms = SampleDocuments.commands().stream().map(each -> each.command().getClass()).collect(Collectors.toSet());
        assertEquals(leaves(Command.class).collect(Collectors.toSet()), forms);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(DocumentFileTest::leaves) : Stream.of(type);
    }

    @Test
    void everyConstantIsReadBack() {
        for (WallMode mode : WallMode.values()) {
            for (Tap tap : Tap.values()) {
                assertReadBack(new Document(Script.of(Experiment.standard()), new View(mode, tap, 4, false, true, false, true)));
            }
        }
        for (Side side : Side.values()) {
            for (Normalization normalization : Normalization.values()) {
                assertReadBack(with(new Command.SetNormalization(side, normalization)));
                assertReadBack(with(new Command.SetLayerNormalization(side, 1, normalization)));
            }
            for (Statistics statistics : Statistics.values()) {
                assertReadBack(with(new Command.SetStatistics(side, statistics)));
            }
        }
    }

    /** A command says a value as the settings of the experiment do. */
    @ParameterizedTest
    @EnumSource(Normalization.class)
    void constantsAreNamedAsInTheSettings(Normalization normalization) {
        Document document = with(new Command.SetNormalization(Side.A, normalization));
        String settings = ExperimentFile.format(document.script().experiment());
        String value = DocumentFile.format(document).replaceAll("(?s).*\"to\" : (\"[^\"]*\").*", "$1");
        assertTrue(settings.contains("\"a\" : {\n    \"normalization\" : " + value), value);
    }

    private static Document with(Command... commands) {
        return new Document(
                new Script(
                        Experiment.standard(),
                        Arrays.stream(commands).map(each -> new RecordedCommand(3, each)).toList(),
                        3,
                        Optional.empty()),
                View.STANDARD);
    }

    private static void assertReadBack(Document document) {
        assertEquals(document, DocumentFile.parse(DocumentFile.format(document), "text"));
    }

    @Test
    void whatIsAsAtTheStartIsNotWritten() {
        assertEquals(ExperimentFile.format(Experiment.standard()), DocumentFile.format(Document.of(Experiment.standard())));
    }

    @Test
    void eachCommandIsALine() {
        String text = DocumentFile.format(SampleDocuments.changed());
        String end = text.substring(text.indexOf("  \"view\""));
        assertTrue(end.startsWith("""
                  "view" : {
                    "mode" : "percentiles",
                    "tap" : "pre-activation",
                    "layer" : 2,
                    "layerShown" : true,
                    "logCounts" : true,
                    "outerBands" : true,
                    "statistics" : true
                  },
                  "step" : 600,
                  "commands" : [
                    { "step" : 0, "set" : "b.statistics", "to" : "population" },
                    { "step" : 120, "set" : "training.learningRate", "to" : 0.3333333333333333 },
                    { "step" : 120, "set" : "network.newBatchWeight", "to" : 1.0E-7 },
                    { "step" : 121, "set" : "a.normalization", "to" : "constant-batch" },
                    { "step" : 121, "set" : "b.normalization", "layer" : 3, "to" : "rms" },
                    { "step" : 121, "set" : "b.normalization", "layer" : 3, "to" : null },
                    { "step" : 500, "set" : "measure.gradientProbes", "to" : true },
                    { "step" : 500, "set" : "a.scaleShift", "to" : false },
                    { "step" : 501, "proof" : "shift-biases", "run" : "a", "layer" : 1, "by" : -3.5 },
                """.indent(0)), end);
        assertTrue(end.endsWith("    { \"step\" : 5000000000, \"set\" : \"b.statistics\", \"to\" : \"running\" }\n  ]\n}\n"), end);
    }

    @Test
    void aStateIsReadBackToTheLastByte() throws IOException {
        for (int bytes : new int[] {0, 1, 1000, 3_000_000, 7_000_001}) {
            State state = SampleDocuments.state(bytes);
            Path file = folder.resolve("state.shiftscope.json");
            DocumentFile.write(file, SampleDocuments.full(state));
            Document read = DocumentFile.read(file);
            State back = read.script().state().orElseThrow();
            assertEquals(state.step(), back.step());
            assertArrayEquals(state.bytes(), back.bytes());
            assertEquals(SampleDocuments.changed(), read.withoutState());
        }
        assertTrue(Files.size(folder.resolve("state.shiftscope.json")) > ExperimentFile.MOST_BYTES, "larger than a file without a state");
    }

    @Test
    void aStateTooLargeIsNotWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("old.json"), "old");
        Document document = SampleDocuments.full(new State(5, new byte[StateJson.MOST_BYTES + 1]));

        String sentence = assertThrows(BadInputException.class, () -> DocumentFile.write(file, document)).getMessage();

        assertEquals("The state takes 64 MB; a file accepts at most 64 MB, or the experiment without its state.", sentence);
        assertEquals("old", Files.readString(file));
    }

    /** Each part stands beside the version; the sentence must hold every word of the last column. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "\"comands\": []|\"comands\" known \"commands\" seed view",
        "\"vieuw\": {}|\"vieuw\" \"view\"",
        "\"view\": null|view null object",
        "\"view\": {\"mod\": \"now\"}|\"view.mod\" \"mode\" tap",
        "\"view\": {\"mode\": \"percentile\"}|view.mode \"percentile\" mean \"percentiles\"? \"now\"",
        "\"view\": {\"tap\": 3}|view.tap 3 \"pre-activation\"",
        "\"view\": {\"layer\": 5}|view.layer 5 0 4",
        "\"view\": {\"layer\": 1.5}|view.layer 1.5",
        "\"view\": {\"logCounts\": 1}|view.logCounts 1 true",
        "\"step\": -1|step -1 0 1000000000000",
        "\"step\": \"3\"|step \"3\" whole",
        "\"step\": 1e3|step 1000.0 whole",
        "\"step\": 99999999999999999999|step 99999999999999999999 whole",
        "\"commands\": {}|commands {} list",
        "\"commands\": [3]|commands[0] 3 object",
        "\"commands\": [{}]|commands[0].step missing whole",
        "\"commands\": [{\"step\": 1, \"set\": \"a.normalisation\"}]|commands[0].set \"a.normalisation\" mean \"a.normalization\"?",
        "\"commands\": [{\"step\": 1, \"set\": \"seed\", \"to\": 3}]|commands[0].set \"seed\" \"a.normalization\"",
        "\"commands\": [{\"set\": \"a.scaleShift\", \"to\": true}]|commands[0].step missing",
        "\"commands\": [{\"step\": 1, \"set\": \"a.scaleShift\"}]|commands[0].to missing true",
        "\"commands\": [{\"step\": 1, \"set\": \"a.scaleShift\", \"to\": false, \"layer\": 1}]|commands[0].layer 1 normalization",
        "\"commands\": [{\"step\": 1, \"set\": \"a.scaleShift\", \"too\": false}]|\"commands[0].too\" mean \"to\"",
        "\"commands\": [{\"step\": 1, \"set\": \"b.normalization\", \"to\": \"btch\"}]|commands[0].to \"btch\" mean \"batch\"? \"rms\"",
        "\"commands\": [{\"step\": 1, \"set\": \"b.normalization\", \"to\": null}]|commands[0].to null \"rms\"",
        "\"commands\": [{\"step\": 1, \"set\": \"b.normalization\", \"layer\": 4, \"to\": \"rms\"}]|commands[0]: b.layers[0].layer 4 3",
        "\"commands\": [{\"step\": 1, \"set\": \"training.learningRate\", \"to\": -1}]|commands[0]: training.learningRate -1 1000",
        "\"commands\": [{\"step\": 1, \"set\": \"training.learningRate\", \"to\": 1e999}]|commands[0].to number",
        "\"commands\": [{\"step\": 1, \"proof\": \"undo\", \"run\": \"a\"}]|commands[0]: proof undo",
        "\"commands\": [{\"step\": 1, \"proof\": \"fold\", \"run\": \"a\"}]|commands[0].proof \"fold\" \"fold-away\"",
        "\"commands\": [{\"step\": 1, \"proof\": \"fold-away\", \"run\": \"a\", \"layer\": 1}]|commands[0]: normalizer",
        "\"commands\": [{\"step\": 1, \"proof\": \"fold-away\", \"run\": \"c\", \"layer\": 1}]|commands[0].run \"c\" \"a\" \"b\"",
        "\"commands\": [{\"step\": 1, \"proof\": \"fold-away\", \"run\": \"b\", \"layer\": 1, \"by\": 1}]|\"commands[0].by\" known run",
        "\"commands\": [{\"step\": 1, \"proof\": \"scale-weights\", \"run\": \"b\", \"layer\": 1}]|commands[0].by missing",
        "\"commands\": [{\"step\": 1, \"proof\": \"scale-weights\", \"run\": \"b\", \"layer\": 1, \"by\": 0}]|commands[0]: 0",
        "\"commands\": [{\"step\": 1, \"proof\": \"scale-weights\", \"run\": \"b\", \"layer\": 1.5, \"by\": 1}]|commands[0].layer 1.5",
        "\"state\": {}|state.step missing",
        "\"state\": {\"step\": 1}|state.step 1 0",
        "\"state\": {\"step\": 0, \"bytes\": 70000000}|state.bytes 70000000 67108864",
        "\"state\": {\"step\": 0, \"bytes\": 8, \"crc32\": \"0\", \"deflated\": \"!\"}|state.deflated \"!\" Base64",
        "\"state\": {\"step\": 0, \"bytes\": 67108864, \"crc32\": \"0\", \"deflated\": \"AAAA\"}|state.deflated \"AAAA\" damaged",
        "\"state\": {\"step\": 0, \"bytes\": 1, \"crc32\": \"0\", \"deflated\": \"AwA=\"}|state.bytes 1 0",
        "\"state\": {\"step\": 0, \"bytes\": 0, \"crc32\": \"1\", \"deflated\": \"AwA=\"}|state.crc32 \"1\" \"00000000\""
    })
    void refusesBySayingWhere(String part, String words) {
        String sentence = refused("{\"shiftscope\": 1, " + part + "}");

        for (String word : ("lecture.json " + words).split(" ")) {
            assertTrue(sentence.contains(word), () -> sentence + " does not say " + word);
        }
        assertTrue(sentence.endsWith(".") && sentence.lines().count() == 1, sentence);
    }

    @Test
    void aCommandBeforeTheOneBeforeIsRefused() {
        assertEquals(
                "lecture.json: commands[1].step is 9; accepted is a step not earlier than that of the command before, which is 10.",
                refused("{\"shiftscope\": 1, \"commands\": [{\"step\": 10, \"set\": \"a.scaleShift\", \"to\": false},"
                        + "{\"step\": 9, \"set\": \"b.scaleShift\", \"to\": false}]}"));
    }

    @Test
    void aChangedBitOfTheStateIsNoticed() {
        String text = DocumentFile.format(SampleDocuments.full(SampleDocuments.state(1000)));
        int at = text.indexOf("deflated") + 200;
        String changed = text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);

        assertTrue(refused(changed).matches("lecture.json: state\\.(deflated|crc32|bytes) is .*"), refused(changed));
    }

    /** Ten million zeros are ten thousand bytes: what is said to come out of them is not believed, but counted. */
    @Test
    void noMoreComesOutOfAStateThanItSays() {
        Document document = SampleDocuments.full(new State(1, new byte[10_000_000]));
        String text = DocumentFile.format(document);

        assertTrue(text.length() < 30_000);
        assertTrue(refused(text.replace("\"bytes\" : 10000000", "\"bytes\" : 1000")).contains("state.deflated"));
        assertTrue(refused(text.replace("\"bytes\" : 10000000", "\"bytes\" : 10000001")).contains("state.bytes"));
    }

    @Test
    void aLargeFileNeedsAState() throws IOException {
        String large = "{\"shiftscope\": 1, \"name\": \"" + "x".repeat(ExperimentFile.MOST_BYTES) + "\"}";
        Path file = Files.writeString(folder.resolve("large.json"), large);

        String sentence = assertThrows(BadInputException.class, () -> DocumentFile.read(file)).getMessage();

        assertEquals(file + " is larger than 4 MB; accepted is an experiment file, which is a few kilobytes.", sentence);
        assertTrue(refused("{\"shiftscope\": 1, \"state\": [" + "1,".repeat(3_000_000)).contains("too many parts"));
    }

    @Test
    void everyExperimentThatComesWithTheProgramIsADocument() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("assets", "experiments"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                Document document = DocumentFile.read(file);
                assertEquals(DocumentFile.format(document), Files.readString(file), file.toString());
            }
        }
    }

    @Test
    void aRelativePathLeadsToTheSameFileFromElsewhere() throws IOException {
        Path lessons = Files.createDirectories(folder.resolve("lessons/one"));
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("iris.csv"), "x");
        Document document = SampleDocuments.fromFile("../../data/iris.csv");

        assertEquals("iris.csv", path(document.moved(lessons, data)));
        assertEquals("data/iris.csv", path(document.moved(lessons, folder)));
        assertEquals("../../data/iris.csv", path(document.moved(lessons, lessons)));
        assertEquals("../data/iris.csv", path(document.moved(lessons, folder.resolve("not-there-yet"))));
        assertEquals("/abs/x.csv", path(SampleDocuments.fromFile("/abs/x.csv").moved(lessons, data)));
        assertEquals("\0", path(SampleDocuments.fromFile("\0").moved(lessons, data)));
        assertEquals(document, document.moved(lessons, data).moved(data, lessons));
    }

    /** From below a link, two dots lead up where the folder really is. */
    @Test
    void aPathThroughALinkStillLeadsToTheFile() throws IOException {
        Path real = Files.createDirectories(folder.resolve("far/away/real"));
        Files.writeString(folder.resolve("iris.csv"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        String path = path(SampleDocuments.fromFile("iris.csv").moved(folder, link));

        assertTrue(Files.isSameFile(folder.resolve("iris.csv"), link.resolve(path)), path);
    }

    private static String path(Document document) {
        return document.script().start().data().file().path();
    }

    private static String refused(String text) {
        return assertThrows(BadInputException.class, () -> DocumentFile.parse(text, "lecture.json")).getMessage();
    }
}
