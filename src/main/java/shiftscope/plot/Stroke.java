package shiftscope.plot;

/**
 * How a line is drawn.
 *
 * @param width in pixels
 * @param colour its colour
 * @param dash length of a dash, in pixels; unused in a solid line
 * @param gap length of the gap after it, in pixels; 0 makes the line solid
 */
public record Stroke(double width, Colour colour, double dash, double gap) {
    public Stroke {
        if (!(width > 0) || !(gap >= 0) || gap > 0 && !(dash > 0)) {
            throw new IllegalArgumentException("no stroke: width " + width + ", dash " + dash + ", gap " + gap);
        }
    }

    public static Stroke solid(double width, Colour colour) {
        return new Stroke(width, colour, 0, 0);
    }

    public boolean dashed() {
        return gap > 0;
    }
}
