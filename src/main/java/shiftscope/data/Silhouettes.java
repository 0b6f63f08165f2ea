package shiftscope.data;

import java.util.Arrays;
import java.util.List;

/**
 * Outlines of the animals of {@link Cats}: a few poses of each, drawn for this program, looking to the right.
 *
 * <p>A pose is a list of parts. A part is written {@code radius: strokes}, drawn by a round brush of that radius; its strokes are written
 * as those of {@link Glyphs}. One point alone is a disc. Numbers are in a box 100 wide and high, y from its top down.
 */
final class Silhouettes {
    static final List<String> NAMES = List.of("cat", "rabbit");

    private static final String[][][] DRAWN = {
        {
            {
                // Sitting: head, two pointed ears, back and haunch, front leg, a long tail.
                "12: 66 31",
                "2.5: 57 27, 57 9!, 66 21 | 67 21, 75 9!, 76 27",
                "13: 60 50, 46 62, 44 80",
                "4: 66 54, 67 92",
                "4: 46 92, 62 92",
                "3: 34 90, 8 96, 2 66, 14 46",
            },
            {
                // Walking.
                "11: 46 55 | 32 57, 62 55",
                "11: 79 40",
                "2.5: 71 36, 71 19!, 79 31 | 80 31, 88 19!, 88 36",
                "3.5: 27 62, 22 91 | 36 64, 38 91 | 62 62, 60 91 | 69 60, 74 91",
                "3: 24 52, 6 50, 4 16",
            },
            {
                // From the front.
                "14: 50 34",
                "2.5: 37 30, 37 9!, 48 21 | 52 21, 63 9!, 63 30",
                "15: 50 58, 50 78",
                "4: 42 70, 42 93 | 58 70, 58 93",
                "3: 62 88, 92 92, 92 62, 84 50",
            },
        },
        {
            {
                // Sitting: head, two long ears, a round back, front leg, hind foot, a short round tail.
                "10: 68 44",
                "4: 63 36, 58 20, 55 4 | 69 36, 70 20, 72 2",
                "17: 54 66, 42 74",
                "4: 64 64, 67 92",
                "4: 40 92, 56 92",
                "6: 20 82",
            },
            {
                // Hopping, ears laid back.
                "13: 34 62, 62 58",
                "10: 79 48",
                "4: 74 40, 60 30, 48 20 | 78 38, 68 24, 60 10",
                "4: 28 72, 18 90!, 34 91 | 66 68, 76 90",
                "6: 15 54",
            },
            {
                // From the front.
                "12: 50 42",
                "4: 44 34, 42 18, 38 3 | 56 34, 58 18, 62 3",
                "16: 50 66, 50 78",
                "4: 40 74, 38 93 | 60 74, 62 93",
            },
        },
    };

    private static final List<List<Pose>> POSES = Arrays.stream(DRAWN)
            .map(animal -> Arrays.stream(animal).map(Silhouettes::pose).toList())
            .toList();

    private Silhouettes() {}

    /** One way to stand. */
    record Pose(List<Part> parts) {}

    /** What one brush draws. */
    record Part(double radius, List<Glyphs.Stroke> strokes) {}

    /** The poses of an animal, an index into {@link #NAMES}. */
    static List<Pose> of(int animal) {
        return POSES.get(animal);
    }

    private static Pose pose(String[] parts) {
        return new Pose(Arrays.stream(parts).map(Silhouettes::part).toList());
    }

    private static Part part(String written) {
        String[] halves = written.split(":");
        List<Glyphs.Stroke> strokes = Arrays.stream(halves[1].split("\\|"))
                .map(points -> Glyphs.stroke(points.split(",")))
                .toList();
        return new Part(Double.parseDouble(halves[0]), strokes);
    }
}
