package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import shiftscope.config.Seed;

class UnequalScalesTest {
    private static final int EXAMPLES = 4001;
    private static final double[] SCALES = {1, 100};

    @Test
    void theClassIsTheSignOfTheSumInUnitsOfTheScales() {
        RawExamples set = set(0);
        for (int i = 0; i < EXAMPLES; i++) {
            double[] point = point(set, i);
            assertEquals(point[0] + point[1] / 100 > 0 ? "positive" : "negative", set.classes().get(set.labels()[i]));
        }
    }

    @Test
    void classesAreOfEqualSize() {
        assertEquals(EXAMPLES / 2, Arrays.stream(set(0.1).labels()).sum());
    }

    /** Standard errors: of a mean 0.016, of a standard deviation 0.011, of a product's mean 0.016. */
    @Test
    void featuresAreNormalAndIndependentWithDeviationsOneAndAHundred() {
        RawExamples set = set(0);
        double product = 0;
        for (int feature = 0; feature < 2; feature++) {
            double sum = 0;
            double squares = 0;
            int within = 0;
            for (int i = 0; i < EXAMPLES; i++) {
                double value = point(set, i)[feature] / SCALES[feature];
                sum += value;
                squares += value * value;
                within += Math.abs(value) < 1 ? 1 : 0;
            }
            assertEquals(0, sum / EXAMPLES, 0.06);
            assertEquals(1, Math.sqrt(squares / EXAMPLES), 0.04);
            assertEquals(0.6827, within / (double) EXAMPLES, 0.03, "of a normal distribution this share is within one σ");
        }
        for (int i = 0; i < EXAMPLES; i++) {
            product += point(set, i)[0] * point(set, i)[1] / 100 / EXAMPLES;
        }
        assertEquals(0, product, 0.06);
    }

    @Test
    void noiseMovesEachPointAlongItsOwnLineInUnitsOfTheScales() {
        RawExamples clean = set(0);
        RawExamples little = set(0.1);
        RawExamples much = set(0.2);
        assertArrayEquals(clean.labels(), much.labels());
        for (int feature = 0; feature < 2; feature++) {
            double squares = 0;
            for (int i = 0; i < EXAMPLES; i++) {
                double moved = (point(little, i)[feature] - point(clean, i)[feature]) / SCALES[feature];
                assertEquals(2 * moved, (point(much, i)[feature] - point(clean, i)[feature]) / SCALES[feature], 1e-12);
                squares += moved * moved;
            }
            assertEquals(0.1, Math.sqrt(squares / EXAMPLES), 0.005);
        }
    }

    /** The signs of two normal numbers of correlation cos θ differ with probability θ/π; here tan θ is the noise. */
    @Test
    void noiseCarriesSomeOverTheBoundary() {
        RawExamples set = set(0.5);
        int crossed = 0;
        for (int i = 0; i < EXAMPLES; i++) {
            double[] point = point(set, i);
            crossed += (point[0] + point[1] / 100 > 0) == (set.labels()[i] == 1) ? 0 : 1;
        }
        double expected = Math.atan(0.5) / Math.PI;
        assertTrue(Math.abs(crossed / (double) EXAMPLES - expected) < 0.025, crossed + " of " + EXAMPLES + " crossed");
    }

    private static RawExamples set(double noise) {
        return UnequalScales.generate(EXAMPLES, noise, new Seed(1).data());
    }

    private static double[] point(RawExamples set, int example) {
        double[] point = new double[2];
        set.rows().copy(example, point, 0);
        return point;
    }
}
