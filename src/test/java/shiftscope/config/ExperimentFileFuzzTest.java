package shiftscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a text holds, it becomes an experiment or a sentence. */
class ExperimentFileFuzzTest {
    private static final int TEXTS = 2_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Pieces of JSON that are likely to matter. */
    private static final List<String> PIECES = List.of("null", "{}", "[]", "-1", "0", "1e999", "-1e-999", "\"\"", "true", "NaN", "\"batch\"",
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\uD800", "\0", "1.5", "99999999999999999999", "\"file\": {\"path\": 1}",
            "[[[[[[[[", "\"shiftscope\": 2,", "\"idx\"", "\"seed\": 3,");

    private final RandomStream random = new Seed(2024).data();
    private final List<String> seeds = List.of(
            ExperimentFile.format(Experiment.standard()), ExperimentFile.format(ExperimentFileTest.altered()));

    @Test
    void everyTextIsAnExperimentOrRefused() {
        int[] read = new int[1];
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < TEXTS; i++) {
                read[0] += isRead(mutated()) ? 1 : 0;
            }
        });
        assertTrue(read[0] > TEXTS / 100 && read[0] < TEXTS, "of " + TEXTS + " texts " + read[0] + " were read");
    }

    @Test
    void deepNestingIsRefused() {
        assertFalse(isRead("[".repeat(1_000_000)));
        assertFalse(isRead("{\"shiftscope\": 1, \"a\": " + "{\"a\":".repeat(200_000)));
        assertFalse(isRead("{\"shiftscope\": 1, \"seed\": " + "9".repeat(1_000_000) + "}"));
    }

    private static boolean isRead(String text) {
        try {
            Experiment experiment = ExperimentFile.parse(text, "text");
            assertEquals(experiment, ExperimentFile.parse(ExperimentFile.format(experiment), "text"));
            return true;
        } catch (BadInputException refused) {
            assertTrue(refused.getMessage().startsWith("text") && refused.getMessage().length() < 500, refused.getMessage());
            return false;
        } catch (RuntimeException | Error other) {
            return fail("neither read nor refused: " + text.substring(0, Math.min(2_000, text.length())), other);
        }
    }

    private String mutated() {
        StringBuilder text = new StringBuilder(seeds.get(random.below(seeds.size())));
        for (int change = random.below(3); change >= 0; change--) {
            mutate(text);
        }
        return text.toString();
    }

    private void mutate(StringBuilder text) {
        int at = random.below(text.length());
        int end = Math.min(text.length(), at + 1 + random.below(12));
        String piece = PIECES.get(random.below(PIECES.size()));
        switch (random.below(9)) {
            case 0 -> text.insert(at, piece);
            case 1 -> text.replace(at, end, piece);
            case 2 -> text.delete(at, Math.min(end, text.length() - 1));
            case 3 -> text.setCharAt(at, (char) (32 + random.below(96)));
            case 4, 5, 6, 7 -> replaceValue(text, at, piece);
            default -> text.insert(random.below(text.length()), text.substring(at, end));
        }
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
}
