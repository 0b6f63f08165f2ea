package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.config.Side;
import shiftscope.plot.SampleSnapshots;
import shiftscope.session.Drift;
import shiftscope.session.GradientProbe;
import shiftscope.session.GradientProbe.Ics;
import shiftscope.session.LayerMetrics;
import shiftscope.session.Metrics;
import shiftscope.session.RunMetrics;

class MetricsCsvTest {
    private static final String HEADER = "step,epoch,run,training_loss,test_loss,test_accuracy,learning_rate,loss_low,loss_high,"
            + "predictiveness,smoothness\n";

    @TempDir
    Path folder;

    private static double number(CSVRecord record, String column) {
        return record.get(column).isEmpty() ? Double.NaN : Double.parseDouble(record.get(column));
    }

    @Test
    void everyBitComesBack() throws IOException {
        List<Metrics> history = SampleSnapshots.history(200, 20, 4);
        Path path = folder.resolve("metrics.csv");
        MetricsCsv.write(path, history, 33);
        List<CSVRecord> records;
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = format.parse(Files.newBufferedReader(path))) {
            records = parser.getRecords();
        }
        assertEquals(2 * history.size(), records.size());
        for (int i = 0; i < records.size(); i++) {
            CSVRecord record = records.get(i);
            Side side = Side.values()[i % 2];
            Metrics entry = history.get(i / 2);
            RunMetrics run = entry.of(side);
            assertEquals(entry.step(), Long.parseLong(record.get("step")));
            assertEquals(entry.step() / 33.0, number(record, "epoch"));
            assertEquals(side.name(), record.get("run"));
            assertEquals(run.trainingLoss(), number(record, "training_loss"));
            assertEquals(run.testLoss(), number(record, "test_loss"));
            assertEquals(run.testAccuracy(), number(record, "test_accuracy"));
            assertEquals(entry.learningRate(), number(record, "learning_rate"));
            for (int layer = 1; layer <= 4; layer++) {
                String of = layer == 4 ? "_out" : "_" + layer;
                LayerMetrics there = run.layers().get(layer - 1);
                assertEquals(there.shift(), number(record, "shift" + of));
                assertEquals(there.mean(), number(record, "mean" + of));
                assertEquals(there.standardDeviation(), number(record, "sd" + of));
                assertEquals(there.saturated(), number(record, "saturated" + of));
                assertEquals(there.dead(), number(record, "dead" + of));
                assertEquals(there.p15(), number(record, "p15" + of));
                assertEquals(there.p50(), number(record, "p50" + of));
                assertEquals(there.p85(), number(record, "p85" + of));
                assertDrift(there.drift(), record, "ks", "js", "drift_mean", "drift_sd", of);
                assertEquals(there.recent().wasserstein(), number(record, "recent_shift" + of));
                assertDrift(there.recent(), record, "recent_ks", "recent_js", "recent_drift_mean", "recent_drift_sd", of);
                assertEquals(there.learning().gradientNorm(), number(record, "gradient_norm" + of));
                assertEquals(there.learning().weightNorm(), number(record, "weight_norm" + of));
                assertEquals(there.learning().updateRatio(), number(record, "update_ratio" + of));
                assertEquals(there.learning().effectiveRate(), number(record, "effective_lr" + of));
                for (String column : List.of("ics", "ics_relative", "ics_cosine")) {
                    assertEquals("", record.get(column + of), "nobody looked at gradients");
                }
            }
        }
    }

    private static void assertDrift(Drift drift, CSVRecord record, String ks, String js, String mean, String deviation, String of) {
        assertEquals(drift.kolmogorovSmirnov(), number(record, ks + of));
        assertEquals(drift.jensenShannon(), number(record, js + of));
        assertEquals(drift.mean(), number(record, mean + of));
        assertEquals(drift.deviation(), number(record, deviation + of));
    }

    @Test
    void gradientsHaveTheirCellsWhereTheyWereMeasured() throws IOException {
        RunMetrics plain = SampleSnapshots.history(0, 20, 2).get(0).a();
        GradientProbe probe = new GradientProbe(List.of(new Ics(0, 0, 1), new Ics(0.5, 0.25, -0.75)), 1.5, 2.5, 3.5, 4.5);
        RunMetrics probed =
                new RunMetrics(plain.trainingLoss(), plain.testLoss(), plain.testAccuracy(), Optional.of(probe), plain.layers());
        StringBuilder out = new StringBuilder();
        MetricsCsv.write(out, List.of(new Metrics(20, 0.1, plain, probed)), 10);
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        List<CSVRecord> records;
        try (var parser = format.parse(new StringReader(out.toString()))) {
            records = parser.getRecords();
        }
        List<String> columns = List.of("loss_low", "loss_high", "predictiveness", "smoothness", "ics_1", "ics_relative_1",
                "ics_cosine_1", "ics_out", "ics_relative_out", "ics_cosine_out");
        assertEquals(List.of("", "", "", "", "", "", "", "", "", ""), columns.stream().map(records.get(0)::get).toList());
        assertEquals(
                List.of("1.5", "2.5", "3.5", "4.5", "0.0", "0.0", "1.0", "0.5", "0.25", "-0.75"),
                columns.stream().map(records.get(1)::get).toList());
    }

    @Test
    void whatIsNoNumberIsEmptyAndInfinityHasItsName() throws IOException {
        RunMetrics run = new RunMetrics(Double.NaN, Double.POSITIVE_INFINITY, 0.1, Optional.empty(), List.of());
        StringBuilder out = new StringBuilder();
        MetricsCsv.write(out, List.of(new Metrics(0, 0.05, run, run)), 10);
        assertEquals(
                HEADER + "0,0.0,A,,Infinity,0.1,0.05,,,,\n0,0.0,B,,Infinity,0.1,0.05,,,,\n",
                out.toString());
    }

    @Test
    void regressionHasNoAccuracySoItsCellIsEmpty() throws IOException {
        RunMetrics run = new RunMetrics(0.5, 0.25, Double.NaN, Optional.empty(), List.of());
        StringBuilder out = new StringBuilder();
        MetricsCsv.write(out, List.of(new Metrics(10, 0.1, run, run)), 10);
        assertEquals(
                HEADER + "10,1.0,A,0.5,0.25,,0.1,,,,\n10,1.0,B,0.5,0.25,,0.1,,,,\n",
                out.toString());
    }

    @Test
    void aTableWithoutEntriesHasItsHeader() throws IOException {
        StringBuilder out = new StringBuilder();
        MetricsCsv.write(out, List.of(), 10);
        assertEquals(HEADER, out.toString());
    }
}
