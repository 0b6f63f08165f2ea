package shiftscope.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code docs/lesson-file.md} shows. */
final class DocumentedLesson {
    private DocumentedLesson() {}

    /** The example that a teacher copies. */
    static String example() {
        return after("<!-- example -->");
    }

    /** The commands that formulas may be written with. */
    static String commands() {
        return after("<!-- commands -->");
    }

    private static String after(String mark) {
        try {
            String text = Files.readString(Path.of("docs", "lesson-file.md"));
            String rest = text.substring(text.indexOf(mark));
            return rest.substring(rest.indexOf('\n', rest.indexOf("```")) + 1, rest.indexOf("\n```", rest.indexOf("```") + 3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
