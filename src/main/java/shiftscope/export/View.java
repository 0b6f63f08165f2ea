package shiftscope.export;

import shiftscope.plot.WallMode;
import shiftscope.session.Tap;

/**
 * How a pair of runs is looked at: the part of the window's state that goes with an experiment into a file or a line.
 *
 * @param mode what the centre shows
 * @param tap the quantity that every row shows
 * @param layer the layer looked at, 1 … L + 1; 0 for the last hidden one
 * @param layerShown whether that layer is shown large, in the place of the wall
 * @param logCounts whether heights stand for the logarithm of counts
 * @param outerBands whether percentiles are shown with the outer bands
 * @param statistics whether the runs are measured under all three statistics
 */
public record View(
        WallMode mode, Tap tap, int layer, boolean layerShown, boolean logCounts, boolean outerBands, boolean statistics) {
    /** What a new user sees. */
    public static final View STANDARD = new View(WallMode.NOW, Tap.SCALED, 0, false, false, false, false);
}
