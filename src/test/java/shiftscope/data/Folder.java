package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import shiftscope.config.BadInputException;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.FileSource;
import shiftscope.config.Scaling;
import shiftscope.config.Seed;

/** A folder that a test fills and loads from, as an experiment would. */
record Folder(Path path) {
    static final int EXAMPLES = 100;

    Path write(String name, byte[] bytes) throws IOException {
        return Files.write(path.resolve(name), bytes);
    }

    Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Dataset idx(String name) {
        return load(DataKind.IDX, EXAMPLES, new FileSource(name, null, null));
    }

    Dataset csv(String name) {
        return load(DataKind.CSV, EXAMPLES, new FileSource(name, null, null));
    }

    Dataset load(DataKind kind, int examples, FileSource source) {
        return Datasets.load(new DataSettings(kind, examples, 0, Scaling.RAW, 0.3, source), new Seed(1), path);
    }

    String refusedIdx(String name) {
        return refused(DataKind.IDX, EXAMPLES, new FileSource(name, null, null));
    }

    String refusedCsv(String name) {
        return refused(DataKind.CSV, EXAMPLES, new FileSource(name, null, null));
    }

    /** The sentence with which this is refused; it is one line, ends with a full stop and says what is accepted. */
    String refused(DataKind kind, int examples, FileSource source) {
        String sentence = assertThrows(BadInputException.class, () -> load(kind, examples, source)).getMessage();
        assertEquals(1, sentence.lines().count(), sentence);
        assertTrue(sentence.endsWith("."), sentence);
        assertTrue(sentence.contains("accepted") || sentence.contains("looked"), sentence);
        return sentence;
    }
}
