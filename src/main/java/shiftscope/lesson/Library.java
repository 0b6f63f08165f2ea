package shiftscope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import shiftscope.config.BadInputException;

/** The lessons that come with the program, in their order. */
public final class Library {
    private static final List<String> FILES = List.of(
            "01-watch-the-shift",
            "02-scale-the-inputs",
            "03-three-multiplications",
            "04-what-batch-norm-computes",
            "05-why-scale-back",
            "06-undone-by-scale-and-shift",
            "07-the-bias-disappears",
            "08-before-or-after",
            "09-a-batch-of-eight",
            "10-one-example-at-a-time",
            "11-bigger-steps",
            "12-regularization-for-free",
            "13-black-cats",
            "14-loose-coupling",
            "15-is-it-covariate-shift",
            "16-through-the-statistics",
            "17-scale-does-not-matter");

    private static final Map<Integer, Lesson> READ = new ConcurrentHashMap<>();

    private Library() {}

    /** How many there are. */
    public static int size() {
        return FILES.size();
    }

    /**
     * A lesson: read when it is asked for first, which takes a moment, and kept. Any thread may ask.
     *
     * @param number from 1
     * @throws BadInputException if there is none of that number
     */
    public static Lesson lesson(int number) {
        if (number < 1 || number > FILES.size()) {
            throw new BadInputException("There is no lesson " + number + "; accepted are 1 to " + FILES.size() + ".");
        }
        return READ.computeIfAbsent(number, asked -> {
            String name = FILES.get(asked - 1) + ".lesson.json";
            return LessonFile.parse(resource(name), name);
        });
    }

    private static String resource(String name) {
        try (InputStream stream = Library.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("a lesson of this program cannot be read", e);
        }
    }
}
