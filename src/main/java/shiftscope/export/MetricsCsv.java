package shiftscope.export;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import shiftscope.config.Side;
import shiftscope.session.LayerMetrics;
import shiftscope.session.Metrics;
import shiftscope.session.RunMetrics;

/**
 * The recorded numbers as a table: a row per recorded step and run. Columns are step, epoch, run, training_loss, test_loss,
 * test_accuracy, learning_rate, and for each layer shift, mean, sd, saturated, dead, p15, p50, p85 with {@code _1}, {@code _2} … and
 * {@code _out} for the output. Numbers have every digit that is needed to read the same bits back; what is not a number is empty, as
 * the accuracy of regression is.
 */
public final class MetricsCsv {
    private static final List<String> OF_RUN =
            List.of("step", "epoch", "run", "training_loss", "test_loss", "test_accuracy", "learning_rate");
    private static final List<String> OF_LAYER = List.of("shift", "mean", "sd", "saturated", "dead", "p15", "p50", "p85");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private MetricsCsv() {}

    /**
     * Writes a file in UTF-8, which is there whole or not at all.
     *
     * @param batchesPerEpoch updates in an epoch
     * @throws IOException if the file cannot be written
     */
    public static void write(Path path, List<Metrics> history, int batchesPerEpoch) throws IOException {
        WholeFile.write(path, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            write(writer, history, batchesPerEpoch);
            writer.flush();
        });
    }

    /** Writes the table, as {@link #write(Path, List, int)}, to something else than a file. */
    public static void write(Appendable out, List<Metrics> history, int batchesPerEpoch) throws IOException {
        // Not closed: it belongs to the caller.
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        printer.printRecord(header(history.isEmpty() ? 0 : history.get(0).a().layers().size()));
        for (Metrics entry : history) {
            for (Side side : Side.values()) {
                printer.printRecord(row(entry, (double) entry.step() / batchesPerEpoch, side));
            }
        }
    }

    private static List<String> header(int layers) {
        List<String> header = new ArrayList<>(OF_RUN);
        for (int layer = 1; layer <= layers; layer++) {
            for (String column : OF_LAYER) {
                header.add(column + "_" + (layer == layers ? "out" : String.valueOf(layer)));
            }
        }
        return header;
    }

    private static List<String> row(Metrics entry, double epoch, Side side) {
        RunMetrics run = entry.of(side);
        List<String> row = new ArrayList<>(List.of(
                String.valueOf(entry.step()),
                number(epoch),
                side.name(),
                number(run.trainingLoss()),
                number(run.testLoss()),
                number(run.testAccuracy()),
                number(entry.learningRate())));
        for (LayerMetrics layer : run.layers()) {
            row.add(number(layer.shift()));
            row.add(number(layer.mean()));
            row.add(number(layer.standardDeviation()));
            row.add(number(layer.saturated()));
            row.add(number(layer.dead()));
            row.add(number(layer.p15()));
            row.add(number(layer.p50()));
            row.add(number(layer.p85()));
        }
        return row;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
