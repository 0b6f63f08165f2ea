package shiftscope.plot;

import shiftscope.measure.NormalizedBatch;
import shiftscope.plot.TextStyle.Align;
import shiftscope.plot.TextStyle.Weight;

/**
 * What moves what in a normalized batch, ∂y_i/∂x_j: rows are outputs, columns are inputs. Colour tells the size, and a sign in each cell
 * the direction without it.
 */
final class InfluenceSquare {
    private static final double PADDING = 12;
    private static final double TITLE = 28;
    private static final double CELL = 24;

    private InfluenceSquare() {}

    /** How wide a card it fills. */
    static double width(Palette palette, NormalizedBatch batch) {
        return (batch.size() * CELL + 2 * PADDING) * palette.typeScale();
    }

    /** How high a card it needs. */
    static double height(Palette palette, NormalizedBatch batch) {
        return (TITLE + (batch.size() + 1) * CELL + PADDING) * palette.typeScale();
    }

    /** @param chosen the output whose row is marked, from 0 */
    static void draw(Surface surface, Box card, Palette palette, NormalizedBatch batch, int chosen) {
        double scale = palette.typeScale();
        Cards.draw(surface, palette, card);
        int m = batch.size();
        double left = card.x() + PADDING * scale;
        double room = card.width() - 2 * PADDING * scale;
        Fitted.text(surface, PlotTexts.get("eight.influence"), left, card.y() + 19 * scale, room, Type.heading(palette));
        double cell = Math.min(CELL * scale, room / m);
        Box cells = new Box(left, card.y() + TITLE * scale, m * cell, m * cell);
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < m * m; i++) {
            largest = Math.max(largest, Math.abs(batch.influence(i / m, i % m)));
        }
        int[] argb = new int[m * m];
        for (int i = 0; i < m * m; i++) {
            double value = batch.influence(i / m, i % m);
            argb[i] = palette.card().towards(value < 0 ? palette.a() : palette.b(), Math.sqrt(Math.abs(value) / largest)).argb();
        }
        surface.cells(cells, m, m, argb);
        for (int i = 0; i < m * m; i++) {
            double value = batch.influence(i / m, i % m);
            Colour ground = Colour.rgb(argb[i] & 0xffffff);
            Colour ink = ground.contrast(palette.text()) > ground.contrast(palette.card()) ? palette.text() : palette.card();
            TextStyle style = new TextStyle(11 * scale, Weight.SEMI_BOLD, ink, Align.CENTRE);
            String sign = value > 0 ? "+" : value < 0 ? Numbers.MINUS : "0";
            surface.text(sign, cells.x() + (i % m + 0.5) * cell, cells.y() + (i / m + 0.5) * cell + style.capHeight() / 2, style);
        }
        surface.strokeRoundRectangle(cells.x(), cells.y() + chosen * cell, cells.width(), cell, 0,
                Stroke.solid(2 * palette.lineScale(), palette.accent()));
        Fitted.text(surface, PlotTexts.get("eight.influence.least", Numbers.inDigits(batch.leastInfluence())), left,
                cells.bottom() + 18 * scale, room, Type.label(palette));
    }
}
