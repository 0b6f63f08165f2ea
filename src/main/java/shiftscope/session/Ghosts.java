package shiftscope.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest futures that were left behind, as far as there is memory for them. */
final class Ghosts {
    private static final int MOST = 3;

    private final long mostBytes;
    private final Deque<Ghost> ghosts = new ArrayDeque<>();
    private long bytes;

    /** @param mostBytes what all together may take of memory */
    Ghosts(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The oldest are forgotten if there are too many. One in which nothing happened is none. */
    void add(Ghost ghost) {
        if (ghost.history().isEmpty() && ghost.commands().isEmpty() && ghost.divergence().isEmpty()) {
            return;
        }
        ghosts.addLast(ghost);
        bytes += bytes(ghost);
        while (ghosts.size() > MOST || bytes > mostBytes && !ghosts.isEmpty()) {
            bytes -= bytes(ghosts.removeFirst());
        }
    }

    private static long bytes(Ghost ghost) {
        return Recording.bytes(ghost.history()) + Slicing.bytes(ghost.slices());
    }

    /** The newest last. */
    List<Ghost> all() {
        return List.copyOf(ghosts);
    }

    /** What they take of memory. */
    long bytes() {
        return bytes;
    }
}
