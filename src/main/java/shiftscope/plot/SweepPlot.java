package shiftscope.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import shiftscope.config.Side;
import shiftscope.measure.Quantiles;
import shiftscope.plot.TextStyle.Align;

/**
 * Where runs end against a setting that was varied: the median over seeds as a line, A dashed and B solid, and from the least to the
 * greatest as a bar. A cross on the foot of a plot stands for runs that diverged, with how many where not all did. Immutable.
 *
 * @param title the experiment's name
 * @param subtitle what is shown, in a few words
 * @param setting what is varied along the plots, as in the experiment file
 * @param share whether the results are shares from 0 to 1, else they are drawn on a logarithmic axis
 * @param legend what A and B are
 * @param panels one plot for each combination of whatever else was varied
 */
public record SweepPlot(String title, String subtitle, String setting, boolean share, Legend legend, List<Panel> panels) {
    private static final int MOST_IN_A_ROW = 3;
    private static final double HEAD = 58;
    private static final double PANEL_HEIGHT = 270;
    private static final double GAP = 22;
    private static final double LEFT = 40;
    private static final double TOP = 28;
    private static final double FOOT = 40;
    /** Where crosses stand, apart from the lowest result. */
    private static final double CROSS_ROOM = 26;
    /** The least ratio between two ends at which equal ratios are made equally long. */
    private static final double LOGARITHMIC_FROM = 4;

    /** What the two runs are called beside their colours. */
    public record Legend(String a, String b) {}

    /**
     * One plot.
     *
     * @param title the values of what else was varied; empty if nothing was
     * @param columns ascending by value
     */
    public record Panel(String title, List<Column> columns) {
        public Panel {
            columns = List.copyOf(columns);
        }
    }

    /** What runs with one value of the setting came to. */
    public record Column(double value, Ends a, Ends b) {
        Ends of(Side side) {
            return side == Side.A ? a : b;
        }
    }

    /**
     * The results of one run over the seeds.
     *
     * @param results of those that did not diverge, ascending
     * @param diverged how many did
     */
    public record Ends(List<Double> results, int diverged) {
        public Ends {
            results = results.stream().sorted().toList();
        }

        double at(double level) {
            return results.isEmpty() ? Double.NaN : Quantiles.of(results.stream().mapToDouble(Double::doubleValue).toArray(), level);
        }
    }

    public SweepPlot {
        panels = List.copyOf(panels);
        if (panels.isEmpty() || panels.get(0).columns().isEmpty()) {
            throw new IllegalArgumentException("a sweep without results");
        }
    }

    /** How high a picture of that width is to be, in pixels. */
    public double height(Palette palette) {
        int rows = (panels.size() + MOST_IN_A_ROW - 1) / MOST_IN_A_ROW;
        return palette.typeScale() * (HEAD + rows * PANEL_HEIGHT + (rows - 1) * GAP);
    }

    /** Draws everything from the top of a box as wide as that, without a ground of its own. */
    public void draw(Surface surface, Box box, Palette palette) {
        double scale = palette.typeScale();
        heading(surface, box, palette);
        int columns = Math.min(MOST_IN_A_ROW, panels.size());
        double wide = (box.width() - (columns - 1) * GAP * scale) / columns;
        for (int i = 0; i < panels.size(); i++) {
            double x = box.x() + i % columns * (wide + GAP * scale);
            double y = box.y() + scale * (HEAD + i / columns * (PANEL_HEIGHT + GAP));
            draw(surface, new Box(x, y, wide, scale * PANEL_HEIGHT), palette, panels.get(i));
        }
    }

    private void heading(Surface surface, Box box, Palette palette) {
        double scale = palette.typeScale();
        TextStyle name = Type.heading(palette);
        TextStyle muted = Type.label(palette);
        surface.withClip(new Box(box.x(), box.y(), box.width(), HEAD * scale), () -> {
            surface.text(title, box.x(), box.y() + 18 * scale, name);
            surface.text(subtitle, box.x() + surface.textWidth(title, name) + 18 * scale, box.y() + 18 * scale, muted);
            double baseline = box.y() + 42 * scale;
            double x = box.x();
            for (Side side : Side.values()) {
                double middle = baseline - name.capHeight() / 2;
                surface.line(x, middle, x + 36 * scale, middle, stroke(side, palette));
                surface.fillCircle(x + 18 * scale, middle, 3.4 * scale, palette.of(side));
                String text = side == Side.A ? legend.a : legend.b;
                TextStyle style = Type.number(palette).coloured(palette.textOf(side));
                surface.text(text, x + 42 * scale, baseline, style);
                x += 42 * scale + surface.textWidth(text, style) + 18 * scale;
            }
            surface.text(PlotTexts.get("sweep.legend"), x, baseline, muted);
        });
    }

    private static Stroke stroke(Side side, Palette palette) {
        double width = 1.8 * palette.lineScale();
        return side == Side.A ? new Stroke(width, palette.a(), 4.5 * width, 2 * width) : Stroke.solid(width, palette.b());
    }

    private void draw(Surface surface, Box box, Palette palette, Panel panel) {
        double scale = palette.typeScale();
        surface.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), 6, palette.card());
        surface.strokeRoundRectangle(box.x(), box.y(), box.width(), box.height(), 6, Stroke.solid(palette.lineScale(), palette.border()));
        Box plot = new Box(
                box.x() + LEFT * scale, box.y() + TOP * scale, box.width() - (LEFT + 16) * scale, box.height() - (TOP + FOOT) * scale);
        surface.withClip(box, () -> surface.text(panel.title, plot.x(), box.y() + 17 * scale, Type.number(palette)));
        boolean crosses = all().anyMatch(ends -> ends.diverged > 0);
        Scale y = results(plot.bottom() - (crosses ? CROSS_ROOM * scale : 0), plot.y());
        Scale x = settings(plot, 16 * scale);
        StepAxis.drawValues(surface, palette, plot, y, share);
        settingAxis(surface, palette, plot, x, panel);
        for (Side side : Side.values()) {
            double apart = (side == Side.A ? -2.5 : 2.5) * scale;
            line(surface, palette, panel, side, x, y, apart);
        }
        crosses(surface, palette, panel, x, plot);
    }

    private Stream<Ends> all() {
        return panels.stream().flatMap(panel -> panel.columns.stream()).flatMap(column -> Stream.of(column.a, column.b));
    }

    private Scale results(double bottom, double top) {
        NumberAxis.Extent extent = new NumberAxis.Extent();
        all().flatMap(ends -> ends.results.stream()).forEach(extent::add);
        return (share ? NumberAxis.SHARE : NumberAxis.LOGARITHMIC).scale(extent, bottom, top);
    }

    private Scale settings(Box plot, double margin) {
        double[] values = panels.stream().flatMapToDouble(panel -> panel.columns.stream().mapToDouble(Column::value)).sorted().toArray();
        double low = values[0];
        double high = values[values.length - 1];
        double from = plot.x() + margin;
        double to = plot.right() - margin;
        if (low > 0 && high / low >= LOGARITHMIC_FROM) {
            return new LogScale(low, high, from, to);
        }
        double apart = low == high ? Math.max(1, Math.abs(low)) : 0;
        return new LinearScale(low - apart, high + apart, from, to);
    }

    /** The line below with the values that were tried, of those too near each other the first. */
    private void settingAxis(Surface surface, Palette palette, Box plot, Scale x, Panel panel) {
        double scale = palette.typeScale();
        Stroke line = Stroke.solid(palette.lineScale(), palette.axis());
        double axis = plot.bottom() + 0.5;
        surface.line(plot.x(), axis, plot.right(), axis, line);
        TextStyle style = Type.tick(palette);
        double end = Double.NEGATIVE_INFINITY;
        for (Column column : panel.columns) {
            double at = Math.round(x.at(column.value)) + 0.5;
            surface.line(at, axis, at, axis + 3 * scale, line);
            String label = Numbers.exact(column.value);
            double half = surface.textWidth(label, style) / 2;
            if (at - half > end + 4 * scale) {
                surface.text(label, at, axis + 14 * scale, style);
                end = at + half;
            }
        }
        surface.text(setting, plot.centreX(), axis + 30 * scale, Type.label(palette).aligned(Align.CENTRE));
    }

    private static void line(Surface surface, Palette palette, Panel panel, Side side, Scale x, Scale y, double apart) {
        double[] xs = new double[panel.columns.size()];
        double[] ys = new double[xs.length];
        int points = 0;
        for (Column column : panel.columns) {
            Ends ends = column.of(side);
            double at = x.at(column.value) + apart;
            if (ends.results.isEmpty()) {
                // A line across values that nobody came through would promise results there.
                points = connect(surface, palette, side, xs, ys, points);
                continue;
            }
            double width = 2.4 * palette.lineScale();
            surface.line(at, y.at(ends.at(0)), at, y.at(ends.at(1)), Stroke.solid(width, palette.of(side).withAlpha(0.45)));
            surface.fillCircle(at, y.at(ends.at(0.5)), 3.4 * palette.lineScale(), palette.of(side));
            xs[points] = at;
            ys[points++] = y.at(ends.at(0.5));
        }
        connect(surface, palette, side, xs, ys, points);
    }

    private static int connect(Surface surface, Palette palette, Side side, double[] xs, double[] ys, int points) {
        if (points > 1) {
            surface.polyline(xs, ys, points, stroke(side, palette));
        }
        return 0;
    }

    private static void crosses(Surface surface, Palette palette, Panel panel, Scale x, Box plot) {
        double scale = palette.typeScale();
        double arm = 3 * scale;
        for (Column column : panel.columns) {
            for (Side side : Side.values()) {
                Ends ends = column.of(side);
                if (ends.diverged > 0) {
                    double at = x.at(column.value);
                    double middle = plot.bottom() - (side == Side.A ? 18 : 7) * scale;
                    Stroke stroke = Stroke.solid(1.6 * palette.lineScale(), palette.of(side));
                    surface.line(at - arm, middle - arm, at + arm, middle + arm, stroke);
                    surface.line(at - arm, middle + arm, at + arm, middle - arm, stroke);
                    if (!ends.results.isEmpty()) {
                        TextStyle style = Type.tick(palette).aligned(Align.LEFT).coloured(palette.textOf(side));
                        surface.text(String.valueOf(ends.diverged), at + arm + 3 * scale, middle + style.capHeight() / 2, style);
                    }
                }
            }
        }
    }

    /** The same in words, for a reader's software: each plot's medians. */
    public String summary() {
        StringBuilder text = new StringBuilder(subtitle).append('.');
        for (Panel panel : panels) {
            text.append(panel.title.isEmpty() ? "" : " " + panel.title + ":");
            for (Column column : panel.columns) {
                double[] medians = DoubleStream.of(column.a.at(0.5), column.b.at(0.5)).toArray();
                String[] words = Arrays.stream(medians)
                        .mapToObj(median -> share ? Numbers.percentWithDecimal(median) : Numbers.measured(median))
                        .toArray(String[]::new);
                text.append(' ').append(PlotTexts.get("sweep.summary", Numbers.exact(column.value), words[0], words[1]));
            }
        }
        return text.toString();
    }
}
