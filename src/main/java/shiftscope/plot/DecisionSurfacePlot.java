package shiftscope.plot;

import java.util.stream.IntStream;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.Predictions;
import shiftscope.session.Snapshot;

/** What both networks answer at every point of the plane, with the examples that they learn from and are tested on. */
final class DecisionSurfacePlot {
    private static final double LEFT = 44;
    private static final double RIGHT = 16;
    private static final double FOOT = 38;
    private static final double TICK_SPACING = 48;
    private static final double POINT = 3;
    /** A point has at least so many pixels for itself; of larger sets one of two, of three … examples is drawn. */
    private static final double ROOM_FOR_POINT = 160;
    private static final int KEY_CELLS = 40;

    private final Snapshot snapshot;
    private final Predictions predictions;
    private final Predictions.Surface plane;
    private final Palette palette;
    private final double scale;
    private final double low;
    private final double high;

    /** @param plane the surface of the predictions */
    DecisionSurfacePlot(Snapshot snapshot, Predictions predictions, Predictions.Surface plane, Palette palette) {
        this.snapshot = snapshot;
        this.predictions = predictions;
        this.plane = plane;
        this.palette = palette;
        scale = palette.typeScale();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Predictions.Points points : new Predictions.Points[] {plane.train(), plane.test()}) {
            for (float target : points.targets()) {
                least = Math.min(least, target);
                most = Math.max(most, target);
            }
        }
        low = least < most ? least : -1;
        high = least < most ? most : 1;
    }

    private boolean regression() {
        return predictions.classes().isEmpty();
    }

    /**
     * @param a the column of run A
     * @param between what lies between the columns, for the key
     * @param b the column of run B
     */
    void draw(Surface surface, Box a, Box between, Box b) {
        double head = PredictionsPlot.headingHeight(palette);
        double size = Math.floor(Math.min(a.width() - (LEFT + RIGHT) * scale, a.height() - head - FOOT * scale));
        if (size > 0) {
            panel(surface, a, size, Side.A);
            panel(surface, b, size, Side.B);
            key(surface, between, size);
        }
    }

    private void panel(Surface surface, Box column, double size, Side side) {
        double head = PredictionsPlot.headingHeight(palette);
        Box card = new Box(column.x(), column.y(), column.width(), head + size + FOOT * scale);
        Cards.draw(surface, palette, card);
        PredictionsPlot.heading(surface, palette, card, side, PlotTexts.get("predictions.run", side.name()),
                PredictionsPlot.statistics(snapshot, side, plane.of(side).statistics()));
        double left = card.x() + LEFT * scale + (card.width() - (LEFT + RIGHT) * scale - size) / 2;
        Box plot = new Box(Math.round(left), Math.round(card.y() + head), size, size);
        surface.cells(plot, plane.columns(), plane.rows(), colours(plane.of(side)));
        LinearScale x = new LinearScale(plane.xLow(), plane.xHigh(), plot.x(), plot.right());
        LinearScale y = new LinearScale(plane.yLow(), plane.yHigh(), plot.bottom(), plot.y());
        surface.withClip(plot, () -> {
            points(surface, plane.train(), x, y, false);
            points(surface, plane.test(), x, y, true);
        });
        axes(surface, plot, x, y);
    }

    /** The cells from the top left: the rows of answers begin below. */
    private int[] colours(Predictions.Grid grid) {
        int[] argb = new int[plane.columns() * plane.rows()];
        for (int row = 0; row < plane.rows(); row++) {
            for (int column = 0; column < plane.columns(); column++) {
                int from = (plane.rows() - 1 - row) * plane.columns() + column;
                argb[row * plane.columns() + column] = colour(grid, from).argb();
            }
        }
        return argb;
    }

    private Colour colour(Predictions.Grid grid, int i) {
        double value = grid.values()[i];
        if (Double.isNaN(value)) {
            return palette.grid();
        }
        return regression()
                ? ClassColours.number(palette, share(value))
                : ClassColours.cell(palette, grid.classes()[i], value, predictions.classes().size());
    }

    private double share(double value) {
        return (value - low) / (high - low);
    }

    private static int every(Predictions.Points points, double size) {
        return (int) Math.max(1, Math.ceil(points.x().length * ROOM_FOR_POINT / (size * size)));
    }

    private double radius(double size) {
        return Math.min(POINT * scale, Math.max(1.5, size / 90));
    }

    private void points(Surface surface, Predictions.Points points, LinearScale x, LinearScale y, boolean ringed) {
        double size = x.to() - x.from();
        int every = every(points, size);
        for (int i = 0; i < points.x().length; i += every) {
            Colour colour = regression()
                    ? ClassColours.number(palette, share(points.targets()[i]))
                    : ClassColours.of(palette, points.labels()[i]);
            int kind = regression() ? kind(ringed) : points.labels()[i];
            point(surface, kind, x.at(points.x()[i]), y.at(points.y()[i]), radius(size), colour, ringed);
        }
    }

    /** Numbers have no classes to tell by shape, so that shapes are free to tell training from test examples. */
    private static int kind(boolean test) {
        return test ? 1 : 0;
    }

    /** A filled example has a rim of the card's colour, a ringed one is filled with it: both stand out from cells of their class. */
    private void point(Surface surface, int kind, double x, double y, double radius, Colour colour, boolean ringed) {
        double rim = 1.1 * palette.lineScale();
        if (regression()) {
            // The colours of numbers fade into the card's; a dark rim tells the examples from the surface.
            PointShape.fill(surface, kind, x, y, radius + rim, ringed ? palette.text() : palette.muted());
            PointShape.fill(surface, kind, x, y, radius, colour);
        } else if (ringed) {
            PointShape.fill(surface, kind, x, y, radius + rim, colour);
            PointShape.fill(surface, kind, x, y, radius - 0.3 * rim, palette.card());
        } else {
            PointShape.fill(surface, kind, x, y, radius + 0.7 * rim, palette.card());
            PointShape.fill(surface, kind, x, y, radius, colour);
        }
    }

    private void axes(Surface surface, Box plot, LinearScale x, LinearScale y) {
        surface.strokeRoundRectangle(
                plot.x() - 0.5, plot.y() - 0.5, plot.width() + 1, plot.height() + 1, 0, Stroke.solid(1, palette.axis()));
        TextStyle tick = Type.tick(palette);
        TextStyle name = Type.label(palette);
        int most = (int) Math.max(2, plot.width() / (TICK_SPACING * scale));
        Ticks across = x.ticks(most);
        for (int i = 0; i < across.count(); i++) {
            double at = x.at(across.values().get(i));
            surface.line(at, plot.bottom(), at, plot.bottom() + 3 * scale, Stroke.solid(1, palette.axis()));
            surface.text(across.labels().get(i), at, plot.bottom() + 14 * scale, tick);
        }
        Ticks up = y.ticks(most);
        for (int i = 0; i < up.count(); i++) {
            double at = y.at(up.values().get(i));
            surface.line(plot.x() - 3 * scale, at, plot.x(), at, Stroke.solid(1, palette.axis()));
            surface.text(up.labels().get(i), plot.x() - 5 * scale, at + tick.capHeight() / 2, tick.aligned(Align.RIGHT));
        }
        surface.text(named("x₁", across), plot.centreX(), plot.bottom() + 29 * scale, name.aligned(Align.CENTRE));
        surface.text(named("x₂", up), plot.x(), plot.y() - 6 * scale, name.aligned(Align.RIGHT));
    }

    private static String named(String feature, Ticks ticks) {
        return ticks.factor().isEmpty() ? feature : feature + " " + ticks.factor();
    }

    private void key(Surface surface, Box between, double size) {
        double top = between.y() + PredictionsPlot.headingHeight(palette);
        double x = between.x() + 16 * scale;
        TextStyle style = Type.label(palette);
        double line = 17 * scale;
        double y = top + line / 2;
        if (regression()) {
            y = ramp(surface, x, y) + line;
        } else {
            for (int kind = 0; kind < predictions.classes().size(); kind++) {
                PointShape.fill(surface, kind, x, y - style.capHeight() / 2, POINT * 1.2 * scale, ClassColours.of(palette, kind));
                int row = kind;
                double baseline = y;
                surface.withClip(between, () ->
                        surface.text(predictions.classes().get(row), x + 11 * scale, baseline, style.coloured(palette.text())));
                y += line;
            }
        }
        y += line / 2;
        y = legend(surface, x, y, false, plane.train(), size);
        legend(surface, x, y, true, plane.test(), size);
    }

    /** What filled or ringed examples are, and how many of them are drawn; returns where the next line may be. */
    private double legend(Surface surface, double x, double y, boolean ringed, Predictions.Points points, double size) {
        TextStyle style = Type.label(palette);
        Colour fill = regression() ? palette.card() : palette.muted();
        point(surface, regression() ? kind(ringed) : 0, x, y - style.capHeight() / 2, POINT * scale, fill, ringed);
        surface.text(PlotTexts.get(ringed ? "predictions.test" : "predictions.train"), x + 11 * scale, y, style.coloured(palette.text()));
        int every = every(points, size);
        if (every == 1) {
            return y + 17 * scale;
        }
        surface.text(PlotTexts.get("predictions.every", String.valueOf(every)), x + 11 * scale, y + 14 * scale, style);
        return y + 33 * scale;
    }

    /** The colours of numbers with the least and the largest target; returns where it ends. */
    private double ramp(Surface surface, double x, double y) {
        int[] argb = new int[KEY_CELLS];
        for (int i = 0; i < KEY_CELLS; i++) {
            argb[i] = ClassColours.number(palette, 1 - (i + 0.5) / KEY_CELLS).argb();
        }
        Box box = new Box(x - 4 * scale, y, 12 * scale, 110 * scale);
        surface.cells(box, 1, KEY_CELLS, argb);
        surface.strokeRoundRectangle(box.x(), box.y(), box.width(), box.height(), 0, Stroke.solid(1, palette.axis()));
        TextStyle style = Type.tick(palette).aligned(Align.LEFT);
        double text = box.right() + 5 * scale;
        surface.text(PlotTexts.get("predictions.atLeast", Numbers.measured(high)), text, box.y() + style.capHeight(), style);
        surface.text(Numbers.measured((low + high) / 2, high - low), text, box.centreY() + style.capHeight() / 2, style);
        surface.text(PlotTexts.get("predictions.atMost", Numbers.measured(low)), text, box.bottom(), style);
        return box.bottom();
    }

    /** How much of the plane each class has, or between which numbers the answers lie. */
    static String summary(Snapshot snapshot, Predictions predictions, Predictions.Surface plane) {
        StringBuilder words = new StringBuilder(PlotTexts.get("summary.surface", Numbers.count(snapshot.step())));
        for (Side side : Side.values()) {
            Predictions.Grid grid = plane.of(side);
            words.append(' ').append(PlotTexts.get(
                    "summary.surface.run",
                    side.name(),
                    PredictionsPlot.statistics(snapshot, side, grid.statistics()).get(0),
                    predictions.classes().isEmpty() ? numbers(grid) : shares(predictions, grid)));
        }
        return words.toString();
    }

    private static String numbers(Predictions.Grid grid) {
        double least = IntStream.range(0, grid.values().length).mapToDouble(i -> grid.values()[i]).min().orElse(Double.NaN);
        double most = IntStream.range(0, grid.values().length).mapToDouble(i -> grid.values()[i]).max().orElse(Double.NaN);
        return PlotTexts.get("summary.surface.numbers", Numbers.measured(least), Numbers.measured(most));
    }

    private static String shares(Predictions predictions, Predictions.Grid grid) {
        return String.join(", ", IntStream.range(0, predictions.classes().size())
                .mapToObj(kind -> {
                    long cells = IntStream.range(0, grid.classes().length).filter(i -> grid.classes()[i] == kind).count();
                    return PlotTexts.get(
                            "summary.surface.class",
                            predictions.classes().get(kind),
                            Numbers.percent((double) cells / grid.classes().length));
                })
                .toList());
    }
}
