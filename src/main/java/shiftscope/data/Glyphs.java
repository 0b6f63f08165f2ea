package shiftscope.data;

import java.util.ArrayList;
import java.util.List;

/**
 * How people write the ten digits: a few variants of each, drawn for this program.
 *
 * <p>A variant is one or more strokes. A stroke is a list of points {@code x y}, with x from about 0 to 70, y from 0 (top) to 100
 * (bottom). The pen starts at the first point, ends at the last and is drawn towards those between without reaching them (see
 * {@link Pen}); a point marked {@code !} is a corner, which it does reach.
 */
final class Glyphs {
    /** The centre of the box in which variants are written. */
    static final double CENTRE_X = 35;
    static final double CENTRE_Y = 50;
    /** The height of that box. */
    static final double HEIGHT = 100;

    private static final String[][] WRITTEN = {
        {
            "36 2, 6 -2, -2 50, 8 102, 36 102, 64 102, 72 48, 62 -2, 34 2",
            "50 12, 26 -8, 8 40, 16 100, 36 108, 60 86, 62 30, 46 -4, 34 4",
            "44 4, 8 -2, -10 54, 14 106, 44 104, 78 88, 74 6, 40 -6, 26 8",
        },
        {
            "36 0, 35 100",
            "14 22, 28 14, 40 0!, 38 100",
            "16 24, 38 2!, 37 98 | 12 98, 62 97",
            "40 0, 36 40, 34 70, 36 100",
        },
        {
            "6 22, 10 0, 40 -6, 66 8, 62 40, 34 66, 4 98!, 34 96, 68 98",
            "8 20, 22 -4, 58 -4, 62 30, 46 56, 22 92, 4 104, -4 86, 10 74, 28 86, 50 100, 72 90",
            "4 12, 30 0, 64 -2, 62 28, 36 60, 2 98!, 70 96",
        },
        {
            "6 14, 20 -4, 62 -4, 64 34, 44 46, 24 47!, 50 46, 72 58, 68 98, 30 106, 2 86",
            "6 4, 60 2!, 28 42!, 56 38, 72 66, 62 100, 28 106, 2 88",
            "8 10, 30 -6, 66 6, 60 38, 36 50, 24 46, 32 40, 62 52, 70 82, 46 106, 14 104, 0 84",
        },
        {
            "16 2, 6 58!, 68 56 | 50 22, 48 100",
            "50 100, 50 0!, 2 66!, 70 65",
            "10 4, 4 40, 10 58, 34 58, 56 50, 60 8!, 54 60, 48 100",
        },
        {
            "58 2, 16 3!, 12 42!, 30 36, 62 38, 70 70, 56 102, 22 106, 2 88",
            "18 4, 14 44!, 44 32, 70 50, 66 88, 38 106, 4 94 | 18 4, 62 0",
            "62 4, 40 -2, 14 6, 10 38, 34 46, 62 54, 66 86, 40 104, 4 94",
        },
        {
            "50 0, 26 14, 4 50, 4 88, 28 106, 60 98, 64 66, 44 50, 18 58, 8 76",
            "42 0, 14 44, 4 76, 16 104, 46 106, 62 84, 52 58, 24 56, 8 78",
            "60 8, 40 -4, 10 22, 0 64, 10 102, 44 106, 64 84, 52 60, 28 60, 6 82",
        },
        {
            "4 4, 34 4, 66 2!, 44 48, 28 100",
            "4 6, 66 2!, 46 46, 30 100 | 18 52, 62 48",
            "6 18, 6 4!, 30 8, 68 2!, 38 52, 34 100",
            "2 12, 14 0, 50 4, 66 6, 60 26, 40 60, 34 100",
        },
        {
            "58 12, 40 -4, 10 2, 8 30, 36 48, 66 66, 62 100, 34 106, 6 98, 6 68, 36 48, 62 28, 60 8, 50 2",
            "36 48, 12 46, 8 6, 36 -2, 62 4, 60 44, 34 48 | 36 48, 4 50, 2 98, 36 104, 68 100, 68 52, 34 48",
            "54 20, 44 -2, 18 0, 16 28, 40 50, 60 76, 50 104, 22 104, 12 82, 30 52, 58 24, 62 10",
        },
        {
            "60 16, 46 -4, 10 2, 4 36, 22 54, 52 46, 62 14!, 58 60, 54 100",
            "60 18, 44 -4, 12 4, 6 38, 28 54, 58 40, 62 10!, 66 60, 48 104, 10 98",
            "58 26, 52 -2, 16 -2, 4 30, 22 56, 54 46, 60 20, 60 50, 44 80, 34 100",
        },
    };

    private static final List<List<Glyph>> VARIANTS = read();

    private Glyphs() {}

    /** A written digit. */
    record Glyph(List<Stroke> strokes) {}

    /** The points of one movement of the pen; {@code corner[i]} says whether it reaches point i. */
    record Stroke(double[] x, double[] y, boolean[] corner) {}

    /** The ways in which a digit from 0 to 9 is written. */
    static List<Glyph> of(int digit) {
        return VARIANTS.get(digit);
    }

    private static List<List<Glyph>> read() {
        List<List<Glyph>> digits = new ArrayList<>();
        for (String[] variants : WRITTEN) {
            List<Glyph> glyphs = new ArrayList<>();
            for (String variant : variants) {
                List<Stroke> strokes = new ArrayList<>();
                for (String stroke : variant.split("\\|")) {
                    strokes.add(stroke(stroke.split(",")));
                }
                glyphs.add(new Glyph(List.copyOf(strokes)));
            }
            digits.add(List.copyOf(glyphs));
        }
        return List.copyOf(digits);
    }

    /** Reads one movement of the pen from its points. */
    static Stroke stroke(String[] points) {
        Stroke stroke = new Stroke(new double[points.length], new double[points.length], new boolean[points.length]);
        for (int i = 0; i < points.length; i++) {
            String[] numbers = points[i].strip().split(" ");
            stroke.corner[i] = numbers[1].endsWith("!");
            stroke.x[i] = Double.parseDouble(numbers[0]);
            stroke.y[i] = Double.parseDouble(numbers[1].replace("!", ""));
        }
        return stroke;
    }
}
