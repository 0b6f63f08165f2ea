package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.session.Row;

/** The exact numbers of one bin: its edges, how many values it holds, and how many lie below it. */
public final class Readout {
    private static final double LINE = 15;
    private static final double PADDING = 7;

    private Readout() {}

    /** The numbers of a bin of one run in words, a line each. */
    public static List<String> lines(Histogram now, int bin) {
        boolean inside = bin >= 0 && bin < now.bins();
        long total = now.total();
        long count = inside ? now.count(bin) : bin < 0 ? now.under() : now.over();
        String howMany = PlotTexts.get("readout.count", Numbers.count(count), Numbers.count(total), share(count, total));
        if (!inside) {
            String edge = edge(now, bin < 0 ? 0 : now.bins());
            return List.of(PlotTexts.get(bin < 0 ? "readout.under" : "readout.over", edge), howMany);
        }
        return List.of(
                PlotTexts.get("readout.bin", edge(now, bin), edge(now, bin + 1)),
                howMany,
                PlotTexts.get("readout.below", share(below(now, bin), total)));
    }

    private static String share(long count, long total) {
        return Numbers.percentWithDecimal((double) count / total);
    }

    private static String edge(Histogram now, int i) {
        double width = now.binWidth();
        double size = Math.max(Math.abs(now.low()), Math.abs(now.high()));
        return size < 0.01 || size >= 1e5
                ? Numbers.measured(now.edge(i))
                : Numbers.fixed(now.edge(i), (int) Math.max(0, Math.min(8, 2 - Math.floor(Math.log10(width)))));
    }

    private static long below(Histogram now, int bin) {
        long below = now.under();
        for (int i = 0; i < bin; i++) {
            below += now.count(i);
        }
        return below;
    }

    /** Draws the numbers of a bin beside it, in the cards of both runs: the same values, so that they can be compared. */
    static void draw(Surface surface, Palette palette, WallLayout layout, Row row, Hit hit) {
        for (Side side : Side.values()) {
            draw(surface, palette, layout.cell(side, hit.row()), side, row.of(side).now(), hit.bin());
        }
    }

    /** Draws the numbers of a bin beside it, in the card of one run. */
    static void draw(Surface surface, Palette palette, CellLayout cell, Side side, Histogram now, int bin) {
        Box column = cell.column(bin, now.bins());
        List<Line> lines = new ArrayList<>();
        for (String text : lines(now, bin)) {
            lines.add(new Line(
                    text,
                    lines.isEmpty()
                            ? Type.number(palette).coloured(palette.textOf(side))
                            : Type.label(palette).coloured(palette.text())));
        }
        box(surface, palette, cell.card(), column.x(), column.right(), cell.bars().y(), lines);
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
