package shiftscope.plot;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import shiftscope.config.Side;
import shiftscope.measure.Draws;
import shiftscope.measure.Draws.OfSize;
import shiftscope.measure.Histogram;
import shiftscope.plot.TextStyle.Align;

/**
 * How much μ_B and σ_B differ from batch to batch: on the left their spread against the size of the batch, both axes logarithmic; on the
 * right all μ_B of one size. Immutable.
 *
 * @param step updates made
 * @param side the run that the batches were passed through
 */
public record DrawsPlot(long step, Side side, Draws draws) implements CaptionedPlot {
    private static final double GAP = 14;
    private static final double LEFT = 48;
    private static final double HEAD = 30;
    private static final double FOOT = 46;
    private static final double RIGHT = 18;
    private static final double LEGEND_HEIGHT = 51;
    private static final double MOST_FOR_LEGEND = 0.7;
    private static final double MARGIN = 1.35;
    private static final double TICK_SPACING = 48;

    /** Draws both plots at the origin of the surface. */
    public void draw(Surface surface, Palette palette, double width, double height, int m) {
        double gap = GAP * palette.typeScale();
        double column = Math.max(0, (width - gap) / 2);
        Box left = new Box(0, 0, column, height);
        Box right = new Box(column + gap, 0, column, height);
        spread(surface, palette, left, of(m));
        histogram(surface, palette, right, of(m));
    }

    /** The one of that size, or the nearest smaller one that could be drawn. */
    OfSize of(int m) {
        return draws.sizes().stream().filter(size -> size.m() <= m).reduce(draws.sizes().get(0), (before, size) -> size);
    }

    private static Box plot(Palette palette, Box card) {
        double scale = palette.typeScale();
        return new Box(
                card.x() + LEFT * scale,
                card.y() + HEAD * scale,
                Math.max(0, card.width() - (LEFT + RIGHT) * scale),
                Math.max(0, card.height() - (HEAD + FOOT) * scale));
    }

    private void spread(Surface surface, Palette palette, Box card, OfSize chosen) {
        Cards.draw(surface, palette, card);
        Box plot = plot(palette, card);
        if (plot.width() <= 0 || plot.height() <= 0) {
            return;
        }
        double scale = palette.typeScale();
        List<OfSize> sizes = draws.sizes();
        surface.withClip(card, () -> surface.text(
                PlotTexts.get("draws.spread"), card.x() + 12 * scale, card.y() + 19 * scale, Type.number(palette)));
        double least = sizes.stream().mapToDouble(size -> Math.min(size.mean(), size.deviation()))
                .filter(value -> value > 0).min().orElse(0.01);
        double most = sizes.stream().mapToDouble(size -> Math.max(size.mean(), size.deviation())).max().orElseThrow();
        int low = sizes.get(0).m();
        int high = sizes.get(sizes.size() - 1).m();
        LogScale y = new LogScale(
                Math.min(least, 1 / Math.sqrt(high)) / MARGIN, Math.max(most, 1 / Math.sqrt(low)) * MARGIN, plot.bottom(), plot.y());
        LogScale x = new LogScale(low / MARGIN, high * MARGIN, plot.x(), plot.right());
        StepAxis.drawValues(surface, palette, plot, y, false);
        Stroke axis = Stroke.solid(palette.lineScale(), palette.axis());
        surface.line(plot.x(), plot.bottom() + 0.5, plot.right(), plot.bottom() + 0.5, axis);
        for (OfSize size : sizes) {
            double at = Math.round(x.at(size.m())) + 0.5;
            surface.line(at, plot.bottom() + 0.5, at, plot.bottom() + 0.5 + 3 * scale, axis);
            surface.text(String.valueOf(size.m()), at, plot.bottom() + 14.5 * scale, Type.tick(palette));
        }
        surface.text(PlotTexts.get("draws.size"), plot.centreX(), plot.bottom() + 32 * scale, Type.label(palette).aligned(Align.CENTRE));
        double at = Math.round(x.at(chosen.m())) + 0.5;
        surface.line(at, plot.y(), at, plot.bottom(), Stroke.solid(palette.lineScale(), palette.axis()));
        surface.line(x.at(low), y.at(1 / Math.sqrt(low)), x.at(high), y.at(1 / Math.sqrt(high)), theory(palette));
        series(surface, palette, x, y, OfSize::mean, true);
        series(surface, palette, x, y, OfSize::deviation, false);
        legend(surface, palette, plot);
    }

    private static Stroke theory(Palette palette) {
        double width = 1.3 * palette.lineScale();
        return new Stroke(width, palette.muted(), 4 * width, 3 * width);
    }

    private void series(Surface surface, Palette palette, Scale x, Scale y, ToDoubleFunction<OfSize> number, boolean filled) {
        for (OfSize size : draws.sizes()) {
            double value = number.applyAsDouble(size);
            if (value > 0) {
                mark(surface, palette, x.at(size.m()), y.at(value), filled);
            }
        }
    }

    private void mark(Surface surface, Palette palette, double x, double y, boolean filled) {
        double radius = 4 * palette.typeScale();
        surface.fillCircle(x, y, radius, filled ? palette.of(side) : palette.card());
        if (!filled) {
            surface.strokeCircle(x, y, radius, Stroke.solid(1.7 * palette.lineScale(), palette.of(side)));
        }
    }

    /** In the corner that a falling line leaves free; in a low plot there is no such corner, and the text summary has to do. */
    private void legend(Surface surface, Palette palette, Box plot) {
        double scale = palette.typeScale();
        if (LEGEND_HEIGHT * scale > MOST_FOR_LEGEND * plot.height()) {
            return;
        }
        TextStyle style = Type.label(palette).coloured(palette.text());
        List<String> words = Stream.of("draws.mean", "draws.deviation", "draws.theory").map(PlotTexts::get).toList();
        double widest = words.stream().mapToDouble(line -> Subscripts.width(surface, line, style)).max().orElseThrow();
        double x = plot.right() - widest - 26 * scale;
        for (int i = 0; i < words.size(); i++) {
            double baseline = plot.y() + (12 + 17 * i) * scale;
            double middle = baseline - style.capHeight() / 2;
            if (i < 2) {
                mark(surface, palette, x + 10 * scale, middle, i == 0);
            } else {
                surface.line(x, middle, x + 20 * scale, middle, theory(palette));
            }
            Subscripts.draw(surface, words.get(i), x + 26 * scale, baseline, style);
        }
    }

    private void histogram(Surface surface, Palette palette, Box card, OfSize chosen) {
        Cards.draw(surface, palette, card);
        Box plot = plot(palette, card);
        if (plot.width() <= 0 || plot.height() <= 0) {
            return;
        }
        double scale = palette.typeScale();
        Histogram means = chosen.means();
        surface.withClip(card, () -> Subscripts.draw(
                surface,
                PlotTexts.get("draws.chosen", String.valueOf(chosen.m())),
                card.x() + 12 * scale,
                card.y() + 19 * scale,
                Type.number(palette).coloured(palette.textOf(side))));
        LinearScale across = new LinearScale(means.low(), means.high(), plot.x(), plot.right());
        int full = 1;
        for (int bin = 0; bin < means.bins(); bin++) {
            full = Math.max(full, means.count(bin));
        }
        for (int bin = 0; bin < means.bins(); bin++) {
            double from = across.at(means.edge(bin));
            double height = plot.height() * means.count(bin) / full;
            double wide = across.at(means.edge(bin + 1)) - from;
            surface.fillRectangle(from, plot.bottom() - height, Math.max(0.5, wide - 1), height, palette.of(side).withAlpha(0.85));
        }
        Stroke axis = Stroke.solid(palette.lineScale(), palette.axis());
        surface.line(plot.x(), plot.bottom() + 0.5, plot.right(), plot.bottom() + 0.5, axis);
        Ticks ticks = across.ticks((int) Math.max(2, plot.width() / (TICK_SPACING * scale)));
        for (int i = 0; i < ticks.count(); i++) {
            double at = Math.round(across.at(ticks.values().get(i))) + 0.5;
            surface.line(at, plot.bottom() + 0.5, at, plot.bottom() + 0.5 + 3 * scale, axis);
            surface.text(ticks.labels().get(i), at, plot.bottom() + 14.5 * scale, Type.tick(palette));
        }
        TextStyle label = Type.label(palette);
        String name = PlotTexts.get("draws.axis");
        Subscripts.draw(surface, name, plot.centreX() - Subscripts.width(surface, name, label) / 2, plot.bottom() + 32 * scale, label);
        // The tails leave the upper left free, also of the widest hill.
        surface.text(PlotTexts.get("draws.measured", Numbers.inDigits(chosen.mean())), card.x() + 12 * scale, plot.y() + 12 * scale, label);
        surface.text(PlotTexts.get("draws.expected", Numbers.inDigits(draws.expected(chosen.m()))), card.x() + 12 * scale,
                plot.y() + 28 * scale, label);
    }

    /** What is shown, and how it was drawn. */
    @Override
    public String caption() {
        return PlotTexts.get("draws.caption", Numbers.count(draws.batches()), Numbers.count(draws.examples()), side.name(),
                Numbers.count(step));
    }

    @Override
    public String summary() {
        StringBuilder words = new StringBuilder(caption());
        for (OfSize size : draws.sizes()) {
            words.append(' ').append(PlotTexts.get("summary.draws", String.valueOf(size.m()), Numbers.inDigits(size.mean()),
                    Numbers.inDigits(size.deviation())));
        }
        return words.toString();
    }
}
