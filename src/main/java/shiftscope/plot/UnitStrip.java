package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.session.LayerDetail;

/**
 * All units of a layer as small histograms, row by row in a given order, all of one run on one scale. It is drawn through a window on
 * it: what is scrolled out of sight costs nothing.
 *
 * @param side whose
 * @param detail of both runs, since they share the axis of values
 * @param order the units in the order in which they stand
 */
public record UnitStrip(Side side, LayerDetail detail, List<Integer> order) {
    private static final double TILE_WIDTH = 40;
    private static final double TILE_HEIGHT = 30;
    private static final double GAP = 4;
    private static final double MARK = 2;
    private static final double BAR_ALPHA = 0.85;
    /** There is too little height in a tile to leave two thirds of it to a single bar, as large cards do. */
    private static final double TOWERING = 1.5;

    public UnitStrip {
        order = List.copyOf(order);
    }

    /** How many stand in a row. */
    public int columns(double width, Palette palette) {
        double scale = palette.typeScale();
        return (int) Math.max(1, Math.floor((width - GAP * scale) / ((TILE_WIDTH + GAP) * scale)));
    }

    /** How high all rows are together, in pixels. */
    public double height(double width, Palette palette) {
        int columns = columns(width, palette);
        int rows = (order.size() + columns - 1) / columns;
        return (rows * (TILE_HEIGHT + GAP) + GAP) * palette.typeScale();
    }

    /** How far apart rows are, in pixels: scrolled by multiples of it, whole tiles are seen at the top. */
    public static double pitch(Palette palette) {
        return (TILE_HEIGHT + GAP) * palette.typeScale();
    }

    /** The height of so much of a room as whole rows fill, at least one, in pixels. */
    public static double wholeRows(double room, Palette palette) {
        double gap = GAP * palette.typeScale();
        return Math.max(1, Math.floor((room - gap) / pitch(palette))) * pitch(palette) + gap;
    }

    /** Where the tile at a position of the order stands, scrolled down by so much. */
    public Box tile(int position, double width, double scrolled, Palette palette) {
        double scale = palette.typeScale();
        int columns = columns(width, palette);
        // The tiles of a row fill its width.
        double pitch = (width - GAP * scale) / columns;
        double left = GAP * scale + position % columns * pitch;
        double top = (GAP + position / columns * (TILE_HEIGHT + GAP)) * scale - scrolled;
        return new Box(left, top, Math.min(pitch - GAP * scale, 1.6 * TILE_WIDTH * scale), TILE_HEIGHT * scale);
    }

    /** The unit at a point. */
    public OptionalInt unit(double px, double py, double width, double scrolled, Palette palette) {
        for (int position : visible(width, Double.MAX_VALUE, scrolled, palette)) {
            Box tile = tile(position, width, scrolled, palette);
            if (tile.y() > py) {
                break;
            }
            if (tile.contains(px, py)) {
                return OptionalInt.of(order.get(position));
            }
        }
        return OptionalInt.empty();
    }

    private List<Integer> visible(double width, double height, double scrolled, Palette palette) {
        int columns = columns(width, palette);
        int first = (int) Math.max(0, Math.floor(scrolled / pitch(palette))) * columns;
        List<Integer> positions = new ArrayList<>();
        for (int position = first; position < order.size(); position++) {
            if (tile(position, width, scrolled, palette).y() >= height) {
                break;
            }
            positions.add(position);
        }
        return positions;
    }

    /**
     * Draws what can be seen of the strip.
     *
     * @param box where; tiles that are partly in it are cut off
     * @param scrolled how far the strip is scrolled down, in pixels
     * @param selected the unit that is marked; empty for none
     * @param pointedAt the unit whose numbers are shown; empty for none
     */
    public void draw(Surface surface, Box box, Palette palette, double scrolled, OptionalInt selected, OptionalInt pointedAt) {
        double full = full();
        surface.withClip(box, () -> {
            Box readout = null;
            for (int position : visible(box.width(), box.height(), scrolled, palette)) {
                Box local = tile(position, box.width(), scrolled, palette);
                Box tile = new Box(box.x() + local.x(), box.y() + local.y(), local.width(), local.height());
                int unit = order.get(position);
                boolean marked = selected.isPresent() && selected.getAsInt() == unit;
                boolean pointed = pointedAt.isPresent() && pointedAt.getAsInt() == unit;
                tile(surface, palette, tile, unit, full, marked || pointed);
                if (marked) {
                    double width = MARK * palette.lineScale();
                    surface.strokeRoundRectangle(tile.x(), tile.y(), tile.width(), tile.height(), 0, Stroke.solid(width, palette.text()));
                }
                readout = pointed ? tile : readout;
            }
            if (readout != null) {
                Readout.box(surface, palette, box, readout.x(), readout.right(), readout.y(),
                        Readout.lines(palette, side, lines(pointedAt.getAsInt())));
            }
        });
    }

    private void tile(Surface surface, Palette palette, Box tile, int index, double full, boolean solid) {
        LayerDetail.Unit unit = detail.of(side).units().get(index);
        surface.fillRectangle(tile.x(), tile.y(), tile.width(), tile.height(), palette.card());
        Colour colour = palette.of(side);
        bars(surface, tile, unit.now(), full, solid ? colour : colour.withAlpha(BAR_ALPHA).on(palette.card()), palette.card());
        if (unit.brushed() != null) {
            bars(surface, tile, unit.brushed(), full, BrushedBars.tone(palette, side), palette.card());
        }
        surface.fillRectangle(tile.x(), tile.bottom() - 1, tile.width(), 1, palette.axis());
    }

    /** A bar for each column of pixels, as high as the highest bin in it: bins are often narrower than a pixel. */
    private static void bars(Surface surface, Box tile, Histogram counted, double full, Colour colour, Colour card) {
        int columns = (int) Math.max(1, Math.min(counted.bins(), tile.width()));
        double room = tile.height() - 3;
        for (int column = 0; column < columns; column++) {
            int highest = 0;
            int last = Math.max(column * counted.bins() / columns + 1, (column + 1) * counted.bins() / columns);
            for (int bin = column * counted.bins() / columns; bin < last; bin++) {
                highest = Math.max(highest, counted.count(bin));
            }
            if (highest > 0) {
                double left = Math.round(tile.x() + tile.width() * column / columns);
                double right = Math.round(tile.x() + tile.width() * (column + 1) / columns);
                double height = Math.max(1, Math.min(1, highest / full) * room);
                surface.fillRectangle(left, tile.bottom() - height, right - left, height, colour);
                if (highest > full) {
                    surface.fillRectangle(left, tile.bottom() - height + 3, right - left, 1.5, card);
                }
            }
        }
    }

    /**
     * One scale for the run: bars of a run whose units are narrow would leave those of the other no height that can be seen. Nor do
     * the narrow units of a run flatten the others: what is higher than half as high again as the middle one of their peaks is cut.
     */
    private double full() {
        CountScale.Peaks peaks = new CountScale.Peaks();
        List<LayerDetail.Unit> units = detail.of(side).units();
        units.forEach(unit -> peaks.add(unit.now()));
        int[] highest = units.stream().mapToInt(unit -> highest(unit.now())).sorted().toArray();
        double usual = highest.length == 0 ? Double.POSITIVE_INFINITY : highest[highest.length / 2];
        return Math.max(1, Math.min(peaks.full(TOWERING), TOWERING * usual));
    }

    private static int highest(Histogram histogram) {
        return IntStream.range(0, histogram.bins()).map(histogram::count).max().orElse(0);
    }

    /** The numbers of a unit in words, a line each. */
    public List<String> lines(int index) {
        LayerDetail.Unit unit = detail.of(side).units().get(index);
        List<String> lines = new ArrayList<>();
        lines.add(PlotTexts.get("unit.name", String.valueOf(index)));
        lines.add(PlotTexts.get(
                "unit.moments", Numbers.measured(unit.mean(), unit.deviation()), Numbers.measured(unit.deviation())));
        lines.add(PlotTexts.get("unit.shift", Numbers.measured(unit.shift())));
        if (!Double.isNaN(unit.saturated())) {
            lines.add(PlotTexts.get("layer.saturated", Numbers.percent(unit.saturated())));
        }
        if (!Double.isNaN(unit.gamma())) {
            lines.add(PlotTexts.get("unit.scaleShift", Numbers.measured(unit.gamma()), Numbers.measured(unit.beta())));
        }
        lines.add(PlotTexts.get("unit.full", Numbers.count(Math.round(full())), side.name()));
        return lines;
    }
}
