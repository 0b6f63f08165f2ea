package shiftscope.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.Row;
import shiftscope.session.Slice;
import shiftscope.session.Snapshot;

/**
 * Counts as colours, step by value: a column lasts from its step to the next recorded one. The values beyond the axis are a strip
 * above and one below.
 */
final class HeatMapPlot extends OverTimeScene {
    /** Steps of the ramp: finer ones cannot be told apart, and fewer make smaller files. */
    private static final int LEVELS = 32;
    /** The least width of a column on average, in pixels of a type scale of 1. */
    private static final double COLUMN = 2;
    private static final double STRIP = 4;
    private static final double STRIP_GAP = 2;
    private static final double KEY = 48;

    private final List<RowOverTime> overTime = new ArrayList<>();
    private final List<Mark> marks;

    HeatMapPlot(Snapshot snapshot, Palette palette, WallLayout layout, WallOptions options, HeldRanges ranges) {
        super(snapshot, palette, layout, options, snapshot.tap());
        marks = Mark.of(snapshot.commands());
        double width = layout.columnWidth() / (COLUMN * palette.typeScale());
        List<Slice> columns = thinned(slices, (int) Math.max(2, width));
        List<Slice> pooled = Slices.spread(slices, 20);
        for (Row row : rows) {
            overTime.add(RowOverTime.of(row, tap, columns, pooled, options.logarithmic(), ranges));
        }
    }

    /** Every second, third … slice, so that at most so many are left; those that stay are the same while slices are added. */
    private static List<Slice> thinned(List<Slice> slices, int most) {
        int every = (slices.size() + most - 1) / most;
        return every <= 1
                ? slices
                : IntStream.range(0, slices.size()).filter(i -> i % every == 0).mapToObj(slices::get).toList();
    }

    /** Where the cells are, without the strips. */
    private Box plot(Side side, int i) {
        double strip = (STRIP + STRIP_GAP) * palette.typeScale();
        Box box = TimeCard.plot(layout.card(side, i), palette, HEAD);
        return new Box(box.x(), box.y() + strip, box.width(), Math.max(0, box.height() - 2 * strip));
    }

    private LinearScale steps(Box plot) {
        Slice newest = slices.get(slices.size() - 1);
        long before = slices.size() > 1 ? slices.get(slices.size() - 2).step() : newest.step() - 1;
        return StepAxis.steps(Math.max(snapshot.step(), 2 * newest.step() - before), plot);
    }

    private static LinearScale values(RowOverTime row, Box plot) {
        return new LinearScale(row.range().low(), row.range().high(), plot.bottom(), plot.y());
    }

    @Override
    void panel(Surface surface, int i, Side side) {
        RowOverTime row = overTime.get(i);
        Box plot = plot(side, i);
        if (plot.width() <= 0 || plot.height() <= 0) {
            return;
        }
        double scale = palette.typeScale();
        Box whole = TimeCard.plot(layout.card(side, i), palette, HEAD);
        LinearScale x = steps(plot);
        Ticks ticks = StepAxis.drawLines(surface, palette, plot, values(row, plot), false);
        cells(surface, row, side, plot, x);
        StepAxis.drawFactor(surface, palette, plot, ticks);
        List<Mark> own = marks.stream().filter(mark -> mark.side().orElse(side) == side).toList();
        StepAxis.drawMarks(surface, palette, whole, x, own, false);
        double end = StepAxis.drawSteps(surface, palette, whole, x);
        TextStyle style = Type.tick(palette).aligned(Align.RIGHT);
        Box card = layout.card(side, i);
        double right = card.right() - CellLayout.PADDING * scale;
        if (right - surface.textWidth(PlotTexts.get("curve.x"), style) > end + 6 * scale) {
            surface.text(PlotTexts.get("curve.x"), right, whole.bottom() + 14.5 * scale, style);
        }
        key(surface, row, card, side);
    }

    private void cells(Surface surface, RowOverTime row, Side side, Box plot, LinearScale x) {
        int columns = row.slices().size();
        int bins = row.bins().bins();
        double[] xs = new double[columns + 1];
        for (int column = 0; column < columns; column++) {
            xs[column] = x.at(row.slices().get(column).step());
        }
        xs[columns] = plot.right();
        LinearScale y = values(row, plot);
        double[] ys = new double[bins + 1];
        for (int edge = 0; edge <= bins; edge++) {
            ys[edge] = Math.max(plot.y(), Math.min(plot.bottom(), y.at(row.bins().edge(bins - edge))));
        }
        int[] ramp = ramp(side);
        int[] inside = new int[bins * columns];
        int[] over = new int[columns];
        int[] under = new int[columns];
        for (int column = 0; column < columns; column++) {
            Optional<ValueBins.Counts> counts = row.of(side).get(column);
            if (counts.isPresent()) {
                for (int bin = 0; bin < bins; bin++) {
                    inside[(bins - 1 - bin) * columns + column] = colour(ramp, row.scale(), counts.get().inside()[bin]);
                }
                over[column] = colour(ramp, row.scale(), counts.get().over());
                under[column] = colour(ramp, row.scale(), counts.get().under());
            }
        }
        surface.cells(xs, ys, inside);
        double strip = STRIP * palette.typeScale();
        double gap = STRIP_GAP * palette.typeScale();
        surface.cells(xs, new double[] {plot.y() - gap - strip, plot.y() - gap}, over);
        surface.cells(xs, new double[] {plot.bottom() + gap, plot.bottom() + gap + strip}, under);
    }

    /** From the colour of the card, for nothing, to the colour of the run. */
    private int[] ramp(Side side) {
        int[] ramp = new int[LEVELS];
        for (int level = 1; level < LEVELS; level++) {
            ramp[level] = palette.card().towards(palette.of(side), (double) level / (LEVELS - 1)).argb();
        }
        return ramp;
    }

    /** What is there is seen, however little it is. */
    private static int colour(int[] ramp, CountScale scale, double count) {
        return count <= 0 ? 0 : ramp[(int) Math.max(1, Math.round(scale.height(count, LEVELS - 1)))];
    }

    /** What the two ends of the ramp stand for. */
    private void key(Surface surface, RowOverTime row, Box card, Side side) {
        double scale = palette.typeScale();
        TextStyle style = Type.tick(palette).aligned(Align.RIGHT);
        double baseline = headBaseline(card);
        String most = Numbers.count(Math.round(row.scale().full()));
        boolean cut = row.of(side).stream().flatMap(Optional::stream).anyMatch(counts -> IntStream
                .range(0, counts.inside().length)
                .anyMatch(bin -> row.scale().cut(counts.inside()[bin])));
        String high = cut ? PlotTexts.get("heat.atLeast", most) : most;
        double right = card.right() - CellLayout.PADDING * scale;
        double end = right - surface.textWidth(high, style) - 5 * scale;
        double start = end - KEY * scale;
        String low = PlotTexts.get("heat.log");
        double least = card.x() + card.width() / 3;
        if (start - 5 * scale < least) {
            return;
        }
        surface.text(high, right, baseline, style);
        if (start - 5 * scale - surface.textWidth(low, style) >= least) {
            surface.text(low, start - 5 * scale, baseline, style);
        }
        int[] ramp = ramp(side);
        double[] xs = new double[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            xs[level] = start + level * (end - start) / (LEVELS - 1);
        }
        surface.cells(xs, new double[] {baseline - style.capHeight(), baseline}, Arrays.copyOfRange(ramp, 1, LEVELS));
    }

    @Override
    String head(Row row, Side side) {
        return shown(row, side) == tap ? PlotTexts.symbol(tap) : "";
    }

    @Override
    double keyWidth() {
        return 2 * KEY;
    }

    /** A cell. */
    private record Spot(int row, int slice, int bin) {}

    @Override
    public Optional<Spot> pointedAt(double x, double y) {
        Optional<Place> place = placeAt(x, y);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        int i = place.get().row();
        Box plot = plot(place.get().side(), i);
        if (!TimeCard.plot(layout.card(place.get().side(), i), palette, HEAD).contains(x, y)) {
            return Optional.empty();
        }
        RowOverTime row = overTime.get(i);
        double step = steps(plot).valueAt(x);
        int slice = 0;
        while (slice + 1 < row.slices().size() && row.slices().get(slice + 1).step() <= step) {
            slice++;
        }
        return Optional.of(new Spot(i, slice, row.bin(values(row, plot).valueAt(y))));
    }

    @Override
    public void pointOut(Surface surface, double mouseX, double mouseY) {
        pointedAt(mouseX, mouseY).ifPresent(spot -> {
            RowOverTime row = overTime.get(spot.row());
            for (Side side : Side.values()) {
                Box plot = plot(side, spot.row());
                LinearScale x = steps(plot);
                double left = x.at(row.slices().get(spot.slice()).step());
                double right = spot.slice() + 1 < row.slices().size()
                        ? x.at(row.slices().get(spot.slice() + 1).step())
                        : plot.right();
                Stroke stroke = Stroke.solid(palette.lineScale(), palette.text());
                surface.strokeRoundRectangle(left - 0.5, plot.y(), Math.max(1, right - left) + 1, plot.height(), 0, stroke);
                double middle = spot.bin() < 0
                        ? plot.bottom()
                        : spot.bin() >= row.bins().bins()
                                ? plot.y()
                                : values(row, plot).at((row.bins().edge(spot.bin()) + row.bins().edge(spot.bin() + 1)) / 2);
                surface.line(plot.x(), middle, left, middle, Stroke.solid(palette.lineScale(), palette.axis()));
                Readout.box(surface, palette, layout.card(side, spot.row()), left, right, plot.y(),
                        Readout.lines(palette, side, row.words(spot.slice(), side, spot.bin())));
            }
        });
    }

    @Override
    public Optional<ValueAxis> axisAt(double x, double y) {
        return placeAt(x, y)
                .filter(place -> y >= plot(place.side(), place.row()).y() && plot(place.side(), place.row()).height() > 0)
                .map(place -> new ValueAxis(
                        rows.get(place.row()).layer(),
                        values(overTime.get(place.row()), plot(place.side(), place.row())),
                        true));
    }

    @Override
    String name() {
        return PlotTexts.get("summary.heat");
    }
}
