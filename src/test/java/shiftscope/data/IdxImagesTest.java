package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shiftscope.config.DataKind;
import shiftscope.config.FileSource;

class IdxImagesTest {
    @TempDir
    private Path temporary;

    private Folder folder;

    @BeforeEach
    void useFolder() {
        folder = new Folder(temporary);
    }

    @ParameterizedTest
    @CsvSource({
        "train-images-idx3-ubyte, train-labels-idx1-ubyte",
        "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz",
        "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte",
        "t10k-images.idx3-ubyte, t10k-labels.idx1-ubyte.gz",
        "images.idx, labels.idx",
        "my-images-idx2-ubyte, my-labels-idx1-ubyte",
    })
    void labelsAreFoundByNameWhetherPackedOrNot(String images, String labels) throws IOException {
        byte[] pictures = IdxBytes.images(10, 3, 2);
        folder.write(images, images.endsWith(".gz") ? IdxBytes.gzip(pictures) : pictures);
        folder.write(labels, labels.endsWith(".gz") ? IdxBytes.gzip(IdxBytes.labels(10)) : IdxBytes.labels(10));
        for (String path : List.of(images, ".")) {
            Dataset set = folder.idx(path);
            assertEquals(10, set.train().size() + set.test().size());
            assertEquals(Optional.of(new Dataset.ImageSize(2, 3)), set.image());
            assertEquals(images, set.name());
            assertEquals(List.of("0", "1", "2"), set.classes());
        }
    }

    @Test
    void gzipIsToldFromTheContentNotFromTheName() throws IOException {
        folder.write("images.idx", IdxBytes.gzip(IdxBytes.images(10, 3, 2)));
        folder.write("labels.idx.gz", IdxBytes.labels(10));
        assertEquals(6, folder.idx("images.idx").features());
    }

    @Test
    void bytesAreUnsignedAndDividedBy255() throws IOException {
        folder.write("images.idx", IdxBytes.array(new int[] {2, 1, 3}, (byte) 0, (byte) 51, (byte) 255, (byte) 128, (byte) 127, (byte) 1));
        folder.write("labels.idx", IdxBytes.array(new int[] {2}, (byte) 200, (byte) 9));
        RawExamples raw = IdxImages.read(temporary.resolve("images.idx"), 10);
        double[] values = new double[6];
        raw.rows().copy(0, values, 0);
        raw.rows().copy(1, values, 3);
        assertArrayEquals(new double[] {0, 0.2, 1, 128 / 255.0, 127 / 255.0, 1 / 255.0}, values, 0);
        assertEquals(List.of("9", "200"), raw.classes());
        assertArrayEquals(new int[] {1, 0}, raw.labels());
    }

    @Test
    void theFirstExamplesOfTheFileAreTaken() throws IOException {
        folder.write("images.idx", IdxBytes.images(50, 2, 2));
        folder.write("labels.idx", IdxBytes.labels(50));
        RawExamples raw = IdxImages.read(temporary.resolve("images.idx"), 12);
        assertEquals(12, raw.size());
        double[] last = new double[4];
        raw.rows().copy(11, last, 0);
        assertArrayEquals(new double[] {(44 * 7 % 256) / 255.0, (45 * 7 % 256) / 255.0, (46 * 7 % 256) / 255.0, (47 * 7 % 256) / 255.0},
                last, 0);
        Dataset split = folder.load(DataKind.IDX, 10, new FileSource("images.idx", null, null));
        assertEquals(10, split.train().size() + split.test().size());
    }

    @Test
    void aTableHasFeaturesButNoPicture() throws IOException {
        folder.write("images.idx", IdxBytes.array(new int[] {2, 3}, new byte[6]));
        folder.write("labels.idx", IdxBytes.labels(2));
        Dataset set = folder.idx("images.idx");
        assertEquals(3, set.features());
        assertEquals(Optional.empty(), set.image());
    }

    @Test
    void ofSeveralPairsInAFolderTheTrainingSetIsTaken() throws IOException {
        for (String name : List.of("t10k", "train", "a-train")) {
            folder.write(name + "-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.images(10, 2, 2)));
            folder.write(name + "-labels-idx1-ubyte.gz", IdxBytes.gzip(IdxBytes.labels(10)));
        }
        assertEquals("train-images-idx3-ubyte.gz", folder.idx(".").name());
    }

    @Test
    void aPairIsPreferredToImagesWithoutLabels() throws IOException {
        folder.write("train-images-idx3-ubyte", IdxBytes.images(10, 2, 2));
        folder.write("z-images-idx3-ubyte", IdxBytes.images(10, 2, 2));
        folder.write("z-labels-idx1-ubyte", IdxBytes.labels(10));
        assertEquals("z-images-idx3-ubyte", folder.idx(".").name());
    }

    @Test
    void aFolderWithoutImagesIsRefused() throws IOException {
        folder.write("images.png", "no");
        assertTrue(folder.refusedIdx(".").contains("holds no IDX file of images"));
    }

    @Test
    void missingLabelsAreNamed() throws IOException {
        folder.write("train-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.images(10, 2, 2)));
        String expected = "The labels of train-images-idx3-ubyte.gz are missing; looked in its folder for train-labels-idx1-ubyte.gz and "
                + "train-labels-idx1-ubyte.";
        assertEquals(expected, folder.refusedIdx("train-images-idx3-ubyte.gz"));
        assertEquals(expected, folder.refusedIdx("."));
    }

    @Test
    void aNameWithoutImagesIsRefused() throws IOException {
        folder.write("train-labels-idx1-ubyte", IdxBytes.labels(10));
        assertTrue(folder.refusedIdx("train-labels-idx1-ubyte").startsWith("train-labels-idx1-ubyte has no \"images\" in its name"));
        assertTrue(folder.refusedIdx("nowhere-images.idx").startsWith("There is no file "));
    }

    @Test
    void aDifferentNumberOfLabelsIsRefused() throws IOException {
        folder.write("images.idx", IdxBytes.images(10, 2, 2));
        folder.write("labels.idx", IdxBytes.labels(11));
        assertEquals("labels.idx has 11 labels, but images.idx has 10 images; accepted are as many labels as images.",
                folder.refusedIdx("images.idx"));
    }

    @Test
    void oneExampleOrOneClassIsRefused() throws IOException {
        folder.write("images.idx", IdxBytes.images(1, 2, 2));
        folder.write("labels.idx", IdxBytes.labels(1));
        assertEquals("images.idx has too few examples (1); accepted are 2 or more.", folder.refusedIdx("images.idx"));
        folder.write("images.idx", IdxBytes.images(3, 2, 2));
        folder.write("labels.idx", IdxBytes.array(new int[] {3}, (byte) 7, (byte) 7, (byte) 7));
        assertEquals("The first 3 examples of images.idx are all of one class (\"7\"); accepted are 2 to 1000 classes.",
                folder.refusedIdx("images.idx"));
    }
}
