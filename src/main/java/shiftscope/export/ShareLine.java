package shiftscope.export;

/** A {@link Document} as one line of text, compressed and with a checksum; a state does not go with it. */
public final class ShareLine {
    private ShareLine() {}

    /** The line of a document, which {@link #decode} reads back as an equal one without a state. */
    public static String encode(Document document) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Whether a text looks like such a line, damaged or not. */
    public static boolean isOne(String text) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Reads a line; white space around it, or line breaks that a mail program put into it, do not matter.
     *
     * @throws shiftscope.config.BadInputException with what is wrong with it
     */
    public static Document decode(String line) {
        throw new UnsupportedOperationException("not yet");
    }
}
