package shiftscope.plot;

import java.util.List;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.LayerMetrics;
import shiftscope.session.Metrics;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;

/** What stands between the columns: the name of a layer, and how far each run's distribution has moved since step 0. */
final class SpinePlot {
    /** Bars reach their full length at the longest shift of a hidden layer, but never at less than this many σ₀. */
    private static final double LEAST_FULL_SHIFT = 1;
    private static final double BAR = 9;
    /** Longer shifts have no number of their own, and none of them takes all length from the others. */
    private static final double LONGEST_NUMBER = 999.5;

    private SpinePlot() {}

    /**
     * The shift that is drawn at full length, one for the whole wall, so that bars compare between layers. The output does not
     * count: its logits may move by dozens of σ₀ while a network learns, which would leave the hidden layers, the ones that
     * normalizers act on, nothing to see. A bar that would be longer, without end too, is
     * cut and marked, as in the histograms, and its number stands below it up to 999.
     */
    static double longestShift(Snapshot snapshot) {
        double longest = LEAST_FULL_SHIFT;
        for (Side side : Side.values()) {
            List<LayerMetrics> layers = snapshot.latest().of(side).layers();
            for (int i = 0; i < layers.size() - 1; i++) {
                double shift = layers.get(i).shift();
                longest = shift > longest ? shift : longest;
            }
        }
        return Math.min(longest, LONGEST_NUMBER);
    }

    static void draw(Surface surface, Palette palette, Box spine, Row row, Metrics latest, double longest) {
        double scale = palette.typeScale();
        boolean shifts = row.layer() >= 1;
        double top = spine.centreY() - (shifts ? 32 : 10) * scale;
        surface.text(PlotTexts.name(row), spine.centreX(), top + 5 * scale, Type.heading(palette).aligned(Align.CENTRE));
        surface.text(PlotTexts.width(row), spine.centreX(), top + 20 * scale, Type.label(palette).aligned(Align.CENTRE));
        if (!shifts) {
            return;
        }
        double barTop = top + 31 * scale;
        for (Side side : Side.values()) {
            shift(surface, palette, spine, barTop, side, shift(latest.of(side).layers(), row.layer()), longest);
        }
        Stroke middle = Stroke.solid(palette.lineScale(), palette.axis());
        surface.line(spine.centreX(), barTop - 3, spine.centreX(), barTop + BAR * scale + 3, middle);
        surface.text(PlotTexts.get("spine.shift"), spine.centreX(), top + 68 * scale, Type.label(palette).aligned(Align.CENTRE));
    }

    private static double shift(List<LayerMetrics> layers, int layer) {
        return layer <= layers.size() ? layers.get(layer - 1).shift() : Double.NaN;
    }

    private static void shift(
            Surface surface, Palette palette, Box spine, double top, Side side, double shift, double longest) {
        double scale = palette.typeScale();
        double room = spine.width() / 2 - 8 * scale;
        if (!Double.isNaN(shift)) {
            double length = Math.min(1, shift / longest) * room;
            double x = side == Side.A ? spine.centreX() - length : spine.centreX();
            surface.fillRectangle(x, top, length, BAR * scale, palette.of(side));
            if (shift > longest) {
                double cut = spine.centreX() + (side == Side.A ? -1 : 1) * (length - 6 * scale);
                surface.line(cut - 2, top + BAR * scale + 1, cut + 2, top - 1, Stroke.solid(2, palette.ground()));
            }
        }
        TextStyle style = Type.number(palette).coloured(palette.textOf(side));
        double x = spine.centreX() + (side == Side.A ? -4 : 4) * scale;
        String far = Double.isNaN(shift) ? Numbers.brief(shift) : ">999";
        String number = shift < LONGEST_NUMBER ? Numbers.fixed(shift, shift < 9.95 ? 1 : 0) : far;
        TextStyle towardsMiddle = style.aligned(side == Side.A ? Align.RIGHT : Align.LEFT);
        surface.text(PlotTexts.get("spine.sigmas", number), x, top + 23 * scale, towardsMiddle);
    }
}
