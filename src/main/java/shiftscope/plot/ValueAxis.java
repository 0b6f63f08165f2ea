package shiftscope.plot;

import shiftscope.session.Viewing;

/**
 * The value axis of a row as it lies on the screen, to be zoomed and moved. Both runs of a row share it.
 *
 * @param row from 0 for the input
 * @param scale from values to pixels, along x or, where {@code vertical}, along y
 * @param vertical whether values grow upwards instead of to the right
 */
public record ValueAxis(int row, LinearScale scale, boolean vertical) {
    /** The narrowest range, as a share of its larger end: bins beyond that would not have edges of their own. */
    private static final double NARROWEST = 1e-6;
    /** Ends beyond this are of no use to anybody, and far from where arithmetic overflows. */
    private static final double FARTHEST = 1e30;

    /** The coordinate of a point that counts on this axis. */
    public double along(double x, double y) {
        return vertical ? y : x;
    }

    /**
     * The range that is so many times as wide, with the value at a pixel staying where it is; the same range if that would be too
     * narrow or too wide to be drawn.
     */
    public Viewing.Zoom zoomed(double pixel, double factor) {
        double fixed = scale.valueAt(pixel);
        return drawable(fixed + (scale.low() - fixed) * factor, fixed + (scale.high() - fixed) * factor);
    }

    /** The range after what is drawn was dragged by so many pixels. */
    public Viewing.Zoom dragged(double pixels) {
        double by = scale.valueAt(scale.from()) - scale.valueAt(scale.from() + pixels);
        return drawable(scale.low() + by, scale.high() + by);
    }

    private Viewing.Zoom drawable(double low, double high) {
        double size = Math.max(Math.abs(low), Math.abs(high));
        boolean useful = size < FARTHEST && high - low > NARROWEST * size;
        return useful ? new Viewing.Zoom(row, low, high) : new Viewing.Zoom(row, scale.low(), scale.high());
    }
}
