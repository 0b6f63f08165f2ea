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

    /**
     * A colour on the way to another, both covering, in steps that look equal: the straight line in Oklab (Ottosson 2020).
     *
     * @param t from 0, this colour, to 1, the other
     */
    public Colour towards(Colour other, double t) {
        double[] from = oklab();
        double[] to = other.oklab();
        double lightness = from[0] + t * (to[0] - from[0]);
        double a = from[1] + t * (to[1] - from[1]);
        double b = from[2] + t * (to[2] - from[2]);
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return new Colour(
                channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
                1);
    }

    private double[] oklab() {
        double r = linear(red);
        double g = linear(green);
        double b = linear(blue);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static int channel(double linear) {
        double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.max(0, Math.min(1, c)));
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
