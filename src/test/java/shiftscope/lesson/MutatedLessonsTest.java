package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.config.BadInputException;

/** Whatever a lesson file holds, it becomes a lesson, or one sentence that names the file. */
class MutatedLessonsTest {
    private static final int TEXTS = 8_000;
    private static final int FILES = 1_500;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private static final List<String> PIECES = List.of("null", "{}", "[]", "-1", "0", "1e999", "\"\"", "true", "\"a\"", "\"b\"", "[[]]",
            "{\"a\": 1}", "[null]", "[1, \"a\"]", "99999999999999999999", "\"$\"", "\"$$\"", "\"$\\\\frac{\"", "\"<b>\"", "\"{left}\"",
            "\"slow\"", "\"fast\"", "\"rates\"", "[\"slow\"]", "\"accuracy\"", "\"shift\"", "\"wall\"", "\"\\u0000\"", "\"\\ud800\"");
    private static final Pattern VALUE = Pattern.compile("(?<=: )(\"[^\"]*\"|-?\\d[\\d.]*|\\[[^\\[\\]{}]*\\]|\\{[^\\[\\]{}]*\\})");
    private static final Pattern KEY = Pattern.compile("\"(\\w+)\":");

    private final SplittableRandom random = new SplittableRandom(2026);
    private final List<String> originals = originals();

    @TempDir
    private Path folder;

    private static List<String> originals() {
        List<String> originals = new ArrayList<>(List.of(DocumentedLesson.example(), DocumentedLesson.example()));
        IntStream.rangeClosed(1, Library.size()).filter(number -> number % 4 == 1).forEach(number -> {
            try (var stream = Library.class.getResourceAsStream(name(number))) {
                originals.add(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return originals;
    }

    private static String name(int number) {
        try (var names = Files.list(Path.of("src", "main", "resources", "shiftscope", "lesson"))) {
            return names.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(String.format("%02d-", number)))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyTextIsALessonOrRefused() {
        int[] read = new int[1];
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < TEXTS; i++) {
                String text = mutated();
                read[0] += reads(() -> LessonFile.parse(text, "mine.json"), text, "mine.json") ? 1 : 0;
            }
        });
        assertTrue(read[0] > TEXTS / 100 && read[0] < TEXTS * 2 / 3, "of " + TEXTS + " texts " + read[0] + " were lessons");
    }

    @Test
    void everyFileIsALessonOrRefused() throws IOException {
        Path file = folder.resolve("mine.json");
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = originals.get(random.nextInt(originals.size())).getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(3); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 32 + random.nextInt(95));
            }
            Files.write(file, bytes);
            read += reads(() -> LessonFile.read(file), new String(bytes, StandardCharsets.UTF_8), file.toString()) ? 1 : 0;
        }
        assertTrue(read > FILES / 100 && read < FILES, "of " + FILES + " files " + read + " were lessons");
    }

    @Test
    void whatIsDeepOrHugeIsRefused() throws IOException {
        String example = DocumentedLesson.example();
        for (String text : List.of(
                "[".repeat(1_000_000),
                example.replace("[0.1, 0.3, 1]", "[".repeat(3_000) + "]".repeat(3_000)),
                example.replace("larger steps", "x".repeat(10_000_000)),
                example.replace("larger steps", ">".repeat(3_500)),
                example.replace("larger steps", "[".repeat(3_500)),
                example.replace("larger steps", "*a ".repeat(1_200) + "_".repeat(300)),
                example.replace("\"value\"", "\"" + "{".repeat(5_000) + "\""))) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> reads(() -> LessonFile.parse(text, "mine.json"), "", "mine.json"));
        }
        Path file = folder.resolve("huge.json");
        Files.writeString(file, example + " ".repeat(2 << 20));
        assertTrue(!reads(() -> LessonFile.read(file), "", file.toString()));
    }

    private static boolean reads(java.util.function.Supplier<Lesson> reading, String text, String name) {
        try {
            Lesson lesson = reading.get();
            assertTrue(!lesson.steps().isEmpty() && LessonTexts.all(lesson).size() > 4);
            return true;
        } catch (BadInputException refused) {
            String sentence = refused.getMessage();
            assertTrue(sentence.startsWith(name), sentence);
            assertTrue(sentence.lines().count() == 1 && sentence.length() < 1_500 && sentence.matches("(?s).*[.?]"), sentence);
            return false;
        } catch (RuntimeException | Error other) {
            return fail("neither a lesson nor refused: " + other + "\n" + text, other);
        }
    }

    private String mutated() {
        StringBuilder text = new StringBuilder(originals.get(random.nextInt(originals.size())));
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(text.length());
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            switch (random.nextInt(10)) {
                case 0 -> text.insert(at, piece);
                case 1 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                case 2 -> text.deleteCharAt(at);
                case 3 -> replace(text, KEY, at, "\"" + other(text) + "\":");
                case 4 -> replace(text, VALUE, at, "\"" + "word ".repeat(1 + random.nextInt(2_000)) + "\"");
                case 5 -> replace(text, VALUE, at, value(text));
                default -> replace(text, VALUE, at, piece);
            }
        }
        return text.toString();
    }

    /** A key from elsewhere in the text. */
    private String other(StringBuilder text) {
        Matcher matcher = KEY.matcher(text);
        return matcher.find(random.nextInt(text.length())) ? matcher.group(1) : "steps";
    }

    /** A value from elsewhere in the text. */
    private String value(StringBuilder text) {
        Matcher matcher = VALUE.matcher(text);
        return matcher.find(random.nextInt(text.length())) ? matcher.group() : "3";
    }

    private static void replace(StringBuilder text, Pattern pattern, int from, String piece) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find(from)) {
            text.replace(matcher.start(), matcher.end(), piece);
        }
    }
}
