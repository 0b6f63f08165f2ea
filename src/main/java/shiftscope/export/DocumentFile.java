package shiftscope.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import shiftscope.config.BadInputException;
import shiftscope.config.JsonInput;
import shiftscope.config.JsonPart;
import shiftscope.config.NetworkSettings;

/**
 * The JSON form of a {@link Document}, {@code *.shiftscope.json}: that of an experiment, and what there is of {@code view}, {@code step},
 * {@code commands} and {@code state} beside it. {@code docs/experiment-file.md} has every key.
 */
public final class DocumentFile {
    /** How large a file with a state may be, in bytes. */
    static final int MOST_BYTES = JsonInput.LONGEST_VALUE;

    private DocumentFile() {}

    /**
     * Reads a document.
     *
     * @throws BadInputException if the file cannot be read, is no document, or holds something that is not accepted
     */
    public static Document read(Path path) {
        return parse(JsonInput.read(path, MOST_BYTES), path.toString());
    }

    /**
     * Reads a document from its text.
     *
     * @param name what sentences call the text
     * @throws BadInputException as {@link #read}
     */
    public static Document parse(String text, String name) {
        return DocumentJson.read(text, name);
    }

    /**
     * Reads a document that is a part of something larger.
     *
     * @throws BadInputException if it holds something that is not accepted
     */
    public static Document document(JsonPart part) {
        return DocumentJson.read(part);
    }

    /**
     * Reads how a pair of runs is looked at.
     *
     * @throws BadInputException if it holds something that is not accepted
     */
    public static View view(JsonPart part) {
        return ViewJson.read(part, NetworkSettings.MOST_LAYERS);
    }

    /**
     * The text of a document, which {@link #parse} reads back as an equal one.
     *
     * @throws BadInputException if its state is too large for a file
     */
    public static String format(Document document) {
        return DocumentJson.readable(document);
    }

    /**
     * Writes a document beside and moves it into place: whatever happens, the old or the new file is there whole.
     *
     * @param document its data's path is relative to the folder of the file, see {@link Document#moved}
     * @throws BadInputException if its state is too large for a file
     * @throws IOException if it cannot be written
     */
    public static void write(Path path, Document document) throws IOException {
        byte[] text = format(document).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(path, out -> out.write(text));
    }
}
