package shiftscope.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there whole or not at all: written beside their place and moved into it. */
public final class WholeFile {
    private WholeFile() {}

    /** Something that can be written. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, replacing one of that name. Missing folders are made. After a failure the old file is still there, and nothing
     * else is.
     */
    public static void write(Path path, Content content) throws IOException {
        Path target = path.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path beside = beside(target);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                content.writeTo(out);
            }
            moveIntoPlace(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Where something is written that is to be moved to a place when it is whole. */
    static Path beside(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".part");
    }

    /** Moves a file, replacing one of that name, or a folder into a place where there is none. */
    static void moveIntoPlace(Path beside, Path target) throws IOException {
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
