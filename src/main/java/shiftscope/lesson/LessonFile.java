package shiftscope.lesson;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shiftscope.config.BadInputException;
import shiftscope.config.JsonInput;
import shiftscope.config.JsonPart;
import shiftscope.export.Document;
import shiftscope.export.DocumentFile;

/** Lessons as JSON: {@code {"shiftscope": 1, "lesson": {…}}}. {@code docs/lesson-file.md} has every key. */
public final class LessonFile {
    /** How large a file may be, in bytes. */
    static final int MOST_BYTES = 1 << 20;

    private static final String LESSON = "lesson";
    private static final String LIKE = "like";
    private static final String STATE = "state";
    private static final int MOST_EXPERIMENTS = 40;
    private static final int MOST_PAPERS = 20;
    private static final int FINGERPRINT_DIGITS = 16;

    private LessonFile() {}

    /** Whether what stands in a file is a lesson, not an experiment. */
    public static boolean isOne(String text, String name) {
        return JsonInput.parse(text, name).has(LESSON);
    }

    /**
     * Whether a file holds a lesson.
     *
     * @throws BadInputException if it is small enough for one and cannot be read
     */
    public static boolean isOne(Path path) {
        return path.toFile().length() <= MOST_BYTES && isOne(JsonInput.read(path, MOST_BYTES), path.toString());
    }

    /**
     * Reads a lesson.
     *
     * @throws BadInputException if the file cannot be read, is no lesson, or holds something that is not accepted
     */
    public static Lesson read(Path path) {
        Lesson lesson = parse(JsonInput.read(path, MOST_BYTES), path.toString());
        try {
            LessonTexts.typeset(lesson);
        } catch (BadInputException why) {
            throw new BadInputException(path + ": " + why.getMessage(), why);
        }
        return lesson;
    }

    /**
     * Reads a lesson from its text. Formulas are looked through and not typeset, since loading what typesets them takes a good part of a
     * second; those of this program are known to be fine.
     *
     * @param name what sentences call the text
     * @throws BadInputException as {@link #read}
     */
    public static Lesson parse(String text, String name) {
        JsonPart whole = JsonInput.parse(text, name);
        whole.only(List.of(LESSON));
        JsonPart part = whole.part(LESSON);
        part.only(List.of(
                "id", "title", "aim", "experiments", "sweeps", "steps", "claims", "papers", "teaching", "hidden"));
        String fingerprint = fingerprint(part);
        Map<String, Document> experiments = experiments(part);
        Map<String, LessonSweep> sweeps = SweepJson.read(part, experiments);
        List<Claim> claims = ClaimJson.read(part, experiments, sweeps);
        List<LessonStep> steps = StepJson.read(part, experiments, sweeps, claims);
        return new Lesson(
                TextJson.id(part, "id"), TextJson.title(part, "title"), TextJson.markdown(part, "aim"), experiments, sweeps, steps, claims,
                part.has("papers") ? papers(part) : List.of(), teaching(part), hidden(part), fingerprint);
    }

    private static Map<String, Document> experiments(JsonPart part) {
        Map<String, JsonPart> written = new LinkedHashMap<>();
        Map<String, Document> experiments = new LinkedHashMap<>();
        if (part.has("experiments")) {
            JsonPart all = part.part("experiments");
            if (all.keys().size() > MOST_EXPERIMENTS) {
                throw part.refused("experiments", "at most " + MOST_EXPERIMENTS + " experiments");
            }
            for (String name : all.keys()) {
                JsonPart one = all.part(name);
                JsonPart like = one.split(List.of(LIKE));
                if (one.has(STATE)) {
                    throw one.refused(STATE, "no state: a lesson makes its runs itself");
                }
                if (like.has(LIKE)) {
                    if (written.isEmpty()) {
                        throw like.refused(LIKE, "the name of an experiment above this one");
                    }
                    one = one.over(written.get(like.oneOf(LIKE, written.keySet())));
                }
                written.put(name, one);
                experiments.put(name, DocumentFile.document(one.copy()));
            }
        }
        return experiments;
    }

    private static List<Lesson.Source> papers(JsonPart lesson) {
        List<JsonPart> parts = lesson.parts("papers");
        if (parts.size() > MOST_PAPERS) {
            throw lesson.refused("papers", "at most " + MOST_PAPERS + " papers");
        }
        return parts.stream()
                .map(part -> {
                    part.only(List.of("text", "source"));
                    return new Lesson.Source(TextJson.markdown(part, "text"), TextJson.title(part, "source"));
                })
                .toList();
    }

    private static Lesson.Teaching teaching(JsonPart part) {
        if (!part.has("teaching")) {
            return new Lesson.Teaching("", "", "");
        }
        JsonPart notes = part.part("teaching");
        notes.only(List.of("script", "ask", "wrong"));
        return new Lesson.Teaching(
                TextJson.markdown(notes, "script"), TextJson.markdown(notes, "ask"), TextJson.markdown(notes, "wrong"));
    }

    private static Set<Region> hidden(JsonPart part) {
        Set<Region> hidden = new LinkedHashSet<>();
        if (part.has("hidden")) {
            hidden.addAll(part.constants("hidden", Region.class));
        }
        return hidden;
    }

    /** Of everything that decides what is measured: of experiments, sweeps and claims without their texts. */
    private static String fingerprint(JsonPart part) {
        StringBuilder text = new StringBuilder();
        for (String key : List.of("experiments", "sweeps")) {
            text.append(part.has(key) ? part.part(key).compact() : "").append('\n');
        }
        if (part.has("claims")) {
            for (JsonPart claim : part.parts("claims")) {
                JsonPart measured = claim.copy();
                measured.split(List.of("text", "reading"));
                text.append(measured.compact()).append('\n');
            }
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
