package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.LayerMetrics;
import shiftscope.session.Metrics;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Snapshot;

/** One number of both runs against the step: A dashed, B solid, each named at its end with its newest value. Immutable. */
public final class CurvePlot {
    private static final double LEFT = 38;
    /** Room for {@code A 0.0024} at the end of a curve. */
    private static final double RIGHT = 56;
    private static final double HEAD = 26;
    private static final double FOOT = 20;
    private static final double PADDING = 8;
    /** The lowest plot in which words beside marks leave the curves alone, in pixels of a type scale of 1. */
    private static final double LEAST_HEIGHT_FOR_WORDS = 220;

    /** How values become heights. */
    private enum Axis {
        LOGARITHMIC,
        SHARE,
        FROM_ZERO
    }

    private final String title;
    private final String unit;
    private final Axis axis;
    private final Curve a;
    private final Curve b;
    private final List<Mark> marks;

    private CurvePlot(String title, String unit, Axis axis, Curve a, Curve b, List<RecordedCommand> commands) {
        this.title = title;
        this.unit = unit;
        this.axis = axis;
        this.a = a;
        this.b = b;
        this.marks = Mark.of(commands);
    }

    /**
     * The training loss, on a logarithmic axis.
     *
     * @param history the recorded entries, oldest first
     * @param latest the newest measurement, in the history or not
     * @param commands what was changed, marked on the axis
     */
    public static CurvePlot trainingLoss(List<Metrics> history, Metrics latest, List<RecordedCommand> commands) {
        return new CurvePlot(
                PlotTexts.get("curve.loss"),
                "",
                Axis.LOGARITHMIC,
                Curve.of(history, latest, entry -> entry.a().trainingLoss()),
                Curve.of(history, latest, entry -> entry.b().trainingLoss()),
                commands);
    }

    /** How well the test set is answered: {@link #testAccuracy}, for regression {@link #testLoss}. */
    public static CurvePlot test(Snapshot snapshot) {
        return snapshot.experiment().data().kind().regression()
                ? testLoss(snapshot.history(), snapshot.latest(), snapshot.commands())
                : testAccuracy(snapshot.history(), snapshot.latest(), snapshot.commands());
    }

    /** The loss on the test set; otherwise as {@link #trainingLoss}. */
    public static CurvePlot testLoss(List<Metrics> history, Metrics latest, List<RecordedCommand> commands) {
        return new CurvePlot(
                PlotTexts.get("curve.testLoss"),
                "",
                Axis.LOGARITHMIC,
                Curve.of(history, latest, entry -> entry.a().testLoss()),
                Curve.of(history, latest, entry -> entry.b().testLoss()),
                commands);
    }

    /** The accuracy on the test set, from 0 to 100%; otherwise as {@link #trainingLoss}. */
    public static CurvePlot testAccuracy(List<Metrics> history, Metrics latest, List<RecordedCommand> commands) {
        return new CurvePlot(
                PlotTexts.get("curve.accuracy"),
                "",
                Axis.SHARE,
                Curve.of(history, latest, entry -> entry.a().testAccuracy()),
                Curve.of(history, latest, entry -> entry.b().testAccuracy()),
                commands);
    }

    /**
     * How far a layer has moved since step 0; otherwise as {@link #trainingLoss}.
     *
     * @param layer 1 … L for hidden layers, L + 1 for the output
     */
    public static CurvePlot shift(List<Metrics> history, Metrics latest, List<RecordedCommand> commands, int layer) {
        boolean output = layer == latest.a().layers().size();
        return new CurvePlot(
                output ? PlotTexts.get("curve.shift.output") : PlotTexts.get("curve.shift", String.valueOf(layer)),
                PlotTexts.get("curve.shift.unit"),
                Axis.FROM_ZERO,
                Curve.of(history, latest, entry -> shift(entry.a().layers(), layer)),
                Curve.of(history, latest, entry -> shift(entry.b().layers(), layer)),
                commands);
    }

    private static double shift(List<LayerMetrics> layers, int layer) {
        return layer >= 1 && layer <= layers.size() ? layers.get(layer - 1).shift() : Double.NaN;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** What is measured at the recorded step nearest to a point of the surface; empty outside the plot. */
    public Optional<Reading> at(Box box, Palette palette, double x) {
        Box plot = plot(box, palette);
        if (a.points() == 0 || x < plot.x() - 4 || x > plot.right() + 4) {
            return Optional.empty();
        }
        int nearest = a.nearest(steps(plot).valueAt(x));
        return Optional.of(new Reading((long) a.steps()[nearest], a.values()[nearest], b.values()[nearest]));
    }

    /** The newest values in words, for those who cannot see the plot. */
    public String summary() {
        return PlotTexts.get(
                "summary.curve", title, Numbers.count((long) a.lastStep()), value(a.lastValue()), value(b.lastValue()));
    }

    /** Draws the plot into a box, without a ground of its own. */
    public void draw(Surface surface, Box box, Palette palette, Optional<Reading> reading) {
        Box plot = plot(box, palette);
        if (plot.width() <= 0 || plot.height() <= 0) {
            return;
        }
        heading(surface, palette, box);
        LinearScale x = steps(plot);
        boolean words = box.height() >= LEAST_HEIGHT_FOR_WORDS * palette.typeScale();
        Scale y = values(plot, plot.bottom() - StepAxis.room(palette, marks, words));
        StepAxis.drawValues(surface, palette, plot, y, axis == Axis.SHARE);
        StepAxis.drawMarks(surface, palette, plot, x, marks, words);
        StepAxis.drawSteps(surface, palette, plot, x);
        double width = 1.8 * palette.lineScale();
        a.draw(surface, x, y, new Stroke(width, palette.a(), 4.5 * width, 2 * width));
        b.draw(surface, x, y, Stroke.solid(width, palette.b()));
        if (reading.isPresent()) {
            reading(surface, palette, plot, x, y, reading.get());
        } else {
            ends(surface, palette, plot, y);
        }
    }

    private static Box plot(Box box, Palette palette) {
        double scale = palette.typeScale();
        return new Box(
                box.x() + LEFT * scale,
                box.y() + HEAD * scale,
                Math.max(0, box.width() - (LEFT + RIGHT) * scale),
                Math.max(0, box.height() - (HEAD + FOOT) * scale));
    }

    private LinearScale steps(Box plot) {
        return StepAxis.steps(Math.max(a.lastStep(), b.lastStep()), plot);
    }

    private Scale values(Box plot, double bottom) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Curve curve : List.of(a, b)) {
            for (double value : curve.values()) {
                if (value > 0 && Curve.drawable(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return switch (axis) {
            case SHARE -> new LinearScale(0, 1, bottom, plot.y());
            case FROM_ZERO -> new LinearScale(0, Math.max(1, 1.05 * high), bottom, plot.y());
            case LOGARITHMIC -> high == 0
                    ? new LogScale(0.1, 10, bottom, plot.y())
                    : new LogScale(low / 1.15, high * 1.15, bottom, plot.y());
        };
    }

    private void heading(Surface surface, Palette palette, Box box) {
        double scale = palette.typeScale();
        TextStyle style = Type.number(palette);
        TextStyle small = Type.label(palette);
        double baseline = box.y() + 13 * scale;
        surface.text(title, box.x(), baseline, style);
        double end = box.x() + surface.textWidth(title, style) + PADDING * scale;
        if (!unit.isEmpty() && end + surface.textWidth(unit, small) <= box.right()) {
            surface.text(unit, end, baseline, small);
        }
    }

    /** The name and newest value of each run, right of the end of its curve; pushed apart if the ends are close. */
    private void ends(Surface surface, Palette palette, Box plot, Scale y) {
        TextStyle style = Type.number(palette);
        double line = 13 * palette.typeScale();
        double ya = height(plot, y, a.lastValue());
        double yb = height(plot, y, b.lastValue());
        if (Math.abs(ya - yb) < line) {
            double middle = Math.max(plot.y() + line / 2, Math.min(plot.bottom() - line / 2, (ya + yb) / 2));
            double direction = ya <= yb ? -1 : 1;
            ya = middle + direction * line / 2;
            yb = middle - direction * line / 2;
        }
        double x = plot.right() + 5 * palette.typeScale();
        end(surface, x, ya + style.capHeight() / 2, Side.A, a.lastValue(), style.coloured(palette.textOf(Side.A)));
        end(surface, x, yb + style.capHeight() / 2, Side.B, b.lastValue(), style.coloured(palette.textOf(Side.B)));
    }

    private static double height(Box plot, Scale y, double value) {
        return Curve.drawable(value) ? Math.max(plot.y(), Math.min(plot.bottom(), y.at(value))) : plot.centreY();
    }

    private void end(Surface surface, double x, double y, Side side, double value, TextStyle style) {
        if (Curve.drawable(value)) {
            String number = switch (axis) {
                case SHARE -> Numbers.percent(value);
                case LOGARITHMIC -> Numbers.inDigits(value);
                case FROM_ZERO -> Numbers.brief(value);
            };
            surface.text(side.name() + " " + number, x, y, style);
        }
    }

    private String value(double value) {
        return switch (axis) {
            case SHARE -> Numbers.percent(value);
            case LOGARITHMIC -> value >= 0.00095 && value < 0.0995 ? Numbers.inDigits(value) : Numbers.measured(value);
            case FROM_ZERO -> Numbers.measured(value);
        };
    }

    private void reading(Surface surface, Palette palette, Box plot, LinearScale x, Scale y, Reading reading) {
        double at = x.at(reading.step());
        surface.line(at, plot.y(), at, plot.bottom(), Stroke.solid(palette.lineScale(), palette.axis()));
        List<Readout.Line> lines = new ArrayList<>();
        lines.add(new Readout.Line(PlotTexts.get("readout.step", Numbers.count(reading.step())), Type.label(palette)));
        for (Side side : Side.values()) {
            double value = side == Side.A ? reading.a() : reading.b();
            String number = axis == Axis.SHARE ? Numbers.percentWithDecimal(value) : value(value);
            lines.add(new Readout.Line(side.name() + "  " + number, Type.number(palette).coloured(palette.textOf(side))));
            if (Curve.drawable(value)) {
                surface.fillCircle(at, y.at(value), 3.2 * palette.lineScale(), palette.of(side));
            }
        }
        Box area = new Box(plot.x(), plot.y(), plot.width() + RIGHT * palette.typeScale(), plot.height());
        Readout.box(surface, palette, area, at, at, plot.y(), lines);
    }
}
