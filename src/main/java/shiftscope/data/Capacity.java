package shiftscope.data;

import java.util.Locale;
import shiftscope.config.BadInputException;

/** How large a data set may be, asked before the memory is taken. */
final class Capacity {
    /** The most numbers (examples × features) one data set may hold. */
    static final long MOST_VALUES = 400_000_000L;

    /** The share of the memory that examples may take; networks, keyframes and the window need the rest. */
    private static final double MOST_SHARE = 0.6;

    private Capacity() {}

    /**
     * Makes sure that a set of this size may be held and fits into this process.
     *
     * @param name what it is called
     * @param copies how often its numbers are held at once, at most, until it is loaded
     * @throws BadInputException if it holds too many numbers, or more than the memory this process may use
     */
    static void check(String name, long examples, long features, int copies) {
        check(name, examples, features, copies, Runtime.getRuntime().maxMemory());
    }

    /** As above, for a process that may use {@code memory} bytes. */
    static void check(String name, long examples, long features, int copies, long memory) {
        double values = (double) examples * features;
        if (values > MOST_VALUES) {
            throw new BadInputException(String.format(Locale.ROOT,
                    "%s: %d examples of %d features are %.0f numbers; accepted are up to %d numbers, so take fewer with data.examples.",
                    name, examples, features, values, MOST_VALUES));
        }
        double needed = values * Double.BYTES * copies;
        if (needed > MOST_SHARE * memory) {
            throw new BadInputException(String.format(Locale.ROOT,
                    "%s: %d examples of %d features need %.0f MB of memory; accepted are up to %.0f MB, the share that examples may "
                            + "take, so take fewer with data.examples.",
                    name, examples, features, needed / (1 << 20), MOST_SHARE * memory / (1 << 20)));
        }
    }
}
