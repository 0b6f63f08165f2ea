package shiftscope.plot;

/**
 * A colour in sRGB.
 *
 * @param red from 0 to 255
 * @param green from 0 to 255
 * @param blue from 0 to 255
 * @param alpha from 0, nothing to see, to 1, covers
 */
public record Colour(int red, int green, int blue, double alpha) {
    public Colour {
        if (((red | green | blue) & ~0xff) != 0 || !(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("no colour: " + red + ", " + green + ", " + blue + ", " + alpha);
        }
    }

    /** A colour that covers, from its usual form {@code 0xRRGGBB}. */
    public static Colour rgb(int hex) {
        return new Colour(hex >> 16 & 0xff, hex >> 8 & 0xff, hex & 0xff, 1);
    }

    /** A colour from the form {@code 0xAARRGGBB}. */
    public static Colour argb(int packed) {
        return rgb(packed & 0xffffff).withAlpha((packed >>> 24) / 255.0);
    }

    /** The form {@code 0xAARRGGBB}, as cells are given their colours. */
    public int argb() {
        return (int) Math.round(255 * alpha) << 24 | red << 16 | green << 8 | blue;
    }

    public Colour withAlpha(double value) {
        return new Colour(red, green, blue, value);
    }

    /** What is seen where this colour lies on a ground that covers. */
    public Colour on(Colour ground) {
        return new Colour(mix(red, ground.red), mix(green, ground.green), mix(blue, ground.blue), 1);
    }

    private int mix(int over, int under) {
        return (int) Math.round(over * alpha + under * (1 - alpha));
    }

    /** The contrast ratio of WCAG 2.1 to another colour, from 1 to 21; both must cover. */
    public double contrast(Colour other) {
        double light = Math.max(luminance(), other.luminance());
        double dark = Math.min(luminance(), other.luminance());
        return (light + 0.05) / (dark + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** {@code #rrggbb}, without the alpha. */
    public String hex() {
        return String.format("#%02x%02x%02x", red, green, blue);
    }
}
