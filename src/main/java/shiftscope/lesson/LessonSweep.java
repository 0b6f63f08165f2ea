package shiftscope.lesson;

import java.util.List;
import java.util.Map;
import shiftscope.config.Setting;

/**
 * Runs side by side that differ in one thing.
 *
 * @param title what is swept over, for the axis
 * @param points in the order of the file
 * @param steps updates of each
 * @param curves what is measured after the last step, of both runs, by name
 */
public record LessonSweep(String title, List<Point> points, long steps, Map<String, Curve> curves) {
    /**
     * One pair of runs.
     *
     * @param label what stands at the axis
     * @param x where it stands there: the value itself, or 0, 1, 2 … if values are no numbers
     * @param experiment the prepared experiment
     * @param settings changed in it
     */
    public record Point(String label, double x, String experiment, List<Setting> settings) {}

    /**
     * What is measured.
     *
     * @param title for the axis
     * @param axis how its values become heights
     * @param best which of them is pointed out
     */
    public record Curve(String title, Quantity.OfRun quantity, Arguments arguments, Axis axis, Best best) {}

    /** How values become heights. */
    public enum Axis {
        /** Equal differences are equally high. */
        LINEAR,
        /** Equal ratios are equally high. */
        LOGARITHMIC,
        /** From 0 to 100%. */
        SHARE
    }

    /** Which value of a curve is the best. */
    public enum Best {
        NONE,
        HIGHEST,
        LOWEST
    }
}
