package shiftscope.plot;

import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.measure.Response;
import shiftscope.measure.Saturation;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.LayerDetail;

/**
 * The curve of φ, with the histogram of what φ is given hanging from its axis and that of φ of it beside it. Where φ is nearly flat,
 * so that hardly any gradient passes, the ground is shaded.
 */
public final class PhiPlot {
    private static final double BAR_ALPHA = 0.85;
    private static final double TICK_SPACING = 34;
    private static final double TICK_LINE = 20;
    private static final double PADDING = 10;

    private final Surface surface;
    private final Palette palette;
    private final Side side;
    private final LayerDetail.OfRun run;
    private final double scale;
    private final Box curve;
    private final Box below;
    private final Box beside;
    private final LinearScale x;
    private final LinearScale y;

    private PhiPlot(Surface surface, Palette palette, Box box, Side side, LayerDetail.OfRun run) {
        this.surface = surface;
        this.palette = palette;
        this.side = side;
        this.run = run;
        scale = palette.typeScale();
        double left = box.x() + 36 * scale;
        double right = box.right() - PADDING * scale;
        double top = box.y() + 26 * scale;
        double bottom = box.bottom() - 20 * scale;
        double width = Math.max(1, right - left);
        double height = Math.max(1, bottom - top);
        curve = new Box(left, top, 0.74 * width, 0.68 * height);
        below = new Box(left, curve.bottom(), curve.width(), 0.32 * height);
        beside = new Box(curve.right(), top, 0.26 * width, curve.height());
        x = new LinearScale(run.given().low(), run.given().high(), curve.x(), curve.right());
        y = new LinearScale(run.activated().low(), run.activated().high(), curve.bottom(), curve.y());
    }

    /**
     * Draws the card of one run under a line that names φ.
     *
     * @param saturated the share of values on shaded ground; NaN where φ cannot saturate
     */
    public static void draw(Surface surface, Box box, Palette palette, Side side, LayerDetail.OfRun run, double saturated) {
        double scale = palette.typeScale();
        String caption = PlotTexts.get("phi." + run.activation());
        surface.withClip(box, () -> surface.text(caption, box.x() + 2, box.y() + 13 * scale, Type.number(palette)));
        double top = LayerPlot.CAPTION * scale;
        Box card = new Box(box.x(), box.y() + top, box.width(), Math.max(0, box.height() - top));
        Cards.draw(surface, palette, card);
        PhiPlot plot = new PhiPlot(surface, palette, card, side, run);
        plot.shade();
        plot.given();
        plot.activated();
        plot.curve();
        plot.axes(card);
        plot.title(card, saturated);
    }

    /** From which value on, up to which, φ is not flat. */
    private double[] steep() {
        return switch (run.activation()) {
            case SIGMOID -> new double[] {-Saturation.SIGMOID_THRESHOLD, Saturation.SIGMOID_THRESHOLD};
            case TANH -> new double[] {-Saturation.TANH_THRESHOLD, Saturation.TANH_THRESHOLD};
            case RELU, LEAKY_RELU -> new double[] {0, Double.POSITIVE_INFINITY};
            case IDENTITY -> new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        };
    }

    private void shade() {
        double[] steep = steep();
        zone(curve.x(), Math.min(curve.right(), x.at(Math.max(x.low(), steep[0]))));
        zone(Math.max(curve.x(), x.at(Math.min(x.high(), steep[1]))), curve.right());
    }

    private void zone(double from, double to) {
        if (to > from) {
            surface.fillRectangle(from, curve.y(), to - from, below.bottom() - curve.y(), palette.grid());
        }
    }

    private void given() {
        Histogram given = run.given();
        double full = full(given);
        Colour bars = bars();
        for (int i = 0; i < given.bins(); i++) {
            double left = Math.round(x.at(given.edge(i)));
            double right = Math.round(x.at(given.edge(i + 1)));
            double height = Math.min(1, given.count(i) / full) * (below.height() - 4 * scale);
            if (given.count(i) > 0) {
                surface.fillRectangle(left, below.y(), right - left, height, bars);
            }
        }
    }

    private void activated() {
        Histogram activated = run.activated();
        double full = full(activated);
        Colour bars = bars();
        for (int i = 0; i < activated.bins(); i++) {
            double top = Math.round(y.at(activated.edge(i + 1)));
            double bottom = Math.round(y.at(activated.edge(i)));
            double width = Math.min(1, activated.count(i) / full) * (beside.width() - 4 * scale);
            if (activated.count(i) > 0) {
                surface.fillRectangle(beside.x(), top, width, bottom - top, bars);
            }
        }
    }

    private static double full(Histogram histogram) {
        CountScale.Peaks peaks = new CountScale.Peaks();
        peaks.add(histogram);
        return peaks.full(CountScale.TOWERING);
    }

    private Colour bars() {
        return palette.of(side).withAlpha(BAR_ALPHA).on(palette.card());
    }

    private void curve() {
        int points = (int) Math.max(2, curve.width());
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int i = 0; i < points; i++) {
            xs[i] = curve.x() + curve.width() * i / (points - 1);
            ys[i] = y.at(Response.of(run.activation(), x.valueAt(xs[i])));
        }
        Stroke line = Stroke.solid(2.2 * palette.lineScale(), palette.text());
        surface.withClip(curve, () -> surface.polyline(xs, ys, points, line));
    }

    private void axes(Box box) {
        Stroke line = Stroke.solid(palette.lineScale(), palette.axis());
        surface.line(curve.x(), curve.bottom() + 0.5, beside.right(), curve.bottom() + 0.5, line);
        surface.line(curve.right() + 0.5, curve.y(), curve.right() + 0.5, below.bottom(), line);
        horizontal(line, box);
        vertical(line, box);
    }

    private void horizontal(Stroke line, Box box) {
        TextStyle style = Type.tick(palette);
        double baseline = below.bottom() + 13 * scale;
        String name = PlotTexts.get("phi.axis." + run.placement());
        TextStyle label = Type.label(palette).coloured(palette.text()).aligned(Align.RIGHT);
        Ticks ticks = x.ticks((int) (curve.width() / (TICK_SPACING * scale)));
        String end = (ticks.factor() + " " + name).strip();
        double right = box.right() - PADDING * scale;
        surface.text(end, right, baseline, label);
        double room = right - surface.textWidth(end, label) - 4;
        for (int i = 0; i < ticks.count(); i++) {
            double at = Math.round(x.at(ticks.values().get(i))) + 0.5;
            surface.line(at, below.bottom() - 3 * scale, at, below.bottom(), line);
            double half = surface.textWidth(ticks.labels().get(i), style) / 2;
            if (at - half >= box.x() + 4 && at + half <= room) {
                surface.text(ticks.labels().get(i), at, baseline, style);
            }
        }
    }

    private void vertical(Stroke line, Box box) {
        TextStyle style = Type.tick(palette).aligned(Align.RIGHT);
        Ticks ticks = verticalTicks();
        double right = curve.x() - 5 * scale;
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ticks.count(); i++) {
            double at = Math.round(y.at(ticks.values().get(i))) + 0.5;
            surface.line(curve.x() - 3 * scale, at, curve.x(), at, line);
            double baseline = at + style.capHeight() / 2;
            boolean fits = right - surface.textWidth(ticks.labels().get(i), style) >= box.x() + 2;
            if (fits && baseline + 3 <= last && baseline - style.capHeight() > curve.y() - 6 * scale) {
                surface.text(ticks.labels().get(i), right, baseline, style);
                last = baseline - style.capHeight();
            }
        }
    }

    private Ticks verticalTicks() {
        return y.ticks((int) Math.max(2, curve.height() / (TICK_LINE * scale)));
    }

    private void title(Box box, double saturated) {
        double baseline = box.y() + 17 * scale;
        double left = box.x() + PADDING * scale;
        double right = box.right() - PADDING * scale;
        TextStyle name = Type.label(palette).coloured(palette.text());
        String formula = (PlotTexts.get("phi.curve." + run.placement()) + " " + verticalTicks().factor()).strip();
        surface.text(formula, left, baseline, name);
        TextStyle alarm = Type.number(palette).coloured(palette.textOf(side)).aligned(Align.RIGHT);
        String share = PlotTexts.get("layer.saturated", Numbers.percent(saturated));
        double room = right - left - surface.textWidth(formula, name) - 6;
        if (!Double.isNaN(saturated)) {
            String fitting = surface.textWidth(share, alarm) <= room ? share : PlotTexts.get("cell.saturated", Numbers.percent(saturated));
            if (surface.textWidth(fitting, alarm) <= room) {
                surface.text(fitting, right, baseline, alarm);
            }
        }
    }
}
