package shiftscope.plot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.session.Row;
import shiftscope.session.Slice;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;

/** Percentiles of y over all units of a layer, or of one unit, at the recorded slices; drawn as {@link PercentilesPlot} draws its own. */
final class PercentilesScene extends OverTimeScene {
    private static final int LEVELS = Slice.LEVELS.length;
    private static final int MEDIAN = LEVELS / 2;

    private final List<Map<Side, PercentileBands>> bands = new ArrayList<>();
    private final List<ValueRange> shownRanges = new ArrayList<>();
    private final List<Mark> marks;

    PercentilesScene(Snapshot snapshot, Palette palette, WallLayout layout, WallOptions options, HeldRanges ranges) {
        super(snapshot, palette, layout, options, Tap.SCALED);
        marks = Mark.of(snapshot.commands());
        for (Row row : rows) {
            Map<Side, PercentileBands> ofRow = new EnumMap<>(Side.class);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Side side : Side.values()) {
                PercentileBands found = bands(row, side);
                ofRow.put(side, found);
                low = Math.min(low, found.lowest());
                high = Math.max(high, found.highest());
            }
            bands.add(ofRow);
            // Bands of a unit need another range than those of a layer, and outer bands a wider one.
            ValueRange fitting = ranges.hold(List.of(options.unit(), options.outerBands()), row.layer(), tap, low, high);
            shownRanges.add(snapshot.tap() == tap ? options.zoom(row.layer()).orElse(fitting) : fitting);
        }
    }

    private PercentileBands bands(Row row, Side side) {
        Curve[] curves = new Curve[LEVELS];
        double[] steps = slices.stream().mapToDouble(Slice::step).toArray();
        for (int level = 0; level < LEVELS; level++) {
            double[] values = new double[steps.length];
            for (int i = 0; i < steps.length; i++) {
                values[i] = value(slices.get(i), side, row, level);
            }
            curves[level] = new Curve(steps, values);
        }
        List<Band> outer = new ArrayList<>();
        for (int level = 0; level < MEDIAN - 1 && options.outerBands(); level++) {
            outer.add(new Band(curves[level], curves[LEVELS - 1 - level]));
        }
        return new PercentileBands(outer, curves[MEDIAN - 1], curves[MEDIAN], curves[MEDIAN + 1]);
    }

    private double value(Slice slice, Side side, Row row, int level) {
        List<Slice.OfLayer> layers = slice.of(side);
        if (row.layer() > layers.size()) {
            return Double.NaN;
        }
        Slice.OfLayer layer = layers.get(row.layer() - 1);
        if (options.unit().isEmpty()) {
            return layer.quantiles()[level];
        }
        int at = options.unit().getAsInt() * LEVELS + level;
        return at < layer.unitQuantiles().length ? layer.unitQuantiles()[at] : Double.NaN;
    }

    @Override
    String obstacle(Row row) {
        String none = super.obstacle(row);
        boolean missing = options.unit().isPresent() && options.unit().getAsInt() >= row.units();
        return none.isEmpty() && missing
                ? PlotTexts.get("percentiles.noUnit", String.valueOf(options.unit().getAsInt()), String.valueOf(row.units() - 1))
                : none;
    }

    @Override
    String head(Row row, Side side) {
        return options.unit().isPresent()
                ? PlotTexts.get("percentiles.unit", String.valueOf(options.unit().getAsInt()))
                : PlotTexts.get(row.units() == 1 ? "percentiles.oneUnit" : "percentiles.allUnits", Numbers.count(row.units()));
    }

    private Box plot(Side side, int i) {
        return TimeCard.plot(layout.card(side, i), palette, HEAD);
    }

    @Override
    void panel(Surface surface, int i, Side side) {
        PercentileBands beside = bands.get(i).get(side == Side.A ? Side.B : Side.A);
        bands.get(i).get(side).draw(surface, palette, plot(side, i), shownRanges.get(i), side, marks, beside);
    }

    /** The slice of a row. */
    private record Spot(int row, int slice) {}

    @Override
    public Optional<Spot> pointedAt(double x, double y) {
        return placeAt(x, y)
                .filter(place -> plot(place.side(), place.row()).contains(x, y))
                .map(place -> {
                    PercentileBands found = bands.get(place.row()).get(place.side());
                    double step = found.steps(plot(place.side(), place.row())).valueAt(x);
                    return new Spot(place.row(), found.p50().nearest(step));
                });
    }

    @Override
    public void pointOut(Surface surface, double mouseX, double mouseY) {
        pointedAt(mouseX, mouseY).ifPresent(spot -> {
            Slice slice = slices.get(spot.slice());
            for (Side side : Side.values()) {
                Box plot = plot(side, spot.row());
                double x = bands.get(spot.row()).get(side).steps(plot).at(slice.step());
                surface.line(x, plot.y(), x, plot.bottom(), Stroke.solid(palette.lineScale(), palette.axis()));
                List<String> words = new ArrayList<>();
                words.add(PlotTexts.get("readout.step", Numbers.count(slice.step())));
                int from = options.outerBands() ? 0 : MEDIAN - 1;
                for (int level = LEVELS - 1 - from; level >= from; level--) {
                    words.add(PlotTexts.get(
                            "readout.percentile",
                            Numbers.percent(Slice.LEVELS[level]),
                            Numbers.measured(value(slice, side, rows.get(spot.row()), level))));
                }
                Readout.box(surface, palette, layout.card(side, spot.row()), x, x, plot.y(), Readout.lines(palette, side, words));
            }
        });
    }

    @Override
    public Optional<ValueAxis> axisAt(double x, double y) {
        return placeAt(x, y)
                .filter(place -> snapshot.tap() == tap && y >= plot(place.side(), place.row()).y())
                .map(place -> new ValueAxis(
                        rows.get(place.row()).layer(),
                        PercentileBands.values(plot(place.side(), place.row()), palette, shownRanges.get(place.row()), marks),
                        true));
    }

    @Override
    double median(Slice slice, Side side, Row row) {
        return value(slice, side, row, MEDIAN);
    }

    @Override
    String name() {
        return PlotTexts.get("summary.percentiles");
    }
}
