package shiftscope.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import shiftscope.config.Experiment;
import shiftscope.session.Command;

/** What can be undone, what can be made again, and the runs that gave way and are kept for it. */
final class Trail {
    /** Runs that gave way and are kept in memory. */
    private static final int MOST_KEPT = 2;
    /** Changes that can be undone. */
    private static final int MOST_ENTRIES = 200;

    private final Bench bench;
    /** The newest first, as in the other one. */
    private final Deque<Entry> past = new ArrayDeque<>();

    private final Deque<Entry> future = new ArrayDeque<>();
    /** Those whose session is kept, the newest last. */
    private final Deque<Parked> kept = new ArrayDeque<>();

    sealed interface Entry {
        String words();
    }

    /**
     * Commands of one kind, sent to the runs on screen.
     *
     * @param before the experiment without them
     * @param step at which all of them landed; {@code -1} if steps were made meanwhile
     */
    record Sent(List<Command> commands, Experiment before, long step, String words) implements Entry {
        Command last() {
            return commands.get(commands.size() - 1);
        }
    }

    /** Runs that gave way to others, or took another way. */
    record Elsewhere(Parked there, String words) implements Entry {}

    /** A whole trail without the runs that are kept, the newest first. */
    record Laid(List<Entry> past, List<Entry> future) {}

    /** Nothing to undo. */
    Trail(Bench bench) {
        this.bench = bench;
    }

    /** What can be undone. */
    Deque<Entry> past() {
        return past;
    }

    /** What can be made again. */
    Deque<Entry> future() {
        return future;
    }

    /** A change was made: nothing that was undone before can be made again. */
    void add(Entry entry) {
        past.push(entry);
        while (past.size() > MOST_ENTRIES) {
            drop(past.removeLast());
        }
        future.forEach(this::drop);
        future.clear();
    }

    /** Runs that gave way are kept; those of longer ago are not any more. */
    void keep(Parked parked) {
        kept.add(parked);
        while (kept.size() > MOST_KEPT) {
            kept.remove().release(bench::end);
        }
    }

    /** Runs that gave way have come back, and others have given way to them. */
    void exchange(Elsewhere cameBack, Parked left, Deque<Entry> from, Deque<Entry> to) {
        from.remove(cameBack);
        kept.remove(cameBack.there());
        to.push(new Elsewhere(left, cameBack.words()));
        keep(left);
    }

    /** Takes everything off, with the runs kept as they are. */
    Laid layAside() {
        Laid laid = new Laid(List.copyOf(past), List.copyOf(future));
        past.clear();
        future.clear();
        return laid;
    }

    /** What was laid aside, in the place of what there has been since. */
    void putBack(Laid laid) {
        forget();
        past.addAll(laid.past());
        future.addAll(laid.future());
    }

    /** Nothing to undo, and no runs kept for it. */
    void forget() {
        past.forEach(this::drop);
        future.forEach(this::drop);
        past.clear();
        future.clear();
    }

    /** Ends all runs that are kept. */
    void close() {
        kept.forEach(bench::discard);
        kept.clear();
    }

    private void drop(Entry entry) {
        if (entry instanceof Elsewhere elsewhere) {
            kept.remove(elsewhere.there());
            elsewhere.there().release(bench::end);
        }
    }
}
