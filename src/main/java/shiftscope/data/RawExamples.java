package shiftscope.data;

import java.util.List;
import java.util.Optional;
import shiftscope.data.Dataset.ImageSize;

/**
 * Examples as they were generated or read: in their first order, unscaled, not yet split.
 *
 * @param name what the set is called on screen
 * @param features numbers in one example
 * @param rows gives those numbers
 * @param labels the class of each example, an index into {@code classes}; empty if numbers are to be learned
 * @param classes the classes' names; empty if numbers are to be learned
 * @param numbers the number to be answered to each example; empty if classes are
 * @param image how the features form a picture, if they do
 * @param moved gives what the same examples look like where they are tested on, if that is to be otherwise than where they are learned
 */
record RawExamples(
        String name,
        int features,
        Rows rows,
        int[] labels,
        List<String> classes,
        double[] numbers,
        Optional<ImageSize> image,
        Optional<Rows> moved) {
    /** Examples of classes. */
    RawExamples(String name, int features, Rows rows, int[] labels, List<String> classes, Optional<ImageSize> image) {
        this(name, features, rows, labels, classes, new double[0], image, Optional.empty());
    }

    /** The same, but what is held out looks otherwise. */
    RawExamples movedTo(Rows there) {
        return new RawExamples(name, features, rows, labels, classes, numbers, image, Optional.of(there));
    }

    /** Lets pixels stay bytes until they stand in the matrix that is kept, so that a large file is never held twice as doubles. */
    interface Rows {
        /** Writes one example's features to {@code into[offset …]}. */
        void copy(int example, double[] into, int offset);

        static Rows of(double[][] rows) {
            return (example, into, offset) -> System.arraycopy(rows[example], 0, into, offset, rows[example].length);
        }
    }

    int size() {
        return regression() ? numbers.length : labels.length;
    }

    boolean regression() {
        return numbers.length > 0;
    }

    /** One per class, or one for the number. */
    int outputs() {
        return regression() ? 1 : classes.size();
    }
}
