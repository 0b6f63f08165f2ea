package shiftscope.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import shiftscope.config.BadInputException;
import shiftscope.config.DataSettings;
import shiftscope.config.FileSource;

/**
 * What is in a file of examples, whether or not it can be learned from: everything is counted, and what {@link Datasets} would refuse
 * is listed instead of thrown.
 *
 * @param name the file's name
 * @param kind what it is, in a few words
 * @param examples how many of its rows or pictures can be used
 * @param columns the features, one by one for a table; all pixels together for pictures
 * @param features numbers in one example
 * @param classes how often each label occurs in what can be used, pictures in the order of their value, tables of the alphabet
 * @param refused why the file would be refused, the first sentences
 * @param refusals how many such sentences there are in all
 */
public record FileSurvey(
        String name,
        String kind,
        long examples,
        List<Column> columns,
        int features,
        Map<String, Long> classes,
        List<String> refused,
        long refusals) {
    private static final int MOST_SENTENCES = 10;
    private static final double WHITEST = 255;

    /**
     * One feature.
     *
     * @param name its name, or its number from 0
     * @param least of the numbers; NaN if there is none
     * @param most of the numbers; NaN if there is none
     * @param missing empty cells
     * @param unusable cells that hold something else than a number that can be used
     */
    public record Column(String name, double least, double most, long missing, long unusable) {}

    /**
     * Looks through a file.
     *
     * @param path a table, IDX pictures, or the folder that holds them; told apart as for {@code --data}
     * @param labelColumn as {@link FileSource#labelColumn}; {@code null} for the last
     * @throws BadInputException if it cannot be opened or is no such file at all
     */
    public static FileSurvey of(Path path, String labelColumn) {
        return DataSettings.isTable(path.toString())
                ? table(path, new FileSource(path.toString(), labelColumn, null))
                : pictures(path);
    }

    private static FileSurvey pictures(Path path) {
        RawExamples raw = IdxImages.read(path, DataSettings.MOST_EXAMPLES);
        Tally all = new Tally("pixels");
        double[] pixels = new double[raw.features()];
        SortedMap<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < raw.size(); i++) {
            raw.rows().copy(i, pixels, 0);
            for (double pixel : pixels) {
                all.add(pixel * WHITEST);
            }
            counts.merge(raw.labels()[i], 1L, Long::sum);
        }
        Map<String, Long> classes = new LinkedHashMap<>();
        counts.forEach((label, count) -> classes.put(raw.classes().get(label), count));
        String kind = raw.image().map(size -> "IDX pictures of " + size.width() + " × " + size.height() + " pixels").orElse("IDX rows");
        List<String> refused = raw.size() < 2 || classes.size() < 2 ? List.of(tooFew(raw.name(), raw.size(), classes)) : List.of();
        return new FileSurvey(raw.name(), kind, raw.size(), List.of(all.column()), raw.features(), classes, refused, refused.size());
    }

    private static FileSurvey table(Path path, FileSource source) {
        InputFile file = InputFile.at(path);
        try (CsvRows rows = CsvRows.open(file)) {
            String[] first = rows.next();
            if (first == null) {
                throw new BadInputException(file.name() + " has no rows; accepted are tables with 2 or more examples.");
            }
            CsvColumns columns = CsvColumns.of(source, first, file.name());
            List<Tally> tallies = IntStream.range(0, columns.count())
                    .mapToObj(i -> new Tally(columns.hasHeader() ? columns.names().get(i) : String.valueOf(i)))
                    .toList();
            SortedMap<String, Long> classes = new TreeMap<>();
            List<String> refused = new ArrayList<>();
            long refusals = 0;
            long examples = 0;
            long firstRow = rows.row();
            for (String[] cells = columns.hasHeader() ? rows.next() : first; cells != null; cells = rows.next()) {
                for (int i = 0; i < Math.min(cells.length, columns.count()); i++) {
                    tallies.get(i).add(cells[i]);
                }
                try {
                    CsvTable.example(file.name(), cells, columns, rows.row(), firstRow);
                    classes.merge(cells[columns.label()], 1L, Long::sum);
                    examples++;
                } catch (BadInputException e) {
                    if (refusals++ < MOST_SENTENCES) {
                        refused.add(e.getMessage());
                    }
                }
            }
            if (classes.size() < 2 || classes.size() > Datasets.MOST_CLASSES) {
                refused.add(tooFew(file.name(), examples, classes));
                refusals++;
            }
            List<Column> features = IntStream.range(0, columns.count())
                    .filter(i -> i != columns.label())
                    .mapToObj(i -> tallies.get(i).column())
                    .toList();
            return new FileSurvey(file.name(), "a table, its labels in " + columns.called(columns.label()), examples, features,
                    columns.features(), classes, refused, refusals);
        }
    }

    private static String tooFew(String name, long examples, Map<String, Long> classes) {
        return name + " has " + classes.size() + " classes in " + examples + " examples; accepted are 2 to " + Datasets.MOST_CLASSES
                + " classes.";
    }

    /** Counts what is in one column. */
    private static final class Tally {
        private final String name;
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;
        private long missing;
        private long unusable;

        Tally(String name) {
            this.name = name;
        }

        void add(String cell) {
            OptionalDouble value = CsvNumber.parse(cell);
            if (cell.isEmpty()) {
                missing++;
            } else if (value.isEmpty() || !(Math.abs(value.getAsDouble()) <= CsvTable.MOST_MAGNITUDE)) {
                unusable++;
            } else {
                add(value.getAsDouble());
            }
        }

        void add(double value) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }

        Column column() {
            return new Column(name, least > most ? Double.NaN : least, least > most ? Double.NaN : most, missing, unusable);
        }
    }
}
