package shiftscope.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import shiftscope.config.RandomStream;

/**
 * Handwritten-looking digits, 28×28 pixels like MNIST's, drawn by the program itself, so that the first experiment needs no file.
 *
 * <p>Each is one of several ways to write the digit ({@link Glyphs}), with every point of it moved a little, then stretched, slanted,
 * turned, shifted, drawn by a thin or thick {@link Pen}, and covered with Gaussian noise. Classes take turns. As the number of draws
 * does not depend on the noise, another noise leaves every digit where and how it was.
 */
final class Digits {
    static final int SIDE = 28;
    static final int CLASSES = 10;
    private static final int PIXELS = SIDE * SIDE;
    /** Height of a digit at scale 1, pixels: that of MNIST's. */
    private static final double BODY = 20;
    private static final double LEAST_SCALE = 0.7;
    private static final double MOST_SCALE = 1.1;
    private static final double NARROWEST = 0.8;
    private static final double WIDEST = 1.2;
    /** Pixels in either direction. */
    private static final double MOST_SHIFT = 3;
    /** Sideways pixels per pixel of height. */
    private static final double MOST_SLANT = 0.35;
    private static final double MOST_TURN = 12 * Math.PI / 180;
    /** Half the width of the line, pixels. */
    private static final double THINNEST = 0.7;
    private static final double THICKEST = 1.8;
    /** Standard deviation of a point's displacement, in units of the glyphs' box (100 high). */
    private static final double UNSTEADINESS = 3;

    private final RandomStream stream;
    private final Pen pen = new Pen(SIDE, SIDE);

    private Digits(RandomStream stream) {
        this.stream = stream;
    }

    /**
     * Draws a set.
     *
     * @param noise standard deviation of the grey value's noise; grey stays in [0, 1]
     */
    static RawExamples generate(int examples, double noise, RandomStream stream) {
        Digits digits = new Digits(stream);
        Capacity.check("Digits", examples, PIXELS, 2);
        double[][] pictures = new double[examples][PIXELS];
        int[] labels = new int[examples];
        for (int i = 0; i < examples; i++) {
            labels[i] = i % CLASSES;
            digits.write(labels[i], pictures[i]);
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                double grey = pictures[i][pixel] + noise * stream.gaussian();
                pictures[i][pixel] = Math.max(0, Math.min(1, grey));
            }
        }
        List<String> classes = IntStream.range(0, CLASSES).mapToObj(String::valueOf).toList();
        return new RawExamples("Digits", PIXELS, RawExamples.Rows.of(pictures), labels, classes,
                Optional.of(new Dataset.ImageSize(SIDE, SIDE)));
    }

    private void write(int digit, double[] pixels) {
        List<Glyphs.Glyph> variants = Glyphs.of(digit);
        Glyphs.Glyph glyph = variants.get(stream.below(variants.size()));
        double scale = BODY / Glyphs.HEIGHT * about(LEAST_SCALE, MOST_SCALE);
        double aspect = about(NARROWEST, WIDEST);
        double slant = about(-MOST_SLANT, MOST_SLANT);
        double turn = about(-MOST_TURN, MOST_TURN);
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        double centreX = (SIDE - 1) / 2.0 + about(-MOST_SHIFT, MOST_SHIFT);
        double centreY = (SIDE - 1) / 2.0 + about(-MOST_SHIFT, MOST_SHIFT);
        pen.begin(stream.uniform(THINNEST, THICKEST));
        for (Glyphs.Stroke stroke : glyph.strokes()) {
            double[] x = new double[stroke.x().length];
            double[] y = new double[stroke.y().length];
            for (int i = 0; i < x.length; i++) {
                double down = scale * (stroke.y()[i] - Glyphs.CENTRE_Y + UNSTEADINESS * stream.gaussian());
                double right = scale * aspect * (stroke.x()[i] - Glyphs.CENTRE_X + UNSTEADINESS * stream.gaussian()) - slant * down;
                x[i] = centreX + cos * right - sin * down;
                y[i] = centreY + sin * right + cos * down;
            }
            pen.draw(x, y, stroke.corner());
        }
        pen.develop(pixels);
    }

    /** Between the two bounds, more often near their middle, as people write: the mean of three uniform draws. */
    private double about(double least, double most) {
        return least + (most - least) * ((stream.uniform() + stream.uniform() + stream.uniform()) / 3);
    }
}
