package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.config.BadInputException;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.FileSource;
import shiftscope.config.Scaling;
import shiftscope.config.Seed;

/** Whatever bytes a file has, it gives a usable data set or a sentence. */
class MutatedFilesTest {
    private static final int FILES = 400;

    @TempDir
    private Path temporary;

    private final SplittableRandom random = new SplittableRandom(2015);

    @Test
    void mutatedIdxFiles() throws IOException {
        Folder folder = new Folder(temporary);
        List<byte[]> images = List.of(IdxBytes.images(10, 3, 3), IdxBytes.gzip(IdxBytes.images(10, 3, 3)));
        List<byte[]> labels = List.of(IdxBytes.labels(10), IdxBytes.gzip(IdxBytes.labels(10)));
        int[] outcomes = new int[2];
        for (int i = 0; i < FILES; i++) {
            boolean mutatesImages = i % 4 < 2;
            folder.write("images.idx", mutatesImages ? mutated(images.get(i % 2)) : images.get(0));
            folder.write("labels.idx", mutatesImages ? labels.get(0) : mutated(labels.get(i % 2)));
            outcomes[outcome(DataKind.IDX, "images.idx", null)]++;
        }
        assertTrue(outcomes[0] > 20 && outcomes[1] > 20, "both must happen: " + Arrays.toString(outcomes));
    }

    @Test
    void mutatedTables() throws IOException {
        Folder folder = new Folder(temporary);
        String text = "length,width,kind\n1.5,-2e-3,rose\n\"3\",4,\"a \"\"b\"\"\"\n5,6,rose\n7,8,aster\n\n9,10,rose\n";
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        List<byte[]> tables = List.of(plain, text.replace(',', ';').getBytes(StandardCharsets.UTF_8), IdxBytes.gzip(plain));
        int[] outcomes = new int[2];
        for (int i = 0; i < FILES; i++) {
            folder.write("t.csv", mutated(tables.get(i % 3)));
            outcomes[outcome(DataKind.CSV, "t.csv", i % 2 == 0 ? null : "kind")]++;
        }
        assertTrue(outcomes[0] > 20 && outcomes[1] > 20, "both must happen: " + Arrays.toString(outcomes));
    }

    @Test
    void arbitraryBytes() throws IOException {
        Folder folder = new Folder(temporary);
        folder.write("labels.idx", IdxBytes.labels(10));
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = new byte[random.nextInt(1, 64)];
            random.nextBytes(bytes);
            folder.write("images.idx", bytes);
            assertEquals(1, outcome(DataKind.IDX, "images.idx", null));
            outcome(DataKind.CSV, "images.idx", null);
        }
    }

    /** 0 for a data set, 1 for a sentence; anything else that is thrown fails the test. */
    private int outcome(DataKind kind, String name, String label) {
        DataSettings settings = new DataSettings(kind, 50, 0, Scaling.STANDARDIZE, 0.2, new FileSource(name, label, null));
        try {
            Dataset set = Datasets.load(settings, new Seed(1), temporary);
            assertTrue(Arrays.stream(set.train().inputs().data).allMatch(Double::isFinite));
            assertTrue(Arrays.stream(set.test().inputs().data).allMatch(Double::isFinite));
            return 0;
        } catch (BadInputException e) {
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            assertTrue(e.getMessage().contains(name.substring(name.indexOf('.'))) && e.getMessage().endsWith("."), e.getMessage());
            return 1;
        }
    }

    /** A copy in which up to three things happened: a byte or a bit changed, the end cut off, a mark of tables put in. */
    private byte[] mutated(byte[] original) {
        byte[] bytes = original.clone();
        for (int change = random.nextInt(1, 4); change > 0 && bytes.length > 1; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(at, bytes.length * 3 / 4));
                default -> bytes[at] = "\",;\n\r\t\"0".getBytes(StandardCharsets.US_ASCII)[random.nextInt(8)];
            }
        }
        return bytes;
    }
}
