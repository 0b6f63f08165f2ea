package shiftscope.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that are there whole or not at all: written beside their place, forced to the disk, and moved into it in one go. A process that
 * is killed, or a machine that loses its power, leaves the old file or the new one.
 */
public final class WholeFile {
    /** The process that wrote it is in the name of what it may leave behind. */
    private static final Pattern BESIDE = Pattern.compile("\\.shiftscope-(\\d{1,18})-\\d+\\.part");
    private static final Duration ABANDONED = Duration.ofMinutes(10);
    private static final int MOST_LINKS = 40;
    private static final Set<PosixFilePermission> WRITING =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private static final AtomicLong WRITTEN = new AtomicLong();
    private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

    private WholeFile() {}

    /** Something that can be written. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, replacing one of that name, whose permissions stay. Missing folders are made. A link stays one, and what it leads to
     * is replaced. After a failure the old file is still there, and nothing else is.
     *
     * @throws IOException if it cannot be written, also because the old file is read-only, which a move alone would not respect
     */
    public static void write(Path path, Content content) throws IOException {
        Path target = target(path.toAbsolutePath());
        Path folder = target.getParent();
        Files.createDirectories(folder);
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "is a folder");
        }
        if (isReadOnly(target)) {
            throw new AccessDeniedException(target.toString(), null, "is read-only");
        }
        if (SWEPT.add(folder)) {
            sweep(folder, Instant.now().minus(ABANDONED));
        }
        Path beside = create(folder);
        try {
            fill(beside, content);
            keepPermissions(target, beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        force(folder);
    }

    /** What a link leads to in the end, whether it is there or not. */
    private static Path target(Path path) throws IOException {
        Path target = path;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(path.toString(), null, "is a link that leads in circles");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static boolean isReadOnly(Path target) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        // Whoever may do anything is asked to respect the wish all the same.
        boolean noneMay = view != null && view.readAttributes().permissions().stream().noneMatch(WRITING::contains);
        return noneMay || !Files.isWritable(target);
    }

    /** An empty file of a name that no other process uses. */
    private static Path create(Path folder) throws IOException {
        while (true) {
            try {
                return Files.createFile(folder.resolve(
                        ".shiftscope-" + ProcessHandle.current().pid() + "-" + WRITTEN.incrementAndGet() + ".part"));
            } catch (FileAlreadyExistsException e) {
                // Left behind by a process that had the same number once.
            }
        }
    }

    private static void fill(Path beside, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void keepPermissions(Path target, Path beside) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (view != null && Files.exists(target)) {
            Set<PosixFilePermission> permissions = view.readAttributes().permissions();
            if (!permissions.equals(Files.getPosixFilePermissions(beside))) {
                Files.setPosixFilePermissions(beside, permissions);
            }
        }
    }

    /** Forces the folder's list of names to the disk, where a folder can be opened for that. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows has no such thing; the file is in its place all the same.
        }
    }

    /** Deletes what killed processes left behind in a folder before some time. What cannot be deleted does no harm. */
    static void sweep(Path folder, Instant before) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, ".shiftscope-*.part")) {
            for (Path left : all) {
                Matcher name = BESIDE.matcher(left.getFileName().toString());
                if (name.matches() && !isAlive(Long.parseLong(name.group(1))) && isOlder(left, before)) {
                    Files.deleteIfExists(left);
                }
            }
        } catch (AccessDeniedException | NoSuchFileException | DirectoryIteratorException e) {
            // A folder whose names may not be read can be written to all the same.
        }
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(before);
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
