package shiftscope.session;

import java.util.List;
import java.util.Optional;
import shiftscope.config.Side;

/**
 * What somebody looks at, and so what snapshots are to hold besides the wall and the curves. It changes what is measured for the
 * screen, never a run.
 *
 * @param tap the quantity that every row shows
 * @param zooms rows whose range of values somebody has chosen; the others choose their own
 * @param layer the layer that is shown large, 1 … L for hidden layers, L + 1 for the output; 0 if none is
 * @param brush the probe examples that are pointed out
 * @param statistics whether loss, accuracy and lag are wanted under all three statistics at once
 * @param predictions whether the answers of both networks are wanted: the decision surface, the mistakes
 */
public record Viewing(
        Tap tap, List<Zoom> zooms, int layer, Optional<Brush> brush, boolean statistics, boolean predictions) {
    public Viewing {
        zooms = List.copyOf(zooms);
    }

    /** The wall alone. */
    public static Viewing of(Tap tap) {
        return new Viewing(tap, List.of(), 0, Optional.empty(), false, false);
    }

    /** The zoom of a row of the wall, from 0 for the input. */
    public Optional<Zoom> zoom(int row) {
        return zooms.stream().filter(zoom -> zoom.row() == row).findFirst();
    }

    /**
     * The range of values of a row, in the unit of the values; values outside are counted as under or over.
     *
     * @param row from 0 for the input
     * @param low less than {@code high}
     * @param high no farther from {@code low} than a finite number
     */
    public record Zoom(int row, double low, double high) {
        public Zoom {
            if (!(low < high) || !Double.isFinite(high - low)) {
                throw new IllegalArgumentException("no range of values: " + low + " to " + high);
            }
        }
    }

    /**
     * The probe examples for which one unit's value lies in a range: of the quantity that {@link LayerDetail} shows of the unit.
     *
     * @param side whose unit
     * @param layer 1 … L + 1
     * @param unit from 0
     * @param low included
     * @param high not included, unless it is the unit's largest value
     */
    public record Brush(Side side, int layer, int unit, double low, double high) {}
}
