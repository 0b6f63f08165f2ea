package shiftscope.plot;

import java.util.Arrays;
import shiftscope.measure.Chain;
import shiftscope.plot.TextStyle.Align;
import shiftscope.plot.TextStyle.Weight;

/**
 * What a step of gradient descent does to a product of weights: what the gradient promises beside what comes about, ŷ over α, and the
 * change split into its orders. The promise is grey and dashed, what is real has the colour of what can be moved.
 */
public final class ChainPlot {
    private static final double PADDING = 12;
    private static final double GAP = 8;
    private static final double NUMBERS = 66;
    private static final double CURVE = 168;
    private static final double ROW = 17;
    private static final double WIDEST_ROW = 26;
    private static final double TITLE = 28;
    private static final double ROOM_FOR_TWO = 620;
    private static final int CURVE_POINTS = 240;

    private final Surface surface;
    private final Palette palette;
    private final Chain chain;
    private final double alpha;
    private final double scale;

    private ChainPlot(Surface surface, Palette palette, Chain chain, double alpha) {
        this.surface = surface;
        this.palette = palette;
        this.chain = chain;
        this.alpha = alpha;
        scale = palette.typeScale();
    }

    /** How high the plot must be at least for everything to be readable. */
    public static double leastHeight(Palette palette, Chain chain, double width) {
        double scale = palette.typeScale();
        double orders = (TITLE + ROW * (chain.length() + 1) + 2 * PADDING) * scale;
        double curve = CURVE * scale;
        return NUMBERS * scale + GAP + (beside(palette, width) ? Math.max(curve, orders) : curve + GAP + orders);
    }

    private static boolean beside(Palette palette, double width) {
        return width >= ROOM_FOR_TWO * palette.typeScale();
    }

    /** Draws the plot in a box, which is to be as high as {@link #leastHeight} says. */
    public static void draw(Surface surface, Box box, Palette palette, Chain chain, double alpha) {
        ChainPlot plot = new ChainPlot(surface, palette, chain, alpha);
        double numbers = NUMBERS * plot.scale;
        double top = box.y() + numbers + GAP;
        double left = Math.max(0, box.bottom() - top);
        plot.numbers(new Box(box.x(), box.y(), box.width(), numbers));
        if (beside(palette, box.width())) {
            double half = (box.width() - GAP) / 2;
            plot.curve(new Box(box.x(), top, half, left));
            plot.orders(new Box(box.x() + half + GAP, top, half, left));
        } else {
            double curve = Math.min(left, CURVE * plot.scale);
            plot.curve(new Box(box.x(), top, box.width(), curve));
            plot.orders(new Box(box.x(), top + curve + GAP, box.width(), Math.max(0, left - curve - GAP)));
        }
    }

    /** The same in words. */
    public static String summary(Chain chain, double alpha) {
        StringBuilder text = new StringBuilder(PlotTexts.get("chain.summary",
                String.valueOf(chain.length()), Numbers.exact(alpha), Numbers.inThreeDigits(chain.output()),
                Numbers.inThreeDigits(chain.output() + chain.promise(alpha)), Numbers.inThreeDigits(chain.output(alpha))));
        double[] orders = chain.orders(alpha);
        for (int k = 0; k < orders.length; k++) {
            text.append(' ').append(PlotTexts.get("chain.summary.order", String.valueOf(k + 1), Numbers.inThreeDigits(orders[k])));
        }
        return text.append(' ').append(overshoot(chain)).toString();
    }

    private static String overshoot(Chain chain) {
        double at = chain.overshoot();
        return Double.isFinite(at) ? PlotTexts.get("chain.overshoot", Numbers.inThreeDigits(at)) : PlotTexts.get("chain.overshoot.none");
    }

    private void numbers(Box box) {
        Cards.draw(surface, palette, box);
        double column = (box.width() - 2 * PADDING * scale) / 3;
        String[] values = {
            Numbers.inThreeDigits(chain.output()),
            Numbers.inThreeDigits(chain.output() + chain.promise(alpha)),
            Numbers.inThreeDigits(chain.output(alpha))
        };
        Colour[] colours = {palette.text(), palette.muted(), palette.accent()};
        String[] names = {"chain.before", "chain.promised", "chain.after"};
        for (int i = 0; i < values.length; i++) {
            double x = box.x() + PADDING * scale + i * column;
            double room = column - 8 * scale;
            Fitted.text(surface, PlotTexts.get(names[i]), x, box.y() + 20 * scale, room, Type.label(palette));
            TextStyle big = new TextStyle(26 * scale, Weight.BOLD, colours[i], Align.LEFT);
            Fitted.text(surface, values[i], x, box.y() + 52 * scale, room, big);
        }
    }

    private void title(Box card, String text) {
        Fitted.text(surface, text, card.x() + PADDING * scale, card.y() + 19 * scale, card.width() - 2 * PADDING * scale,
                Type.heading(palette));
    }

    private void curve(Box card) {
        Cards.draw(surface, palette, card);
        title(card, overshoot(chain));
        Box plot = new Box(
                card.x() + 48 * scale, card.y() + 34 * scale, Math.max(1, card.width() - 64 * scale), Math.max(1, card.height() - 64 * scale));
        double most = furthest();
        double[] alphas = new double[CURVE_POINTS];
        double[] real = new double[CURVE_POINTS];
        for (int i = 0; i < CURVE_POINTS; i++) {
            alphas[i] = most * i / (CURVE_POINTS - 1);
            real[i] = chain.output(alphas[i]);
        }
        double promised = chain.output() + chain.promise(alpha);
        double[] shown = {0, chain.output(), promised, chain.output(alpha)};
        double low = Arrays.stream(shown).min().orElseThrow();
        double high = Arrays.stream(shown).max().orElseThrow();
        // A chain that is 0, and stays so, has no height of its own.
        double air = high > low ? 0.06 * (high - low) : 1;
        if (!Double.isFinite(high - low + air)) {
            return;
        }
        LinearScale x = new LinearScale(0, most, plot.x(), plot.right());
        LinearScale y = new LinearScale(low - air, high + air, plot.bottom(), plot.y());
        axes(plot, x, y);
        surface.withClip(plot, () -> {
            double at = x.at(chain.overshoot());
            if (at <= plot.right()) {
                surface.line(at, plot.y(), at, plot.bottom(), new Stroke(scale, palette.axis(), 3 * scale, 3 * scale));
            }
            surface.line(x.at(0), y.at(chain.output()), x.at(most), y.at(chain.output() + chain.promise(most)),
                    new Stroke(2 * palette.lineScale(), palette.muted(), 6 * scale, 4 * scale));
            double[] xs = Arrays.stream(alphas).map(x::at).toArray();
            // Far outside the plot a line is as good as at its edge, and no surface has to take a number like 10⁵⁰.
            double[] ys = Arrays.stream(real)
                    .map(value -> Math.max(plot.y() - plot.height(), Math.min(plot.bottom() + plot.height(), y.at(value))))
                    .toArray();
            surface.polyline(xs, ys, CURVE_POINTS, Stroke.solid(2.4 * palette.lineScale(), palette.accent()));
            double here = x.at(alpha);
            surface.line(here, plot.y(), here, plot.bottom(), Stroke.solid(scale, palette.text()));
        });
        double here = x.at(alpha);
        surface.strokeCircle(here, y.at(promised), 4.5 * scale, Stroke.solid(2 * palette.lineScale(), palette.muted()));
        surface.fillCircle(here, y.at(chain.output(alpha)), 4.5 * scale, palette.accent());
    }

    /** How far the axis of α goes: to where the weight passes 0, if that is not too far from where the step is. */
    private double furthest() {
        double step = Math.max(alpha, 1e-4);
        double wish = 1.25 * chain.overshoot();
        return Math.min(Math.max(1.6 * step, wish), 4 * step);
    }

    private void axes(Box plot, LinearScale x, LinearScale y) {
        Stroke line = Stroke.solid(palette.lineScale(), palette.axis());
        surface.line(plot.x(), y.at(0), plot.right(), y.at(0), line);
        surface.line(plot.x(), plot.y(), plot.x(), plot.bottom(), line);
        TextStyle style = Type.tick(palette);
        Ticks across = x.ticks((int) Math.max(2, plot.width() / (52 * scale)));
        double baseline = plot.bottom() + 14 * scale;
        for (int i = 0; i < across.count(); i++) {
            surface.text(across.labels().get(i), x.at(across.values().get(i)), baseline, style);
        }
        String name = ("α " + across.factor()).strip();
        surface.text(name, plot.right(), baseline + 12 * scale, Type.label(palette).coloured(palette.text()).aligned(Align.RIGHT));
        TextStyle right = style.aligned(Align.RIGHT);
        Ticks up = y.ticks((int) Math.max(2, plot.height() / (26 * scale)));
        for (int i = 0; i < up.count(); i++) {
            double at = y.at(up.values().get(i));
            Fitted.text(surface, up.labels().get(i), plot.x() - 5 * scale, at + right.capHeight() / 2, 40 * scale, right);
        }
        if (!up.factor().isEmpty()) {
            surface.text(up.factor(), plot.right(), plot.y() + style.capHeight(), Type.label(palette).aligned(Align.RIGHT));
        }
    }

    private void orders(Box card) {
        Cards.draw(surface, palette, card);
        title(card, PlotTexts.get("chain.orders"));
        double[] orders = chain.orders(alpha);
        double change = chain.change(alpha);
        double largest = Math.max(Arrays.stream(orders).map(Math::abs).max().orElseThrow(), Math.abs(change));
        int rows = orders.length + 1;
        double top = card.y() + TITLE * scale;
        double row = Math.min(WIDEST_ROW * scale, Math.max(1, (card.bottom() - PADDING * scale - top) / rows));
        double left = card.x() + PADDING * scale;
        double right = card.right() - PADDING * scale;
        double names = 0;
        double values = 0;
        for (int k = 0; k <= orders.length; k++) {
            names = Math.max(names, surface.textWidth(name(k), Type.label(palette)));
            values = Math.max(values, surface.textWidth(Numbers.inThreeDigits(k < orders.length ? orders[k] : change), Type.number(palette)));
        }
        double from = left + names + GAP * scale;
        double to = Math.max(from + 1, right - values - GAP * scale);
        double zero = (from + to) / 2;
        for (int k = 0; k <= orders.length; k++) {
            double value = k < orders.length ? orders[k] : change;
            double y = top + k * row;
            double baseline = y + row / 2 + Type.label(palette).capHeight() / 2;
            boolean all = k == orders.length;
            if (all) {
                surface.line(left, y, right, y, Stroke.solid(scale, palette.axis()));
            }
            Colour colour = all ? palette.accent() : k == 0 ? palette.muted() : palette.accent().withAlpha(0.55).on(palette.card());
            surface.text(name(k), left, baseline, all ? Type.number(palette) : Type.label(palette));
            double length = largest == 0 || !Double.isFinite(largest) ? 0 : value / largest * (to - from) / 2;
            double height = Math.max(1, row - 5 * scale);
            surface.fillRectangle(Math.min(zero, zero + length), y + (row - height) / 2, Math.abs(length), height, colour);
            surface.text(Numbers.inThreeDigits(value), right, baseline, Type.number(palette).aligned(Align.RIGHT));
        }
        surface.line(zero, top, zero, top + rows * row, Stroke.solid(palette.lineScale(), palette.axis()));
    }

    private String name(int index) {
        if (index == chain.length()) {
            return PlotTexts.get("chain.all");
        }
        return PlotTexts.get(index == 0 ? "chain.first" : "chain.order", String.valueOf(index + 1));
    }
}
