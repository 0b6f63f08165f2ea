package shiftscope.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import shiftscope.config.Side;
import shiftscope.measure.DyadicHistogram;

/**
 * The slices that are kept: of those recorded steps that are multiples of a stride. It begins at the distance of the first points of
 * the curves, and doubles whenever more than {@value #MOST} slices would be kept; those between are forgotten then. So the memory is
 * bounded, step 0 stays, and which steps are kept depends on nothing but how many have been made.
 */
final class Slicing {
    /** The most that are kept. */
    static final int MOST = 128;

    /** A layer with its map, its arrays' heads and its quantiles. */
    private static final long BYTES_OF_LAYER = 304;

    private static final long BYTES_OF_HISTOGRAM = 72;

    private final long every;
    private long stride;
    private List<Slice> slices = List.of();
    private long bytes;

    /** @param every steps between the first points of the curves */
    Slicing(int every) {
        this.every = every;
        stride = every;
    }

    /** Whether a slice is to be taken at this recorded step. */
    boolean isDue(long step) {
        return step % stride == 0;
    }

    void add(Slice slice) {
        List<Slice> kept = new ArrayList<>(slices);
        kept.add(slice);
        while (kept.size() > MOST) {
            stride *= 2;
            kept.removeIf(one -> !isDue(one.step()));
        }
        set(kept);
    }

    private void set(List<Slice> kept) {
        slices = List.copyOf(kept);
        bytes = bytes(slices);
    }

    /** Begins with what step 0 now looks like. */
    void restart(Slice start) {
        stride = every;
        set(List.of(start));
    }

    /** Those up to a step, that step included. */
    List<Slice> upTo(long step) {
        return slices.get(slices.size() - 1).step() <= step ? slices : slices.stream().filter(slice -> slice.step() <= step).toList();
    }

    /** Those after a step. */
    List<Slice> after(long step) {
        return slices.stream().filter(slice -> slice.step() > step).toList();
    }

    /** What was later than that step has never been. The stride stays: which steps it left out, nobody has any more. */
    void forgetAfter(long step) {
        set(upTo(step));
    }

    /** What all slices take of memory, in bytes. */
    long bytes() {
        return bytes;
    }

    /** What some slices take of memory, in bytes: counts that several taps share are counted once. */
    static long bytes(List<Slice> slices) {
        Set<DyadicHistogram> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        long sum = 0;
        for (Slice slice : slices) {
            for (Side side : Side.values()) {
                for (Slice.OfLayer layer : slice.of(side)) {
                    sum += BYTES_OF_LAYER + (long) Float.BYTES * layer.unitQuantiles().length;
                    counted.addAll(layer.counts().values());
                }
            }
        }
        for (DyadicHistogram histogram : counted) {
            sum += BYTES_OF_HISTOGRAM + (long) Integer.BYTES * histogram.bins();
        }
        return sum;
    }

    /** Oldest first; never changed again. */
    List<Slice> slices() {
        return slices;
    }
}
