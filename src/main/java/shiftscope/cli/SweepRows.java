package shiftscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import shiftscope.config.Side;
import shiftscope.export.MetricsCsv;
import shiftscope.session.Divergence;
import shiftscope.session.Metrics;

/**
 * The rows that one pair of twins leaves: those of {@link MetricsCsv}, with a column {@code diverged} behind {@code run}. It is empty
 * in the row of a measurement; a run that diverged ends with a row of its own, in which it names the place and which has no numbers.
 *
 * @param header the columns' names
 * @param rows as many cells as the header in each
 */
record SweepRows(List<String> header, List<List<String>> rows) {
    static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    static final String STEP = "step";
    static final String RUN = "run";
    static final String DIVERGED = "diverged";
    private static final int STEP_COLUMN = 0;
    private static final int EPOCH_COLUMN = 1;
    private static final int RUN_COLUMN = 2;
    private static final int DIVERGED_COLUMN = 3;

    SweepRows {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** One run's part of what was recorded of a pair, and of how it ended. */
    static SweepRows of(Side side, List<Metrics> history, int batchesPerEpoch, Optional<Divergence> divergence) {
        StringBuilder text = new StringBuilder();
        try {
            MetricsCsv.write(text, history, batchesPerEpoch);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        List<List<String>> table = new ArrayList<>();
        for (List<String> cells : cells(text.toString())) {
            List<String> row = new ArrayList<>(cells);
            row.add(DIVERGED_COLUMN, table.isEmpty() ? DIVERGED : "");
            if (table.isEmpty() || row.get(RUN_COLUMN).equals(side.name())) {
                table.add(row);
            }
        }
        divergence.ifPresent(end -> {
            List<String> row = new ArrayList<>(Collections.nCopies(table.get(0).size(), ""));
            row.set(STEP_COLUMN, String.valueOf(end.step()));
            row.set(EPOCH_COLUMN, String.valueOf((double) end.step() / batchesPerEpoch));
            row.set(RUN_COLUMN, side.name());
            row.set(DIVERGED_COLUMN, DivergedSentence.place(end));
            table.add(row);
        });
        return new SweepRows(table.get(0), table.subList(1, table.size()));
    }

    /** Both runs of a pair, A's rows first; their columns must be the same. */
    static SweepRows both(SweepRows a, SweepRows b) {
        return new SweepRows(a.header, Stream.concat(a.rows.stream(), b.rows.stream()).toList());
    }

    /** As text, which {@link #parse} reads back. */
    String text() {
        StringBuilder text = new StringBuilder();
        try {
            CSVPrinter printer = new CSVPrinter(text, FORMAT);
            printer.printRecord(header);
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param steps how far each run must have come, unless it diverged
     * @return nothing if it is anything else than a whole pair of runs
     */
    static Optional<SweepRows> parse(String text, long steps) {
        List<List<String>> table;
        try {
            table = cells(text);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
        if (table.isEmpty() || table.get(0).size() <= DIVERGED_COLUMN || !table.get(0).get(DIVERGED_COLUMN).equals(DIVERGED)
                || table.stream().anyMatch(row -> row.size() != table.get(0).size())) {
            return Optional.empty();
        }
        SweepRows rows = new SweepRows(table.get(0), table.subList(1, table.size()));
        return Stream.of(Side.values()).allMatch(side -> rows.isWhole(side, steps)) ? Optional.of(rows) : Optional.empty();
    }

    private boolean isWhole(Side side, long steps) {
        return last(side)
                .filter(row -> diverged(row) || row.get(STEP_COLUMN).equals(String.valueOf(steps)))
                .isPresent();
    }

    /** How a run ended. */
    Optional<List<String>> last(Side side) {
        return rows.stream().filter(row -> row.get(RUN_COLUMN).equals(side.name())).reduce((before, after) -> after);
    }

    /** Whether that row says that the run diverged. */
    static boolean diverged(List<String> row) {
        return !row.get(DIVERGED_COLUMN).isEmpty();
    }

    /** The cell of a column; empty if there is no such column. */
    String cell(List<String> row, String column) {
        int index = header.indexOf(column);
        return index < 0 ? "" : row.get(index);
    }

    private static List<List<String>> cells(String text) {
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            return parser.stream().map(CSVRecord::toList).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }
}
