package shiftscope.session;

import java.util.ArrayList;
import java.util.List;

/**
 * The slices that are kept: of those recorded steps that are multiples of a stride. It begins at the distance of the first points of
 * the curves, and doubles whenever more than {@value #MOST} slices would be kept; those between are forgotten then. So the memory is
 * bounded, step 0 stays, and which steps are kept depends on nothing but how many have been made.
 */
final class Slicing {
    /** The most that are kept. */
    static final int MOST = 128;

    private final long every;
    private long stride;
    private List<Slice> slices = List.of();

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
        slices = List.copyOf(kept);
    }

    /** Begins with what step 0 now looks like. */
    void restart(Slice start) {
        stride = every;
        slices = List.of(start);
    }

    /** Oldest first; never changed again. */
    List<Slice> slices() {
        return slices;
    }
}
