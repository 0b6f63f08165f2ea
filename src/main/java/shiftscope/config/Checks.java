package shiftscope.config;

import java.util.List;
import java.util.Locale;

/** The sentences with which settings are refused: each names the field by its path in the experiment file. */
final class Checks {
    private Checks() {}

    static int between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadInputException(field + " is " + value + "; accepted are whole numbers from " + least + " to " + most + ".");
        }
        return value;
    }

    static double between(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new BadInputException(field + " is " + plain(value) + "; accepted are numbers from " + plain(least) + " to "
                    + plain(most) + ".");
        }
        return value;
    }

    static double positive(String field, double value, double most) {
        if (!(value > 0 && value <= most)) {
            throw new BadInputException(
                    field + " is " + plain(value) + "; accepted are numbers greater than 0, up to " + plain(most) + ".");
        }
        return value;
    }

    static <T> T present(String field, T value) {
        if (value == null) {
            throw new BadInputException(field + " is missing.");
        }
        return value;
    }

    static <T> List<T> eachPresent(String field, List<T> values) {
        present(field, values);
        for (int i = 0; i < values.size(); i++) {
            present(field + "[" + i + "]", values.get(i));
        }
        return values;
    }

    /** @param layers the hidden layers that a list of exceptions names, from 1 */
    static void distinctLayers(String field, List<Integer> layers, int depth) {
        for (int i = 0; i < layers.size(); i++) {
            between(field + "[" + i + "].layer", layers.get(i), 1, depth);
            if (layers.indexOf(layers.get(i)) < i) {
                throw new BadInputException(
                        field + " names layer " + layers.get(i) + " twice; accepted is one entry for each layer at most.");
            }
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(value);
    }
}
