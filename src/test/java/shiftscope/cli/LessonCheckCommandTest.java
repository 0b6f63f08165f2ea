package shiftscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonFile;
import shiftscope.lesson.Library;
import shiftscope.lesson.Rate;
import shiftscope.lesson.Rates;
import shiftscope.lesson.SmallLesson;

/** {@code shiftscope lesson} as somebody at a prompt meets it. */
class LessonCheckCommandTest {
    private static final String MOVES = SmallLesson.moves("moves", "It | moves,\\nthough.", "\"above\": 0");
    private static final String WILD = "[" + MOVES + "," + SmallLesson.diverges("wild") + "]";

    @TempDir
    private Path folder;

    private Path file;
    private final StringWriter answer = new StringWriter();
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void aTeachersFile() throws IOException {
        file = Files.writeString(folder.resolve("moons.lesson.json"),
                SmallLesson.text("moons", "[" + SmallLesson.learns("learns", 0.01) + "," + MOVES + "]"));
    }

    private int lesson(Object... arguments) {
        answer.getBuffer().setLength(0);
        said.getBuffer().setLength(0);
        String[] all = new String[arguments.length + 1];
        all[0] = "lesson";
        for (int i = 0; i < arguments.length; i++) {
            all[i + 1] = arguments[i].toString();
        }
        return CommandLineInterface.run(new PrintWriter(answer, true), new PrintWriter(said, true), all);
    }

    @Test
    void theTableIsTheSameWithOneWorkerOrTwo() {
        lesson("check", file, "--seeds", 6, "--workers", 1);
        String one = answer.toString();
        lesson("check", file, "--seeds", 6, "--workers", 2);

        assertEquals(one, answer.toString());
        assertTrue(said.toString().matches("(?s).*moons: [0-9.]+ s for a seed\\.\\R.*"), said.toString());
    }

    @Test
    void columnsAreAligned() throws IOException {
        Files.writeString(file, SmallLesson.text("moons",
                "[" + MOVES + "," + SmallLesson.moves("far", "Far.", "\"above\": 0.25, \"below\": 1e9") + "]"));
        assertEquals(CommandLineInterface.DONE, lesson("check", file, "--seeds", 3, "--removed"), said.toString());
        assertEquals("""
                moons.lesson.json A small lesson
                  claim  holds if                    held    median  least  most
                  moves  left - right > 0            0 of 3  0.00    0.00   0.00
                  far    0.25 < left - right < 1e+9  0 of 3  0.00    0.00   0.00

                """, answer.toString());
    }

    @Test
    void aClaimThatHoldsRarelyIsPointedOutUnlessItsTextSaysSo() throws IOException {
        Path rare = folder.resolve("rare.json");
        Files.writeString(rare, SmallLesson.text("rare", "[" + SmallLesson.moves("never", "It flies.", "\"above\": 1e6") + "]"));
        assertEquals(1, lesson("check", rare, "--seeds", 2));
        assertTrue(said.toString().contains("rare: the claim \"never\" held in 0 of 2 seeds, which its text does not say."), said.toString());

        Files.writeString(rare, SmallLesson.text("rare", "[" + SmallLesson.moves("never", "In 0 of 2 seeds it flies.", "\"above\": 1e6") + "]"));
        assertEquals(CommandLineInterface.DONE, lesson("check", rare, "--seeds", 2), said.toString());

        Files.writeString(rare, SmallLesson.text("rare", "[" + SmallLesson.moves("never", "In 1 of 2 seeds it flies.", "\"above\": 1e6") + "]"));
        assertEquals(1, lesson("check", rare, "--seeds", 2), "it says something else");
    }

    @Test
    void aClaimThatHoldsWithItsEffectTakenAwayIsPointedOut() throws IOException {
        Path any = folder.resolve("any.json");
        Files.writeString(any, SmallLesson.text("any", "[" + SmallLesson.moves("any", "Anything.", "\"above\": -1") + "]"));
        assertEquals(1, lesson("check", any, "--seeds", 2, "--removed"));
        assertTrue(said.toString().contains("\"any\" held in 2 of 2 seeds with its effect taken away."), said.toString());
    }

    @Test
    void aRunThatDivergesIsToldOfInASentence() throws IOException {
        Path wild = Files.writeString(folder.resolve("wild.json"), SmallLesson.text("wild", WILD));
        assertEquals(1, lesson("check", wild, "--seeds", 2));
        assertTrue(said.toString().matches(
                "(?s).*wild, experiment \"wild\", seed 1: Run [AB] diverged at step \\d+: [^\\n]+; the step was not taken\\.\\R.*"), said.toString());
        assertTrue(answer.toString().matches("(?s).*wild +left < 1 +0 of 2 +\u2013 +\u2013 +\u2013\\R.*"), answer.toString());
    }

    @Test
    void ratesAreKeptBesideALessonFileAndToldOfThatLessonOnly() throws IOException {
        Path rates = folder.resolve("moons.rates.json");
        Lesson moons = LessonFile.read(file);
        assertEquals(Map.of(), Rates.beside(file, moons));

        lesson("check", file, "--seeds", 3, "--record", rates);
        Map<String, Rate> found = Rates.beside(file, moons);
        assertEquals(List.of("learns", "moves"), found.keySet().stream().sorted().toList());
        assertEquals(3, found.get("moves").seeds());
        assertTrue(found.get("moves").least() <= found.get("moves").median() && found.get("moves").median() <= found.get("moves").most());

        Path other = Files.writeString(folder.resolve("wild.lesson.json"), SmallLesson.text("wild", WILD));
        lesson("check", other, "--seeds", 2, "--record", rates);
        assertEquals(found, Rates.beside(file, moons), "the others stay");
        Files.copy(rates, folder.resolve("wild.rates.json"));
        Rate wild = Rates.beside(other, LessonFile.read(other)).get("wild");
        assertEquals(new Rate(0, 2, Double.NaN, Double.NaN, Double.NaN), wild);

        String text = Files.readString(file);
        Files.writeString(file, text.replace("It learns.", "It does learn."));
        assertEquals(found, Rates.beside(file, LessonFile.read(file)), "a text changes nothing");
        Files.writeString(file, text.replace("\"at\": 40", "\"at\": 41"));
        assertEquals(Map.of(), Rates.beside(file, LessonFile.read(file)), "of another step nothing is known");
    }

    @Test
    void thePageHasEveryClaimAndTheCommand() throws IOException {
        Path page = folder.resolve("page.md");
        Path rates = folder.resolve("page.rates.json");
        lesson("check", file, "--seeds", 2, "--record", rates, "--markdown", page);
        String text = Files.readString(page);

        assertTrue(text.contains("    shiftscope lesson check " + file + " --seeds 2 --record " + rates + " --markdown " + page + "\n"), text);
        assertTrue(text.contains("## moons.lesson.json. A small lesson\n\nTo be checked \\| quickly.\n"), text);
        assertTrue(text.contains("| `moves` It \\| moves, though. | `shift`, small, B, step 40 | `shift`, small, A, step 40 | left - right > 0 | "),
                text);
        assertTrue(text.contains("| `learns` It learns. | `accuracy`, long, B, step 72 |  | left > 0.01 | 2 of 2 | "), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "check 99|There is no lesson 99",
        "check 1 --seeds 0|--seeds is 0; accepted are whole numbers from 1 to 10000.",
        "check 1 --workers 0|--workers is 0",
        "check 1 --removed --record x.json|--removed",
        "check none.json|none.json does not exist."
    })
    void badInputIsOneSentence(String arguments, String sentence) {
        assertEquals(CommandLineInterface.BAD_INPUT, lesson((Object[]) arguments.split(" ")));
        assertTrue(said.toString().contains(sentence), said.toString());
        assertEquals(1, said.toString().strip().lines().count(), said.toString());
    }

    @Test
    void whatIsNoFileOfRatesIsNotOverwritten() throws IOException {
        String before = Files.readString(file);
        assertEquals(CommandLineInterface.BAD_INPUT, lesson("check", file, "--seeds", 1, "--record", file));
        assertTrue(said.toString().contains("lesson"), said.toString());
        assertEquals(before, Files.readString(file));
    }

    @Test
    void anInterruptionEndsItWithoutFiles() {
        Path rates = folder.resolve("moons.rates.json");
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class,
                () -> new LessonPairs(List.of(LessonArgument.of(file.toString())), 50, false).all(2, steps -> { }));
        assertTrue(Thread.interrupted());
        assertFalse(Files.exists(rates));
    }

    @Test
    void allLessonsAreListed() {
        assertEquals(CommandLineInterface.DONE, lesson("list"));
        assertEquals(Library.size(), answer.toString().lines().count());
        assertTrue(answer.toString().startsWith(" 1  Watch the shift  "), answer.toString());
    }
}
