package shiftscope.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that somebody may have meant. */
final class Suggestion {
    /** Where more than this share of the letters would have to change, it is more likely another thing than a slip. */
    private static final double MOST_CHANGED = 0.5;
    /** What is longer is no slip of the fingers, and would take long to compare. */
    private static final int LONGEST = 200;

    private Suggestion() {}

    /**
     * The nearest of the known names: the fewest letters to add, leave out or exchange, capital or small; the first in the alphabet of
     * those equally near.
     *
     * @return nothing if even the nearest is far
     */
    static Optional<String> nearest(String given, Collection<String> known) {
        if (given.isEmpty() || given.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> distance(given, name) <= MOST_CHANGED * Math.max(given.length(), name.length()))
                .min(Comparator.comparingInt((String name) -> distance(given, name)).thenComparing(Comparator.naturalOrder()));
    }

    /** What a sentence about an unknown name goes on with: {@code ; did you mean "learningRate"?}, or nothing. */
    static String question(String given, Collection<String> known) {
        return nearest(given, known).map(name -> "; did you mean \"" + name + "\"?").orElse("");
    }

    private static int distance(String given, String name) {
        return LevenshteinDistance.getDefaultInstance().apply(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }
}
