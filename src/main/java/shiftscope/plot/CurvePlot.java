package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.Metrics;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Snapshot;

/** One number of both runs against the step: A dashed, B solid, each named at its end with its newest value. Immutable. */
public final class CurvePlot {
    private static final double LEFT = 38;
    /** Room for {@code A 0.0024} at the end of a curve. */
    private static final double RIGHT = 56;
    private static final double HEAD = 26;
    /** Where nothing is written above the plot. */
    private static final double BARE_HEAD = 8;
    private static final double FOOT = 20;
    private static final double PADDING = 8;
    /** The lowest plot in which words beside marks leave the curves alone, in pixels of a type scale of 1. */
    private static final double LEAST_HEIGHT_FOR_WORDS = 220;

    /** How much of a run's colour the area of a range has. */
    private static final double RANGE_ALPHA = 0.18;

    private final String title;
    private final String unit;
    private final boolean headed;
    private final NumberAxis axis;
    private final Curve a;
    private final Curve b;
    private final Optional<Ranges> ranges;
    private final OptionalDouble usual;
    private final List<Mark> marks;

    /** The lower ends of numbers that are ranges. */
    private record Ranges(Curve a, Curve b) {
        Curve of(Side side) {
            return side == Side.A ? a : b;
        }
    }

    private CurvePlot(
            String title,
            String unit,
            boolean headed,
            NumberAxis axis,
            Curve a,
            Curve b,
            Optional<Ranges> ranges,
            OptionalDouble usual,
            List<Mark> marks) {
        this.title = title;
        this.unit = unit;
        this.headed = headed;
        this.axis = axis;
        this.a = a;
        this.b = b;
        this.ranges = ranges;
        this.usual = usual;
        this.marks = marks;
    }

    private static CurvePlot plain(String title, NumberAxis axis, Curve a, Curve b, List<RecordedCommand> commands) {
        return new CurvePlot(title, "", true, axis, a, b, Optional.empty(), OptionalDouble.empty(), Mark.of(commands));
    }

    /**
     * The training loss, on a logarithmic axis.
     *
     * @param history the recorded entries, oldest first
     * @param latest the newest measurement, in the history or not
     * @param commands what was changed, marked on the axis
     */
    public static CurvePlot trainingLoss(List<Metrics> history, Metrics latest, List<RecordedCommand> commands) {
        return plain(
                PlotTexts.get("curve.loss"),
                NumberAxis.LOGARITHMIC,
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
        return plain(
                PlotTexts.get("curve.testLoss"),
                NumberAxis.LOGARITHMIC,
                Curve.of(history, latest, entry -> entry.a().testLoss()),
                Curve.of(history, latest, entry -> entry.b().testLoss()),
                commands);
    }

    /** The accuracy on the test set, from 0 to 100%; otherwise as {@link #trainingLoss}. */
    public static CurvePlot testAccuracy(List<Metrics> history, Metrics latest, List<RecordedCommand> commands) {
        return plain(
                PlotTexts.get("curve.accuracy"),
                NumberAxis.SHARE,
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
        return number(LayerNumber.SHIFT, history, latest, commands, layer);
    }

    /**
     * A number of a layer, or of the run; otherwise as {@link #trainingLoss}.
     *
     * @param layer 1 … L for hidden layers, L + 1 for the output; a number of the run takes any
     */
    public static CurvePlot number(
            LayerNumber number, List<Metrics> history, Metrics latest, List<RecordedCommand> commands, int layer) {
        boolean output = layer == latest.a().layers().size();
        return new CurvePlot(
                number.title(output ? PlotTexts.get("number.output") : PlotTexts.get("number.layer", String.valueOf(layer))),
                number.unit(),
                true,
                number.axis(),
                Curve.of(history, latest, entry -> number.of(entry.a(), layer)),
                Curve.of(history, latest, entry -> number.of(entry.b(), layer)),
                number.isRange() ? Optional.of(ranges(number, history, latest)) : Optional.empty(),
                number.usual(),
                Mark.of(commands));
    }

    private static Ranges ranges(LayerNumber number, List<Metrics> history, Metrics latest) {
        return new Ranges(
                Curve.of(history, latest, entry -> number.low(entry.a())), Curve.of(history, latest, entry -> number.low(entry.b())));
    }

    /** The same plot without a heading, where what stands around it says what it is. */
    public CurvePlot withoutHeading() {
        return new CurvePlot(title, unit, false, axis, a, b, ranges, usual, marks);
    }

    /** Whether there is no number in it at all. */
    public boolean isEmpty() {
        return Double.isNaN(a.lastValue()) && Double.isNaN(b.lastValue());
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
        String step = Numbers.count((long) a.lastStep());
        return isEmpty()
                ? PlotTexts.get("summary.curve.none", title, step)
                : PlotTexts.get("summary.curve", title, step, newest(Side.A), newest(Side.B));
    }

    /** Draws the plot into a box, without a ground of its own. */
    public void draw(Surface surface, Box box, Palette palette, Optional<Reading> reading) {
        Box plot = plot(box, palette);
        if (plot.width() <= 0 || plot.height() <= 0) {
            return;
        }
        if (headed) {
            heading(surface, palette, box);
        }
        LinearScale x = steps(plot);
        boolean words = box.height() >= LEAST_HEIGHT_FOR_WORDS * palette.typeScale();
        Scale y = values(plot, plot.bottom() - StepAxis.room(palette, marks, words));
        StepAxis.drawValues(surface, palette, plot, y, axis == NumberAxis.SHARE);
        usual.ifPresent(value -> usual(surface, palette, plot, y.at(value), value));
        StepAxis.drawMarks(surface, palette, plot, x, marks, words);
        StepAxis.drawSteps(surface, palette, plot, x);
        for (Side side : Side.values()) {
            ranges.ifPresent(low -> new Band(low.of(side), curve(side))
                    .fill(surface, x, y, palette.of(side).withAlpha(RANGE_ALPHA)));
        }
        double width = 1.8 * palette.lineScale();
        a.draw(surface, x, y, new Stroke(width, palette.a(), 4.5 * width, 2 * width));
        b.draw(surface, x, y, Stroke.solid(width, palette.b()));
        if (reading.isPresent()) {
            reading(surface, palette, plot, x, y, reading.get());
        } else {
            ends(surface, palette, plot, y);
        }
    }

    private Curve curve(Side side) {
        return side == Side.A ? a : b;
    }

    /** A dashed line across the plot, named above its left end. */
    private static void usual(Surface surface, Palette palette, Box plot, double at, double value) {
        double width = palette.lineScale();
        surface.line(plot.x(), at, plot.right(), at, new Stroke(width, palette.muted(), 2 * width, 3 * width));
        String words = PlotTexts.get("curve.usual", Numbers.fixed(value, 0));
        surface.text(words, plot.x() + 4 * palette.typeScale(), at - 3 * palette.typeScale(), Type.tick(palette).aligned(Align.LEFT));
    }

    private Box plot(Box box, Palette palette) {
        double scale = palette.typeScale();
        double head = headed ? HEAD : BARE_HEAD;
        return new Box(
                box.x() + LEFT * scale,
                box.y() + head * scale,
                Math.max(0, box.width() - (LEFT + RIGHT) * scale),
                Math.max(0, box.height() - (head + FOOT) * scale));
    }

    private LinearScale steps(Box plot) {
        return StepAxis.steps(Math.max(a.lastStep(), b.lastStep()), plot);
    }

    private Scale values(Box plot, double bottom) {
        NumberAxis.Extent extent = new NumberAxis.Extent();
        extent.add(a.values());
        extent.add(b.values());
        ranges.ifPresent(low -> {
            extent.add(low.a().values());
            extent.add(low.b().values());
        });
        usual.ifPresent(extent::add);
        return axis.scale(extent, bottom, plot.y());
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
            String number = axis.brief(value);
            surface.text(side.name() + " " + (ranges.isPresent() ? PlotTexts.get("curve.upTo", number) : number), x, y, style);
        }
    }

    /** The newest number of a run, or the range that it is, in a sentence. */
    private String newest(Side side) {
        String value = axis.words(curve(side).lastValue());
        return ranges.map(low -> PlotTexts.get("curve.range", axis.words(low.of(side).lastValue()), value)).orElse(value);
    }

    /** The number of a run at a recorded step, or the range that it is, as exactly as there is reason to. */
    private String pointedAt(Side side, double value, long step) {
        String number = axis.exactly(value);
        return ranges.map(low -> low.of(side))
                .map(low -> PlotTexts.get("curve.range", axis.exactly(low.values()[low.nearest(step)]), number))
                .orElse(number);
    }

    private void reading(Surface surface, Palette palette, Box plot, LinearScale x, Scale y, Reading reading) {
        double at = x.at(reading.step());
        surface.line(at, plot.y(), at, plot.bottom(), Stroke.solid(palette.lineScale(), palette.axis()));
        List<Readout.Line> lines = new ArrayList<>();
        lines.add(new Readout.Line(PlotTexts.get("readout.step", Numbers.count(reading.step())), Type.label(palette)));
        for (Side side : Side.values()) {
            double value = side == Side.A ? reading.a() : reading.b();
            String number = pointedAt(side, value, reading.step());
            lines.add(new Readout.Line(side.name() + "  " + number, Type.number(palette).coloured(palette.textOf(side))));
            if (Curve.drawable(value)) {
                surface.fillCircle(at, y.at(value), 3.2 * palette.lineScale(), palette.of(side));
            }
        }
        Box area = new Box(plot.x(), plot.y(), plot.width() + RIGHT * palette.typeScale(), plot.height());
        Readout.box(surface, palette, area, at, at, plot.y(), lines);
    }
}
