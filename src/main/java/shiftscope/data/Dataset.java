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
 */
public record Dataset(String name, Examples train, Examples test, List<String> classes, Optional<ImageSize> image) {
    /**
     * Width and height of a grey picture whose features are its pixels, row by row.
     *
     * @param width pixels
     * @param height pixels
     */
    public record ImageSize(int width, int height) {}

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
