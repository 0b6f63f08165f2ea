package shiftscope.session;

import java.util.ArrayList;
import java.util.List;
import shiftscope.config.Experiment;

/**
 * States of a pair of twins on arrival at some of the steps of their way, in bounded memory: many near its end, and fewer and fewer, but
 * evenly, over all of it. Step 0 is always among them.
 */
final class Keyframes {
    /**
     * Steps between two near the end of the way; farther back, twice as many, or four times. Of 50,000 steps of the default twins, 320 lie
     * between two: as many as there is room for.
     */
    static final int SPACING = 40;

    /** More are of no use: whatever the run, the way from one to the next is short then. */
    private static final int MOST = 1000;

    /** A way as long as that gets a state in its middle when it is gone again. */
    private static final int LONG = 1000;

    /** How many of the newest are spared when room is made, as far as there are four times as many. */
    private static final int SPARED = 8;

    private final List<Keyframe> kept = new ArrayList<>();
    private long bytes;
    private byte[] spare = {};
    /** A step that is kept as step 0 is: the way to it was never gone here. */
    private long base;

    /**
     * @param step updates made
     * @param experiment of then
     * @param body what the twins wrote
     */
    record Keyframe(long step, Experiment experiment, byte[] body) {}

    /** Whether a state is to be kept on the first arrival at that step. */
    static boolean isDue(long step) {
        return step % SPACING == 0;
    }

    /** Whether a state is to be kept also on a later arrival, since there are none for a long way back. */
    boolean isFar(long step) {
        return isDue(step) && step - newest(step).step() >= LONG;
    }

    /** This step is kept as step 0 is. */
    void keepAlways(long step) {
        base = step;
    }

    /** The step from which on the way was gone here, or 0. */
    long base() {
        return base;
    }

    /**
     * Keeps the state of now, if there is room; it may be the first, which is kept in any case.
     *
     * @param twins on arrival at a step
     * @param room bytes that all may take
     */
    void add(Twins twins, long room) {
        long step = twins.stepCount();
        long size = twins.stateBytes();
        int place = countUpTo(step);
        if (place > 0 && kept.get(place - 1).step() == step) {
            return;
        }
        while (!kept.isEmpty() && (kept.size() >= MOST || bytes() - spare.length + size > room)) {
            if (!thin(step)) {
                return;
            }
        }
        byte[] body = spare.length == size ? spare : new byte[Math.toIntExact(size)];
        spare = new byte[] {};
        twins.write(body);
        kept.add(countUpTo(step), new Keyframe(step, twins.experiment(), body));
        bytes += size;
    }

    /** Drops as many as it takes, and can be, to need no more than that. */
    void fit(long room) {
        while (bytes() > room && thin(0)) {
            spare = new byte[] {};
        }
    }

    /**
     * Drops the one whose neighbours are closest to each other.
     *
     * @param coming a step that is about to be kept
     * @return whether there was one that may be dropped
     */
    private boolean thin(long coming) {
        int last = kept.size() - 1 - Math.min(SPARED, kept.size() / 4);
        int least = -1;
        long leastGap = Long.MAX_VALUE;
        for (int i = 1; i <= last; i++) {
            long next = i + 1 < kept.size() ? kept.get(i + 1).step() : Math.max(coming, kept.get(i).step());
            long gap = next - kept.get(i - 1).step();
            if (gap < leastGap && kept.get(i).step() != base) {
                least = i;
                leastGap = gap;
            }
        }
        if (least < 0) {
            return false;
        }
        spare = kept.remove(least).body();
        bytes -= spare.length;
        return true;
    }

    /** Of exactly that step; {@code null} if there is none. */
    Keyframe at(long step) {
        Keyframe newest = newest(step);
        return newest.step() == step ? newest : null;
    }

    /** The newest up to a step, that step included. */
    Keyframe newest(long step) {
        return kept.get(countUpTo(step) - 1);
    }

    /** What was later than that step has never been. */
    void forgetAfter(long step) {
        List<Keyframe> later = kept.subList(countUpTo(step), kept.size());
        later.forEach(each -> bytes -= each.body().length);
        later.clear();
    }

    private int countUpTo(long step) {
        int low = 0;
        int high = kept.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (kept.get(middle).step() <= step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int size() {
        return kept.size();
    }

    /** What they take of memory. */
    long bytes() {
        return bytes + spare.length;
    }
}
