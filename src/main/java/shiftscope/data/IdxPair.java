package shiftscope.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shiftscope.config.BadInputException;

/**
 * The two IDX files that belong together.
 *
 * <p>The labels' name is that of the images with {@code images} replaced by {@code labels} and {@code idx3} (or {@code idx2}) by
 * {@code idx1}, in the same folder, with or without {@code .gz}: {@code train-images-idx3-ubyte.gz} belongs to
 * {@code train-labels-idx1-ubyte}, {@code images.idx} to {@code labels.idx}.
 *
 * <p>In a folder, every file whose name holds {@code images} and {@code idx} is a candidate. Those whose labels lie there too come
 * first, among them those whose name begins with {@code train}, then the order of the alphabet; the first one is taken. One pair only
 * is read: a test set beside it is not used, since the share held out is the experiment's to choose.
 *
 * @param images the examples
 * @param labels their classes
 */
record IdxPair(Path images, Path labels) {
    private static final String PACKED = ".gz";

    /**
     * Finds both files.
     *
     * @param path the images' file, or a folder
     * @throws BadInputException if one of them is not there; names the names looked for
     */
    static IdxPair at(Path path) {
        Path images = Files.isDirectory(path) ? inFolder(path) : path;
        if (!Files.exists(images)) {
            throw new BadInputException(
                    "There is no file " + images + "; accepted is an IDX file of images, or the folder that holds one.");
        }
        if (!nameOf(images).contains("images")) {
            throw new BadInputException(nameOf(images) + " has no \"images\" in its name, by which its labels could be found; accepted are "
                    + "names such as train-images-idx3-ubyte.gz beside train-labels-idx1-ubyte.gz.");
        }
        List<Path> wanted = labelsOf(images);
        return wanted.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .map(labels -> new IdxPair(images, labels))
                .orElseThrow(() -> new BadInputException("The labels of " + nameOf(images) + " are missing; looked in its folder for "
                        + wanted.stream().map(IdxPair::nameOf).collect(Collectors.joining(" and ")) + "."));
    }

    private static Path inFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> nameOf(file).contains("images") && nameOf(file).contains("idx") && Files.isRegularFile(file))
                    .min(Comparator.comparing((Path file) -> labelsOf(file).stream().noneMatch(Files::isRegularFile))
                            .thenComparing(file -> !nameOf(file).startsWith("train"))
                            .thenComparing(IdxPair::nameOf))
                    .orElseThrow(() -> new BadInputException("The folder " + folder + " holds no IDX file of images; looked for names with "
                            + "\"images\" and \"idx\" such as train-images-idx3-ubyte.gz."));
        } catch (IOException | UncheckedIOException e) {
            throw new BadInputException("The folder " + folder + " could not be read; accepted is a folder with permission to read.", e);
        }
    }

    /** The labels' possible places; first the one that is packed as the images are. */
    private static List<Path> labelsOf(Path images) {
        String name = nameOf(images).replace("images", "labels").replace("idx3", "idx1").replace("idx2", "idx1");
        boolean packed = name.endsWith(PACKED);
        String other = packed ? name.substring(0, name.length() - PACKED.length()) : name + PACKED;
        return List.of(images.resolveSibling(name), images.resolveSibling(other));
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
