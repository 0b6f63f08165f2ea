package shiftscope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import shiftscope.config.BadInputException;

/** The lessons that come with the program, in their order. */
public final class Library {
    private static final List<String> FILES = List.of("01-watch-the-shift");

    private Library() {}

    /** How many there are. */
    public static int size() {
        return FILES.size();
    }

    /**
     * Reads a lesson.
     *
     * @param number from 1
     * @throws BadInputException if there is none of that number
     */
    public static Lesson lesson(int number) {
        if (number < 1 || number > FILES.size()) {
            throw new BadInputException("There is no lesson " + number + "; accepted are 1 to " + FILES.size() + ".");
        }
        String name = FILES.get(number - 1) + ".lesson.json";
        return LessonFile.parse(resource(name), name);
    }

    private static String resource(String name) {
        try (InputStream stream = Library.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("a lesson of this program cannot be read", e);
        }
    }
}
