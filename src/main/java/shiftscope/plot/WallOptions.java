package shiftscope.plot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import shiftscope.session.Viewing;

/**
 * How the wall is to be drawn, whatever the snapshot holds.
 *
 * @param logCounts whether heights stand for the logarithm of counts; the colours of a heat map always do
 * @param outerBands whether percentiles are shown with the bands from 1 to 99 and from 5 to 95
 * @param unit the unit whose percentiles are shown, from 0; empty for all units of a layer together
 * @param zooms rows whose range of values somebody has chosen, also before a snapshot was counted in it
 */
public record WallOptions(boolean logCounts, boolean outerBands, OptionalInt unit, List<Viewing.Zoom> zooms) {
    /** Counts, whole layers, and ranges that fit the values. */
    public static final WallOptions PLAIN = new WallOptions(false, false, OptionalInt.empty(), List.of());

    public WallOptions {
        zooms = List.copyOf(zooms);
    }

    /** The same with logarithms of counts. */
    WallOptions logarithmic() {
        return new WallOptions(true, outerBands, unit, zooms);
    }

    /** The range that somebody has chosen for a row, from 0 for the input. */
    Optional<ValueRange> zoom(int row) {
        return zooms.stream()
                .filter(zoom -> zoom.row() == row)
                .findFirst()
                .map(zoom -> new ValueRange(zoom.low(), zoom.high()));
    }
}
