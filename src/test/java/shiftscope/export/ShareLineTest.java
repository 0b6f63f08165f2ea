package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;

class ShareLineTest {
    private static final String CHANGED = ShareLine.encode(SampleDocuments.changed());

    @Test
    void readsBackWhatItWrote() {
        for (Document document : List.of(
                Document.of(Experiment.standard()), SampleDocuments.changed(), SampleDocuments.fromFile("daten/größe.csv"))) {
            String line = ShareLine.encode(document);
            assertEquals(document, ShareLine.decode(line));
            assertTrue(line.matches("shiftscope1:[A-Za-z0-9_-]+"), line);
            assertTrue(ShareLine.isOne(line));
        }
    }

    @Test
    void aStateStaysBehind() {
        assertEquals(SampleDocuments.changed(), ShareLine.decode(ShareLine.encode(SampleDocuments.full(SampleDocuments.state(1000)))));
    }

    @Test
    void whatIsStandardTakesNoRoom() {
        Document seeded = Document.of(Experiment.standard().withSeed(7));
        assertTrue(ShareLine.encode(seeded).length() < 70, ShareLine.encode(seeded));
    }

    /**
     * A line that somebody has pasted somewhere must mean the same in every later version: whoever changes the standard experiment, or
     * the form, gives lines a new number and goes on reading these.
     */
    @Test
    void linesOfThisVersionMeanTheSameForEver() {
        assertEquals(Document.of(Experiment.standard()), ShareLine.decode("shiftscope1:guReAAAAABKrVirOyEwrKU7OL0hVsjKsBQA"));
        assertEquals(
                SampleDocuments.changed(),
                ShareLine.decode("shiftscope1:eu2HDAAAAYPFkz9vwjAQxb-L58RKGlGkjFTdqzJ0qDpckgMsHF9kX4go4rvXhoQ_bUBql3qynu_3_Gyfd8Kt1IJd"
                        + "SQ2KPI2EQ6xEPo3ERmEn8p2oqfIrokFbomGl0YlIMDRBsxhDyWoDrMh4WcMWrcgf-tl8RZ0ROdsWvULLJ2oNu0GgltHOwFQnxbE3"
                        + "cqzKXtkHCf1Oj0kSiZLq-lj9vuv1JORln6SQF6yPRyEdNa0-JttHA5E-nBi2oIwyS6kRbJi8AmMPJzL7NkYtDHJHdi0NdjPgcvWG"
                        + "arni3iOVyXM8veTSgQNpyNag1edwc4fEJRl_DMNxEczEKFr8QPtLz3oTW7u_kabV-gxOktMpawTXWpRLC5XyPfBiqcDhmo_vNEKB"
                        + "dCVonIf26msXoN1Vsc_WWKKFLz-0YVwocAdr25rgcQ7pS4utyONMTm45hO3i7vAEZ4viqi2DRXiXLEluuCxIVzF0sB11uAEp49By"
                        + "vEZsfB_9hmxNRRf1_-R_p2oY936a58L_EfuP_Rc"));
    }

    @Test
    void whatMailsAndChatsDoToALineDoesNotMatter() {
        StringBuilder folded = new StringBuilder("> ");
        for (int i = 0; i < CHANGED.length(); i += 20) {
            folded.append(CHANGED, i, Math.min(CHANGED.length(), i + 20)).append(i % 40 == 0 ? "\r\n> " : " \u200B\u00A0");
        }
        for (String line : List.of(
                "  " + CHANGED + "\n\n", "\"" + CHANGED + "\"", "“" + CHANGED + "”", "`" + CHANGED + "`", "«" + CHANGED + "»",
                "\uFEFF" + CHANGED, folded.toString())) {
            assertTrue(ShareLine.isOne(line), line);
            assertEquals(SampleDocuments.changed(), ShareLine.decode(line));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "shiftscope", "shiftscope:", "shiftscope1", "shiftscopeX:abc", "see shiftscope1:abc",
        "{\"shiftscope\": 1}", "https://example.org/", "SHIFTSCOPE1:abc"})
    void otherTextIsNone(String text) {
        assertFalse(ShareLine.isOne(text));
        assertEquals("This is no line to share; accepted is one that begins with \"shiftscope1:\".", refused(text));
    }

    @Test
    void damageIsToldApart() {
        assertTrue(refused("shiftscope2:abc").contains("\"shiftscope2:\", which is of another version"), refused("shiftscope2:abc"));
        assertTrue(refused("shiftscope1:").contains("cut off"), refused("shiftscope1:"));
        assertTrue(refused("shiftscope1:AAAA").contains("cut off"));
        assertTrue(refused(CHANGED + "!").contains("has the character \"!\""), refused(CHANGED + "!"));
        assertTrue(refused(CHANGED + "ABCD").contains("something was added"), refused(CHANGED + "ABCD"));
        assertTrue(refused("shiftscope1:" + "A".repeat(7 << 20)).contains("longer than 6 million"));
    }

    @Test
    void aLineCutAnywhereSaysSo() {
        for (int end = "shiftscope1:".length(); end < CHANGED.length(); end++) {
            assertTrue(refused(CHANGED.substring(0, end)).startsWith("The line is cut off"), refused(CHANGED.substring(0, end)));
        }
    }

    @Test
    void aChangedCharacterIsNoticedWhereverItIs() {
        for (int at = "shiftscope1:".length(); at < CHANGED.length() - 1; at++) {
            String changed = CHANGED.substring(0, at) + (CHANGED.charAt(at) == 'A' ? 'B' : 'A') + CHANGED.substring(at + 1);
            String sentence = refused(changed);
            assertTrue(sentence.startsWith("The line is "), sentence);
            assertTrue(sentence.endsWith("; accepted is the whole line as ShiftScope gave it."), sentence);
            boolean inLength = at >= "shiftscope1:".length() + 5 && at < "shiftscope1:".length() + 11;
            assertTrue(inLength || sentence.contains("at least one character was changed"), sentence);
        }
    }

    @Test
    void whatIsMadeByHandIsStillBounded() {
        String zeros = "0".repeat(50_000_000);
        assertTrue(refused(line(zeros)).contains("larger than 4 MB"), refused(line(zeros)));
        assertEquals("The line: \"sed\" is not a known setting (did you mean \"seed\"?); known here are a, b, commands, data, measure,"
                + " name, network, seed, state, step, training, view.", refused(line("{\"shiftscope\":1,\"sed\":3}")));
        assertTrue(refused(line("hello")).startsWith("The line: not valid JSON at line 1"), refused(line("hello")));
    }

    /** A line that holds this text, with a checksum that fits. */
    static String line(String json) {
        byte[] deflated = Deflated.deflate(json.getBytes(StandardCharsets.UTF_8));
        byte[] checked = ByteBuffer.allocate(4 + deflated.length).putInt(deflated.length).put(deflated).array();
        byte[] whole = ByteBuffer.allocate(4 + checked.length).putInt(Deflated.checksum(checked)).put(checked).array();
        return "shiftscope1:" + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private static String refused(String line) {
        return assertThrows(BadInputException.class, () -> ShareLine.decode(line)).getMessage();
    }
}
