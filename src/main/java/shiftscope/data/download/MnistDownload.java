package shiftscope.data.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import shiftscope.config.BadInputException;
import shiftscope.config.UserFolders;

/**
 * Fetches the four files of MNIST into a folder, which can then be opened as a data set.
 *
 * <p>Each file is fetched beside its place, checked against its SHA-256 and moved into it. What has arrived when a transfer breaks off
 * stays in a file that ends with {@code .part}, from which the next attempt goes on. A file that is there already and is the right one
 * is not fetched again. If a mirror fails, the next is asked.
 */
public final class MnistDownload {
    /** Where MNIST lies; the file's name is appended. */
    public static final List<URI> MIRRORS = List.of(
            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"));

    /** What MNIST consists of. */
    public static final List<RemoteFile> FILES = List.of(
            new RemoteFile("train-images-idx3-ubyte.gz", 9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
            new RemoteFile("train-labels-idx1-ubyte.gz", 28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
            new RemoteFile("t10k-images-idx3-ubyte.gz", 1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
            new RemoteFile("t10k-labels-idx1-ubyte.gz", 4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"));

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String PART = ".part";

    private final List<URI> mirrors;
    private final Path folder;
    private final List<RemoteFile> files;

    /** Told how far the whole download has come, in bytes of all files; on the thread that fetches. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long total);
    }

    /**
     * Another place to fetch from or to.
     *
     * @param mirrors addresses that end with a slash, the first to be asked first; https, or http to this machine itself
     * @param folder made if it is not there
     * @param files what to fetch
     * @throws BadInputException if an address is neither
     */
    public MnistDownload(List<URI> mirrors, Path folder, List<RemoteFile> files) {
        this.mirrors = List.copyOf(mirrors);
        this.folder = folder;
        this.files = List.copyOf(files);
        for (URI mirror : mirrors) {
            if (!isSafe(mirror)) {
                throw new BadInputException(mirror + " is no address to fetch from; accepted are those that begin with https://.");
            }
        }
    }

    /** MNIST from its usual mirrors into a folder. */
    public MnistDownload(Path folder) {
        this(MIRRORS, folder, FILES);
    }

    /** The folder MNIST is kept in unless somebody wants another: {@code mnist} among the user's data. */
    public static Path usualFolder() {
        return UserFolders.data().resolve("mnist");
    }

    /** Nobody between here and there can read or change what comes from such an address. */
    static boolean isSafe(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return "https".equalsIgnoreCase(address.getScheme())
                || "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(host);
    }

    /**
     * Fetches what is not there yet, on the calling thread. To cancel, interrupt that thread; it answers within a moment.
     *
     * @return the folder, to be opened as a data set
     * @throws BadInputException if no mirror gave a file, or the folder cannot be written; files that were finished before are kept
     * @throws InterruptedException if it was cancelled; what had arrived stays for the next attempt
     */
    public Path fetch(Progress progress) throws InterruptedException {
        long total = files.stream().mapToLong(RemoteFile::bytes).sum();
        long before = 0;
        for (RemoteFile file : files) {
            long start = before;
            progress.at(start, total);
            fetch(file, done -> progress.at(start + Math.min(done, file.bytes()), total));
            before += file.bytes();
        }
        progress.at(total, total);
        return folder;
    }

    private void fetch(RemoteFile file, LongConsumer done) throws InterruptedException {
        Path target = folder.resolve(file.name());
        Path part = folder.resolve(file.name() + PART);
        try {
            if (Files.exists(target) && Checksum.of(target).equals(file.sha256())) {
                return;
            }
            Files.createDirectories(folder);
            List<String> reasons = new ArrayList<>();
            for (URI mirror : mirrors) {
                try {
                    new Transfer(mirror.resolve(file.name()), part).run(done);
                    check(file, part, mirror);
                    move(part, target);
                    return;
                } catch (TransferFailure e) {
                    reasons.add(e.getMessage());
                }
            }
            throw new BadInputException(file.name() + " could not be fetched: " + String.join("; ", reasons)
                    + ". Accepted is a connection to one of them; what has arrived is kept for the next attempt.");
        } catch (IOException e) {
            throw new BadInputException("The folder " + folder + " cannot be written (" + e.getMessage()
                    + "); accepted is a folder with room for MNIST, 12 MB.", e);
        }
    }

    private static void check(RemoteFile file, Path part, URI mirror) throws IOException, TransferFailure {
        if (!Checksum.of(part).equals(file.sha256())) {
            Files.delete(part);
            throw new TransferFailure(mirror.getHost() + " gave another file (its SHA-256 is not the one published), which was deleted");
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
