package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of files that are no IDX files, or not whole. */
class IdxArrayTest {
    @TempDir
    private Path temporary;

    private Folder folder;

    @BeforeEach
    void useFolder() throws IOException {
        folder = new Folder(temporary);
        folder.write("labels.idx", IdxBytes.labels(10));
    }

    @Test
    void aTruncatedFileSaysHowManyBytesItShouldHave() throws IOException {
        byte[] whole = IdxBytes.images(10, 2, 2);
        assertEquals("images.idx should have 56 bytes by its header, but has 49; accepted is a whole IDX file.",
                refused(Arrays.copyOf(whole, 49)));
        assertEquals("images.idx should have 56 bytes when unpacked by its header, but has 49; accepted is a whole IDX file.",
                refused(IdxBytes.gzip(Arrays.copyOf(whole, 49))));
        assertEquals("images.idx should have 16 bytes by its header, but has 9; accepted is a whole IDX file.",
                refused(Arrays.copyOf(whole, 9)));
        assertTrue(refused(new byte[] {0, 0}).startsWith("images.idx ends after 2 bytes;"));
    }

    @Test
    void moreBytesThanDeclaredAreRefused() throws IOException {
        byte[] longer = Arrays.copyOf(IdxBytes.images(10, 2, 2), 60);
        assertTrue(refused(longer).startsWith("images.idx should have 56 bytes by its header, but has 60;"));
        assertTrue(refused(IdxBytes.gzip(longer)).startsWith("images.idx should have 56 bytes when unpacked by its header, but has more;"));
    }

    @Test
    void anotherKindOfFileIsRefusedByItsFirstBytes() throws IOException {
        assertEquals("images.idx begins with the bytes 89 50 4e 47; accepted is an array of images or of rows in an IDX file, which begins "
                + "with the bytes 00 00 08 02 or 00 00 08 03.", refused(new byte[] {(byte) 0x89, 0x50, 0x4e, 0x47, 1, 2, 3}));
        byte[] doubles = IdxBytes.images(10, 2, 2);
        doubles[2] = 0x0e;
        assertTrue(refused(doubles).startsWith("images.idx begins with the bytes 00 00 0e 03;"));
        assertTrue(refused(IdxBytes.labels(10)).startsWith("images.idx begins with the bytes 00 00 08 01;"));
    }

    @Test
    void imagesInPlaceOfLabelsAreRefused() throws IOException {
        folder.write("labels.idx", IdxBytes.images(10, 2, 2));
        assertTrue(refused(IdxBytes.images(10, 2, 2))
                .startsWith("labels.idx begins with the bytes 00 00 08 03; accepted is a list of labels"));
    }

    @Test
    void impossibleSizesAreRefused() throws IOException {
        assertEquals("images.idx declares 4294967295 × 4294967295 × 4294967295 values; accepted are 1 to 2147483648 (2 GB) in all.",
                refused(IdxBytes.array(new int[] {-1, -1, -1})));
        assertTrue(refused(IdxBytes.gzip(IdxBytes.array(new int[] {60_000, 1_000, 1_000})))
                .startsWith("images.idx declares 60000 × 1000 × 1000 "));
        assertTrue(refused(IdxBytes.array(new int[] {0, 28, 28})).startsWith("images.idx declares 0 × 28 × 28 values;"));
        assertTrue(refused(IdxBytes.array(new int[] {10, 0, 28})).startsWith("images.idx declares 10 × 0 × 28 values;"));
        assertTrue(refused(IdxBytes.gzip(IdxBytes.array(new int[] {100, 4_000, 5_000}))).contains("are 2000000000 numbers;"));
    }

    /** 200 MB of zeros in a few hundred kB: of what lies behind the examples that are taken, nothing is unpacked. */
    @Test
    void aGzipBombIsReadOnlyAsFarAsItsHeaderDeclares() throws IOException {
        Path bomb = temporary.resolve("images.idx");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write(IdxBytes.images(10, 2, 2));
            for (int i = 0; i < 200; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        assertTrue(folder.refusedIdx("images.idx").contains("should have 56 bytes when unpacked by its header, but has more"));
    }

    @Test
    void damagedGzipIsRefused() throws IOException {
        byte[] packed = IdxBytes.gzip(IdxBytes.images(10, 2, 2));
        assertTrue(refused(Arrays.copyOf(packed, packed.length - 12)).startsWith("images.idx is a damaged gzip file ("));
        assertTrue(refused(Arrays.copyOf(packed, 5)).startsWith("images.idx is a damaged gzip file ("));
        byte[] checksum = packed.clone();
        checksum[packed.length - 6] ^= 1;
        assertTrue(refused(checksum).startsWith("images.idx is a damaged gzip file ("));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertTrue(refused(new byte[0]).endsWith("images.idx is empty; accepted is a file with examples."));
    }

    private String refused(byte[] images) throws IOException {
        folder.write("images.idx", images);
        return folder.refusedIdx("images.idx");
    }
}
