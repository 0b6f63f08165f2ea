package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.config.BadInputException;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.FileSource;
import shiftscope.config.Scaling;
import shiftscope.config.Seed;

class DatasetsTest {
    private static final Path NOWHERE = Path.of("");

    @Test
    void theDefaultDigitsHaveTheSameBitsEverywhere() throws NoSuchAlgorithmException {
        Experiment standard = Experiment.standard();
        Dataset digits = Datasets.load(standard.data(), new Seed(standard.seed()), NOWHERE);
        assertEquals("6a3c7a0d42419e05", hash(digits));
    }

    @ParameterizedTest
    @CsvSource({
        "CIRCLES, bfcdc9e6ae2056fc",
        "XOR, 1db5e5712ec0ac40",
        "BLOBS, 3f6db486f0c49a82",
        "SPIRAL, ee0c3c9f6fc5a673",
        "MOONS, 37377c1282f06272",
        "SCALES, 50a3dd93f32666b4",
        "CATS, 065da3ba74b53a85",
        "PLANE, 16930697128f4aeb",
        "HILLS, 789462075ca451f8",
        "SINE, c3fa80ddfc9cb7b0"
    })
    void otherGeneratedSetsHaveTheSameBitsEverywhere(DataKind kind, String expected) throws NoSuchAlgorithmException {
        assertEquals(expected, hash(load(kind, 300, Scaling.STANDARDIZE, 0.25, 42)));
    }

    @ParameterizedTest
    @EnumSource(value = DataKind.class, names = {"IDX", "CSV", "PLANE", "HILLS", "SINE"}, mode = EnumSource.Mode.EXCLUDE)
    void everyGeneratedSetOfClassesIsFiniteOneHotAndOfTheDeclaredShape(DataKind kind) {
        Dataset set = load(kind, 200, Scaling.STANDARDIZE, 0.2, 1);
        assertEquals(160, set.train().size());
        assertEquals(40, set.test().size());
        assertEquals(set.classes().size(), set.outputs());
        assertFalse(set.regression());
        assertEquals(kind == DataKind.DIGITS ? 784 : kind == DataKind.CATS ? 1200 : 2, set.features());
        assertEquals(kind == DataKind.DIGITS || kind == DataKind.CATS, set.image().isPresent());
        assertEquals(kind == DataKind.CATS, set.source().isPresent());
        for (Examples part : new Examples[] {set.train(), set.test()}) {
            assertTrue(Arrays.stream(part.inputs().data).allMatch(Double::isFinite));
            for (int i = 0; i < part.size(); i++) {
                for (int output = 0; output < set.outputs(); output++) {
                    assertEquals(output == part.labels()[i] ? 1 : 0, part.targets().get(i, output));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = DataKind.class, names = {"PLANE", "HILLS", "SINE"})
    void aSetForRegressionHasOneNumberPerExampleAndNoClasses(DataKind kind) {
        Dataset set = load(kind, 200, Scaling.STANDARDIZE, 0.2, 1);
        assertTrue(set.regression());
        assertEquals(List.of(), set.classes());
        assertEquals(1, set.outputs());
        assertEquals(kind == DataKind.SINE ? 1 : 2, set.features());
        assertTrue(set.image().isEmpty());
        for (Examples part : new Examples[] {set.train(), set.test()}) {
            assertEquals(part == set.test() ? 40 : 160, part.size());
            assertEquals(part.size(), part.targets().getNumElements());
            assertEquals(0, part.labels().length);
        }
    }

    /** What scaling does to the inputs it does not do to the numbers, and each number stays with its input. */
    @ParameterizedTest
    @EnumSource(Scaling.class)
    void numbersToBeLearnedAreNotScaled(Scaling scaling) {
        double[] raw = load(DataKind.SINE, 100, Scaling.RAW, 0.2, 1).train().targets().data;
        assertArrayEquals(raw, load(DataKind.SINE, 100, scaling, 0.2, 1).train().targets().data);
        DataSettings quiet = new DataSettings(DataKind.SINE, 100, 0, Scaling.RAW, 0.2, null);
        for (Examples part : List.of(
                Datasets.load(quiet, new Seed(1), NOWHERE).train(), Datasets.load(quiet, new Seed(1), NOWHERE).test())) {
            for (int i = 0; i < part.size(); i++) {
                assertEquals(Math.sin(2 * Math.PI * part.inputs().get(i, 0)), part.targets().get(i, 0), 1e-13);
            }
        }
    }

    @Test
    void theDoorRefusesLabelsWithoutClasses() {
        Dataset classes = load(DataKind.MOONS, 20, Scaling.RAW, 0.2, 1);
        Dataset numbers = load(DataKind.SINE, 20, Scaling.RAW, 0.2, 1);
        assertThrows(IllegalArgumentException.class,
                () -> new Dataset("", classes.train(), classes.test(), List.of(), Optional.empty()));
        assertThrows(IllegalArgumentException.class,
                () -> new Dataset("", numbers.train(), numbers.test(), List.of("a", "b"), Optional.empty()));
        assertThrows(IllegalArgumentException.class,
                () -> new Examples(classes.train().inputs(), classes.train().targets(), new int[] {1}));
    }

    @ParameterizedTest
    @CsvSource({"10, 0.01, 1", "10, 0.9, 9", "11, 0.5, 6", "2500, 0.2, 500", "10, 0.25, 3"})
    void theTestSetIsTheRoundedShare(int examples, double share, int expected) {
        Dataset set = load(DataKind.MOONS, examples, Scaling.RAW, share, 1);
        assertEquals(expected, set.test().size());
        assertEquals(examples - expected, set.train().size());
    }

    @Test
    void theSplitIsAShuffleOfWhatWasGenerated() {
        Dataset set = load(DataKind.MOONS, 100, Scaling.RAW, 0.3, 1);
        RawExamples raw = Planes.generate(DataKind.MOONS, 100, 0.1, new Seed(1).data());
        double[] generated = new double[200];
        for (int i = 0; i < 100; i++) {
            raw.rows().copy(i, generated, 2 * i);
        }
        double[] split = new double[200];
        System.arraycopy(set.train().inputs().data, 0, split, 0, 140);
        System.arraycopy(set.test().inputs().data, 0, split, 140, 60);
        assertNotEquals(Arrays.hashCode(generated), Arrays.hashCode(split));
        assertArrayEquals(Arrays.stream(generated).sorted().toArray(), Arrays.stream(split).sorted().toArray());
    }

    @Test
    void standardizedTablesHaveMeanZeroAndVarianceOneInEachTrainingFeature() {
        Examples train = load(DataKind.BLOBS, 500, Scaling.STANDARDIZE, 0.2, 1).train();
        for (int feature = 0; feature < 2; feature++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < train.size(); i++) {
                double value = train.inputs().get(i, feature);
                sum += value;
                squares += value * value;
            }
            assertEquals(0, sum / train.size(), 1e-12);
            assertEquals(1, squares / train.size(), 1e-12);
        }
    }

    @Test
    void standardizedImagesHaveOneMeanAndVarianceOverAllTrainingPixels() {
        Examples train = load(DataKind.DIGITS, 100, Scaling.STANDARDIZE, 0.2, 1).train();
        double[] pixels = train.inputs().data;
        assertEquals(0, Arrays.stream(pixels).sum() / pixels.length, 1e-12);
        assertEquals(1, Arrays.stream(pixels).map(p -> p * p).sum() / pixels.length, 1e-12);
        double corner = 0;
        for (int i = 0; i < train.size(); i++) {
            corner += train.inputs().get(i, 0);
        }
        assertTrue(corner / train.size() < -0.1, "a corner pixel is mostly white, so below the mean: " + corner / train.size());
    }

    @ParameterizedTest
    @EnumSource(value = DataKind.class, names = {"DIGITS", "CATS", "SCALES", "PLANE", "HILLS", "SINE"})
    void noiseChangesNeitherLabelsNorSplit(DataKind kind) {
        Dataset quiet = Datasets.load(new DataSettings(kind, 100, 0, Scaling.RAW, 0.2, null), new Seed(1), NOWHERE);
        Dataset loud = Datasets.load(new DataSettings(kind, 100, 0.5, Scaling.RAW, 0.2, null), new Seed(1), NOWHERE);
        assertArrayEquals(quiet.train().labels(), loud.train().labels());
        assertArrayEquals(quiet.test().labels(), loud.test().labels());
        boolean noiseIsInTheTarget = kind.regression();
        assertEquals(noiseIsInTheTarget, Arrays.equals(quiet.train().inputs().data, loud.train().inputs().data));
        assertEquals(noiseIsInTheTarget, Arrays.equals(quiet.test().inputs().data, loud.test().inputs().data));
        assertEquals(noiseIsInTheTarget, !Arrays.equals(quiet.train().targets().data, loud.train().targets().data));
    }

    @Test
    void aPathThatIsNoneIsRefused() {
        DataSettings settings =
                new DataSettings(DataKind.CSV, 10, 0, Scaling.RAW, 0.2, new FileSource("a\0b", null, null));
        BadInputException refused = assertThrows(BadInputException.class, () -> Datasets.load(settings, new Seed(1), NOWHERE));
        assertTrue(refused.getMessage().startsWith("data.file.path is \"a\uFFFDb\";"), refused.getMessage());
    }

    private static Dataset load(DataKind kind, int examples, Scaling scaling, double share, long seed) {
        return Datasets.load(new DataSettings(kind, examples, 0.1, scaling, share, null), new Seed(seed), NOWHERE);
    }

    /** SHA-256 over the bits of all inputs and labels or numbers, training set first. */
    private static String hash(Dataset set) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Examples part : new Examples[] {set.train(), set.test()}) {
            int answer = part.regression() ? Double.BYTES : Integer.BYTES;
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * part.inputs().getNumElements() + answer * part.size());
            Arrays.stream(part.inputs().data).forEach(bytes::putDouble);
            Arrays.stream(part.labels()).forEach(bytes::putInt);
            if (part.regression()) {
                Arrays.stream(part.targets().data).forEach(bytes::putDouble);
            }
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
