package shiftscope.export;

import java.io.IOException;
import java.nio.file.Path;

/** The JSON form of a {@link Document}, {@code *.shiftscope.json}. */
public final class DocumentFile {
    private DocumentFile() {}

    /**
     * Reads a document.
     *
     * @throws shiftscope.config.BadInputException if the file cannot be read, is no document, or holds something that is not accepted
     */
    public static Document read(Path path) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Reads a document from its text.
     *
     * @param name what sentences call the text
     * @throws shiftscope.config.BadInputException as {@link #read}
     */
    public static Document parse(String text, String name) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The text of a document, which {@link #parse} reads back as an equal one. */
    public static String format(Document document) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Writes a document beside and moves it into place: whatever happens, the old or the new file is there whole.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path path, Document document) throws IOException {
        throw new UnsupportedOperationException("not yet");
    }
}
