package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.config.BadInputException;
import shiftscope.config.Setting;
import shiftscope.config.Side;
import shiftscope.export.FormulaSource;

class LessonFileTest {
    private static final String EXAMPLE = DocumentedLesson.example();

    @TempDir
    private Path folder;

    /** A change of the example that must be refused, and what the sentence must say. */
    private record Wrong(String from, String to, String said) {}

    private static Lesson lesson() {
        return LessonFile.parse(EXAMPLE, "my.lesson.json");
    }

    @Test
    void everyKeyOfTheDocumentedExampleIsRead() {
        Lesson lesson = lesson();
        assertEquals("faster-steps", lesson.id());
        assertEquals("Faster steps", lesson.title());
        assertTrue(lesson.aim().startsWith("You have seen"));
        assertEquals(List.of("slow", "fast"), List.copyOf(lesson.experiments().keySet()));
        assertEquals(1, lesson.experiments().get("fast").script().start().training().learningRate());
        assertEquals("A learning rate of 1", lesson.experiments().get("fast").script().start().name());
        assertEquals(List.of(new Lesson.Source(
                "Batch normalization \"primarily enables training with larger learning rates\".", "Bjorck et al. 2018, abstract")),
                lesson.papers());
        assertEquals(3, lesson.teaching().script().lines().count());
        assertEquals("Which network gets further?", lesson.teaching().ask());
        assertTrue(lesson.teaching().wrong().startsWith("Some take"));
        assertEquals(Set.of(Region.EXPERIMENT), lesson.hidden());
    }

    @Test
    void everyKeyOfAStepIsRead() {
        LessonStep step = lesson().steps().get(0);
        assertEquals("Ten times the learning rate", step.title());
        assertEquals(5, step.text().lines().count());
        assertEquals(Optional.of("fast"), step.experiment());
        assertTrue(step.view().isPresent());
        assertEquals(new LessonStep.Prediction("Which network gets further in 300 steps?",
                List.of("A, which is plain", "B, with batch normalization"), 1, "The numbers below are from **your** run."),
                step.prediction().orElseThrow());
        assertEquals("Press play and wait for step 300.", step.task());
        assertEquals(300, step.until());
        assertEquals(Optional.of(Region.WALL), step.region());
        assertEquals(List.of("further", "reached"), step.claims());
        LessonStep next = lesson().steps().get(1);
        assertEquals(Optional.of("rates"), next.exhibit().orElseThrow().sweep());
        assertEquals(Exhibit.Kind.SWEEP, next.exhibit().orElseThrow().kind());
        assertEquals(Optional.empty(), next.experiment());
        assertEquals(0, next.until());
    }

    @Test
    void everyKeyOfAClaimAndASweepIsRead() {
        Claim claim = lesson().claim("further");
        assertEquals(new Operand(Quantities.named("accuracy"), Arguments.NONE, new Operand.InRun("fast", Side.B, 300)), claim.left());
        assertEquals(new Operand.InRun("fast", Side.A, 300), claim.right().orElseThrow().subject());
        assertEquals(Claim.Comparison.DIFFERENCE, claim.comparison());
        assertEquals(0.05, claim.above());
        assertEquals(Double.POSITIVE_INFINITY, claim.below());
        assertEquals(List.of(new Setting("b.normalization", "\"none\"")), claim.removal().settings());
        Claim alone = lesson().claim("reached");
        assertEquals(Claim.Comparison.ALONE, alone.comparison());
        assertEquals(0.5, alone.left().arguments().number("level"));
        assertEquals(1.1, alone.removal().arguments().number("level"));
        LessonSweep rates = lesson().sweeps().get("rates");
        assertEquals("Learning rate", rates.title());
        assertEquals(List.of("0.1", "0.3", "1"), rates.points().stream().map(LessonSweep.Point::label).toList());
        assertEquals(200, rates.steps());
        assertEquals("Shift of the last hidden layer", rates.curves().get("shift").title());
        assertEquals(List.of("slow", "fast"),
                lesson().sweeps().get("both").points().stream().map(LessonSweep.Point::experiment).toList());
    }

    @Test
    void theFingerprintChangesWithWhatIsMeasuredAlone() {
        assertEquals(lesson().fingerprint(), LessonFile.parse(EXAMPLE.replace("Press play", "Push play"), "x").fingerprint());
        assertNotEquals(lesson().fingerprint(), LessonFile.parse(EXAMPLE.replace("\"above\": 0.05", "\"above\": 0.06"), "x").fingerprint());
    }

    @Test
    void theDocumentListsEveryCommandOfFormulasAndEveryPartOfTheWindow() throws IOException {
        assertEquals(new TreeSet<>(FormulaSource.commands()), new TreeSet<>(Arrays.asList(DocumentedLesson.commands().split("\\s+"))));
        String document = Files.readString(Path.of("docs", "lesson-file.md"));
        Stream.concat(Arrays.stream(Region.values()), Arrays.stream(Exhibit.Kind.values()))
                .map(shiftscope.config.JsonPart::word)
                .forEach(word -> assertTrue(document.contains("`" + word + "`"), word));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotAcceptedIsToldInOneSentenceThatNamesThePlace() {
        String many = "x".repeat(4_001);
        return Stream.of(
                        new Wrong("\"faster-steps\"", "\"Faster Steps\"", "lesson.id"),
                        new Wrong("\"Faster steps\"", "\"\"", "lesson.title"),
                        new Wrong("\"Faster steps\"", "\"" + "x".repeat(201) + "\"", "lesson.title"),
                        new Wrong("*larger steps*", "<b>larger steps</b>", "lesson.aim: a text holds HTML"),
                        new Wrong("*larger steps*", many, "lesson.aim: a text has"),
                        new Wrong("\"like\": \"slow\"", "\"like\": \"fast\"", "lesson.experiments.fast.like"),
                        new Wrong("\"name\": \"A learning rate of 0.1\"", "\"like\": \"slow\"", "lesson.experiments.slow.like"),
                        new Wrong("\"name\": \"A learning rate of 1\"", "\"state\": {\"step\": 0, \"deflated\": \"AAAA\"}", "fast.state"),
                        new Wrong("{\"learningRate\": 1}", "{\"learningRate\": -1}", "learningRate"),
                        new Wrong("{\"learningRate\": 1}", "{\"learningrate\": 1}", "did you mean \"learningRate\""),
                        new Wrong("[0.1, 0.3, 1]", "[]", "lesson.sweeps.rates.values"),
                        new Wrong("[0.1, 0.3, 1]", "[0.1, 1, 0.3]", "lesson.sweeps.rates.values"),
                        new Wrong("[0.1, 0.3, 1]", "[0.1, -3]", "lesson.sweeps.rates.values"),
                        new Wrong("[\"slow\", \"fast\"]", "[]", "lesson.sweeps.both.experiments"),
                        new Wrong("[\"slow\", \"fast\"]", "[\"slower\"]", "lesson.sweeps.both.experiments"),
                        new Wrong("\"steps\": 200", "\"steps\": 0", "lesson.sweeps.rates.steps"),
                        new Wrong("[0.1, 0.3, 1],\n        \"steps\": 200", numbers(11) + ", \"steps\": 100000",
                                "lesson.sweeps.rates.steps"),
                        new Wrong("[0.1, 0.3, 1]", numbers(61), "lesson.sweeps.rates.values"),
                        new Wrong("\"training.learningRate\"", "\"training.speed\"", "training.speed"),
                        new Wrong("\"number\": \"shift\"", "\"number\": \"shifts\"", "did you mean \"shift\""),
                        new Wrong("\"layer\": 0", "\"layer\": -1", "lesson.sweeps.rates.curves.shift.layer"),
                        new Wrong("\\\\frac{\\\\partial L}", "\\\\fraction{\\\\partial L}", "lesson.steps[0].text: the formula"),
                        new Wrong("\\\\$0", "$0", "dollar sign"),
                        new Wrong("\"experiment\": \"fast\",\n        \"view\"",
                                "\"experiment\": \"quick\", \"view\"", "lesson.steps[0].experiment"),
                        new Wrong("\"experiment\": \"fast\",\n        \"view\"",
                                "\"experiment\": \"slow\", \"view\"", "\"further\" needs \"fast\""),
                        new Wrong("\"tap\": \"scaled\"", "\"tap\": \"scale\"", "did you mean \"scaled\""),
                        new Wrong("\"right\": 1,", "\"right\": 2,", "lesson.steps[0].predict.right"),
                        new Wrong("\"A, which is plain\", ", "", "lesson.steps[0].predict.answers"),
                        new Wrong("\"until\": 300", "\"until\": -1", "lesson.steps[0].until"),
                        new Wrong("\"look\": \"wall\"", "\"look\": \"walls\"", "did you mean \"wall\""),
                        new Wrong("[\"further\", \"reached\"]", "[\"further\"]", "none shows \"reached\""),
                        new Wrong("[\"further\", \"reached\"]", "[\"farther\"]", "lesson.steps[0].claims"),
                        new Wrong("\"sweep\": \"rates\"", "\"sweep\": \"rate\"", "lesson.steps[1].exhibit.sweep"),
                        new Wrong("\"kind\": \"sweep\"", "\"kind\": \"chain\"", "\"lesson.steps[1].exhibit.sweep\" is not a known"),
                        new Wrong("\"id\": \"reached\"", "\"id\": \"further\"", "lesson.claims[1].id"),
                        new Wrong("\"id\": \"reached\"", "\"id\": \"50 % ; then\"", "lesson.claims[1].id"),
                        new Wrong("\"number\": \"stepsToAccuracy\", \"level\": 0.5, \"experiment\": \"fast\", \"run\": \"b\", \"at\": 300",
                                "\"number\": \"largestReaching\", \"sweep\": \"rates\", \"curve\": \"shift\", \"run\": \"b\"",
                                "\"reached\" needs \"rates\""),
                        new Wrong("\"number\": \"accuracy\", \"experiment\": \"fast\", \"run\": \"b\", \"at\": 300",
                                "\"number\": \"chainKept\"", "\"further\" is calculated beside an exhibit"),
                        new Wrong("\"compare\": \"difference\",", "", "lesson.claims[0].compare"),
                        new Wrong("\"above\": 0.05,", "", "lesson.claims[0].above"),
                        new Wrong("\"above\": 0.05", "\"above\": 0.05, \"below\": 0.05", "lesson.claims[0].below"),
                        new Wrong("after {value}", "after {right}", "lesson.claims[1].reading"),
                        new Wrong("after {value}", "after {value", "lesson.claims[1].reading"),
                        new Wrong("{\"level\": 1.1}", "{\"levels\": 1.1}", "did you mean \"level\""),
                        new Wrong("{\"level\": 1.1}", "{\"level\": \"high\"}", "lesson.claims[1].removed.arguments.level"),
                        new Wrong("{\"b.normalization\": \"none\"}", "{\"b.normalization\": \"no\"}", "lesson.claims[0].removed.set"),
                        new Wrong("\"papers\": [", "\"paper\": [", "did you mean \"papers\""),
                        new Wrong("\"experiment\"]", "\"experiments\"]", "lesson.hidden"),
                        new Wrong("\"shiftscope\": 1", "\"shiftscope\": 2", "a newer version"),
                        new Wrong("\"steps\": [\n      {\n        \"title\": \"Ten",
                                "\"steps\": [], \"title\": [{\"title\": \"Ten", "a second time"))
                .map(wrong -> DynamicTest.dynamicTest("now: " + wrong.to().substring(0, Math.min(60, wrong.to().length())), () -> {
                    assertTrue(EXAMPLE.contains(wrong.from()), "the example has no " + wrong.from());
                    int at = EXAMPLE.indexOf(wrong.from());
                    String text = EXAMPLE.substring(0, at) + wrong.to() + EXAMPLE.substring(at + wrong.from().length());
                    BadInputException refused =
                            assertThrows(BadInputException.class, () -> LessonFile.parse(text, "my.lesson.json"));
                    String sentence = refused.getMessage();
                    assertTrue(sentence.startsWith("my.lesson.json: ") && sentence.contains(wrong.said()), sentence);
                    assertTrue(sentence.matches(".*[.?]") && sentence.lines().count() == 1, sentence);
                }));
    }

    private static String numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> i + "e-3").collect(Collectors.joining(", ", "[", "]"));
    }

    @Test
    void tooMuchIsRefused() {
        String step = "{\"title\": \"x\", \"text\": \"\"}";
        for (int steps : new int[] {20, 21}) {
            String text = "{\"shiftscope\": 1, \"lesson\": {\"id\": \"x\", \"title\": \"x\", \"aim\": \"x\", \"steps\": ["
                    + String.join(",", java.util.Collections.nCopies(steps, step)) + "]}}";
            if (steps == 20) {
                assertEquals(20, LessonFile.parse(text, "x").steps().size());
            } else {
                assertThrows(BadInputException.class, () -> LessonFile.parse(text, "x"));
            }
        }
    }

    @Test
    void aFileIsReadWithItsFormulasTypeset() throws IOException {
        Path file = folder.resolve("my.lesson.json");
        Files.writeString(file, EXAMPLE);
        assertEquals(lesson().fingerprint(), LessonFile.read(file).fingerprint());
        Files.writeString(file, EXAMPLE.replace("\\\\Delta W =", "\\\\left. \\\\hat"));
        BadInputException refused = assertThrows(BadInputException.class, () -> LessonFile.read(file));
        assertTrue(refused.getMessage().startsWith(file + ": the formula"), refused.getMessage());
    }
}
