package shiftscope.session;

import java.util.ArrayDeque;
import java.util.Deque;
import shiftscope.measure.LayerShift;

/**
 * What the layers of a run were at the recorded points from which its recent drift is counted, or is going to be.
 *
 * <p>Points that lie closer together than memory allows are left out: what is kept of them are the values of the whole probe set.
 */
final class RecentPast {
    /** Numbers that are kept at most, unless that were less than {@link #FEWEST} points: 48 MB. */
    private static final long MOST_NUMBERS = 6_000_000;

    private static final long FEWEST = 4;

    private final int back;
    private final long points;
    private final Deque<Point> past = new ArrayDeque<>();

    private record Point(long step, LayerShift.Reference[] layers) {}

    /**
     * @param back how many steps ago the drift is to be counted from
     * @param numbers values of a point: probe examples times the units of all layers
     */
    RecentPast(int back, long numbers) {
        this.back = back;
        points = Math.max(FEWEST, MOST_NUMBERS / numbers);
    }

    /** There is nothing but step 0. */
    void restart(LayerShift.Reference[] start) {
        past.clear();
        past.add(new Point(0, start));
    }

    /** What was later than that step has never been, or nobody knows of it any more. */
    void forgetAfter(long step) {
        while (!past.isEmpty() && past.getLast().step() > step) {
            past.removeLast();
        }
    }

    /** Nothing is known of what was before. */
    void forget() {
        past.clear();
    }

    /** @param step later than all before */
    void add(long step, LayerShift.Reference[] layers) {
        if (past.isEmpty() || (step - past.getLast().step()) * points >= back) {
            past.add(new Point(step, layers));
        }
    }

    /**
     * The layers at the newest point kept that is at least so many steps ago; {@code null} if the run is younger, or nothing is known of then.
     *
     * @param step the step of now; what is older than the point given is forgotten
     */
    LayerShift.Reference[] before(long step) {
        if (past.isEmpty() || past.getFirst().step() > step - back) {
            return null;
        }
        Point then = past.removeFirst();
        while (!past.isEmpty() && past.getFirst().step() <= step - back) {
            then = past.removeFirst();
        }
        past.addFirst(then);
        return then.layers();
    }

    /** Points kept. */
    int size() {
        return past.size();
    }
}
