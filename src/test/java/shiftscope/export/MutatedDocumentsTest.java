package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.session.Script;

/** Whatever a file or a pasted line holds, it becomes a document, or one sentence that says where it is wrong. */
class MutatedDocumentsTest {
    private static final int TEXTS = 12_000;
    private static final int FILES = 3_000;
    private static final int LINES = 5_000;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    /** Pieces of JSON that are likely to matter. */
    private static final List<String> PIECES = List.of("null", "{}", "[]", "-1", "0", "1e999", "-1e-999", "\"\"", "true", "NaN",
            "\"batch\"", "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\uD800", "\0", "1.5", "99999999999999999999",
            "\"file\": {\"path\": 1}", "[[[[[[[[",
            "\"shiftscope\": 2,", "\"idx\"", "\"seed\": 3,", "{\"step\": 1}", "\"undo\"", "\"layer\": 2,", "\"view\": {},");

    private static final String KEYS = "shiftscope|name|seed|data|network|training|measure|a|b|view|step|commands|state";
    /** A line and column, the key that nobody knows, or the path of a known one; or that the whole is nothing of the kind. */
    private static final Pattern PLACED = Pattern.compile("lecture\\.json(: .* at line \\d+, column \\d+.*"
            + "|: \".*\" is not a known setting.*"
            + "|: (the number of layers in |a number in )?\"?(" + KEYS + ")\\b.*| is not text in UTF-8.*| is no experiment.*)");
    private static final Pattern KEY = Pattern.compile("\"(\\w+)\" :");
    private static final Pattern NUMBER = Pattern.compile("(?<=: |\\[ )-?\\d[\\d.E-]*");

    private final SplittableRandom random = new SplittableRandom(2026);
    private final List<String> originals = List.of(
            DocumentFile.format(Document.of(Experiment.standard())),
            DocumentFile.format(SampleDocuments.fromFile("daten/iris.csv")),
            DocumentFile.format(SampleDocuments.changed()),
            DocumentFile.format(SampleDocuments.full(SampleDocuments.state(300))));

    @TempDir
    private Path folder;

    @Test
    void everyTextOpensOrIsRefusedInItsPlace() {
        int[] opened = new int[1];
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < TEXTS; i++) {
                opened[0] += opens(mutated()) ? 1 : 0;
            }
        });
        assertTrue(opened[0] > TEXTS / 100 && opened[0] < TEXTS / 2, "of " + TEXTS + " texts " + opened[0] + " opened");
    }

    @Test
    void everyFileOpensOrIsRefusedInItsPlace() throws IOException {
        Path file = folder.resolve("lecture.json");
        int opened = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = originals.get(random.nextInt(originals.size())).getBytes(StandardCharsets.UTF_8);
            Files.write(file, flipped(bytes));
            opened += outcome(() -> DocumentFile.read(file), folder + "/") ? 1 : 0;
        }
        assertTrue(opened > FILES / 100 && opened < FILES / 2, "of " + FILES + " files " + opened + " opened");
    }

    @Test
    void everyLineOpensOrIsRefused() {
        List<String> lines = List.of(
                ShareLine.encode(Document.of(Experiment.standard())), ShareLine.encode(SampleDocuments.changed()));
        int opened = 0;
        for (int i = 0; i < LINES; i++) {
            String line = i % 3 == 0
                    ? ShareLineTest.line(mutated())
                    : new String(flipped(lines.get(i % 2).getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
            try {
                Document document = ShareLine.decode(line);
                assertEquals(document, ShareLine.decode(ShareLine.encode(document)));
                opened++;
            } catch (BadInputException refused) {
                assertSentence(refused);
                assertTrue(refused.getMessage().startsWith("The line") || refused.getMessage().startsWith("This is no line to share"),
                        refused.getMessage());
            } catch (RuntimeException | Error other) {
                fail("neither opened nor refused: " + line, other);
            }
        }
        assertTrue(opened > LINES / 200 && opened < LINES / 2, "of " + LINES + " lines " + opened + " opened");
    }

    @Test
    void whatIsDeepOrHugeIsRefused() {
        assertFalse(opens("[".repeat(1_000_000)));
        assertFalse(opens("{\"shiftscope\": 1, \"a\": " + "{\"a\":".repeat(200_000)));
        assertFalse(opens("{\"shiftscope\": 1, \"seed\": " + "9".repeat(1_000_000) + "}"));
        assertFalse(opens("{\"shiftscope\": 1, \"" + "k".repeat(1_000_000) + "\": 1}"));
        assertFalse(opens("{\"shiftscope\": 1, \"network\": {\"hidden\": [" + "1,".repeat(2_000_000) + "1]}}"));
        assertFalse(opens("{\"shiftscope\": 1, \"state\": {\"step\": 0, \"deflated\": \"" + "A".repeat(20_000_000) + "\"}}"));
    }

    private static boolean opens(String text) {
        return outcome(() -> DocumentFile.parse(text, "lecture.json"), "");
    }

    /** What may open. */
    private interface Opening {
        Document open();
    }

    private static boolean outcome(Opening opening, String before) {
        try {
            Document document = opening.open();
            Document again = DocumentFile.parse(DocumentFile.format(document), "text");
            assertEquals(document.withoutState(), again.withoutState());
            assertArrayEquals(bytes(document), bytes(again));
            return true;
        } catch (BadInputException refused) {
            assertSentence(refused);
            assertTrue(refused.getMessage().startsWith(before), refused.getMessage());
            String sentence = refused.getMessage().substring(before.length());
            assertTrue(PLACED.matcher(sentence).matches(), sentence);
            return false;
        }
    }

    private static byte[] bytes(Document document) {
        Script script = document.script();
        return script.state().flatMap(state -> Optional.of(state.bytes())).orElse(null);
    }

    private static void assertSentence(BadInputException refused) {
        String sentence = refused.getMessage();
        assertTrue(sentence.lines().count() == 1 && sentence.length() < 700 && sentence.endsWith("."), sentence);
    }

    /** Up to three bytes or bits of the original changed, or its end cut off. */
    private byte[] flipped(byte[] original) {
        byte[] bytes = original.clone();
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(10)) {
                case 0 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 4, 5, 6 -> {
                    while (at < bytes.length - 1 && !Character.isDigit(bytes[at])) {
                        at++;
                    }
                    bytes[at] = (byte) ('0' + random.nextInt(10));
                }
                case 2, 3 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                default -> bytes[at] = (byte) (32 + random.nextInt(95));
            }
        }
        return bytes;
    }

    private String mutated() {
        StringBuilder text = new StringBuilder(originals.get(random.nextInt(originals.size())));
        for (int change = random.nextInt(3); change >= 0; change--) {
            mutate(text);
        }
        return text.toString();
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        switch (random.nextInt(16)) {
            case 0 -> text.insert(at, piece);
            case 1 -> text.replace(at, end, piece);
            case 2 -> text.delete(at, Math.min(end, text.length() - 1));
            case 3 -> text.setCharAt(at, (char) (32 + random.nextInt(96)));
            case 4, 5, 6, 7 -> replaceValue(text, at, piece);
            case 8 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
            case 9 -> text.setLength(Math.max(1, at));
            case 10 -> swapLines(text);
            case 11, 12 -> replace(text, KEY, at, "\"" + respelt() + "\" :");
            case 13, 14 -> replace(text, NUMBER, at, List.of("1e999", "-7", "4294967296", "0.5", "9".repeat(400)).get(random.nextInt(5)));
            default -> replaceValue(text, at, random.nextInt(2) == 0
                    ? "{\"a\":".repeat(1_500) + "1" + "}".repeat(1_500)
                    : "\"" + "x".repeat(70_000) + "\"");
        }
    }

    private String respelt() {
        String[] keys = KEYS.split("\\|");
        String key = keys[random.nextInt(keys.length)];
        return random.nextInt(2) == 0 ? key : key + (char) ('a' + random.nextInt(26));
    }

    /** The value after the next colon, so that the text stays JSON. */
    private static void replaceValue(StringBuilder text, int at, String piece) {
        int colon = text.indexOf(" : ", at);
        int line = text.indexOf("\n", colon);
        if (colon >= 0 && line >= 0) {
            boolean comma = text.charAt(line - 1) == ',';
            text.replace(colon + 3, comma ? line - 1 : line, piece);
        }
    }

    private static void replace(StringBuilder text, Pattern pattern, int from, String piece) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find(from)) {
            text.replace(matcher.start(), matcher.end(), piece);
        }
    }

    private void swapLines(StringBuilder text) {
        String[] lines = text.toString().split("\n");
        int one = random.nextInt(lines.length);
        int other = random.nextInt(lines.length);
        String held = lines[one];
        lines[one] = lines[other];
        lines[other] = held;
        text.setLength(0);
        text.append(String.join("\n", lines));
    }
}
