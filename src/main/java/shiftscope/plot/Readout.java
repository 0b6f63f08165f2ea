package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;

/** The exact numbers of one bin: its edges, how many values it holds, and how many lie below it. */
public final class Readout {
    private static final double LINE = 15;
    private static final double PADDING = 7;

    private Readout() {}

    /** The numbers of a bin of one run in words, a line each. */
    public static List<String> lines(Histogram now, int bin) {
        return lines(new CellAxis(null, now, new ValueRange(now.low(), now.high())), bin);
    }

    /** The same, with what a chosen range cuts off among the values outside. */
    static List<String> lines(CellAxis axis, int bin) {
        Histogram now = axis.now();
        long total = now.total();
        if (bin < 0 || bin >= now.bins()) {
            double edge = bin < 0 ? axis.range().low() : axis.range().high();
            return outside(bin < 0, edge, axis.range(), now.binWidth(), bin < 0 ? axis.under(now) : axis.over(now), total);
        }
        return inside(now.edge(bin), now.edge(bin + 1), axis.range(), now.count(bin), below(now, bin), total);
    }

    /** The numbers of the values in a bin. */
    static List<String> inside(double low, double high, ValueRange axis, long count, long below, long total) {
        return List.of(
                PlotTexts.get("readout.bin", edge(low, axis, high - low), edge(high, axis, high - low)),
                howMany(count, total),
                PlotTexts.get("readout.below", share(below, total)));
    }

    /** The numbers of the values on one side of the axis. */
    static List<String> outside(boolean under, double edge, ValueRange axis, double binWidth, long count, long total) {
        String where = edge(edge, axis, binWidth);
        return List.of(PlotTexts.get(under ? "readout.under" : "readout.over", where), howMany(count, total));
    }

    private static String howMany(long count, long total) {
        return PlotTexts.get("readout.count", Numbers.count(count), Numbers.count(total), share(count, total));
    }

    private static String share(long count, long total) {
        return Numbers.percentWithDecimal((double) count / total);
    }

    private static String edge(double value, ValueRange axis, double width) {
        double size = Math.max(Math.abs(axis.low()), Math.abs(axis.high()));
        return size < 0.01 || size >= 1e5
                ? Numbers.measured(value)
                : Numbers.fixed(value, (int) Math.max(0, Math.min(8, 2 - Math.floor(Math.log10(width)))));
    }

    private static long below(Histogram now, int bin) {
        long below = now.under();
        for (int i = 0; i < bin; i++) {
            below += now.count(i);
        }
        return below;
    }

    /** Draws the numbers of a bin beside its column, the first of them in the colour of the run. */
    static void draw(Surface surface, Palette palette, CellLayout cell, Side side, Box column, List<String> texts) {
        box(surface, palette, cell.card(), column.x(), column.right(), cell.bars().y(), lines(palette, side, texts));
    }

    /** The lines of a box, the first in the colour of a run. */
    static List<Line> lines(Palette palette, Side side, List<String> texts) {
        List<Line> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new Line(
                    text,
                    lines.isEmpty()
                            ? Type.number(palette).coloured(palette.textOf(side))
                            : Type.label(palette).coloured(palette.text())));
        }
        return lines;
    }

    /** A line of a box. */
    record Line(String text, TextStyle style) {}

    /**
     * A small box of lines beside a column, right of it if there is room, else left, and never outside the area.
     *
     * @param before left edge of the column
     * @param after right edge of the column
     */
    static void box(Surface surface, Palette palette, Box area, double before, double after, double top, List<Line> lines) {
        double scale = palette.typeScale();
        double text = 0;
        for (Line line : lines) {
            text = Math.max(text, surface.textWidth(line.text(), line.style()));
        }
        double width = text + 2 * PADDING * scale;
        double height = (lines.size() * LINE + PADDING) * scale;
        double gap = 6 * scale;
        double x = after + gap + width <= area.right() - 4 ? after + gap : Math.max(area.x() + 4, before - gap - width);
        double y = Math.max(area.y() + 2, Math.min(top, area.bottom() - height - 2));
        surface.fillRoundRectangle(x, y, width, height, 5 * scale, palette.card());
        surface.strokeRoundRectangle(x, y, width, height, 5 * scale, Stroke.solid(palette.lineScale(), palette.axis()));
        for (int i = 0; i < lines.size(); i++) {
            double baseline = y + (PADDING / 2 + LINE * i + 11) * scale;
            surface.text(lines.get(i).text(), x + PADDING * scale, baseline, lines.get(i).style());
        }
    }
}
