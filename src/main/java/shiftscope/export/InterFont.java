package shiftscope.export;

import java.io.IOException;
import java.io.InputStream;
import shiftscope.plot.TextStyle;

/** The files of the bundled typeface. */
final class InterFont {
    private InterFont() {}

    /** What the file of a weight is called. */
    static String name(TextStyle.Weight weight) {
        String word = switch (weight) {
            case REGULAR -> "Regular";
            case MEDIUM -> "Medium";
            case SEMI_BOLD -> "SemiBold";
            case BOLD -> "Bold";
        };
        return "Inter-" + word + ".otf";
    }

    /** Opens that file; the caller closes it. */
    static InputStream open(TextStyle.Weight weight) throws IOException {
        InputStream in = InterFont.class.getResourceAsStream("/shiftscope/fonts/" + name(weight));
        if (in == null) {
            throw new IOException(name(weight) + " is not in the program");
        }
        return in;
    }
}
