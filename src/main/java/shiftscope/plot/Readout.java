package shiftscope.plot;

import java.util.List;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.Row;

/** The exact numbers of one bin: its edges, how many values it holds, and how many lie below it. */
public final class Readout {
    private static final double LINE = 15;
    private static final double PADDING = 7;

    private Readout() {}

    /** The numbers of a bin of one run in words, a line each. */
    public static List<String> lines(Histogram now, int bin) {
        long total = now.total();
        long count = bin < 0 ? now.under() : bin >= now.bins() ? now.over() : now.count(bin);
        String where = bin < 0
                ? PlotTexts.get("readout.under", edge(now, 0))
                : bin >= now.bins()
                        ? PlotTexts.get("readout.over", edge(now, now.bins()))
                        : PlotTexts.get("readout.bin", edge(now, bin), edge(now, bin + 1));
        String howMany = PlotTexts.get(
                "readout.count", Numbers.count(count), Numbers.count(total), Numbers.percentWithDecimal((double) count / total));
        return List.of(where, howMany, PlotTexts.get("readout.below", Numbers.percentWithDecimal((double) below(now, bin) / total)));
    }

    private static String edge(Histogram now, int i) {
        double width = now.binWidth();
        double size = Math.max(Math.abs(now.low()), Math.abs(now.high()));
        return size < 0.01 || size >= 1e5
                ? Numbers.measured(now.edge(i))
                : Numbers.fixed(now.edge(i), (int) Math.max(0, Math.min(8, 1 - Math.floor(Math.log10(width)))));
    }

    private static long below(Histogram now, int bin) {
        long below = bin < 0 ? 0 : now.under();
        for (int i = 0; i < Math.min(bin, now.bins()); i++) {
            below += now.count(i);
        }
        return below;
    }

    /** Draws the numbers of a bin beside it, in the cards of both runs: the same values, so that they can be compared. */
    static void draw(Surface surface, Palette palette, WallLayout layout, Row row, Hit hit) {
        for (Side side : Side.values()) {
            CellLayout cell = layout.cell(side, hit.row());
            Histogram now = row.of(side).now();
            double x = hit.bin() < 0
                    ? cell.under().right()
                    : hit.bin() >= now.bins() ? cell.over().x() : cell.edge(hit.bin(), now.bins());
            double after = hit.bin() < 0 || hit.bin() >= now.bins() ? x : cell.edge(hit.bin() + 1, now.bins());
            box(surface, palette, cell.card(), x, after, cell.bars().y(), lines(now, hit.bin()), palette.textOf(side));
        }
    }

    /**
     * A small box of lines beside a column, right of it if there is room, else left, and never outside the area.
     *
     * @param before left edge of the column
     * @param after right edge of the column
     * @param colour of the first line
     */
    static void box(
            Surface surface, Palette palette, Box area, double before, double after, double top, List<String> lines, Colour colour) {
        double scale = palette.typeScale();
        TextStyle style = Type.number(palette).coloured(colour).aligned(Align.LEFT);
        TextStyle rest = Type.label(palette).coloured(palette.text());
        double text = 0;
        for (int i = 0; i < lines.size(); i++) {
            text = Math.max(text, surface.textWidth(lines.get(i), i == 0 ? style : rest));
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
            surface.text(lines.get(i), x + PADDING * scale, baseline, i == 0 ? style : rest);
        }
    }
}
