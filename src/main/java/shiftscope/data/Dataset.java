package shiftscope.data;

import java.util.List;
import java.util.Optional;

/**
 * A scaled and split data set.
 *
 * @param name what it is called on screen, for a file its name
 * @param train what is trained on
 * @param test what is held out
 * @param classes the classes' names, in the order of the outputs; empty for regression
 * @param image how the features of one example form a picture, if they do
 * @param source where the test set looks otherwise than the training set on purpose: the test set, row by row, as it would look if it
 *     did not; else empty
 */
public record Dataset(
        String name, Examples train, Examples test, List<String> classes, Optional<ImageSize> image, Optional<Examples> source) {
    /**
     * Width and height of a picture whose features are its pixels, row by row.
     *
     * @param width pixels
     * @param height pixels
     * @param channels features of one pixel: 1, how much ink there is, or 3, how much red, green and blue light
     */
    public record ImageSize(int width, int height, int channels) {
        /** A grey picture. */
        public ImageSize(int width, int height) {
            this(width, height, 1);
        }
    }

    /** A data set whose test set is drawn as its training set is. */
    public Dataset(String name, Examples train, Examples test, List<String> classes, Optional<ImageSize> image) {
        this(name, train, test, classes, image, Optional.empty());
    }

    public Dataset {
        classes = List.copyOf(classes);
        if (train.regression() != classes.isEmpty() || test.regression() != classes.isEmpty()) {
            throw new IllegalArgumentException("labels without classes, or classes without labels");
        }
    }

    /** Whether one number is to be learned of each example, rather than a class. */
    public boolean regression() {
        return classes.isEmpty();
    }

    public int features() {
        return train.inputs().numCols;
    }

    public int outputs() {
        return train.targets().numCols;
    }
}
