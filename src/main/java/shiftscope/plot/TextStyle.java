package shiftscope.plot;

/**
 * How a line of text is set, always in the bundled typeface Inter.
 *
 * @param size of the type, in pixels
 * @param weight how bold
 * @param colour its colour
 * @param align which part of the line stands at the x given
 */
public record TextStyle(double size, Weight weight, Colour colour, Align align) {
    /** Height of a capital or a digit of Inter, as a share of the size. */
    private static final double CAP_HEIGHT = 0.727;

    /** The weights that are bundled. */
    public enum Weight {
        REGULAR,
        MEDIUM,
        SEMI_BOLD,
        BOLD
    }

    /** Which part of a line stands at the x given. */
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** How high a capital or a digit stands above the baseline, in pixels. */
    public double capHeight() {
        return CAP_HEIGHT * size;
    }

    public TextStyle aligned(Align value) {
        return new TextStyle(size, weight, colour, value);
    }

    public TextStyle coloured(Colour value) {
        return new TextStyle(size, weight, value, align);
    }
}
