package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import shiftscope.config.Side;
import shiftscope.plot.SweepPlot.Column;
import shiftscope.plot.SweepPlot.Ends;
import shiftscope.plot.TextStyle.Align;

/** One plot of a {@link SweepPlot}, in its place. */
final class SweepPanel {
    private static final double LEFT = 40;
    private static final double TOP = 28;
    private static final double FOOT = 40;
    /** Where marks of runs without a result stand, apart from the lowest result. */
    private static final double MARK_ROOM = 26;
    /** The least ratio between two ends at which equal ratios are made equally long. */
    private static final double LOGARITHMIC_FROM = 4;

    private final SweepPlot.Panel panel;
    private final Box box;
    private final Palette palette;
    private final String setting;
    private final double scale;
    private final Box plot;
    private final Scale x;
    private final Scale y;
    private final boolean anyResults;

    /**
     * @param results what results span, here and in the plots that this one is compared with
     * @param settings what the values of the setting span
     * @param marks whether there are runs without a result
     */
    SweepPanel(
            SweepPlot.Panel panel,
            Box box,
            Palette palette,
            String setting,
            NumberAxis.Extent results,
            NumberAxis.Extent settings,
            boolean marks) {
        this.panel = panel;
        this.box = box;
        this.palette = palette;
        this.setting = setting;
        scale = palette.typeScale();
        plot = new Box(
                box.x() + LEFT * scale,
                box.y() + TOP * scale,
                Math.max(1, box.width() - (LEFT + 16) * scale),
                Math.max(1, box.height() - (TOP + FOOT) * scale));
        anyResults = !results.isEmpty();
        y = panel.axis(results).scale(results, plot.bottom() - (marks ? MARK_ROOM * scale : 0), plot.y());
        x = settings(settings.least(), settings.most(), plot.x() + 16 * scale, plot.right() - 16 * scale);
    }

    private static Scale settings(double low, double high, double from, double to) {
        if (low > 0 && high / low >= LOGARITHMIC_FROM) {
            return new LogScale(low, high, from, to);
        }
        double apart = low == high ? Math.max(1, Math.abs(low)) : 0;
        return new LinearScale(low - apart, high + apart, from, to);
    }

    Box box() {
        return box;
    }

    /** Index of the column nearest to a place. */
    int nearest(double at) {
        int nearest = 0;
        for (int i = 1; i < panel.columns().size(); i++) {
            if (Math.abs(at(i) - at) < Math.abs(at(nearest) - at)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private double at(int column) {
        return x.at(panel.columns().get(column).value());
    }

    static Stroke stroke(Side side, Palette palette) {
        double width = 1.8 * palette.lineScale();
        return side == Side.A ? new Stroke(width, palette.a(), 4.5 * width, 2 * width) : Stroke.solid(width, palette.b());
    }

    /** A run's results in words; an empty text while it is not trained yet. */
    static String words(SweepPlot.Panel panel, Ends ends) {
        if (!ends.results().isEmpty()) {
            return panel.words(ends.median());
        }
        return ends.diverged() > 0 ? PlotTexts.get("sweep.lost") : ends.without() > 0 ? PlotTexts.get("sweep.none") : "";
    }

    void draw(Surface surface) {
        surface.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), 6, palette.card());
        surface.strokeRoundRectangle(box.x(), box.y(), box.width(), box.height(), 6, Stroke.solid(palette.lineScale(), palette.border()));
        surface.withClip(box, () -> {
            surface.text(panel.title(), box.x() + 12 * scale, box.y() + 17 * scale, Type.number(palette));
            // An axis for no results would make up what they look like.
            if (anyResults || panel.values() == SweepPlot.Values.SHARE) {
                StepAxis.drawValues(surface, palette, plot, y, panel.values() == SweepPlot.Values.SHARE);
            }
            settingAxis(surface);
            panel.level().ifPresent(level -> level(surface, level));
            for (Side side : Side.values()) {
                line(surface, side, apart(side));
            }
            for (Side side : Side.values()) {
                panel.best(side).ifPresent(column -> surface.strokeCircle(
                        x.at(column.value()) + apart(side), y.at(column.of(side).median()), 7 * palette.lineScale(),
                        Stroke.solid(1.6 * palette.lineScale(), palette.of(side))));
            }
            marks(surface);
        });
    }

    private double apart(Side side) {
        return (side == Side.A ? -2.5 : 2.5) * scale;
    }

    /** The line below with the values that were tried, of those too near each other the first. */
    private void settingAxis(Surface surface) {
        Stroke line = Stroke.solid(palette.lineScale(), palette.axis());
        double axis = plot.bottom() + 0.5;
        surface.line(plot.x(), axis, plot.right(), axis, line);
        TextStyle style = Type.tick(palette);
        double end = Double.NEGATIVE_INFINITY;
        for (Column column : panel.columns()) {
            double at = Math.round(x.at(column.value())) + 0.5;
            surface.line(at, axis, at, axis + 3 * scale, line);
            double half = surface.textWidth(column.label(), style) / 2;
            // A long label at an end of the axis moves inwards as far as it must.
            double middle = Math.max(box.x() + half + 2, Math.min(box.right() - half - 2, at));
            if (middle - half > end + 4 * scale) {
                surface.text(column.label(), middle, axis + 14 * scale, style);
                end = middle + half;
            }
        }
        surface.text(setting, plot.centreX(), axis + 30 * scale, Type.label(palette).aligned(Align.CENTRE));
    }

    private void level(Surface surface, double level) {
        double at = Math.round(y.at(level)) + 0.5;
        double width = 1.2 * palette.lineScale();
        surface.line(plot.x(), at, plot.right(), at, new Stroke(width, palette.muted(), 2 * width, 2 * width));
        TextStyle style = Type.tick(palette).aligned(Align.RIGHT);
        surface.text(panel.words(level), plot.right(), at - 4 * scale, style);
    }

    private void line(Surface surface, Side side, double apart) {
        double[] xs = new double[panel.columns().size()];
        double[] ys = new double[xs.length];
        int points = 0;
        for (Column column : panel.columns()) {
            Ends ends = column.of(side);
            double at = x.at(column.value()) + apart;
            if (ends.results().isEmpty()) {
                // A line across values that nobody came through would promise results there.
                points = connect(surface, side, xs, ys, points);
                continue;
            }
            double width = 2.4 * palette.lineScale();
            surface.line(at, y.at(ends.at(0)), at, y.at(ends.at(1)), Stroke.solid(width, palette.of(side).withAlpha(0.45)));
            surface.fillCircle(at, y.at(ends.median()), 3.4 * palette.lineScale(), palette.of(side));
            xs[points] = at;
            ys[points++] = y.at(ends.median());
        }
        connect(surface, side, xs, ys, points);
    }

    private int connect(Surface surface, Side side, double[] xs, double[] ys, int points) {
        if (points > 1) {
            surface.polyline(xs, ys, points, stroke(side, palette));
        }
        return 0;
    }

    /** Crosses and dashes at the foot, A's above B's. */
    private void marks(Surface surface) {
        double arm = 3 * scale;
        for (Column column : panel.columns()) {
            for (Side side : Side.values()) {
                Ends ends = column.of(side);
                double at = x.at(column.value());
                double middle = plot.bottom() - (side == Side.A ? 18 : 7) * scale;
                Stroke stroke = Stroke.solid(1.6 * palette.lineScale(), palette.of(side));
                if (ends.diverged() > 0) {
                    surface.line(at - arm, middle - arm, at + arm, middle + arm, stroke);
                    surface.line(at - arm, middle + arm, at + arm, middle - arm, stroke);
                    count(surface, side, ends, ends.diverged(), at + arm, middle);
                } else if (ends.without() > 0) {
                    surface.line(at - arm, middle, at + arm, middle, stroke);
                    count(surface, side, ends, ends.without(), at + arm, middle);
                }
            }
        }
    }

    /** How many there are, where not all are without a result. */
    private void count(Surface surface, Side side, Ends ends, int count, double end, double middle) {
        if (!ends.results().isEmpty()) {
            TextStyle style = Type.tick(palette).aligned(Align.LEFT).coloured(palette.textOf(side));
            surface.text(String.valueOf(count), end + 3 * scale, middle + style.capHeight() / 2, style);
        }
    }

    void drawReadout(Surface surface, int index) {
        Column column = panel.columns().get(index);
        double at = Math.round(at(index)) + 0.5;
        surface.line(at, plot.y(), at, plot.bottom(), Stroke.solid(palette.lineScale(), palette.axis()));
        List<Readout.Line> lines = new ArrayList<>();
        lines.add(new Readout.Line(setting + " " + column.label(), Type.label(palette)));
        for (Side side : Side.values()) {
            String result = words(panel, column.of(side));
            lines.add(new Readout.Line(
                    side.name() + " " + (result.isEmpty() ? PlotTexts.get("sweep.open") : result),
                    Type.number(palette).coloured(palette.textOf(side))));
        }
        Readout.box(surface, palette, box, at - 6, at + 6, plot.y() + 6 * scale, lines);
    }
}
