package shiftscope.lesson;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import shiftscope.config.BadInputException;
import shiftscope.config.JsonPart;
import shiftscope.lesson.text.Prose;

/** Texts in a lesson file: looked through as they are read, so that whoever writes one hears where it is wrong. */
final class TextJson {
    /** The longest title, in characters. */
    static final int LONGEST_TITLE = 200;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 60;

    private TextJson() {}

    /**
     * A name under which something is kept beside others.
     *
     * @throws BadInputException unless there is one of small letters, digits and single hyphens
     */
    static String id(JsonPart part, String key) {
        String id = part.text(key);
        if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
            throw part.refused(key, "small letters, digits and hyphens between them, at most " + LONGEST_ID + " characters");
        }
        return id;
    }

    /**
     * A text in Markdown, given as one or in lines.
     *
     * @throws BadInputException unless there is one that {@link Prose#of} accepts
     */
    static String markdown(JsonPart part, String key) {
        String text = part.lines(key);
        accepted(part, key, () -> Prose.of(text));
        return text;
    }

    /**
     * Texts in Markdown.
     *
     * @throws BadInputException unless there is a list of texts that {@link Prose#of} accepts
     */
    static List<String> markdowns(JsonPart part, String key) {
        List<String> texts = part.texts(key);
        texts.forEach(text -> accepted(part, key, () -> Prose.of(text)));
        return texts;
    }

    /**
     * A few words in one line, which are no Markdown.
     *
     * @throws BadInputException unless there is a text with something in it, of at most {@link #LONGEST_TITLE} characters
     */
    static String title(JsonPart part, String key) {
        String text = part.text(key);
        if (text.isBlank() || text.length() > LONGEST_TITLE || text.contains("\n")) {
            throw part.refused(key, "a text of one line with 1 to " + LONGEST_TITLE + " characters");
        }
        return text;
    }

    /**
     * What comes of a part, with the place added to what it refuses.
     *
     * @throws BadInputException if that is refused
     */
    static <T> T accepted(JsonPart part, String key, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BadInputException why) {
            throw part.refused(key, why);
        }
    }
}
