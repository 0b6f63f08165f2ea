package shiftscope.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import shiftscope.config.BadInputException;
import shiftscope.config.FileSource;

/**
 * What the columns of a table are.
 *
 * @param count how many there are
 * @param label the label's, from 0
 * @param names from the header; empty if the table has none
 */
record CsvColumns(int count, int label, List<String> names) {
    private static final int MOST_NAMES_SHOWN = 12;

    /**
     * Decides from the first row and from what the user said.
     *
     * <p>A label column given as a whole number is an index (negative: from the end), else a name; with none it is the last column.
     * If the user does not say whether there is a header, there is one when the label column is given by name or when any other cell
     * of the first row is not a number.
     *
     * @param file the file's name, for the sentence
     * @throws BadInputException if there is no such column, or none left for features
     */
    static CsvColumns of(FileSource source, String[] first, String file) {
        if (first.length < 2) {
            throw new BadInputException(file + " has only one column; accepted are tables with at least one column of numbers and a column "
                    + "of labels, separated by commas, semicolons or tabs.");
        }
        String wanted = source.labelColumn() == null ? "-1" : source.labelColumn().strip();
        boolean index = wanted.matches("-?\\d{1,9}");
        int label = index ? byIndex(Integer.parseInt(wanted), first.length, file) : byName(wanted, source, first, file);
        boolean header = source.header() == null ? !index || hasText(first, label) : source.header();
        return new CsvColumns(first.length, label, header ? List.of(first) : List.of());
    }

    private static int byIndex(int wanted, int count, String file) {
        if (wanted < -count || wanted >= count) {
            throw new BadInputException("data.file.labelColumn is " + wanted + ", but " + file + " has " + count
                    + " columns; accepted are " + -count + " to " + (count - 1) + " or a column's name.");
        }
        return wanted < 0 ? count + wanted : wanted;
    }

    private static int byName(String wanted, FileSource source, String[] first, String file) {
        if (Boolean.FALSE.equals(source.header())) {
            throw new BadInputException("data.file.labelColumn is " + Shown.quoted(wanted) + ", but data.file.header says that " + file
                    + " has no names; accepted are " + -first.length + " to " + (first.length - 1) + ".");
        }
        int label = Arrays.asList(first).indexOf(wanted);
        if (label < 0) {
            throw new BadInputException("data.file.labelColumn is " + Shown.quoted(wanted) + ", but " + file
                    + " has no column of this name; accepted are "
                    + Arrays.stream(first).limit(MOST_NAMES_SHOWN).map(Shown::quoted).collect(Collectors.joining(", "))
                    + (first.length > MOST_NAMES_SHOWN ? ", …" : "") + ".");
        }
        return label;
    }

    private static boolean hasText(String[] first, int label) {
        for (int column = 0; column < first.length; column++) {
            if (column != label && CsvNumber.parse(first[column]).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    boolean hasHeader() {
        return !names.isEmpty();
    }

    int features() {
        return count - 1;
    }

    /** How a sentence calls a column. */
    String called(int column) {
        return hasHeader() ? "column " + Shown.quoted(names.get(column)) : "column " + column + " (counted from 0)";
    }
}
