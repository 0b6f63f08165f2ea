package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.measure.DyadicHistogram;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.Row;
import shiftscope.session.Slice;
import shiftscope.session.Snapshot;

/**
 * The histograms of recorded steps behind each other: time runs from the back to the front, the newest is lowest, largest in colour
 * and covers the others. Baselines stand where their steps do.
 */
final class RidgesPlot extends OverTimeScene {
    private static final int MOST = 20;
    /** The least between two baselines on average, in pixels of a type scale of 1. */
    private static final double SPACING = 4;
    /** How high the highest ridge is, as a share of the plot. */
    private static final double HIGHEST = 0.42;
    private static final double LABEL_SPACING = 13;
    private static final double SIDE_BAR_ALPHA = 0.55;

    private final List<RowOverTime> overTime = new ArrayList<>();

    RidgesPlot(Snapshot snapshot, Palette palette, WallLayout layout, WallOptions options, HeldRanges ranges) {
        super(snapshot, palette, layout, options, snapshot.tap());
        double height = layout.rows() == 0 ? 0 : cell(Side.A, 0).bars().height();
        int room = (int) (height * (1 - HIGHEST) / (SPACING * palette.typeScale())) + 1;
        List<Slice> shown = Slices.spread(slices, Math.max(3, Math.min(MOST, room)));
        for (Row row : rows) {
            overTime.add(RowOverTime.of(row, tap, shown, shown, options, ranges));
        }
    }

    private CellLayout cell(Side side, int i) {
        return CellLayout.ofRidges(layout.card(side, i), palette.typeScale());
    }

    /** Height of the line that a ridge stands on. */
    private static double baseline(RowOverTime row, CellLayout cell, int slice) {
        long first = row.slices().get(0).step();
        long newest = row.slices().get(row.slices().size() - 1).step();
        double age = newest == first ? 0 : (double) (newest - row.slices().get(slice).step()) / (newest - first);
        return cell.axis() - age * (1 - HIGHEST) * cell.bars().height();
    }

    @Override
    void panel(Surface surface, int i, Side side) {
        RowOverTime row = overTime.get(i);
        CellLayout cell = cell(side, i);
        int newest = row.slices().size() - 1;
        surface.withClip(cell.bars(), () -> {
            for (int slice = 0; slice <= newest; slice++) {
                double age = newest == 0 ? 1 : (double) slice / newest;
                ridge(surface, row, cell, side, slice, palette.card().towards(palette.of(side), 0.15 + 0.6 * age),
                        Stroke.solid(palette.lineScale(), palette.card().towards(palette.of(side), 0.45 + 0.55 * age)));
            }
        });
        Optional<ValueBins.Counts> counts = row.of(side).get(newest);
        long under = Math.round(counts.map(ValueBins.Counts::under).orElse(0.0));
        long over = Math.round(counts.map(ValueBins.Counts::over).orElse(0.0));
        Colour pale = palette.of(side).withAlpha(SIDE_BAR_ALPHA).on(palette.card());
        sideBar(surface, row, cell, cell.under(), under, pale);
        sideBar(surface, row, cell, cell.over(), over, pale);
        ValueTicks.draw(surface, palette, cell, row.range(), CellLabels.outside(surface, palette, cell, side, under, over));
        steps(surface, row, cell);
        notFinite(surface, row, cell, side);
    }

    private static void sideBar(Surface surface, RowOverTime row, CellLayout cell, Box room, long count, Colour colour) {
        if (count > 0) {
            double height = row.scale().height(count, HIGHEST * cell.bars().height());
            surface.fillRectangle(room.x(), cell.axis() - height, room.width(), height, colour);
        }
    }

    /** A filled outline through the middles of the tops of the bins. */
    private void ridge(Surface surface, RowOverTime row, CellLayout cell, Side side, int slice, Colour fill, Stroke outline) {
        Optional<ValueBins.Counts> counts = row.of(side).get(slice);
        if (counts.isEmpty()) {
            return;
        }
        double[] inside = counts.get().inside();
        double base = baseline(row, cell, slice);
        surface.line(cell.bars().x(), base, cell.bars().right(), base, Stroke.solid(palette.lineScale(), palette.grid()));
        int first = 0;
        int last = inside.length - 1;
        while (first <= last && inside[first] == 0) {
            first++;
        }
        while (last > first && inside[last] == 0) {
            last--;
        }
        if (first > last) {
            return;
        }
        double room = HIGHEST * cell.bars().height();
        double[] xs = new double[last - first + 3];
        double[] ys = new double[xs.length];
        int points = 0;
        for (int i = first - 1; i <= last + 1; i++) {
            xs[points] = x(row, cell, (row.bins().edge(i) + row.bins().edge(i + 1)) / 2);
            double count = i < first || i > last ? 0 : inside[i];
            ys[points++] = base - row.scale().height(count, room);
        }
        surface.fillPolygon(xs, ys, points, fill);
        surface.polyline(xs, ys, points, outline);
        for (int i = first; i <= last; i++) {
            if (row.scale().cut(inside[i])) {
                double x = x(row, cell, (row.bins().edge(i) + row.bins().edge(i + 1)) / 2);
                double y = base - room + 5 * palette.typeScale();
                surface.line(x - 4, y + 2, x + 4, y - 2, Stroke.solid(2, palette.card()));
            }
        }
    }

    private static double x(RowOverTime row, CellLayout cell, double value) {
        return cell.x(value, row.range().low(), row.range().high());
    }

    /** Steps beside their baselines: the newest, the first, and of those between where there is room. */
    private void steps(Surface surface, RowOverTime row, CellLayout cell) {
        double spacing = LABEL_SPACING * palette.typeScale();
        int newest = row.slices().size() - 1;
        double last = baseline(row, cell, newest);
        double top = baseline(row, cell, 0);
        step(surface, row, cell, newest);
        head(surface, cell, top);
        if (last - top < spacing) {
            return;
        }
        step(surface, row, cell, 0);
        for (int slice = newest - 1; slice > 0; slice--) {
            double y = baseline(row, cell, slice);
            if (last - y >= spacing && y - top >= spacing) {
                step(surface, row, cell, slice);
                last = y;
            }
        }
    }

    private void step(Surface surface, RowOverTime row, CellLayout cell, int slice) {
        TextStyle style = Type.tick(palette).aligned(Align.RIGHT);
        double x = cell.under().x() - 4 * palette.typeScale();
        String label = StepAxis.step(row.slices().get(slice).step());
        if (x - surface.textWidth(label, style) >= cell.card().x() + 2) {
            surface.text(label, x, baseline(row, cell, slice), style);
        }
    }

    /** What the column of numbers is. */
    private void head(Surface surface, CellLayout cell, double top) {
        TextStyle style = Type.tick(palette).aligned(Align.RIGHT);
        double x = cell.under().x() - 4 * palette.typeScale();
        String word = PlotTexts.get("curve.x");
        double y = top - LABEL_SPACING * palette.typeScale();
        boolean fits = x - surface.textWidth(word, style) >= cell.card().x() + 2;
        if (fits && y - style.capHeight() > cell.labelBaseline()) {
            surface.text(word, x, y, style);
        }
    }

    private void notFinite(Surface surface, RowOverTime row, CellLayout cell, Side side) {
        Slice newest = row.slices().get(row.slices().size() - 1);
        long count = Slices.counts(newest, side, row.row().layer(), tap).map(DyadicHistogram::nonFinite).orElse(0L);
        if (count > 0) {
            TextStyle style = Type.number(palette).coloured(palette.textOf(side)).aligned(Align.RIGHT);
            surface.text(PlotTexts.get("cell.notFinite", Numbers.count(count)), cell.over().right(), headBaseline(cell.card()), style);
        }
    }

    @Override
    double keyWidth() {
        return 90;
    }

    /** A bin of a ridge. */
    private record Spot(int row, int slice, int bin) {}

    @Override
    public Optional<Spot> pointedAt(double x, double y) {
        Optional<Place> place = placeAt(x, y);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        CellLayout cell = cell(place.get().side(), place.get().row());
        boolean under = cell.under().contains(x, y);
        boolean over = cell.over().contains(x, y);
        if (!under && !over && !cell.bars().contains(x, y)) {
            return Optional.empty();
        }
        RowOverTime row = overTime.get(place.get().row());
        // The side bars are of the newest.
        int nearest = row.slices().size() - 1;
        for (int slice = nearest; slice >= 0 && !under && !over; slice--) {
            boolean nearer = Math.abs(baseline(row, cell, slice) - y) < Math.abs(baseline(row, cell, nearest) - y);
            nearest = nearer ? slice : nearest;
        }
        LinearScale scale = scale(row, cell);
        int bin = under ? -1 : over ? row.bins().bins() : row.bin(scale.valueAt(x));
        return Optional.of(new Spot(place.get().row(), nearest, bin));
    }

    private static LinearScale scale(RowOverTime row, CellLayout cell) {
        return new LinearScale(row.range().low(), row.range().high(), cell.bars().x(), cell.bars().right());
    }

    @Override
    public void pointOut(Surface surface, double mouseX, double mouseY) {
        pointedAt(mouseX, mouseY).ifPresent(spot -> {
            RowOverTime row = overTime.get(spot.row());
            for (Side side : Side.values()) {
                CellLayout cell = cell(side, spot.row());
                Box column = column(row, cell, spot.bin());
                double y = baseline(row, cell, spot.slice());
                surface.line(cell.bars().x(), y, cell.bars().right(), y, Stroke.solid(palette.lineScale(), palette.text()));
                surface.withClip(cell.bars(), () -> ridge(surface, row, cell, side, spot.slice(), palette.of(side),
                        Stroke.solid(1.4 * palette.lineScale(), palette.text())));
                surface.line(column.centreX(), y - 4, column.centreX(), y + 4, Stroke.solid(2 * palette.lineScale(), palette.text()));
                Readout.draw(surface, palette, cell, side, column, row.words(spot.slice(), side, spot.bin()));
            }
        });
    }

    private static Box column(RowOverTime row, CellLayout cell, int bin) {
        if (bin < 0) {
            return cell.under();
        }
        if (bin >= row.bins().bins()) {
            return cell.over();
        }
        double left = Math.max(cell.bars().x(), x(row, cell, row.bins().edge(bin)));
        double right = Math.min(cell.bars().right(), x(row, cell, row.bins().edge(bin + 1)));
        return new Box(left, cell.bars().y(), Math.max(0, right - left), cell.bars().height());
    }

    @Override
    public Optional<ValueAxis> axisAt(double x, double y) {
        return placeAt(x, y)
                .filter(place -> y >= cell(place.side(), place.row()).bars().y())
                .map(place -> new ValueAxis(
                        rows.get(place.row()).layer(),
                        scale(overTime.get(place.row()), cell(place.side(), place.row())),
                        false));
    }

    @Override
    String name() {
        return PlotTexts.get("summary.ridges");
    }
}
