package shiftscope.lesson;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lessons as a teacher may write them, of runs that are trained in no time. */
public final class SmallLesson {
    private static final String EXPERIMENTS = """
            {"small": {"data": {"kind": "moons", "examples": 80}, "network": {"hidden": [5, 4]}, "training": {"batchSize": 10},
                       "measure": {"probe": 30, "recordEvery": 8}},
             "long": {"like": "small", "training": {"learningRate": 1}},
             "wild": {"like": "small", "network": {"activation": "identity"},
                      "training": {"learningRate": 1000, "loss": "mean-squared-error"}}}
            """;

    private SmallLesson() {}

    /** With claims, a list in JSON. */
    public static String text(String id, String claims) {
        return """
                {"shiftscope": 1, "lesson": {"id": "%s", "title": "A small lesson", "aim": "To be\\nchecked | quickly.", "experiments": %s,
                 "steps": [{"title": "Small", "text": "Text.", "experiment": "small"},
                           {"title": "Long", "text": "Text.", "experiment": "long"},
                           {"title": "Wild", "text": "Text.", "experiment": "wild", "claims": %s}], "claims": %s}}
                """.formatted(id, EXPERIMENTS, ids(claims), claims);
    }

    private static String ids(String claims) {
        StringBuilder ids = new StringBuilder("[");
        Matcher id = Pattern.compile("\"id\": (\"[a-z-]+\")").matcher(claims);
        while (id.find()) {
            ids.append(ids.length() == 1 ? "" : ", ").append(id.group(1));
        }
        return ids.append("]").toString();
    }

    /** That B moves further than A in the last hidden layer, which does not hold once B is A; a bound is given. */
    public static String moves(String id, String text, String bound) {
        return """
                {"id": "%s", "text": "%s", "reading": "A {left}, B {right}",
                 "left": {"number": "shift", "experiment": "small", "run": "b", "at": 40},
                 "right": {"number": "shift", "experiment": "small", "run": "a", "at": 40}, "compare": "difference", %s,
                 "removed": {"because": "Both are plain.", "set": {"b.normalization": "none"}}}
                """.formatted(id, text, bound);
    }

    /** That the test loss of a run that diverges is small. */
    public static String diverges(String id) {
        return """
                {"id": "%s", "text": "Small.", "reading": "{left}", "left": {"number": "testLoss", "experiment": "wild", "run": "a", "at": 100},
                 "below": 1, "removed": {"because": "Nothing.", "arguments": {}}}
                """.formatted(id);
    }

    /** That the accuracy of the other experiment is above a bound; the first takes its place when the effect is taken away. */
    public static String learns(String id, double bound) {
        return """
                {"id": "%s", "text": "It learns.", "reading": "{left}",
                 "left": {"number": "accuracy", "experiment": "long", "run": "b", "at": 72}, "above": %s,
                 "removed": {"because": "Ten times slower.", "instead": {"long": "small"}}}
                """.formatted(id, bound);
    }
}
