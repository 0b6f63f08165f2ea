package shiftscope.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import shiftscope.config.Side;
import shiftscope.measure.DyadicHistogram;
import shiftscope.plot.LayerNumber;
import shiftscope.plot.Slices;
import shiftscope.session.Metrics;
import shiftscope.session.RunMetrics;
import shiftscope.session.Slice;
import shiftscope.session.Snapshot;
import shiftscope.session.StatisticsComparison.Lag;

/** The numbers behind each view, a table for each; {@code docs/exports.md} describes their columns. */
final class FigureNumbers {
    private static final String STEP = "step";
    private static final String LAYER = "layer";
    private static final String RUN = "run";

    private final Figure figure;
    private final Snapshot snapshot;

    private FigureNumbers(Figure figure, Snapshot snapshot) {
        this.figure = figure;
        this.snapshot = snapshot;
    }

    /** @param snapshot one that holds what the figure shows */
    static NumberTable of(Figure figure, Snapshot snapshot) {
        FigureNumbers numbers = new FigureNumbers(figure, snapshot);
        return switch (figure.view()) {
            case NOW -> HistogramNumbers.wall(figure, snapshot);
            case LAYER -> HistogramNumbers.layer(figure, snapshot);
            case PHI -> HistogramNumbers.phi(figure, snapshot);
            case UNITS -> UnitNumbers.of(snapshot.closer().layer().orElseThrow(), figure.sides());
            case RIDGES, HEATMAP -> numbers.slices();
            case PERCENTILES -> numbers.percentiles();
            case PREDICTIONS -> PredictionNumbers.of(snapshot.closer().predictions().orElseThrow());
            case LOSS -> numbers.curve("training_loss", RunMetrics::trainingLoss);
            case TEST -> snapshot.experiment().data().kind().regression()
                    ? numbers.curve("test_loss", RunMetrics::testLoss)
                    : numbers.curve("test_accuracy", RunMetrics::testAccuracy);
            case LAG -> numbers.lag();
            default -> numbers.number(figure.view().number().orElseThrow());
        };
    }

    /** What is done for a layer of a run at a recorded step. */
    private interface Recorded {
        void at(Slice slice, int layer, Side side);
    }

    private void eachSlice(Recorded recorded) {
        for (Slice slice : snapshot.slices()) {
            for (int layer = 1; layer <= slice.a().size(); layer++) {
                if (figure.layer().isEmpty() || figure.layer().getAsInt() == layer) {
                    for (Side side : figure.sides()) {
                        recorded.at(slice, layer, side);
                    }
                }
            }
        }
    }

    /** Every recorded slice, in the bins in which it was recorded. */
    private NumberTable slices() {
        NumberTable.Rows rows = new NumberTable.Rows(STEP, LAYER, RUN, "part", "low", "high", "count");
        eachSlice((slice, layer, side) -> {
            Optional<DyadicHistogram> counts = Slices.counts(slice, side, layer, snapshot.tap());
            counts.ifPresent(histogram -> {
                for (CountedPart part : CountedPart.of(histogram)) {
                    rows.add(slice.step(), layer, side, part.part(), part.low(), part.high(), part.count());
                }
            });
        });
        return rows.table();
    }

    private NumberTable percentiles() {
        List<String> columns = new ArrayList<>(List.of(STEP, LAYER, RUN, "unit"));
        for (double level : Slice.LEVELS) {
            columns.add("p" + Math.round(100 * level));
        }
        NumberTable.Rows rows = new NumberTable.Rows(columns.toArray(String[]::new));
        eachSlice((slice, layer, side) -> {
            Slice.OfLayer of = slice.of(side).get(layer - 1);
            int unit = figure.options().unit().orElse(-1);
            int levels = Slice.LEVELS.length;
            if ((unit + 1) * levels <= of.unitQuantiles().length) {
                List<Object> row = new ArrayList<>(List.of(slice.step(), layer, side, unit < 0 ? "" : unit));
                for (int level = 0; level < levels; level++) {
                    row.add(unit < 0 ? of.quantiles()[level] : of.unitQuantiles()[unit * levels + level]);
                }
                rows.add(row.toArray());
            }
        });
        return rows.table();
    }

    /** The recorded points, and the newest measurement if it is newer. */
    private List<Metrics> points() {
        List<Metrics> points = new ArrayList<>(snapshot.history());
        if (points.isEmpty() || points.get(points.size() - 1).step() < snapshot.latest().step()) {
            points.add(snapshot.latest());
        }
        return points;
    }

    private NumberTable curve(String column, ToDoubleFunction<RunMetrics> number) {
        NumberTable.Rows rows = new NumberTable.Rows(STEP, RUN, column);
        for (Metrics point : points()) {
            for (Side side : Side.values()) {
                rows.add(point.step(), side, number.applyAsDouble(point.of(side)));
            }
        }
        return rows.table();
    }

    private NumberTable number(LayerNumber number) {
        String column = number.name().toLowerCase(Locale.ROOT);
        if (!number.perLayer() && !number.isRange()) {
            return curve(column, run -> number.of(run, 1));
        }
        int layer = figure.layerOf(snapshot.experiment());
        NumberTable.Rows rows = number.isRange()
                ? new NumberTable.Rows(STEP, RUN, "loss_low", "loss_high")
                : new NumberTable.Rows(STEP, RUN, LAYER, column);
        for (Metrics point : points()) {
            for (Side side : Side.values()) {
                RunMetrics run = point.of(side);
                rows.add(point.step(), side, number.isRange() ? (Number) number.low(run) : layer, number.of(run, layer));
            }
        }
        return rows.table();
    }

    private NumberTable lag() {
        NumberTable.Rows rows = new NumberTable.Rows(STEP, RUN, LAYER, "mean_lag", "deviation_lag");
        for (Side side : Side.values()) {
            List<Lag> lags = snapshot.closer().statistics().orElseThrow().of(side).lags();
            for (int i = 0; i < lags.size(); i++) {
                rows.add(snapshot.step(), side, i + 1, lags.get(i).mean(), lags.get(i).deviation());
            }
        }
        return rows.table();
    }
}
