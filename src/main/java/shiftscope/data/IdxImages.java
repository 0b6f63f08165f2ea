package shiftscope.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import shiftscope.config.BadInputException;
import shiftscope.data.Dataset.ImageSize;

/** Reads MNIST and what looks like it. */
final class IdxImages {
    private static final double WHITEST = 255;
    private static final int TABLE = 2;
    private static final int PICTURES = 3;

    private IdxImages() {}

    /**
     * Reads the first examples of a pair of IDX files.
     *
     * @param path the images (examples × rows × columns, or a table of examples × features), or the folder that holds them;
     *     {@link IdxPair} says how the labels are found
     * @param most how many examples at most
     * @return features in [0, 1]: bytes divided by 255; the classes are the labels that occur, in ascending order
     * @throws BadInputException if the files cannot be used
     */
    static RawExamples read(Path path, int most) {
        IdxPair pair = IdxPair.at(path);
        InputFile imagesFile = InputFile.at(pair.images());
        InputFile labelsFile = InputFile.at(pair.labels());
        IdxArray images = IdxArray.read(imagesFile, most, List.of(TABLE, PICTURES), "an array of images or of rows");
        IdxArray labels = IdxArray.read(labelsFile, most, List.of(1), "a list of labels");
        if (images.count() != labels.count()) {
            throw new BadInputException(labelsFile.name() + " has " + labels.count() + " labels, but " + imagesFile.name() + " has "
                    + images.count() + " images; accepted are as many labels as images.");
        }
        int[] values = IntStream.range(0, labels.entries().length).map(i -> labels.entries()[i][0] & 0xff).toArray();
        int[] distinct = IntStream.of(values).distinct().sorted().toArray();
        int[] classes = IntStream.of(values).map(value -> Arrays.binarySearch(distinct, value)).toArray();
        int[] shape = images.shape();
        int features = IntStream.of(shape).reduce(1, (a, b) -> a * b);
        RawExamples.Rows rows = (example, into, offset) -> {
            byte[] pixels = images.entries()[example];
            for (int i = 0; i < pixels.length; i++) {
                into[offset + i] = (pixels[i] & 0xff) / WHITEST;
            }
        };
        return new RawExamples(imagesFile.name(), features, rows, classes,
                IntStream.of(distinct).mapToObj(String::valueOf).toList(),
                shape.length == 2 ? Optional.of(new ImageSize(shape[1], shape[0])) : Optional.empty());
    }
}
