package shiftscope.data;

import java.util.Arrays;

/**
 * Draws strokes as grey pixels, anti-aliased by each pixel's distance to the stroke; plain arithmetic only, so that every machine
 * draws the same bits.
 *
 * <p>A stroke is a uniform quadratic B-spline through its first and last point, cut at its corners: quadratic pieces run from the
 * midpoint before each point to the midpoint after it. It stays smooth however its points are moved.
 */
final class Pen {
    /** Straight segments that stand for one quadratic piece, whose length is a few pixels. */
    private static final int SEGMENTS = 5;

    private final int width;
    private final int height;
    /** Squared distance of each pixel's centre to the nearest stroke, pixels². */
    private final double[] nearest;
    private double radius;

    Pen(int width, int height) {
        this.width = width;
        this.height = height;
        nearest = new double[width * height];
    }

    /** Takes a clean sheet and a pen whose line is {@code 2 × radius} pixels wide. */
    void begin(double newRadius) {
        radius = newRadius;
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    }

    /**
     * Draws one stroke.
     *
     * @param x pixels from the centre of the leftmost column
     * @param y pixels from the centre of the topmost row
     * @param corner which points the pen reaches
     */
    void draw(double[] x, double[] y, boolean[] corner) {
        int last = x.length - 1;
        double atX = x[0];
        double atY = y[0];
        for (int i = 1; i <= last; i++) {
            if (i == last || corner[i]) {
                straight(atX, atY, x[i], y[i]);
                atX = x[i];
                atY = y[i];
            } else {
                boolean reaches = i + 1 == last || corner[i + 1];
                double toX = reaches ? x[i + 1] : (x[i] + x[i + 1]) / 2;
                double toY = reaches ? y[i + 1] : (y[i] + y[i + 1]) / 2;
                curve(atX, atY, x[i], y[i], toX, toY);
                atX = toX;
                atY = toY;
            }
        }
    }

    private void curve(double fromX, double fromY, double towardsX, double towardsY, double toX, double toY) {
        double atX = fromX;
        double atY = fromY;
        for (int k = 1; k <= SEGMENTS; k++) {
            double t = (double) k / SEGMENTS;
            double s = 1 - t;
            double nextX = s * s * fromX + 2 * s * t * towardsX + t * t * toX;
            double nextY = s * s * fromY + 2 * s * t * towardsY + t * t * toY;
            straight(atX, atY, nextX, nextY);
            atX = nextX;
            atY = nextY;
        }
    }

    /** Visits only the pixels that this segment can darken. */
    private void straight(double fromX, double fromY, double toX, double toY) {
        double reach = radius + 0.5;
        int left = (int) Math.max(0, Math.ceil(Math.min(fromX, toX) - reach));
        int right = (int) Math.min(width - 1, Math.floor(Math.max(fromX, toX) + reach));
        int top = (int) Math.max(0, Math.ceil(Math.min(fromY, toY) - reach));
        int bottom = (int) Math.min(height - 1, Math.floor(Math.max(fromY, toY) + reach));
        double dx = toX - fromX;
        double dy = toY - fromY;
        double squared = dx * dx + dy * dy;
        double inverse = squared == 0 ? 0 : 1 / squared;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double along = ((column - fromX) * dx + (row - fromY) * dy) * inverse;
                double clamped = along < 0 ? 0 : along > 1 ? 1 : along;
                double awayX = column - fromX - clamped * dx;
                double awayY = row - fromY - clamped * dy;
                double distance = awayX * awayX + awayY * awayY;
                int pixel = row * width + column;
                if (distance < nearest[pixel]) {
                    nearest[pixel] = distance;
                }
            }
        }
    }

    /** Writes what was drawn, row by row: 0 is white, 1 is ink, between them the edge, one pixel wide. */
    void develop(double[] pixels) {
        double reach = radius + 0.5;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = nearest[i] >= reach * reach ? 0 : Math.min(1, reach - Math.sqrt(nearest[i]));
        }
    }
}
