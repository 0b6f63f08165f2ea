package shiftscope.data;

import java.util.List;
import java.util.Optional;
import shiftscope.config.DataKind;
import shiftscope.config.RandomStream;

/**
 * Sets of points in the plane, within about [-1, 1] in both coordinates before noise.
 *
 * <p>Classes take turns, so their counts differ by at most one. The number of draws does not depend on the noise: another noise moves
 * every point along its own line and leaves labels and order as they are.
 */
final class Planes {
    private static final double TURN = 2 * Math.PI;
    private static final double INNER_RADIUS = 0.4;
    private static final double OUTER_RADIUS = 0.9;
    /** Keeps XOR's quadrants apart while there is no noise. */
    private static final double XOR_MARGIN = 0.05;
    private static final double BLOB_DISTANCE = 0.7;
    private static final double SPIRAL_TURNS = 1.75;

    private Planes() {}

    /**
     * Draws a set.
     *
     * @param kind one of the sets in the plane
     * @param examples how many points
     * @param noise standard deviation of each coordinate's Gaussian displacement; for blobs the clouds' own
     */
    static RawExamples generate(DataKind kind, int examples, double noise, RandomStream stream) {
        return switch (kind) {
            case CIRCLES -> scatter("Circles", List.of("inner", "outer"), examples, noise, stream, Planes::circle);
            case XOR -> scatter("XOR", List.of("equal signs", "opposite signs"), examples, noise, stream, Planes::quadrant);
            case BLOBS -> scatter("Blobs", List.of("1", "2", "3"), examples, noise, stream, Planes::cloud);
            case SPIRAL -> scatter("Spiral", List.of("1", "2"), examples, noise, stream, Planes::arm);
            case MOONS -> scatter("Moons", List.of("upper", "lower"), examples, noise, stream, Planes::moon);
            case DIGITS, CATS, IDX, CSV, PLANE, HILLS, SINE, SCALES ->
                    throw new IllegalArgumentException(kind + " is no set in the plane");
        };
    }

    /** Where a class lies. */
    private interface Shape {
        /** Writes x and y of the given class's {@code turn}-th point. */
        void place(int label, int turn, RandomStream stream, double[] point);
    }

    private static RawExamples scatter(
            String name, List<String> classes, int examples, double noise, RandomStream stream, Shape shape) {
        double[][] points = new double[examples][2];
        int[] labels = new int[examples];
        for (int i = 0; i < examples; i++) {
            labels[i] = i % classes.size();
            shape.place(labels[i], i / classes.size(), stream, points[i]);
            points[i][0] += noise * stream.gaussian();
            points[i][1] += noise * stream.gaussian();
        }
        return new RawExamples(name, 2, RawExamples.Rows.of(points), labels, classes, Optional.empty());
    }

    private static void circle(int label, int turn, RandomStream stream, double[] point) {
        polar(label == 0 ? INNER_RADIUS : OUTER_RADIUS, TURN * stream.uniform(), point);
    }

    private static void quadrant(int label, int turn, RandomStream stream, double[] point) {
        double side = turn % 2 == 0 ? 1 : -1;
        point[0] = side * stream.uniform(XOR_MARGIN, 1);
        point[1] = (label == 0 ? side : -side) * stream.uniform(XOR_MARGIN, 1);
    }

    private static void cloud(int label, int turn, RandomStream stream, double[] point) {
        polar(BLOB_DISTANCE, TURN * (0.25 + label / 3.0), point);
    }

    private static void arm(int label, int turn, RandomStream stream, double[] point) {
        double along = stream.uniform();
        polar(along, TURN * (SPIRAL_TURNS * along + label / 2.0), point);
    }

    private static void moon(int label, int turn, RandomStream stream, double[] point) {
        polar(1, TURN / 2 * stream.uniform(), point);
        double x = label == 0 ? point[0] : 1 - point[0];
        double y = label == 0 ? point[1] : 0.5 - point[1];
        point[0] = (x - 0.5) / 1.5;
        point[1] = (y - 0.25) / 1.5;
    }

    private static void polar(double radius, double angle, double[] point) {
        point[0] = radius * StrictMath.cos(angle);
        point[1] = radius * StrictMath.sin(angle);
    }
}
