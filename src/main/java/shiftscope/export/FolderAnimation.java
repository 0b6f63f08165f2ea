package shiftscope.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import shiftscope.config.BadInputException;
import shiftscope.plot.HeldRanges;
import shiftscope.session.Snapshot;

/** Numbered PNGs in a folder. */
final class FolderAnimation implements Animation {
    private final Path folder;
    private final Path beside;
    private final Figure figure;
    private final PictureOptions options;
    private final HeldRanges ranges = new HeldRanges();
    private int frames;

    FolderAnimation(Path folder, Figure figure, PictureOptions options) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.figure = figure;
        this.options = options;
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new BadInputException(folder + " is there already; accepted is a folder that is not, or is empty.");
        }
        beside = WholeFile.beside(this.folder);
        remove(beside);
        Files.createDirectories(beside);
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        }
    }

    @Override
    public void add(Snapshot snapshot) throws IOException {
        String name = String.format(Locale.ROOT, "frame-%05d.png", frames + 1);
        Pictures.write(beside.resolve(name), figure.picture(snapshot, ranges), options);
        frames++;
    }

    @Override
    public int frames() {
        return frames;
    }

    @Override
    public void finish() throws IOException {
        if (frames == 0) {
            throw new IllegalStateException("an animation without frames");
        }
        Files.deleteIfExists(folder);
        WholeFile.moveIntoPlace(beside, folder);
    }

    @Override
    public void close() throws IOException {
        remove(beside);
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> deepestFirst;
            try (Stream<Path> inside = Files.walk(folder)) {
                deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
