package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A shape to be filled, such as a formula, that stands on a baseline. Lengths are shares of the size of the type it is set in; the origin
 * is the left end of the baseline, y grows downwards. Where parts lie over each other the shape is filled once.
 *
 * @param width from the origin to where what follows begins
 * @param ascent how high it stands above the baseline
 * @param descent how far it hangs below the baseline
 * @param segments the edge, which each {@link Move} begins anew
 */
public record Outline(double width, double ascent, double descent, List<Segment> segments) {
    /** A piece of the edge, from where the one before ended. */
    public sealed interface Segment {}

    /** Begins a closed part of the edge. */
    public record Move(double x, double y) implements Segment {}

    /** A straight piece. */
    public record Line(double x, double y) implements Segment {}

    /** A cubic Bézier curve with two control points. */
    public record Curve(double x1, double y1, double x2, double y2, double x, double y) implements Segment {}

    /** Straight back to where the part began. */
    public record Close() implements Segment {}

    public Outline {
        segments = List.copyOf(segments);
    }

    /** From top to bottom. */
    public double height() {
        return ascent + descent;
    }

    /**
     * The edge where it is drawn.
     *
     * @param x of the origin
     * @param y of the origin
     * @param size of the type
     */
    public List<Segment> at(double x, double y, double size) {
        List<Segment> moved = new ArrayList<>(segments.size());
        for (Segment segment : segments) {
            if (segment instanceof Move to) {
                moved.add(new Move(x + size * to.x, y + size * to.y));
            } else if (segment instanceof Line to) {
                moved.add(new Line(x + size * to.x, y + size * to.y));
            } else if (segment instanceof Curve to) {
                moved.add(new Curve(
                        x + size * to.x1, y + size * to.y1, x + size * to.x2, y + size * to.y2, x + size * to.x, y + size * to.y));
            } else {
                moved.add(segment);
            }
        }
        return moved;
    }
}
