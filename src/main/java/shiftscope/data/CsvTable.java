package shiftscope.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import shiftscope.config.BadInputException;
import shiftscope.config.FileSource;

/** Reads a table of numbers with one column of labels. */
final class CsvTable {
    /** No cell may be farther from 0, so that squares and their sums stay finite. */
    static final double MOST_MAGNITUDE = 1e100;

    private final InputFile file;
    private final List<double[]> examples = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    /** Every label once; gives rows of one class one string instead of a copy each. */
    private final Map<String, String> classes = new HashMap<>();

    private CsvTable(InputFile file) {
        this.file = file;
    }

    /**
     * Reads the first examples of a table.
     *
     * @param source which column is the label and whether there is a header; {@link CsvColumns} has the rules
     * @param path the table
     * @param most how many examples at most; rows after them are not looked at
     * @return features in the order of the columns; the classes are the labels that occur, in the order of their value if all are
     *     numbers, else of the alphabet
     * @throws BadInputException if the table cannot be used
     */
    static RawExamples read(FileSource source, Path path, int most) {
        CsvTable table = new CsvTable(InputFile.at(path));
        try (CsvRows rows = CsvRows.open(table.file)) {
            String[] first = rows.next();
            if (first == null) {
                throw new BadInputException(table.file.name() + " has no rows; accepted are tables with 2 or more examples.");
            }
            CsvColumns columns = CsvColumns.of(source, first, table.file.name());
            long firstRow = rows.row();
            for (String[] cells = columns.hasHeader() ? rows.next() : first;
                    cells != null && table.examples.size() < most;
                    cells = table.examples.size() < most ? rows.next() : null) {
                table.add(cells, columns, rows.row(), firstRow);
            }
            return table.finish(columns);
        }
    }

    private void add(String[] cells, CsvColumns columns, long row, long firstRow) {
        Capacity.check(file.name(), examples.size() + 1L, columns.features(), 2);
        double[] example = example(file.name(), cells, columns, row, firstRow);
        String label = cells[columns.label()];
        if (classes.putIfAbsent(label, label) == null && classes.size() > Datasets.MOST_CLASSES) {
            throw new BadInputException(file.name() + " has more than " + Datasets.MOST_CLASSES + " different labels in "
                    + columns.called(columns.label()) + "; accepted are 2 to " + Datasets.MOST_CLASSES
                    + " classes, so perhaps data.file.labelColumn names the wrong column.");
        }
        examples.add(example);
        labels.add(classes.get(label));
    }

    /**
     * The features in one row.
     *
     * @param file the file's name, for the sentence
     * @param row its number, from 1
     * @param firstRow that of the row by which the columns were counted
     * @throws BadInputException if it has too many or too few cells, one that should be a number is none, or the label is missing
     */
    static double[] example(String file, String[] cells, CsvColumns columns, long row, long firstRow) {
        if (cells.length != columns.count()) {
            throw new BadInputException(file + ", row " + row + " has " + cells.length + " cells, but row "
                    + firstRow + " has " + columns.count() + "; accepted are rows of equal length.");
        }
        double[] example = new double[columns.features()];
        for (int column = 0, feature = 0; column < cells.length; column++) {
            if (column != columns.label()) {
                example[feature++] = number(file, cells[column], columns, column, row);
            }
        }
        if (cells[columns.label()].isEmpty()) {
            throw new BadInputException(place(file, columns, columns.label(), row) + " is empty; accepted is a label in every row.");
        }
        return example;
    }

    private static double number(String file, String cell, CsvColumns columns, int column, long row) {
        OptionalDouble value = CsvNumber.parse(cell);
        if (value.isEmpty()) {
            throw new BadInputException(place(file, columns, column, row) + (cell.isEmpty() ? " is empty" : " is " + Shown.quoted(cell))
                    + "; accepted are numbers such as -1.5 or 2e-3.");
        }
        if (!(Math.abs(value.getAsDouble()) <= MOST_MAGNITUDE)) {
            throw new BadInputException(place(file, columns, column, row) + " is " + Shown.quoted(cell)
                    + "; accepted are finite numbers from -1e100 to 1e100.");
        }
        return value.getAsDouble();
    }

    private static String place(String file, CsvColumns columns, int column, long row) {
        return file + ", row " + row + ", " + columns.called(column);
    }

    private RawExamples finish(CsvColumns columns) {
        List<String> sorted = new ArrayList<>(classes.keySet());
        boolean numbers = sorted.stream().noneMatch(label -> CsvNumber.parse(label).isEmpty());
        Comparator<String> byText = Comparator.naturalOrder();
        Comparator<String> byValue = Comparator.comparingDouble(label -> CsvNumber.parse(label).getAsDouble());
        sorted.sort(numbers ? byValue.thenComparing(byText) : byText);
        Map<String, Integer> index = new HashMap<>();
        IntStream.range(0, sorted.size()).forEach(i -> index.put(sorted.get(i), i));
        return new RawExamples(file.name(), columns.features(), RawExamples.Rows.of(examples.toArray(new double[0][])),
                labels.stream().mapToInt(index::get).toArray(), sorted, Optional.empty());
    }
}
