package shiftscope.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The points of the curves. They are taken at fixed steps, whether somebody looks or not: every {@code n} steps, then every 2n, 5n,
 * 10n … steps as the run passes 2,000, 5,000, 10,000 …, so that ten times the steps add at most 3,500 / n points.
 */
final class Recording {
    private static final long DENSE = 1_000;
    private static final long[] FACTORS = {1, 2, 5};
    private final int every;
    private final List<Metrics> entries = new ArrayList<>();

    Recording(int every) {
        this.every = every;
    }

    boolean isDue(long step) {
        return step % (every * spacing(step)) == 0;
    }

    /** The largest of 1, 2, 5, 10, 20, 50 … that the step's thousands reach. */
    private static long spacing(long step) {
        long spacing = 1;
        for (long decade = 1; ; decade *= 10) {
            for (long factor : FACTORS) {
                if (step < decade * factor * DENSE) {
                    return spacing;
                }
                spacing = decade * factor;
            }
        }
    }

    void add(Metrics metrics) {
        entries.add(metrics);
    }

    /** Begins with what step 0 now looks like. */
    void restart(Metrics start) {
        entries.clear();
        entries.add(start);
    }

    List<Metrics> entries() {
        return Collections.unmodifiableList(entries);
    }
}
