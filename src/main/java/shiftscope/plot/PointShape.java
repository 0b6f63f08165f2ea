package shiftscope.plot;

/** The second cue of a class, for eyes that do not tell its colour from another: each of ten classes has a shape of its own. */
final class PointShape {
    private static final int SHAPES = 10;
    private static final double[] SQUARE = regular(4, Math.PI / 4, 1.15);
    private static final double[] TRIANGLE = regular(3, -Math.PI / 2, 1.35);
    private static final double[] DIAMOND = regular(4, 0, 1.3);
    private static final double[] DOWNWARD = regular(3, Math.PI / 2, 1.35);
    private static final double[] PENTAGON = regular(5, -Math.PI / 2, 1.2);
    private static final double[] STAR = star(5, 1.55, 0.65);
    private static final double[] HEXAGON = regular(6, 0, 1.15);
    private static final double[] FOUR_POINTED = star(4, 1.6, 0.6);
    private static final double[] THREE_POINTED = star(3, 1.6, 0.6);
    private static final double[][] POLYGONS = {
        {}, SQUARE, TRIANGLE, DIAMOND, DOWNWARD, STAR, HEXAGON, FOUR_POINTED, PENTAGON, THREE_POINTED
    };

    private PointShape() {}

    private static double[] regular(int corners, double from, double radius) {
        double[] corner = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = from + 2 * Math.PI * i / corners;
            corner[2 * i] = radius * Math.cos(angle);
            corner[2 * i + 1] = radius * Math.sin(angle);
        }
        return corner;
    }

    private static double[] star(int points, double outer, double inner) {
        double[] corner = regular(2 * points, -Math.PI / 2, 1);
        for (int i = 0; i < corner.length; i++) {
            corner[i] *= i / 2 % 2 == 0 ? outer : inner;
        }
        return corner;
    }

    /**
     * Fills the shape of a class around a point.
     *
     * @param kind the class, from 0; the eleventh looks like the first again
     * @param radius of a circle that is about as large
     */
    static void fill(Surface surface, int kind, double x, double y, double radius, Colour colour) {
        double[] corner = POLYGONS[kind % SHAPES];
        if (corner.length == 0) {
            surface.fillCircle(x, y, radius, colour);
            return;
        }
        int corners = corner.length / 2;
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            xs[i] = x + radius * corner[2 * i];
            ys[i] = y + radius * corner[2 * i + 1];
        }
        surface.fillPolygon(xs, ys, corners, colour);
    }
}
