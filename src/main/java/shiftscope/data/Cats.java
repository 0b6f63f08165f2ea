package shiftscope.data;

import java.util.Optional;
import shiftscope.config.RandomStream;

/**
 * Small colour images of cats and of rabbits, drawn by the program itself: black ones to learn from, coloured ones to be tested on.
 *
 * <p>Each is one of several poses ({@link Silhouettes}), with every point of it moved a little, then stretched, turned, perhaps mirrored,
 * and shifted, before a light ground, and covered with Gaussian noise. Classes take turns. Every animal has two coats, and both are drawn
 * without looking at the class: a black one, and one of {@link #COATS}. So where the coats change, what the inputs look like changes,
 * p(x), and what each shows does not, p(y|x). The number of draws does not depend on the noise.
 */
final class Cats {
    static final int SIDE = 20;
    static final int CHANNELS = 3;
    private static final int PIXELS = SIDE * SIDE;
    private static final int FEATURES = CHANNELS * PIXELS;
    /** Height of the box of an animal at scale 1, pixels. */
    private static final double BODY = 17;
    private static final double LEAST_SCALE = 0.75;
    private static final double MOST_SCALE = 1.05;
    private static final double NARROWEST = 0.85;
    private static final double WIDEST = 1.15;
    /** Pixels in either direction. */
    private static final double MOST_SHIFT = 2;
    private static final double MOST_TURN = 12 * Math.PI / 180;
    /** Standard deviation of a point's displacement, in units of the box (100 high). */
    private static final double UNSTEADINESS = 2;
    private static final double CENTRE = 50;
    private static final double BOX = 100;

    /** Black as black animals are: a little of each colour, and not the same everywhere. */
    private static final double DARKEST = 0.02;
    private static final double LIGHTEST_BLACK = 0.14;
    private static final double DARKEST_GROUND = 0.75;
    private static final double LIGHTEST_GROUND = 0.95;
    /** How far the colours of a ground lie apart, and its upper and its lower end. */
    private static final double TINT = 0.06;
    private static final double SLOPE = 0.08;
    /** How far a coat may be from those named, in each colour. */
    private static final double COAT_SPREAD = 0.06;
    /** Red, green and blue of coats that stand out from every ground: ginger, golden, chestnut, rust, lilac, blue-grey. */
    private static final double[][] COATS = {
        {0.90, 0.50, 0.16}, {0.86, 0.66, 0.26}, {0.52, 0.32, 0.18}, {0.74, 0.34, 0.22}, {0.60, 0.46, 0.58}, {0.42, 0.48, 0.60},
    };

    private final RandomStream stream;
    private final Pen pen = new Pen(SIDE, SIDE);
    private final double[] part = new double[PIXELS];

    private Cats(RandomStream stream) {
        this.stream = stream;
    }

    /**
     * One animal before its ground.
     *
     * @param ground what lies around it, with the noise of the whole image, pixel by pixel with red, green and blue of each
     * @param cover how much of each pixel is animal, from 0 to 1
     * @param black its black coat: red, green, blue
     * @param coloured its coloured one
     */
    private record Scene(double[] ground, double[] cover, double[] black, double[] coloured) {
        void paint(double[] coat, double[] into, int offset) {
            for (int i = 0; i < ground.length; i++) {
                double colour = ground[i] + cover[i / CHANNELS] * coat[i % CHANNELS];
                into[offset + i] = Math.max(0, Math.min(1, colour));
            }
        }
    }

    /**
     * Draws a set. Its examples are black; they have moved to the same animals before the same ground in colours.
     *
     * @param noise standard deviation of the noise of each colour, whose values stay in [0, 1]
     */
    static RawExamples generate(int examples, double noise, RandomStream stream) {
        // The scenes, then the two matrices that are picked from them.
        Capacity.check("Cats", examples, FEATURES, 3);
        Cats cats = new Cats(stream);
        Scene[] scenes = new Scene[examples];
        int[] labels = new int[examples];
        for (int i = 0; i < examples; i++) {
            labels[i] = i % Silhouettes.NAMES.size();
            scenes[i] = cats.scene(labels[i], noise);
        }
        return new RawExamples(
                "Cats",
                FEATURES,
                (example, into, offset) -> scenes[example].paint(scenes[example].black, into, offset),
                labels,
                Silhouettes.NAMES,
                Optional.of(new Dataset.ImageSize(SIDE, SIDE, CHANNELS)))
                .movedTo((example, into, offset) -> scenes[example].paint(scenes[example].coloured, into, offset));
    }

    private Scene scene(int animal, double noise) {
        double[] cover = cover(animal);
        double black = stream.uniform(DARKEST, LIGHTEST_BLACK);
        double[] darkCoat = new double[CHANNELS];
        double[] coat = COATS[stream.below(COATS.length)].clone();
        double light = stream.uniform(DARKEST_GROUND, LIGHTEST_GROUND);
        double slope = stream.uniform(-SLOPE, SLOPE);
        double[] tint = new double[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            darkCoat[channel] = black + stream.uniform(-DARKEST, DARKEST);
            coat[channel] += stream.uniform(-COAT_SPREAD, COAT_SPREAD);
            tint[channel] = stream.uniform(-TINT, TINT);
        }
        double[] ground = new double[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            int pixel = i / CHANNELS;
            double height = (double) (pixel / SIDE) / (SIDE - 1) - 0.5;
            double colour = light + tint[i % CHANNELS] + slope * height;
            ground[i] = (1 - cover[pixel]) * colour + noise * stream.gaussian();
        }
        return new Scene(ground, cover, darkCoat, coat);
    }

    /** Draws an outline: each part by its own brush, and where two lie upon each other the one that covers more. */
    private double[] cover(int animal) {
        Silhouettes.Pose pose = Silhouettes.of(animal).get(stream.below(Silhouettes.of(animal).size()));
        double scale = BODY / BOX * stream.uniform(LEAST_SCALE, MOST_SCALE);
        double aspect = stream.uniform(NARROWEST, WIDEST) * (stream.below(2) == 0 ? 1 : -1);
        double turn = stream.uniform(-MOST_TURN, MOST_TURN);
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        double centreX = (SIDE - 1) / 2.0 + stream.uniform(-MOST_SHIFT, MOST_SHIFT);
        double centreY = (SIDE - 1) / 2.0 + stream.uniform(-MOST_SHIFT, MOST_SHIFT);
        double[] cover = new double[PIXELS];
        for (Silhouettes.Part drawn : pose.parts()) {
            pen.begin(scale * drawn.radius());
            for (Glyphs.Stroke stroke : drawn.strokes()) {
                // A disc is a stroke from a point to itself.
                int points = Math.max(2, stroke.x().length);
                double[] x = new double[points];
                double[] y = new double[points];
                for (int i = 0; i < stroke.x().length; i++) {
                    double right = scale * aspect * (stroke.x()[i] - CENTRE + UNSTEADINESS * stream.gaussian());
                    double down = scale * (stroke.y()[i] - CENTRE + UNSTEADINESS * stream.gaussian());
                    x[i] = centreX + cos * right - sin * down;
                    y[i] = centreY + sin * right + cos * down;
                }
                if (stroke.x().length == 1) {
                    x[1] = x[0];
                    y[1] = y[0];
                }
                pen.draw(x, y, stroke.corner());
            }
            pen.develop(part);
            for (int i = 0; i < PIXELS; i++) {
                cover[i] = Math.max(cover[i], part[i]);
            }
        }
        return cover;
    }
}
