package shiftscope.plot;

import shiftscope.config.Side;
import shiftscope.measure.LossMap;
import shiftscope.plot.TextStyle.Align;

/**
 * The loss of both runs over two weights as filled contours, with the way that these weights went. A left, B right, each on axes of its
 * own, both weights on the same scale. Immutable.
 *
 * @param step updates made
 */
public record ContourPlot(long step, Panel a, Panel b) implements CaptionedPlot {
    /** How many bands the loss is told apart in. */
    static final int BANDS = 14;
    private static final double CELL = 3;
    private static final double GAP = 14;
    private static final double LEFT = 44;
    private static final double RIGHT = 16;
    private static final double HEAD = 48;
    private static final double FOOT = 42;
    private static final double TICK_SPACING = 48;
    /** How near the colour of the run the highest band comes: the way is still seen on it. */
    private static final double STRONGEST = 0.8;

    /**
     * One run.
     *
     * @param examples that the loss is the mean over
     * @param first the first weight at recorded steps, the oldest first, the last as it is now
     * @param second the second weight at the same steps
     */
    public record Panel(LossMap map, int examples, double[] first, double[] second) {}

    private Panel of(Side side) {
        return side == Side.A ? a : b;
    }

    /** Draws both maps at the origin of the surface. */
    public void draw(Surface surface, Palette palette, double width, double height) {
        double scale = palette.typeScale();
        double gap = GAP * scale;
        double column = Math.max(0, (width - gap) / 2);
        double size = Math.floor(Math.min(column - (LEFT + RIGHT) * scale, height - (HEAD + FOOT) * scale));
        if (size > 0) {
            for (Side side : Side.values()) {
                double x = side == Side.A ? 0 : column + gap;
                panel(surface, palette, new Box(x, 0, column, size + (HEAD + FOOT) * scale), size, side);
            }
        }
    }

    private void panel(Surface surface, Palette palette, Box card, double size, Side side) {
        double scale = palette.typeScale();
        Panel panel = of(side);
        Cards.draw(surface, palette, card);
        TextStyle name = Type.number(palette).coloured(palette.textOf(side));
        surface.withClip(card, () -> surface.text(
                PlotTexts.get("contours.run", side.name()), card.x() + 12 * scale, card.y() + 18 * scale, name));
        double left = card.x() + LEFT * scale + (card.width() - (LEFT + RIGHT) * scale - size) / 2;
        Box plot = new Box(Math.round(left), Math.round(card.y() + HEAD * scale), size, size);
        LinearScale x = new LinearScale(-panel.map.reach(), panel.map.reach(), plot.x(), plot.right());
        LinearScale y = new LinearScale(-panel.map.reach(), panel.map.reach(), plot.bottom(), plot.y());
        cells(surface, palette, plot, panel.map, side);
        axes(surface, palette, plot, x, y);
        surface.withClip(plot, () -> way(surface, palette, panel, x, y));
        key(surface, palette, card, panel.map, side);
    }

    private static void cells(Surface surface, Palette palette, Box plot, LossMap map, Side side) {
        int cells = (int) Math.max(2, plot.width() / CELL);
        int[] argb = new int[cells * cells];
        for (int row = 0; row < cells; row++) {
            double second = map.reach() * (1 - 2 * (row + 0.5) / cells);
            for (int column = 0; column < cells; column++) {
                double first = map.reach() * (2 * (column + 0.5) / cells - 1);
                int band = band(map, map.at(first, second));
                argb[row * cells + column] = band < 0 ? 0 : colour(palette, side, band).argb();
            }
        }
        surface.cells(plot, cells, cells, argb);
    }

    /** Equal steps of the root of what the loss is above the least: a round bowl has rings of equal width. −1 if it is not finite. */
    static int band(LossMap map, double loss) {
        if (!Double.isFinite(loss)) {
            return -1;
        }
        double range = map.most() - map.least();
        double share = range > 0 ? Math.sqrt(Math.max(0, loss - map.least()) / range) : 0;
        return (int) Math.min(BANDS - 1, BANDS * share);
    }

    static Colour colour(Palette palette, Side side, int band) {
        return palette.card().towards(palette.of(side), STRONGEST * band / (BANDS - 1));
    }

    private void axes(Surface surface, Palette palette, Box plot, LinearScale x, LinearScale y) {
        double scale = palette.typeScale();
        Stroke line = Stroke.solid(palette.lineScale(), palette.axis());
        surface.strokeRoundRectangle(plot.x() - 0.5, plot.y() - 0.5, plot.width() + 1, plot.height() + 1, 0, line);
        TextStyle tick = Type.tick(palette);
        Ticks ticks = x.ticks((int) Math.max(3, plot.width() / (TICK_SPACING * scale)));
        for (int i = 0; i < ticks.count(); i++) {
            double across = x.at(ticks.values().get(i));
            surface.line(across, plot.bottom(), across, plot.bottom() + 3 * scale, line);
            surface.text(ticks.labels().get(i), across, plot.bottom() + 14 * scale, tick);
            double up = y.at(ticks.values().get(i));
            surface.line(plot.x() - 3 * scale, up, plot.x(), up, line);
            surface.text(ticks.labels().get(i), plot.x() - 5 * scale, up + tick.capHeight() / 2, tick.aligned(Align.RIGHT));
        }
        TextStyle name = Type.label(palette);
        surface.text(PlotTexts.get("contours.first") + ticks.factor(), plot.centreX(),
                plot.bottom() + 30 * scale, name.aligned(Align.CENTRE));
        surface.text(PlotTexts.get("contours.second") + ticks.factor(), plot.x(), plot.y() - 7 * scale, name);
    }

    /** From a ring at the start to a point where the weights are now. */
    private static void way(Surface surface, Palette palette, Panel panel, LinearScale x, LinearScale y) {
        int points = panel.first.length;
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int i = 0; i < points; i++) {
            xs[i] = x.at(panel.first[i]);
            ys[i] = y.at(panel.second[i]);
        }
        double line = palette.lineScale();
        if (points > 1) {
            surface.polyline(xs, ys, points, Stroke.solid(3.6 * line, palette.card().withAlpha(0.7)));
            surface.polyline(xs, ys, points, Stroke.solid(1.6 * line, palette.text()));
        }
        double radius = 4.5 * palette.typeScale();
        surface.fillCircle(xs[0], ys[0], radius, palette.card());
        surface.strokeCircle(xs[0], ys[0], radius, Stroke.solid(1.8 * line, palette.text()));
        surface.fillCircle(xs[points - 1], ys[points - 1], radius + 1.2 * line, palette.card());
        surface.fillCircle(xs[points - 1], ys[points - 1], radius, palette.text());
    }

    /** Beside the heading: where there is little height, the map needs all of it. */
    private static void key(Surface surface, Palette palette, Box card, LossMap map, Side side) {
        double scale = palette.typeScale();
        TextStyle style = Type.tick(palette).aligned(Align.RIGHT);
        double baseline = card.y() + 18 * scale;
        String low = PlotTexts.get("contours.loss", Numbers.measured(map.least()));
        String high = Numbers.measured(map.most());
        double right = card.right() - 12 * scale;
        double heading = surface.textWidth(PlotTexts.get("contours.run", side.name()), Type.number(palette)) + 24 * scale;
        double to = right - surface.textWidth(high, style) - 6 * scale;
        double room = to - card.x() - heading - surface.textWidth(low, style) - 6 * scale;
        double width = Math.min(BANDS * 9 * scale, room);
        if (width < BANDS) {
            return;
        }
        Box box = new Box(to - width, baseline - style.capHeight() - 1, width, style.capHeight() + 2);
        int[] argb = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            argb[band] = colour(palette, side, band).argb();
        }
        surface.text(low, box.x() - 6 * scale, baseline, style);
        surface.cells(box, BANDS, 1, argb);
        surface.strokeRoundRectangle(box.x(), box.y(), box.width(), box.height(), 0, Stroke.solid(palette.lineScale(), palette.axis()));
        surface.text(high, right, baseline, style);
    }

    /** What is shown, and what is held fixed. */
    @Override
    public String caption() {
        return PlotTexts.get("contours.caption", Numbers.count(step), Numbers.count(a.examples));
    }

    @Override
    public String summary() {
        StringBuilder words = new StringBuilder(caption());
        for (Side side : Side.values()) {
            Panel panel = of(side);
            int last = panel.first.length - 1;
            words.append(' ').append(PlotTexts.get("summary.contours",
                    side.name(),
                    Numbers.measured(panel.map.least()),
                    Numbers.measured(panel.map.most()),
                    Numbers.measured(panel.first[0]),
                    Numbers.measured(panel.second[0]),
                    Numbers.measured(panel.first[last]),
                    Numbers.measured(panel.second[last])));
        }
        return words.toString();
    }
}
