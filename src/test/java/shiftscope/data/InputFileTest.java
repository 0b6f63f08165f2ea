package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
    @TempDir
    private Path temporary;

    @Test
    void aMissingFileIsNamedWithItsFolder() {
        String sentence = new Folder(temporary).refusedCsv("nowhere.csv");
        assertTrue(sentence.startsWith("There is no file " + temporary.resolve("nowhere.csv") + ";"), sentence);
    }

    @Test
    void aFolderIsNoTable() {
        String sentence = new Folder(temporary).refusedCsv(".");
        assertTrue(sentence.contains(" is a folder; accepted is the path of a file"), sentence);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedByItsSize() throws IOException {
        Path large = temporary.resolve("large.csv");
        assumeTrue(becomesLarge(large), "this file system has no room for a sparse file of 3 GB");
        String sentence = new Folder(temporary).refusedCsv("large.csv");
        assertTrue(sentence.contains("large.csv has 3221225472 bytes; accepted are files of up to 2147483648 bytes (2 GB)"), sentence);
    }

    private static boolean becomesLarge(Path path) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(3L << 30);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFileThatMayNotBeReadIsRefused() throws IOException {
        Path secret = new Folder(temporary).write("secret.csv", "1,a\n2,b\n");
        assumeTrue(Files.getFileStore(secret).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(secret), "this user may read everything");
        String sentence = new Folder(temporary).refusedCsv("secret.csv");
        assertTrue(sentence.contains("secret.csv may not be read by this user"), sentence);
    }

    @Test
    void aDeviceIsNoFileOfExamples() {
        assumeTrue(Files.exists(Path.of("/dev/zero")));
        String sentence = new Folder(Path.of("/dev")).refusedCsv("zero");
        assertTrue(sentence.contains("is not an ordinary file"), sentence);
    }
}
