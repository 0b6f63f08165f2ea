package shiftscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import shiftscope.session.Snapshot;

/** A table as CSV in UTF-8, below lines that begin with {@code #} and say where the numbers come from. */
final class TableCsv {
    static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private TableCsv() {}

    /** Writes it; the stream belongs to the caller. */
    static void write(OutputStream out, Snapshot snapshot, NumberTable table) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        for (Origin.Entry entry : Origin.of(snapshot)) {
            writer.append("# ").append(entry.key()).append(": ").append(entry.text()).append('\n');
        }
        CSVPrinter printer = new CSVPrinter(writer, FORMAT);
        printer.printRecord(table.columns());
        for (List<String> row : table.rows()) {
            printer.printRecord(row);
        }
        printer.flush();
    }
}
