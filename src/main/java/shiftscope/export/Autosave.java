package shiftscope.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import shiftscope.config.BadInputException;

/**
 * Keeps an unfinished session in a folder, so that it can be gone on with after a crash. Each window has a place of its own there, with a
 * lock that the system lets go of when the process ends, however it ends: a place without a lock but with a document is a session that
 * did not end. A new window takes over such a place, so that no other offers the same session, and what is in it stays until the
 * first {@link #write} or {@link #markEnded}.
 *
 * <p>One thread at a time may use it.
 */
public final class Autosave implements AutoCloseable {
    private static final int MOST_PLACES = 1000;
    /** Lock files that this process has open. */
    private static final Set<Path> TAKEN_HERE = ConcurrentHashMap.newKeySet();

    private final Place place;
    private final boolean found;

    /**
     * Takes a place: the newest that was left behind, else a free one.
     *
     * @param folder need not exist; used for nothing else
     * @throws IOException if the folder cannot be used, or keeps no locks
     */
    public Autosave(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Place> free = new ArrayList<>();
        try {
            for (int number = 1; number <= MOST_PLACES; number++) {
                Place candidate = new Place(folder.toAbsolutePath(), number);
                if (!free.isEmpty() && !Files.exists(candidate.lockFile)) {
                    // Places are taken in turn: there are no more.
                    break;
                }
                if (candidate.take()) {
                    free.add(candidate);
                }
            }
            place = free.stream()
                    .max(Comparator.comparing(Place::written).thenComparing(Comparator.comparingInt(Place::number).reversed()))
                    .orElseThrow(() -> new IOException("all places in " + folder + " are taken"));
            free.remove(place);
            found = Files.exists(place.document);
        } finally {
            for (Place other : free) {
                other.letGo();
            }
        }
    }

    /** The folder that the paths in a kept document are relative to. */
    public Path folder() {
        return place.document.getParent();
    }

    /**
     * What a window that crashed was at, for a user to go on with. Asked before the first {@link #write}.
     *
     * @return nothing if every session ended as it should
     * @throws BadInputException if it cannot be read; it is kept under a name that the sentence tells, and not offered again
     */
    public Optional<Document> leftover() {
        if (!found || !Files.exists(place.document)) {
            return Optional.empty();
        }
        try {
            return Optional.of(DocumentFile.read(place.document));
        } catch (BadInputException e) {
            throw new BadInputException("The last session did not end as it should, and cannot be restored (" + aside() + "): "
                    + e.getMessage(), e);
        }
    }

    private String aside() {
        try {
            return "it is kept as " + place.putAside();
        } catch (IOException e) {
            return "it stays where it is";
        }
    }

    /**
     * Keeps a session in the place of what was kept before.
     *
     * @param document its data's path is relative to {@link #folder}, see {@link Document#moved}
     * @throws BadInputException if its state is too large for a file
     * @throws IOException if it cannot be written; what was kept before still is
     */
    public void write(Document document) throws IOException {
        DocumentFile.write(place.document, document);
    }

    /**
     * The session has ended as it should: nothing is left to go on with. A later {@link #write} begins another.
     *
     * @throws IOException if what was kept cannot be deleted
     */
    public void markEnded() throws IOException {
        Files.deleteIfExists(place.document);
    }

    /** Gives up the place without a word about the session: what was kept is offered to the next window. */
    @Override
    public void close() throws IOException {
        place.letGo();
    }

    /** One window's part of the folder. Lock files stay: a window that deleted one could take it from under another that opens it. */
    private static final class Place {
        private final int number;
        private final Path lockFile;
        private final Path document;
        private FileChannel channel;

        Place(Path folder, int number) {
            this.number = number;
            lockFile = folder.resolve("session-" + number + ".lock");
            document = folder.resolve("session-" + number + ".shiftscope.json");
        }

        int number() {
            return number;
        }

        /** When the document in it was written; the beginning of time if there is none. */
        FileTime written() {
            try {
                return Files.getLastModifiedTime(document);
            } catch (IOException e) {
                return FileTime.fromMillis(Long.MIN_VALUE);
            }
        }

        /** @return whether no other window has it */
        boolean take() throws IOException {
            // On some systems, to close a file is to let go of every lock this process has on it: it must not be opened a second time.
            if (!TAKEN_HERE.add(lockFile)) {
                return false;
            }
            try {
                channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() != null) {
                    return true;
                }
            } catch (OverlappingFileLockException e) {
                // Under another name this process has it already.
            } catch (IOException e) {
                letGo();
                throw e;
            }
            letGo();
            return false;
        }

        void letGo() throws IOException {
            TAKEN_HERE.remove(lockFile);
            if (channel != null) {
                channel.close();
            }
        }

        Path putAside() throws IOException {
            Path aside = document.resolveSibling("unreadable-" + System.currentTimeMillis() + ".shiftscope.json");
            return Files.move(document, aside);
        }
    }
}
