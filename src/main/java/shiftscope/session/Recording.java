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
    /** What a point takes of memory: itself with two runs, and each layer of a run with two drifts and what was learned. */
    private static final long BYTES = 192;

    private static final long BYTES_OF_LAYER = 264;
    private static final long BYTES_OF_GRADIENTS = 48;

    private final List<Metrics> entries = new ArrayList<>();
    private long bytes;

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
        bytes += bytes(metrics);
    }

    /** Begins with what step 0 now looks like. */
    void restart(Metrics start) {
        entries.clear();
        bytes = 0;
        add(start);
    }

    /** The points up to a step, that step included; a live view. */
    List<Metrics> upTo(long step) {
        return Collections.unmodifiableList(entries.subList(0, countUpTo(step)));
    }

    /** The points after a step; a live view. */
    List<Metrics> after(long step) {
        return Collections.unmodifiableList(entries.subList(countUpTo(step), entries.size()));
    }

    /** The newest point up to a step; there is always that of step 0. */
    Metrics newest(long step) {
        return entries.get(countUpTo(step) - 1);
    }

    /** What was later than that step has never been. */
    void forgetAfter(long step) {
        List<Metrics> later = entries.subList(countUpTo(step), entries.size());
        bytes -= bytes(later);
        later.clear();
    }

    private int countUpTo(long step) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (entries.get(middle).step() <= step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What all points take of memory, in bytes. */
    long bytes() {
        return bytes;
    }

    /** What some points take of memory, in bytes. */
    static long bytes(List<Metrics> points) {
        return points.stream().mapToLong(Recording::bytes).sum();
    }

    private static long bytes(Metrics point) {
        return BYTES + bytes(point.a()) + bytes(point.b());
    }

    private static long bytes(RunMetrics run) {
        return run.layers().size() * (BYTES_OF_LAYER + (run.gradients().isPresent() ? BYTES_OF_GRADIENTS : 0));
    }

    List<Metrics> entries() {
        return Collections.unmodifiableList(entries);
    }
}
