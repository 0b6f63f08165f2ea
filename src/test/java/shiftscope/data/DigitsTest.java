package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import shiftscope.config.Seed;

class DigitsTest {
    @Test
    void everyDigitIsEquallyFrequent() {
        int[] counts = new int[10];
        for (int label : Digits.generate(2500, 0.15, new Seed(42).data()).labels()) {
            counts[label]++;
        }
        for (int count : counts) {
            assertEquals(250, count);
        }
    }

    @Test
    void inkCoversAPlausiblePartOfThePictureAndStaysInside() {
        RawExamples digits = Digits.generate(500, 0, new Seed(1).data());
        double[] picture = new double[784];
        double atTheBorder = 0;
        for (int i = 0; i < digits.size(); i++) {
            digits.rows().copy(i, picture, 0);
            double ink = 0;
            for (int pixel = 0; pixel < 784; pixel++) {
                assertTrue(picture[pixel] >= 0 && picture[pixel] <= 1);
                ink += picture[pixel];
                boolean border = pixel % 28 == 0 || pixel % 28 == 27 || pixel < 28 || pixel >= 756;
                atTheBorder += border ? picture[pixel] : 0;
            }
            assertTrue(ink > 14 && ink < 300, "digit " + digits.labels()[i] + " has " + ink + " pixels of ink");
        }
        assertTrue(atTheBorder / digits.size() < 1.0, "ink in the outermost pixels: " + atTheBorder / digits.size());
    }

    @Test
    void noiseLeavesTheDigitsWhereTheyAreAndGreyInRange() {
        RawExamples clean = Digits.generate(40, 0, new Seed(1).data());
        RawExamples noisy = Digits.generate(40, 0.1, new Seed(1).data());
        assertArrayEquals(clean.labels(), noisy.labels());
        double[] expected = new double[784];
        double[] picture = new double[784];
        double squares = 0;
        int ink = 0;
        int clipped = 0;
        for (int i = 0; i < 40; i++) {
            clean.rows().copy(i, expected, 0);
            noisy.rows().copy(i, picture, 0);
            for (int pixel = 0; pixel < 784; pixel++) {
                assertTrue(picture[pixel] >= 0 && picture[pixel] <= 1);
                clipped += expected[pixel] == 0 && picture[pixel] == 0 ? 1 : 0;
                ink += expected[pixel] == 0 ? 0 : 1;
                boolean midGrey = expected[pixel] > 0.4 && expected[pixel] < 0.6;
                squares += midGrey ? (picture[pixel] - expected[pixel]) * (picture[pixel] - expected[pixel]) - 0.01 : 0;
            }
        }
        assertEquals(0.5, (double) clipped / (40 * 784 - ink), 0.02, "half the noise on white is negative, and clipped");
        assertEquals(0, squares / 400, 0.003, "on grey the noise has its variance, 0.01");
    }

    @Test
    void aPenDrawsALineOfItsWidthWithASoftEdge() {
        Pen pen = new Pen(5, 5);
        pen.begin(1);
        pen.draw(new double[] {-9, 9}, new double[] {2, 2}, new boolean[2]);
        double[] pixels = new double[25];
        pen.develop(pixels);
        for (int row = 0; row < 5; row++) {
            double expected = new double[] {0, 0.5, 1, 0.5, 0}[row];
            for (int column = 0; column < 5; column++) {
                assertEquals(expected, pixels[row * 5 + column], 1e-12);
            }
        }
    }

    @Test
    void aPenReachesEndsAndCornersButRoundsOffOtherPoints() {
        assertEquals(1, inkAt(10, 2, true), 1e-12);
        assertEquals(0, inkAt(10, 2, false), 1e-12);
        assertEquals(1, inkAt(2, 18, true), 1e-12);
        assertEquals(1, inkAt(18, 18, false), 1e-12);
    }

    private static double inkAt(int column, int row, boolean corner) {
        Pen pen = new Pen(21, 21);
        pen.begin(0.7);
        pen.draw(new double[] {2, 10, 18}, new double[] {18, 2, 18}, new boolean[] {false, corner, false});
        double[] pixels = new double[21 * 21];
        pen.develop(pixels);
        return pixels[row * 21 + column];
    }
}
