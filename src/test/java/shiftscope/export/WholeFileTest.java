package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    private static void write(Path path, String text) throws IOException {
        WholeFile.write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void replacesAFileAndMakesFolders() throws IOException {
        Path file = folder.resolve("a/b/c.txt");
        write(file, "old and long");
        write(file, "new");

        assertEquals("new", Files.readString(file));
        assertEquals(List.of("c.txt"), Files.list(file.getParent()).map(each -> each.getFileName().toString()).toList());
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("c.txt");
        write(file, "old");
        assertThrows(IOException.class, () -> WholeFile.write(file, out -> {
            out.write(new byte[100_000]);
            throw new IOException("no space left");
        }));
        assertThrows(IllegalStateException.class, () -> WholeFile.write(file, out -> {
            out.write(1);
            throw new IllegalStateException();
        }));

        assertEquals("old", Files.readString(file));
        assertEquals(List.of("c.txt"), names());
    }

    @Test
    void aFolderIsNotReplaced() throws IOException {
        Path inTheWay = Files.createDirectory(folder.resolve("c.txt"));

        assertThrows(FileSystemException.class, () -> write(inTheWay, "new"));

        assertTrue(Files.isDirectory(inTheWay));
        assertEquals(List.of("c.txt"), names());
    }

    @Test
    void aReadOnlyFileIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("c.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertThrows(AccessDeniedException.class, () -> write(file, "new"));

        assertEquals("old", Files.readString(file));
        assertEquals(List.of("c.txt"), names());
    }

    @Test
    void permissionsStay() throws IOException {
        Path file = Files.writeString(folder.resolve("c.txt"), "old");
        for (String permissions : List.of("rw-------", "rw-rw-rw-", "rwxr-x---")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            write(file, "new");
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.createDirectories(folder.resolve("elsewhere")).resolve("real.txt");
        Files.writeString(real, "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere/real.txt"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("further"), link);

        write(linkToLink, "new");
        assertEquals("new", Files.readString(real));

        Files.delete(real);
        write(linkToLink, "to nothing yet");
        assertEquals("to nothing yet", Files.readString(real));
        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(linkToLink));
    }

    @Test
    void linksInCirclesAreRefused() throws IOException {
        Path one = folder.resolve("one");
        Path other = Files.createSymbolicLink(folder.resolve("other"), one);
        Files.createSymbolicLink(one, other);

        assertThrows(FileSystemException.class, () -> write(one, "new"));
    }

    @Test
    void twoThatWriteAtOnceEachWriteAWholeFile() throws IOException {
        Path file = folder.resolve("c.txt");
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                            for (int i = 0; i < 20; i++) {
                                try {
                                    write(file, String.valueOf(writer).repeat(100_000));
                                } catch (IOException e) {
                                    throw new AssertionError(e);
                                }
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertTrue(Files.readString(file).matches("(.)\\1{99999}"));
        assertEquals(List.of("c.txt"), names());
    }

    /** The first write into a folder finds what another process left there; younger files may still be written. */
    @Test
    void whatKilledProcessesLeftIsTidiedUp() throws IOException {
        Path old = Files.writeString(folder.resolve(".shiftscope-999999999-3.part"), "half");
        Path young = Files.writeString(folder.resolve(".shiftscope-999999998-3.part"), "half");
        Path ofALivingProcess = Files.writeString(folder.resolve(".shiftscope-" + ProcessHandle.current().pid() + "-0.part"), "half");
        Path notOurs = Files.writeString(folder.resolve(".shiftscope-notes.part"), "mine");
        FileTime anHourAgo = FileTime.from(Instant.now().minus(1, ChronoUnit.HOURS));
        for (Path file : List.of(old, ofALivingProcess, notOurs)) {
            Files.setLastModifiedTime(file, anHourAgo);
        }

        write(folder.resolve("c.txt"), "new");

        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young) && Files.exists(ofALivingProcess) && Files.exists(notOurs));
    }
}
