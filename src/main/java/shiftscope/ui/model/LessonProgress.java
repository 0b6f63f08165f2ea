package shiftscope.ui.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.prefs.Preferences;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** How far lessons were gone through, from one start of the program to the next. */
public final class LessonProgress {
    private static final String KEY = "lesson-";
    private static final String BETWEEN = ";";

    private final Preferences memory;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");

    /**
     * How far one was.
     *
     * @param steps how many steps were reached, counted from the first; 0 if it was never opened
     * @param done whether it was gone through to its end, with every claim decided
     * @param decided ids of the claims that came out, one way or the other
     */
    public record Of(int steps, boolean done, Set<String> decided) {
        static final Of NOTHING = new Of(0, false, Set.of());

        public Of {
            decided = Set.copyOf(decided);
        }
    }

    LessonProgress(Preferences memory) {
        this.memory = memory;
    }

    /** Changes whenever the progress of a lesson does. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** How far a lesson was gone through. */
    public Of of(String lesson) {
        String[] parts = memory.get(key(lesson), "").split(BETWEEN, -1);
        if (parts.length != 3 || !parts[0].matches("\\d{1,4}")) {
            return Of.NOTHING;
        }
        Set<String> decided = parts[2].isEmpty() ? Set.of() : Set.copyOf(List.of(parts[2].split(",")));
        return new Of(Integer.parseInt(parts[0]), Boolean.parseBoolean(parts[1]), decided);
    }

    /** A step was reached, counted from 1. */
    void reached(String lesson, int step) {
        Of before = of(lesson);
        keep(lesson, new Of(Math.max(before.steps(), step), before.done(), before.decided()));
    }

    /** A claim came out. */
    void decided(String lesson, String claim) {
        Of before = of(lesson);
        Set<String> all = new TreeSet<>(before.decided());
        all.add(claim);
        keep(lesson, new Of(before.steps(), before.done(), all));
    }

    /** It was gone through to its end. */
    void done(String lesson) {
        Of before = of(lesson);
        keep(lesson, new Of(before.steps(), true, before.decided()));
    }

    /** As if it had never been opened. */
    void forget(String lesson) {
        memory.remove(key(lesson));
        changes.set(changes.get() + 1);
    }

    private void keep(String lesson, Of progress) {
        if (!progress.equals(of(lesson))) {
            String text = progress.steps() + BETWEEN + progress.done() + BETWEEN
                    + String.join(",", new TreeSet<>(progress.decided()));
            // The memory takes no longer ones; then the steps are kept, not which claims came out.
            memory.put(key(lesson), text.length() <= Preferences.MAX_VALUE_LENGTH
                    ? text
                    : progress.steps() + BETWEEN + progress.done() + BETWEEN);
            changes.set(changes.get() + 1);
        }
    }

    /** The memory takes no longer keys. */
    private static String key(String lesson) {
        String key = KEY + lesson;
        return key.substring(0, Math.min(key.length(), Preferences.MAX_KEY_LENGTH));
    }
}
