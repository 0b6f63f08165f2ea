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
import shiftscope.session.Drift;
import shiftscope.session.GradientProbe;
import shiftscope.session.GradientProbe.Ics;
import shiftscope.session.LayerMetrics;
import shiftscope.session.Learning;
import shiftscope.session.Metrics;
import shiftscope.session.RunMetrics;

/**
 * The recorded numbers as a table: a row per recorded step and run. First come the columns of the run, then those of each layer with
 * {@code _1}, {@code _2} … and {@code _out} for the output; {@code docs/user-guide.md} says what each holds. Numbers have every digit
 * that is needed to read the same bits back; what is not a number is empty, as the accuracy of regression is, and what was not measured.
 */
public final class MetricsCsv {
    private static final List<String> OF_RUN =
            List.of("step", "epoch", "run", "training_loss", "test_loss", "test_accuracy", "learning_rate", "loss_low", "loss_high",
                    "predictiveness", "smoothness");
    private static final List<String> OF_LAYER = List.of("shift", "mean", "sd", "saturated", "dead", "p15", "p50", "p85", "ks", "js",
            "drift_mean", "drift_sd", "recent_shift", "recent_ks", "recent_js", "recent_drift_mean", "recent_drift_sd", "gradient_norm",
            "weight_norm", "update_ratio", "effective_lr", "ics", "ics_relative", "ics_cosine");
    private static final GradientProbe NOT_PROBED =
            new GradientProbe(List.of(), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    private static final Ics NO_SHIFT = new Ics(Double.NaN, Double.NaN, Double.NaN);
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
        GradientProbe gradients = run.gradients().orElse(NOT_PROBED);
        add(row, gradients.leastLoss(), gradients.mostLoss(), gradients.predictiveness(), gradients.smoothness());
        for (int i = 0; i < run.layers().size(); i++) {
            addLayer(row, run.layers().get(i), i < gradients.layers().size() ? gradients.layers().get(i) : NO_SHIFT);
        }
        return row;
    }

    private static void addLayer(List<String> row, LayerMetrics layer, Ics shift) {
        Drift drift = layer.drift();
        Drift recent = layer.recent();
        Learning learning = layer.learning();
        add(row, layer.shift(), layer.mean(), layer.standardDeviation(), layer.saturated(), layer.dead());
        add(row, layer.p15(), layer.p50(), layer.p85());
        add(row, drift.kolmogorovSmirnov(), drift.jensenShannon(), drift.mean(), drift.deviation());
        add(row, recent.wasserstein(), recent.kolmogorovSmirnov(), recent.jensenShannon(), recent.mean(), recent.deviation());
        add(row, learning.gradientNorm(), learning.weightNorm(), learning.updateRatio(), learning.effectiveRate());
        add(row, shift.difference(), shift.relative(), shift.cosine());
    }

    private static void add(List<String> row, double... values) {
        for (double value : values) {
            row.add(number(value));
        }
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
