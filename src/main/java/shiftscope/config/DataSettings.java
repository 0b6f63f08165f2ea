package shiftscope.config;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which examples A and B learn from.
 *
 * @param kind where they come from
 * @param examples how many are generated, or the most that are taken from a file
 * @param noise how much generated examples are disturbed, a standard deviation: of the position for the sets in the plane, for
 *     {@link DataKind#SCALES} in units of each feature's own scale; of the grey value (white is 0, ink is 1) for digits, of
 *     each colour (from 0 to 1) for {@link DataKind#CATS}; for regression of what is added to the number to be learned
 * @param scaling what is done to the inputs
 * @param testShare the share of the examples held out for testing, from 0.01 to 0.9
 * @param file the file to read; needed by {@link DataKind#IDX} and {@link DataKind#CSV}, else {@code null}
 */
public record DataSettings(DataKind kind, int examples, double noise, Scaling scaling, double testShare, FileSource file) {
    /** The most examples one experiment may hold. */
    public static final int MOST_EXAMPLES = 200_000;

    private static final Pattern TABLE_NAME = Pattern.compile("(?i).*\\.(csv|tsv|txt|data)(\\.gz)?");

    /** The most taken from a file just opened: enough to learn from, few enough for every measurement to stay quick. */
    private static final int MOST_WHEN_OPENED = 10_000;

    public DataSettings {
        Checks.present("data.kind", kind);
        Checks.between("data.examples", examples, 10, MOST_EXAMPLES);
        Checks.between("data.noise", noise, 0, 2);
        Checks.present("data.scaling", scaling);
        Checks.between("data.testShare", testShare, 0.01, 0.9);
        if (kind.fromFile() && file == null) {
            throw new BadInputException("data.file is missing; data of the kind \"" + kind.name().toLowerCase(Locale.ROOT)
                    + "\" needs data.file.path.");
        }
    }

    /**
     * The same treatment for the examples of a file: a table if its name ends as those of tables do, else IDX.
     *
     * @param path relative to the experiment file, or absolute
     */
    public DataSettings withFile(String path) {
        return new DataSettings(
                isTable(path) ? DataKind.CSV : DataKind.IDX, MOST_WHEN_OPENED, noise, scaling, testShare, new FileSource(path, null, null));
    }

    /** Whether a file of this name is read as a table. */
    public static boolean isTable(String path) {
        return TABLE_NAME.matcher(path).matches();
    }

    /** The same examples, found elsewhere. */
    public DataSettings withFileSource(FileSource source) {
        return new DataSettings(kind, examples, noise, scaling, testShare, source);
    }
}
