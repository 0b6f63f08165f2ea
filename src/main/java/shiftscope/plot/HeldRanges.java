package shiftscope.plot;

import java.util.HashMap;
import java.util.Map;
import shiftscope.session.Tap;

/**
 * The ranges of the value axes of the views over time, kept from one picture to the next: a range stays where it is until the values
 * need more room, or less than 45% of it, so that the picture does not jump: a range is made with margins, which leave them 86%.
 */
public final class HeldRanges {
    private static final double MARGIN = 0.08;
    private static final double TOO_ROOMY = 0.45;
    /** Values this close together, in units of the larger, are one value. */
    private static final double LEAST_SPREAD = 1e-9;
    /** Numbers this small are 0 on any axis. */
    private static final double NOTHING = 1e-100;

    private final Map<Key, ValueRange> held = new HashMap<>();

    /** What an axis is for. */
    private record Key(Object view, int row, Tap tap) {}

    /** Forgets all ranges: what comes next is of other runs. */
    public void clear() {
        held.clear();
    }

    /**
     * The range of an axis on which values between two numbers are to be seen.
     *
     * @param view who shows it: views of different quantities have ranges of their own
     * @param least NaN if there are no values
     */
    ValueRange hold(Object view, int row, Tap tap, double least, double most) {
        Key key = new Key(view, row, tap);
        ValueRange before = held.get(key);
        if (!(least <= most)) {
            return before == null ? new ValueRange(-1, 1) : before;
        }
        boolean fits = before != null
                && least >= before.low()
                && most <= before.high()
                && most - least >= TOO_ROOMY * before.width();
        double size = Math.max(Math.abs(least), Math.abs(most));
        boolean isOneValue = size < NOTHING || most - least <= LEAST_SPREAD * size;
        boolean holdsIt = before != null && isOneValue && least >= before.low() && most <= before.high();
        if (fits || holdsIt) {
            return before;
        }
        double margin = isOneValue ? (size < NOTHING ? 0.5 : 0.1 * size) : MARGIN * (most - least);
        ValueRange range = new ValueRange(least - margin, most + margin);
        held.put(key, range);
        return range;
    }
}
