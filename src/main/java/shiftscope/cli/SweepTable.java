package shiftscope.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVPrinter;
import shiftscope.config.Setting;
import shiftscope.config.Side;

/**
 * Everything a sweep has found, as one tidy table: first a column for each setting that was varied, then {@code seed}, then those of
 * {@link SweepRows}. Where nets of different depth were trained there are the columns of the deepest, and the others leave some empty.
 */
final class SweepTable {
    private static final String SEED = "seed";

    private final SweepPlan plan;
    private final List<SweepPlan.Point> points;
    private final Function<SweepPlan.Point, SweepRows> rows;

    /** @param rows gives what a pair has left; asked for one pair after the other, so that they need not all be held */
    SweepTable(SweepPlan plan, List<SweepPlan.Point> points, Function<SweepPlan.Point, SweepRows> rows) {
        this.plan = plan;
        this.points = List.copyOf(points);
        this.rows = rows;
    }

    /** How one run of a pair ended. */
    record End(SweepPlan.Point point, Side side, SweepRows rows, List<String> row) {
        boolean diverged() {
            return SweepRows.diverged(row);
        }

        /** A number of the last row; NaN if that has none. */
        double number(String column) {
            String cell = rows.cell(row, column);
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }
    }

    /** How every run ended, in the order of the table. */
    List<End> ends() {
        List<End> ends = new ArrayList<>();
        for (SweepPlan.Point point : points) {
            SweepRows all = rows.apply(point);
            for (Side side : Side.values()) {
                Optional<List<String>> last = all.last(side);
                last.ifPresent(row -> ends.add(new End(point, side, new SweepRows(all.header(), List.of(row)), row)));
            }
        }
        return ends;
    }

    /** Writes the table in UTF-8; the file is there whole or not at all. */
    void write(Path file) {
        List<String> columns = columns();
        SweepFolder.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            write(writer, columns);
            writer.flush();
        });
    }

    private List<String> columns() {
        return points.stream()
                .map(point -> rows.apply(point).header())
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private void write(Writer writer, List<String> columns) throws IOException {
        // Not closed: the writer belongs to the caller.
        CSVPrinter printer = new CSVPrinter(writer, SweepRows.FORMAT);
        List<String> header = new ArrayList<>(plan.axes().stream().map(SweepAxis::path).toList());
        header.add(SEED);
        header.addAll(columns);
        printer.printRecord(header);
        for (SweepPlan.Point point : points) {
            SweepRows found = rows.apply(point);
            for (List<String> row : found.rows()) {
                List<String> line = new ArrayList<>(point.values().stream().map(Setting::shown).toList());
                line.add(String.valueOf(point.experiment().seed()));
                columns.forEach(column -> line.add(found.cell(row, column)));
                printer.printRecord(line);
            }
        }
    }
}
