package shiftscope.export;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shiftscope.config.BadInputException;
import shiftscope.config.ExperimentFile;

/**
 * A {@link Document} as one line of text: {@code shiftscope1:} and, in the Base64 alphabet that addresses use, a checksum, a length
 * and the shortest JSON form compressed. A state does not go with it.
 */
public final class ShareLine {
    private static final int VERSION = 1;
    private static final Pattern BEGIN = Pattern.compile("shiftscope(\\d{1,9}):");
    /** White space, also of the kinds without a width that pages put in, and marks of quoting. */
    private static final Pattern AROUND = Pattern.compile("[\\s\\p{Z}\\p{Cf}\"'`“”„‘’‚«»<>]+");
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9_-]");
    /** How much of a text is looked at to tell whether it is a line: a clipboard may hold anything. */
    private static final int BEGINNING = 200;
    private static final int HEAD_BYTES = 2 * Integer.BYTES;
    private static final int LONGEST = 6 << 20;
    private static final String ACCEPTED = "; accepted is the whole line as ShiftScope gave it.";

    private ShareLine() {}

    /** The line of a document, which {@link #decode} reads back as an equal one without a state. */
    public static String encode(Document document) {
        byte[] deflated = Deflated.deflate(DocumentJson.shortest(document).getBytes(StandardCharsets.UTF_8));
        byte[] checked = ByteBuffer.allocate(Integer.BYTES + deflated.length).putInt(deflated.length).put(deflated).array();
        byte[] whole = ByteBuffer.allocate(Integer.BYTES + checked.length).putInt(Deflated.checksum(checked)).put(checked).array();
        return "shiftscope" + VERSION + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Whether a text looks like such a line, damaged or not. */
    public static boolean isOne(String text) {
        return BEGIN.matcher(cleaned(text.substring(0, Math.min(text.length(), BEGINNING)))).lookingAt();
    }

    private static String cleaned(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    /**
     * Reads a line; white space and quotation marks around it, or line breaks that a mail program put into it, do not matter.
     *
     * @throws BadInputException with what is wrong with it
     */
    public static Document decode(String line) {
        if (!isOne(line)) {
            throw new BadInputException("This is no line to share; accepted is one that begins with \"shiftscope" + VERSION + ":\".");
        }
        if (line.length() > LONGEST) {
            throw refused("is longer than " + (LONGEST >> 20) + " million characters");
        }
        String cleaned = cleaned(line);
        Matcher begin = BEGIN.matcher(cleaned);
        if (!begin.lookingAt() || Integer.parseInt(begin.group(1)) != VERSION) {
            throw new BadInputException("The line begins with \"" + begin.group() + "\", which is of another version of ShiftScope, "
                    + "most likely a newer one; accepted is \"shiftscope" + VERSION + ":\".");
        }
        return document(bytes(cleaned.substring(begin.end())));
    }

    private static byte[] bytes(String text) {
        Matcher foreign = FOREIGN.matcher(text);
        if (foreign.find()) {
            throw refused("has the character \"" + Character.toString(text.codePointAt(foreign.start())) + "\", which none has");
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused("is cut off: a single character is left over at its end");
        }
    }

    private static Document document(byte[] bytes) {
        if (bytes.length < HEAD_BYTES) {
            throw refused("is cut off after its beginning");
        }
        ByteBuffer whole = ByteBuffer.wrap(bytes);
        int checksum = whole.getInt();
        byte[] checked = new byte[whole.remaining()];
        whole.get(checked);
        boolean intact = Deflated.checksum(checked) == checksum;
        int length = ByteBuffer.wrap(checked).getInt();
        byte[] deflated = new byte[checked.length - Integer.BYTES];
        System.arraycopy(checked, Integer.BYTES, deflated, 0, deflated.length);
        if (!intact && length > deflated.length && length < LONGEST) {
            throw refused("is cut off: " + deflated.length + " of " + length + " bytes are there");
        }
        if (!intact || length != deflated.length) {
            throw refused(length < deflated.length && length >= 0
                    ? "is damaged: something was added to it, or a character was changed"
                    : "is damaged: at least one character was changed");
        }
        byte[] json = Deflated.inflate(deflated, ExperimentFile.MOST_BYTES)
                .orElseThrow(() -> refused("does not hold an experiment, or one larger than "
                        + (ExperimentFile.MOST_BYTES >> 20) + " MB"));
        return DocumentJson.read(text(json), "The line").withoutState();
    }

    private static String text(byte[] json) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        } catch (CharacterCodingException e) {
            throw refused("does not hold text");
        }
    }

    private static BadInputException refused(String what) {
        return new BadInputException("The line " + what + ACCEPTED);
    }
}
