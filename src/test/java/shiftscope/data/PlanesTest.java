package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.DataKind;
import shiftscope.config.Seed;

class PlanesTest {
    private static final int EXAMPLES = 301;

    @ParameterizedTest
    @EnumSource(value = DataKind.class, names = {"CIRCLES", "XOR", "BLOBS", "SPIRAL", "MOONS"})
    void classesAreOfEqualSizeAndPointsWithinReach(DataKind kind) {
        RawExamples set = Planes.generate(kind, EXAMPLES, 0, new Seed(1).data());
        int[] counts = new int[set.classes().size()];
        for (int label : set.labels()) {
            counts[label]++;
        }
        assertTrue(Arrays.stream(counts).max().orElseThrow() - Arrays.stream(counts).min().orElseThrow() <= 1, Arrays.toString(counts));
        double farthest = 0;
        for (int i = 0; i < EXAMPLES; i++) {
            double[] point = point(set, i);
            farthest = Math.max(farthest, Math.max(Math.abs(point[0]), Math.abs(point[1])));
        }
        assertTrue(farthest > 0.6 && farthest <= 1, kind + " reaches " + farthest);
    }

    @ParameterizedTest
    @EnumSource(value = DataKind.class, names = {"CIRCLES", "XOR", "BLOBS", "SPIRAL", "MOONS"})
    void noiseMovesEachPointAlongItsOwnLine(DataKind kind) {
        RawExamples clean = Planes.generate(kind, EXAMPLES, 0, new Seed(1).data());
        RawExamples little = Planes.generate(kind, EXAMPLES, 0.1, new Seed(1).data());
        RawExamples much = Planes.generate(kind, EXAMPLES, 0.2, new Seed(1).data());
        assertArrayEquals(clean.labels(), much.labels());
        double squares = 0;
        for (int i = 0; i < EXAMPLES; i++) {
            for (int axis = 0; axis < 2; axis++) {
                double moved = point(little, i)[axis] - point(clean, i)[axis];
                assertEquals(2 * moved, point(much, i)[axis] - point(clean, i)[axis], 1e-12);
                squares += moved * moved;
            }
        }
        assertEquals(0.1, Math.sqrt(squares / (2 * EXAMPLES)), 0.01, "noise is the standard deviation of each coordinate");
    }

    @Test
    void ringsHaveTheirRadii() {
        RawExamples set = Planes.generate(DataKind.CIRCLES, EXAMPLES, 0, new Seed(1).data());
        for (int i = 0; i < EXAMPLES; i++) {
            double[] point = point(set, i);
            assertEquals(set.labels()[i] == 0 ? 0.4 : 0.9, Math.sqrt(point[0] * point[0] + point[1] * point[1]), 1e-12);
        }
    }

    @Test
    void xorFillsAllFourQuadrantsByTheSignsOfItsCoordinates() {
        RawExamples set = Planes.generate(DataKind.XOR, 400, 0, new Seed(1).data());
        int[] quadrants = new int[4];
        for (int i = 0; i < 400; i++) {
            double[] point = point(set, i);
            assertEquals(set.labels()[i] == 0, point[0] > 0 == point[1] > 0);
            quadrants[(point[0] > 0 ? 1 : 0) + (point[1] > 0 ? 2 : 0)]++;
        }
        assertArrayEquals(new int[] {100, 100, 100, 100}, quadrants);
    }

    @Test
    void spiralArmsAreEachOthersHalfTurn() {
        RawExamples set = Planes.generate(DataKind.SPIRAL, EXAMPLES, 0, new Seed(1).data());
        for (int i = 0; i < EXAMPLES; i++) {
            double[] point = point(set, i);
            double radius = Math.sqrt(point[0] * point[0] + point[1] * point[1]);
            double angle = 3.5 * Math.PI * radius + (set.labels()[i] == 0 ? 0 : Math.PI);
            assertEquals(radius * StrictMath.cos(angle), point[0], 1e-9);
            assertEquals(radius * StrictMath.sin(angle), point[1], 1e-9);
        }
    }

    @Test
    void moonsInterlock() {
        RawExamples set = Planes.generate(DataKind.MOONS, EXAMPLES, 0, new Seed(1).data());
        for (int i = 0; i < EXAMPLES; i++) {
            double x = point(set, i)[0] * 1.5 + 0.5;
            double y = point(set, i)[1] * 1.5 + 0.25;
            boolean upper = set.labels()[i] == 0;
            assertEquals(1, upper ? x * x + y * y : (1 - x) * (1 - x) + (0.5 - y) * (0.5 - y), 1e-9);
            assertTrue(upper ? y >= -1e-9 : y <= 0.5 + 1e-9);
        }
    }

    @Test
    void blobsAreThreeCloudsAtEqualDistances() {
        RawExamples set = Planes.generate(DataKind.BLOBS, 3, 0, new Seed(1).data());
        assertEquals(3, set.classes().size());
        for (int i = 0; i < 3; i++) {
            double[] one = point(set, i);
            double[] other = point(set, (i + 1) % 3);
            double dx = one[0] - other[0];
            double dy = one[1] - other[1];
            assertEquals(0.7 * Math.sqrt(3), Math.sqrt(dx * dx + dy * dy), 1e-12);
        }
    }

    @Test
    void anotherSeedIsAnotherSet() {
        assertNotEquals(
                point(Planes.generate(DataKind.MOONS, 10, 0, new Seed(1).data()), 0)[0],
                point(Planes.generate(DataKind.MOONS, 10, 0, new Seed(2).data()), 0)[0]);
    }

    private static double[] point(RawExamples set, int example) {
        double[] point = new double[2];
        set.rows().copy(example, point, 0);
        return point;
    }
}
