package shiftscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentFileTest {
    @TempDir
    private Path folder;

    static Experiment altered() {
        return new Experiment(
                "Größer \"als\" gedacht: φ(γẑ+β)",
                Long.MIN_VALUE,
                new DataSettings(DataKind.CSV, 77, 0.3, Scaling.MIN_MAX, 0.35, new FileSource("daten/iris.csv", "-1", true)),
                new NetworkSettings(List.of(7, 2048, 1), ActivationKind.LEAKY_RELU, InitializationKind.XAVIER, 0.123456789012345678,
                        Placement.AFTER, 1e-3, 0.01, RunningConvention.KERAS, RunningAverage.CUMULATIVE, 0.25,
                        List.of(new LayerShape(3, null, Placement.BEFORE), new LayerShape(1, ActivationKind.RELU, null))),
                new TrainingSettings(1.0 / 3, 17, OptimizerKind.ADAMW, 0.5, 1e-4, 0.01,
                        new ScheduleSettings(ScheduleKind.COSINE, 5, 900, 0.03), LossKind.MEAN_SQUARED_ERROR),
                new MeasureSettings(99, 7, 3, 12, 100, false),
                new RunSettings(Normalization.NOISY_BATCH, false, Statistics.POPULATION,
                        List.of(new LayerSwitch(2, Normalization.LAYER))),
                new RunSettings(Normalization.NONE, true, Statistics.RUNNING));
    }

    @Test
    void readsBackWhatItWrote() {
        for (Experiment experiment : List.of(Experiment.standard(), altered())) {
            assertEquals(experiment, ExperimentFile.parse(ExperimentFile.format(experiment), "text"));
        }
    }

    @Test
    void theTextBeginsWithTheSchema() {
        assertTrue(ExperimentFile.format(Experiment.standard()).startsWith("{\n  \"shiftscope\" : 1,\n"));
    }

    @Test
    void whatAFileLeavesOutIsStandard() {
        assertEquals(Experiment.standard(), ExperimentFile.parse("{\"shiftscope\": 1}", "text"));
        assertEquals(
                Experiment.standard().withSeed(7).withTraining(Experiment.standard().training().withLearningRate(3)),
                ExperimentFile.parse("{\"shiftscope\": 1, \"seed\": 7, \"training\": {\"learningRate\": 3}}", "text"));
        assertEquals(
                new FileSource("x.csv", null, null),
                ExperimentFile.parse("{\"shiftscope\": 1, \"data\": {\"kind\": \"csv\", \"file\": {\"path\": \"x.csv\"}}}", "text")
                        .data().file());
    }

    @Test
    void aColumnMayBeGivenAsANumber() {
        String text = "{\"shiftscope\": 1, \"data\": {\"kind\": \"csv\", \"file\": {\"path\": \"x.csv\", \"labelColumn\": -1}}}";

        assertEquals("-1", ExperimentFile.parse(text, "text").data().file().labelColumn());
    }

    /** Each part is inside an object that begins with the schema; the sentence must hold every word of the last column. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "\"sed\": 1|\"sed\" known seed training",
        "\"training\": {\"learnRate\": 1}|\"training.learnRate\" known learningRate",
        "\"a\": {\"normalisation\": \"batch\"}|\"a.normalisation\" known normalization",
        "\"data\": {\"file\": {\"path\": \"x\", \"pfad\": \"x\"}}|\"data.file.pfad\" known path labelColumn",
        "\"network\": {\"activation\": \"sigmod\"}|network.activation \"sigmod\" \"sigmoid\" \"leaky-relu\"",
        "\"network\": {\"activation\": \"\"}|network.activation \"\" \"sigmoid\"",
        "\"network\": {\"activation\": 0}|network.activation 0 \"sigmoid\"",
        "\"network\": {\"activation\": null}|network.activation missing",
        "\"b\": {\"statistics\": \"RUNNING\"}|b.statistics \"RUNNING\" \"running\"",
        "\"b\": {\"statistics\": null}|b.statistics missing",
        "\"b\": {\"scaleShift\": null}|b.scaleShift null true false",
        "\"b\": {\"scaleShift\": \"yes\"}|b.scaleShift \"yes\" true false",
        "\"b\": {\"scaleShift\": 1}|b.scaleShift 1 true false",
        "\"seed\": null|seed null whole",
        "\"seed\": 1.5|seed 1.5 whole",
        "\"seed\": \"42\"|seed \"42\" whole",
        "\"seed\": 99999999999999999999|seed 99999999999999999999 whole",
        "\"seed\": []|seed [] whole",
        "\"training\": {\"batchSize\": 1e99}|training.batchSize 1.0E99 whole",
        "\"training\": {\"batchSize\": 3000000000}|training.batchSize 3000000000 whole",
        "\"training\": {\"learningRate\": \"fast\"}|training.learningRate \"fast\" number",
        "\"training\": {\"learningRate\": \"0.1\"}|training.learningRate \"0.1\" number",
        "\"training\": {\"learningRate\": 1e999}|training.learningRate Infinity 1000",
        "\"training\": {\"learningRate\": \"NaN\"}|training.learningRate NaN",
        "\"training\": {\"learningRate\": null}|training.learningRate null number",
        "\"training\": {\"learningRate\": {}}|training.learningRate {} number",
        "\"training\": 5|training 5 object",
        "\"training\": null|training missing",
        "\"training\": []|training [] object",
        "\"network\": {\"hidden\": 100}|network.hidden 100 list",
        "\"network\": {\"hidden\": [100, null]}|network.hidden missing",
        "\"network\": {\"hidden\": [100, \"x\"]}|network.hidden[1] \"x\" whole",
        "\"network\": {\"hidden\": [1.5]}|network.hidden[0] 1.5 whole",
        "\"name\": null|name missing",
        "\"name\": {}|name {} text",
        "\"seed\": 1, \"seed\": 2|line 1 second time",
        "\"measure\": {\"probe\": 1}|measure.probe 1 10000",
        "\"network\": {\"layers\": [{\"layer\": 4}]}|network.layers[0].layer 4 3",
        "\"network\": {\"layers\": [null]}|network.layers[0] missing",
        "\"network\": {\"layers\": [{\"layer\": 1, \"activation\": \"relux\"}]}|network.layers[0].activation \"relux\" \"relu\"",
        "\"b\": {\"layers\": [{\"layer\": 1}]}|b.layers[0].normalization missing",
        "\"b\": {\"layers\": [{\"layer\": 9, \"normalization\": \"rms\"}]}|b.layers[0].layer 9 3",
        "\"training\": {\"schedule\": {\"kind\": \"linear\"}}|training.schedule.kind \"linear\" \"cosine\""
    })
    void refusesBySayingWhere(String part, String words) {
        String sentence = refused("{\"shiftscope\": 1, " + part + "}");

        for (String word : ("lecture.json " + words).split(" ")) {
            assertTrue(sentence.contains(word), () -> sentence + " does not say " + word);
        }
        assertTrue(sentence.endsWith(".") && !sentence.contains("\n"), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"shiftscope\": 2}", "{\"shiftscope\": 0}", "{\"shiftscope\": \"1\"}", "{\"shiftscope\": 1.0}",
        "{\"shiftscope\": null}", "{\"seed\": 1}"})
    void refusesOtherSchemas(String text) {
        assertTrue(refused(text).matches("lecture.json: \"shiftscope\" .* is .*; accepted is 1\\."), refused(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "[]", "[{\"shiftscope\": 1}]", "null", "1", "\"text\""})
    void refusesWhatIsNoObject(String text) {
        assertTrue(refused(text).startsWith("lecture.json is no experiment; accepted is a JSON object"), refused(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"shiftscope\": 1,}", "{\"shiftscope\": 1} x", "{\"shiftscope\": 1}{}", "{'shiftscope': 1}", "hello",
        "{\"shiftscope\": 1, \"seed\": NaN}", "{\"shiftscope\": 01}"})
    void refusesWhatIsNoJson(String text) {
        assertTrue(refused(text).matches("lecture.json: not valid JSON at line 1, column \\d+\\."), refused(text));
    }

    @Test
    void aLongValueIsShortenedInTheSentence() {
        String sentence = refused("{\"shiftscope\": 1, \"network\": {\"activation\": \"" + "x".repeat(100_000) + "\"}}");
        String key = refused("{\"shiftscope\": 1, \"" + "y".repeat(40_000) + "\": 1}");

        assertTrue(sentence.length() < 300 && key.length() < 300, () -> sentence.length() + " and " + key.length());
    }

    @Test
    void readsAFileAlsoWithAByteOrderMark() throws IOException {
        Path file = folder.resolve("given.json");
        Files.writeString(file, "\uFEFF" + ExperimentFile.format(altered()));

        assertEquals(altered(), ExperimentFile.read(file));
    }

    @Test
    void refusesFilesThatAreNone() throws IOException {
        Path large = Files.write(folder.resolve("large.json"), new byte[(4 << 20) + 1]);
        Path latin = Files.write(folder.resolve("latin.json"), "{\"name\": \"ü\"}".getBytes(StandardCharsets.ISO_8859_1));
        Path missing = folder.resolve("missing.json");

        assertEquals(missing + " does not exist.", refused(missing));
        assertEquals(folder + " is a folder; accepted is an experiment file.", refused(folder));
        assertEquals(latin + " is not text in UTF-8; accepted is an experiment file.", refused(latin));
        assertEquals(large + " is larger than 4 MB; accepted is an experiment file, which is a few kilobytes.", refused(large));
        assertTrue(refused(large.resolve("below")).startsWith(large.resolve("below").toString()));
    }

    private static String refused(Path file) {
        return assertThrows(BadInputException.class, () -> ExperimentFile.read(file)).getMessage();
    }

    private static String refused(String text) {
        return assertThrows(BadInputException.class, () -> ExperimentFile.parse(text, "lecture.json")).getMessage();
    }
}
