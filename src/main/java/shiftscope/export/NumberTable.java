package shiftscope.export;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in rows, as they stand in a CSV file: with every digit that is needed to read the same bits back; what is not a number, or
 * was not measured, is empty.
 *
 * @param columns their names
 * @param rows as many cells each as there are columns
 */
public record NumberTable(List<String> columns, List<List<String>> rows) {
    public NumberTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The text of a number; nothing for one that is not finite. */
    static String text(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    /** A table that grows row by row. */
    static final class Rows {
        private final List<String> columns;
        private final List<List<String>> rows = new ArrayList<>();

        Rows(String... columns) {
            this.columns = List.of(columns);
        }

        /** @param cells texts as they are, numbers in full; {@code null} for nothing */
        void add(Object... cells) {
            if (cells.length != columns.size()) {
                throw new IllegalArgumentException(cells.length + " cells for " + columns);
            }
            List<String> row = new ArrayList<>(cells.length);
            for (Object cell : cells) {
                row.add(cell == null ? "" : cell instanceof Number number && !isWhole(number) ? text(number.doubleValue()) : cell.toString());
            }
            rows.add(List.copyOf(row));
        }

        private static boolean isWhole(Number number) {
            return number instanceof Integer || number instanceof Long;
        }

        NumberTable table() {
            return new NumberTable(columns, rows);
        }
    }
}
