package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shiftscope.config.Side;
import shiftscope.measure.Quantiles;

/**
 * Where runs end against a setting that was varied: the median over seeds as a line, A dashed and B solid, and from the least to the
 * greatest as a bar. A cross on the foot of a plot stands for runs that diverged, with how many where not all did; a dash for runs that
 * have no such number. Immutable.
 *
 * @param title the experiment's name
 * @param subtitle what is shown, in a few words
 * @param setting what is varied along the plots, as in the experiment file
 * @param legend what A and B are
 * @param sameNumber whether all plots show the same number, on the same axis
 * @param panels one plot for each number, or for each combination of whatever else was varied
 */
public record SweepPlot(
        String title, String subtitle, String setting, Legend legend, boolean sameNumber, List<Panel> panels) {
    private static final int MOST_IN_A_ROW = 3;
    private static final double HEAD = 58;
    private static final double LINE = 18;
    /** Below this width what the marks mean has a line of its own. */
    private static final double ROOM_FOR_ONE_LINE = 640;
    private static final double PANEL_HEIGHT = 270;
    private static final double GAP = 22;
    /** How much wider than high a plot is at best. */
    private static final double SHAPE = 1.4;

    /** What the two runs are called beside their colours. */
    public record Legend(String a, String b) {}

    /** How results become heights. */
    public enum Values {
        /** From 0 to 100%. */
        SHARE,
        /** Equal ratios are equally high. */
        LOGARITHMIC,
        /** From 0, or from below it where results are. */
        LINEAR
    }

    /** Which result is marked. */
    public enum Best {
        NONE,
        HIGHEST,
        LOWEST
    }

    /**
     * One plot.
     *
     * @param title the values of what else was varied, or what number it shows; may be empty
     * @param values how results become heights
     * @param best which median of each run has a ring
     * @param level a value that a line is drawn at
     * @param columns ascending by value
     */
    public record Panel(String title, Values values, Best best, OptionalDouble level, List<Column> columns) {
        public Panel {
            columns = List.copyOf(columns);
        }

        NumberAxis axis(NumberAxis.Extent extent) {
            return switch (values) {
                case SHARE -> NumberAxis.SHARE;
                case LOGARITHMIC -> NumberAxis.LOGARITHMIC;
                case LINEAR -> extent.least() < 0 ? NumberAxis.FITTED : NumberAxis.SMALL_FROM_ZERO;
            };
        }

        /** A result in words. */
        String words(double result) {
            return values == Values.SHARE ? Numbers.percentWithDecimal(result) : Numbers.measured(result);
        }

        /** The column whose median is the best of a run, the first of equal ones. */
        Optional<Column> best(Side side) {
            Column found = null;
            for (Column column : columns) {
                double median = column.of(side).median();
                double before = found == null ? Double.NaN : found.of(side).median();
                if (!Double.isNaN(median) && (found == null || (best == Best.HIGHEST ? median > before : median < before))) {
                    found = column;
                }
            }
            return best == Best.NONE ? Optional.empty() : Optional.ofNullable(found);
        }
    }

    /**
     * What runs with one value of the setting came to.
     *
     * @param label what stands at the axis
     */
    public record Column(double value, String label, Ends a, Ends b) {
        /** With the value itself at the axis. */
        public Column(double value, Ends a, Ends b) {
            this(value, Numbers.exact(value), a, b);
        }

        Ends of(Side side) {
            return side == Side.A ? a : b;
        }
    }

    /**
     * The results of one run over the seeds; nothing of all while it is not trained yet.
     *
     * @param results of those that have one, ascending
     * @param diverged how many did
     * @param without how many did not, and have no such number all the same
     */
    public record Ends(List<Double> results, int diverged, int without) {
        /** Of runs that are not trained yet. */
        public static final Ends OPEN = new Ends(List.of(), 0, 0);

        public Ends {
            results = results.stream().sorted().toList();
        }

        double at(double level) {
            return results.isEmpty() ? Double.NaN : Quantiles.of(results.stream().mapToDouble(Double::doubleValue).toArray(), level);
        }

        double median() {
            return at(0.5);
        }
    }

    /**
     * What the mouse points at.
     *
     * @param panel index of the plot
     * @param column index in it
     */
    public record Pointed(int panel, int column) {}

    public SweepPlot {
        panels = List.copyOf(panels);
        if (panels.isEmpty() || panels.get(0).columns().isEmpty()) {
            throw new IllegalArgumentException("a sweep without results");
        }
    }

    /** How high a picture of that width is best, in pixels. */
    public double height(double width, Palette palette) {
        int rows = (panels.size() + MOST_IN_A_ROW - 1) / MOST_IN_A_ROW;
        return head(width, palette) + palette.typeScale() * (rows * PANEL_HEIGHT + (rows - 1) * GAP);
    }

    private static double head(double width, Palette palette) {
        return palette.typeScale() * (HEAD + (isNarrow(width, palette) ? LINE : 0));
    }

    private static boolean isNarrow(double width, Palette palette) {
        return width < ROOM_FOR_ONE_LINE * palette.typeScale();
    }

    /** Draws everything into a box, without a ground of its own. */
    public void draw(Surface surface, Box box, Palette palette) {
        heading(surface, box, palette);
        for (SweepPanel panel : places(box, palette)) {
            panel.draw(surface);
        }
    }

    /** What stands under a point of the box that it was drawn into. */
    public Optional<Pointed> at(Box box, Palette palette, double x, double y) {
        List<SweepPanel> places = places(box, palette);
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).box().contains(x, y)) {
                return Optional.of(new Pointed(i, places.get(i).nearest(x)));
            }
        }
        return Optional.empty();
    }

    /** Draws the numbers of what is pointed at over the plot. */
    public void drawReadout(Surface surface, Box box, Palette palette, Pointed pointed) {
        places(box, palette).get(pointed.panel()).drawReadout(surface, pointed.column());
    }

    /** The plots side by side or one above the other, whichever leaves them the better shape. */
    private List<SweepPanel> places(Box box, Palette palette) {
        double gap = GAP * palette.typeScale();
        double top = head(box.width(), palette);
        int most = Math.min(MOST_IN_A_ROW, panels.size());
        int columns = most;
        double least = Double.POSITIVE_INFINITY;
        for (int tried = most; tried >= 1; tried--) {
            double shape = wide(box, tried, gap) / high(box, top, tried, gap);
            double off = shape > 0 ? Math.abs(Math.log(shape / SHAPE)) : Double.POSITIVE_INFINITY;
            if (off < least) {
                least = off;
                columns = tried;
            }
        }
        double wide = wide(box, columns, gap);
        double high = Math.max(1, high(box, top, columns, gap));
        NumberAxis.Extent settings = new NumberAxis.Extent();
        panels.forEach(panel -> panel.columns().forEach(column -> settings.add(column.value())));
        List<SweepPanel> places = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            Box place = new Box(box.x() + i % columns * (wide + gap), box.y() + top + i / columns * (high + gap), wide, high);
            places.add(new SweepPanel(
                    panels.get(i), place, palette, setting, results(panels.get(i)), settings, compared(panels.get(i)).anyMatch(SweepPlot::marked)));
        }
        return places;
    }

    private static double wide(Box box, int columns, double gap) {
        return (box.width() - (columns - 1) * gap) / columns;
    }

    private double high(Box box, double top, int columns, double gap) {
        int rows = (panels.size() + columns - 1) / columns;
        return (box.height() - top - (rows - 1) * gap) / rows;
    }

    private NumberAxis.Extent results(Panel panel) {
        NumberAxis.Extent extent = new NumberAxis.Extent();
        compared(panel).flatMap(ends -> ends.results().stream()).forEach(extent::add);
        return extent;
    }

    /** Of all plots that have the axis of this one. */
    private Stream<Ends> compared(Panel panel) {
        return all(sameNumber ? panels.stream() : Stream.of(panel));
    }

    private static Stream<Ends> all(Stream<Panel> panels) {
        return panels.flatMap(panel -> panel.columns().stream()).flatMap(column -> Stream.of(column.a(), column.b()));
    }

    private boolean any(Predicate<Ends> condition) {
        return all(panels.stream()).anyMatch(condition);
    }

    private static boolean marked(Ends ends) {
        return ends.diverged() > 0 || ends.without() > 0;
    }

    private void heading(Surface surface, Box box, Palette palette) {
        double scale = palette.typeScale();
        TextStyle name = Type.heading(palette);
        TextStyle muted = Type.label(palette);
        surface.withClip(new Box(box.x(), box.y(), box.width(), head(box.width(), palette)), () -> {
            surface.text(title, box.x(), box.y() + 18 * scale, name);
            surface.text(subtitle, box.x() + surface.textWidth(title, name) + 18 * scale, box.y() + 18 * scale, muted);
            double baseline = box.y() + 42 * scale;
            double x = box.x();
            for (Side side : Side.values()) {
                double middle = baseline - name.capHeight() / 2;
                surface.line(x, middle, x + 36 * scale, middle, SweepPanel.stroke(side, palette));
                surface.fillCircle(x + 18 * scale, middle, 3.4 * scale, palette.of(side));
                String text = side == Side.A ? legend.a : legend.b;
                TextStyle style = Type.number(palette).coloured(palette.textOf(side));
                surface.text(text, x + 42 * scale, baseline, style);
                x += 42 * scale + surface.textWidth(text, style) + 18 * scale;
            }
            boolean narrow = isNarrow(box.width(), palette);
            surface.text(marks(), narrow ? box.x() : x, baseline + (narrow ? LINE * scale : 0), muted);
        });
    }

    /** What the marks mean that there are. */
    private String marks() {
        return Stream.of(
                        any(ends -> ends.results().size() > 1) ? "sweep.seeds" : "",
                        panels.stream().anyMatch(panel -> panel.best() != Best.NONE) ? "sweep.best" : "",
                        any(ends -> ends.diverged() > 0) ? "sweep.diverged" : "",
                        any(ends -> ends.without() > 0) ? "sweep.without" : "")
                .filter(key -> !key.isEmpty())
                .map(PlotTexts::get)
                .collect(Collectors.joining(" \u00b7 "));
    }

    /** The same in words, for a reader's software: each plot's medians as far as they are known, and the best of them. */
    public String summary() {
        StringBuilder text = new StringBuilder(subtitle).append('.');
        for (Panel panel : panels) {
            text.append(panel.title().isEmpty() ? "" : " " + panel.title() + ":");
            panel.columns().stream()
                    .filter(column -> !column.a().equals(Ends.OPEN) || !column.b().equals(Ends.OPEN))
                    .forEach(column -> text.append(' ').append(PlotTexts.get("sweep.summary", column.label(),
                            SweepPanel.words(panel, column.a()), SweepPanel.words(panel, column.b()))));
            for (Side side : Side.values()) {
                panel.best(side).ifPresent(column -> text.append(' ').append(PlotTexts.get(
                        "sweep.summary.best", side.name(), panel.words(column.of(side).median()), column.label())));
            }
        }
        return text.toString();
    }
}
