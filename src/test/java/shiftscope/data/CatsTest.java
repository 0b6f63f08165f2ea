package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Scaling;
import shiftscope.config.Seed;

class CatsTest {
    private static final int EXAMPLES = 600;
    private static final int FEATURES = 20 * 20 * 3;

    private static double[][] images(RawExamples.Rows rows) {
        double[][] images = new double[EXAMPLES][FEATURES];
        for (int i = 0; i < EXAMPLES; i++) {
            rows.copy(i, images[i], 0);
        }
        return images;
    }

    private static RawExamples cats(double noise, long seed) {
        return Cats.generate(EXAMPLES, noise, new Seed(seed).data());
    }

    /** Mean over all images of the darkest value of each. */
    private static double darkest(double[][] images) {
        return Arrays.stream(images).mapToDouble(image -> Arrays.stream(image).min().orElseThrow()).average().orElseThrow();
    }

    @Test
    void animalsAreBlackWhereTheyAreLearnedAndColouredWhereTheyHaveMovedTo() {
        RawExamples cats = cats(0, 1);
        double[][] black = images(cats.rows());
        double[][] coloured = images(cats.moved().orElseThrow());
        assertTrue(darkest(black) < 0.14, "black is " + darkest(black));
        assertTrue(darkest(coloured) > 0.15, "colours are " + darkest(coloured));
        for (int i = 0; i < EXAMPLES; i++) {
            int covered = 0;
            int changed = 0;
            for (int feature = 0; feature < FEATURES; feature++) {
                double colour = black[i][feature];
                assertTrue(colour >= 0 && colour <= 1 && coloured[i][feature] >= 0 && coloured[i][feature] <= 1);
                covered += colour < 0.4 ? 1 : 0;
                changed += colour != coloured[i][feature] ? 1 : 0;
                assertTrue(coloured[i][feature] >= colour - 0.08, "only the coat changes, and every coat is lighter than black");
            }
            assertTrue(covered > FEATURES * 0.05 && covered < FEATURES * 0.5, "animal " + i + " covers " + covered);
            assertTrue(changed > covered / 2 && changed < FEATURES * 0.7, "around animal " + i + " the ground stays");
        }
    }

    /** What an animal is says nothing about its coats, or p(y|x) would move with them. */
    @Test
    void coatsAreDrawnWithoutLookingAtTheClass() {
        RawExamples cats = cats(0, 2);
        double[][] coloured = images(cats.moved().orElseThrow());
        double[] mean = new double[2];
        for (int i = 0; i < EXAMPLES; i++) {
            mean[cats.labels()[i]] += darkest(new double[][] {coloured[i]}) * 2 / EXAMPLES;
        }
        assertEquals(mean[0], mean[1], 0.03);
        assertEquals(EXAMPLES / 2, Arrays.stream(cats.labels()).sum());
    }

    @Test
    void noiseLeavesTheAnimalsWhereTheyAre() {
        double[][] clean = images(cats(0, 3).rows());
        double[][] noisy = images(cats(0.1, 3).rows());
        double squares = 0;
        int inside = 0;
        for (int i = 0; i < EXAMPLES; i++) {
            for (int feature = 0; feature < FEATURES; feature++) {
                // Far from both ends nothing is cut off.
                boolean free = clean[i][feature] > 0.35 && clean[i][feature] < 0.65;
                double by = noisy[i][feature] - clean[i][feature];
                squares += free ? by * by : 0;
                inside += free ? 1 : 0;
            }
        }
        assertEquals(0.01, squares / inside, 0.0005);
        assertNotEquals(clean[0][0], images(cats(0, 4).rows())[0][0]);
    }

    @Test
    void theSourceIsTheTestSetInBlack() {
        DataSettings settings = new DataSettings(DataKind.CATS, 100, 0, Scaling.RAW, 0.3, null);
        Dataset cats = Datasets.load(settings, new Seed(1), Path.of(""));
        Examples source = cats.source().orElseThrow();
        assertArrayEquals(cats.test().labels(), source.labels());
        assertEquals(30, source.size());
        double[][] black = images(Cats.generate(EXAMPLES, 0, new Seed(1).data()).rows());
        double[] last = Arrays.copyOfRange(source.inputs().data, 29 * FEATURES, 30 * FEATURES);
        assertTrue(Arrays.stream(black).anyMatch(image -> Arrays.equals(image, last)), "it is one of those that were drawn, in black");
        double[] coloured = Arrays.copyOfRange(cats.test().inputs().data, 29 * FEATURES, 30 * FEATURES);
        assertTrue(Arrays.stream(black).noneMatch(image -> Arrays.equals(image, coloured)));
    }

    /** What scaling learns it learns from black animals, and all are scaled by it alike. */
    @Test
    void sourceAndTestAreScaledByWhatTheTrainingSetTaught() {
        Dataset raw = Datasets.load(new DataSettings(DataKind.CATS, 100, 0.05, Scaling.RAW, 0.3, null), new Seed(1), Path.of(""));
        Dataset scaled =
                Datasets.load(new DataSettings(DataKind.CATS, 100, 0.05, Scaling.STANDARDIZE, 0.3, null), new Seed(1), Path.of(""));
        double[] train = raw.train().inputs().data;
        double mean = Arrays.stream(train).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(train).map(value -> (value - mean) * (value - mean)).average().orElseThrow());
        for (int i = 0; i < 30 * FEATURES; i += 101) {
            assertEquals((raw.test().inputs().data[i] - mean) / deviation, scaled.test().inputs().data[i], 1e-9);
            assertEquals(
                    (raw.source().orElseThrow().inputs().data[i] - mean) / deviation,
                    scaled.source().orElseThrow().inputs().data[i],
                    1e-9);
        }
    }
}
