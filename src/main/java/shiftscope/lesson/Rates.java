package shiftscope.lesson;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shiftscope.config.BadInputException;
import shiftscope.config.JsonInput;
import shiftscope.config.JsonOutput;
import shiftscope.config.JsonPart;
import shiftscope.export.WholeFile;

/**
 * How often the claims of lessons held, as a file keeps it: {@code {"shiftscope": 1, "rates": {"lesson": {…}}}}. Beside the rates of a
 * lesson stands its fingerprint, so that what was found out about an older one is not told of it.
 */
public final class Rates {
    private static final String PROGRAM = "rates.json";
    private static final String RATES = "rates";
    private static final String FINGERPRINT = "fingerprint";
    private static final String CLAIMS = "claims";
    private static final String HELD = "held";
    private static final String SEEDS = "seeds";
    private static final String MEDIAN = "median";
    private static final String LEAST = "least";
    private static final String MOST = "most";
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_SEEDS = 1_000_000;

    private Rates() {}

    private record Stored(String fingerprint, Map<String, Rate> claims) {
        Map<String, Rate> of(Lesson lesson) {
            return fingerprint.equals(lesson.fingerprint()) ? claims : Map.of();
        }
    }

    /** Those of a lesson that comes with the program, by the ids of its claims; none if they were found out about an older one. */
    public static Map<String, Rate> of(Lesson lesson) {
        return Program.ALL.getOrDefault(lesson.id(), new Stored("", Map.of())).of(lesson);
    }

    /** Read when somebody asks. */
    private static final class Program {
        static final Map<String, Stored> ALL = read();

        private static Map<String, Stored> read() {
            try (InputStream stream = Rates.class.getResourceAsStream(PROGRAM)) {
                return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), PROGRAM);
            } catch (IOException e) {
                throw new IllegalStateException("the rates of this program cannot be read", e);
            }
        }
    }

    /**
     * Those of a lesson that was read from a file: of {@code name.rates.json} beside {@code name.lesson.json}, if there is one.
     *
     * @throws BadInputException if that cannot be read, or holds something that is not accepted
     */
    public static Map<String, Rate> beside(Path lessonFile, Lesson lesson) {
        String name = lessonFile.getFileName().toString().replaceFirst("(\\.lesson)?\\.json$", "");
        Path file = lessonFile.resolveSibling(name + ".rates.json");
        return Files.exists(file) ? read(file).getOrDefault(lesson.id(), new Stored("", Map.of())).of(lesson) : Map.of();
    }

    /**
     * Keeps rates in a file, in the place of older ones of these lessons; those of others stay.
     *
     * @param found of each lesson, by the ids of its claims
     * @throws BadInputException if there is a file that holds something else, or it cannot be written
     */
    public static void record(Path file, Map<Lesson, Map<String, Rate>> found) {
        Map<String, Stored> all = new LinkedHashMap<>(Files.exists(file) ? read(file) : Map.of());
        found.forEach((lesson, rates) -> all.put(lesson.id(), new Stored(lesson.fingerprint(), rates)));
        String text = JsonOutput.lines(json(all)) + "\n";
        try {
            WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new BadInputException(
                    file + " cannot be written (" + e.getMessage() + "); --record accepts a file that can.", e);
        }
    }

    private static Map<String, Stored> read(Path file) {
        return parse(JsonInput.read(file, MOST_BYTES), file.toString());
    }

    private static Map<String, Stored> parse(String text, String name) {
        JsonPart whole = JsonInput.parse(text, name);
        whole.only(List.of(RATES));
        JsonPart lessons = whole.part(RATES);
        Map<String, Stored> all = new LinkedHashMap<>();
        for (String id : lessons.keys()) {
            JsonPart lesson = lessons.part(id);
            lesson.only(List.of(FINGERPRINT, CLAIMS));
            JsonPart claims = lesson.part(CLAIMS);
            Map<String, Rate> rates = new LinkedHashMap<>();
            claims.keys().forEach(claim -> rates.put(claim, rate(claims.part(claim))));
            all.put(id, new Stored(lesson.text(FINGERPRINT), rates));
        }
        return all;
    }

    private static Rate rate(JsonPart part) {
        part.only(List.of(HELD, SEEDS, MEDIAN, LEAST, MOST));
        int seeds = (int) part.whole(SEEDS, 1, MOST_SEEDS);
        return new Rate((int) part.whole(HELD, 0, seeds), seeds, number(part, MEDIAN), number(part, LEAST), number(part, MOST));
    }

    /** JSON has no word for what is not finite; it is left out. */
    private static double number(JsonPart part, String key) {
        return part.has(key) ? part.number(key) : Double.NaN;
    }

    private static ObjectNode json(Map<String, Stored> all) {
        ObjectNode whole = JsonInput.withSchema();
        ObjectNode lessons = whole.putObject(RATES);
        all.forEach((id, stored) -> {
            ObjectNode claims = lessons.putObject(id).put(FINGERPRINT, stored.fingerprint()).putObject(CLAIMS);
            stored.claims().forEach((claim, rate) -> {
                ObjectNode written = claims.putObject(claim).put(HELD, rate.times()).put(SEEDS, rate.seeds());
                put(written, MEDIAN, rate.median());
                put(written, LEAST, rate.least());
                put(written, MOST, rate.most());
            });
        });
        return whole;
    }

    private static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        }
    }
}
