package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import shiftscope.config.Side;
import shiftscope.plot.TextStyle.Align;
import shiftscope.session.Metrics;
import shiftscope.session.RecordedCommand;
import shiftscope.session.RunMetrics;
import shiftscope.session.Snapshot;

/** One number of both runs against the step: A dashed, B solid, each named at its end with its newest value. Immutable. */
public final class CurvePlot {
    private static final double LEFT = 38;
    /** Room for {@code A 0.0024} at the end of a curve. */
    private static final double RIGHT = 60;
    private static final double HEAD = 26;
    /** Where nothing is written above the plot. */
    private static final double BARE_HEAD = 8;
    /** The same with a line on what is drawn paler. */
    private static final double LEGEND_HEAD = 17;
    private static final double FOOT = 20;
    private static final double PADDING = 8;
    /** The lowest plot in which words beside marks leave the curves alone, in pixels of a type scale of 1. */
    private static final double LEAST_HEIGHT_FOR_WORDS = 220;

    private final String title;
    private final String unit;
    private final boolean headed;
    private final NumberAxis axis;
    private final RunCurve a;
    private final RunCurve b;
    private final OptionalDouble usual;
    private final List<Mark> marks;
    private final ToDoubleFunction<RunMetrics> number;
    private final OtherTimes others;

    private CurvePlot(
            String title,
            String unit,
            boolean headed,
            NumberAxis axis,
            RunCurve a,
            RunCurve b,
            OptionalDouble usual,
            List<Mark> marks,
            ToDoubleFunction<RunMetrics> number,
            OtherTimes others) {
        this.title = title;
        this.unit = unit;
        this.headed = headed;
        this.axis = axis;
        this.a = a;
        this.b = b;
        this.usual = usual;
        this.marks = marks;
        this.number = number;
        this.others = others;
    }

    /** A number of the run. */
    private static CurvePlot ofRun(
            String title,
            NumberAxis axis,
            ToDoubleFunction<RunMetrics> number,
            List<Metrics> history,
            Metrics latest,
            List<RecordedCommand> commands) {
        return new CurvePlot(
                PlotTexts.get(title),
                "",
                true,
                axis,
                new RunCurve(Side.A, Curve.of(history, latest, entry -> number.applyAsDouble(entry.a())), Optional.empty()),
                new RunCurve(Side.B, Curve.of(history, latest, entry -> number.applyAsDouble(entry.b())), Optional.empty()),
                OptionalDouble.empty(),
                Mark.of(commands),
                number,
                OtherTimes.NONE);
    }

    /**
     * The training loss, on a logarithmic axis.
     *
     * @param history the recorded entries, oldest first
     * @param latest the newest measurement, in the history or not
     * @param commands what was changed, marked on the axis
     */
    public static CurvePlot trainingLoss(List<Metrics> history, Metrics latest, List<RecordedCommand> commands) {
        return ofRun("curve.loss", NumberAxis.LOGARITHMIC, RunMetrics::trainingLoss, history, latest, commands);
    }

    /** How well the test set is answered: {@link #testAccuracy}, for regression {@link #testLoss}. */
    public static CurvePlot test(Snapshot snapshot) {
        return snapshot.experiment().data().kind().regression()
                ? testLoss(snapshot.history(), snapshot.latest(), snapshot.commands())
                : testAccuracy(snapshot.history(), snapshot.latest(), snapshot.commands());
    }

    /** The loss on the test set; otherwise as {@link #trainingLoss}. */
    public static CurvePlot testLoss(List<Metrics> history, Metrics latest, List<RecordedCommand> commands) {
        return ofRun("curve.testLoss", NumberAxis.LOGARITHMIC, RunMetrics::testLoss, history, latest, commands);
    }

    /** The accuracy on the test set, from 0 to 100%; otherwise as {@link #trainingLoss}. */
    public static CurvePlot testAccuracy(List<Metrics> history, Metrics latest, List<RecordedCommand> commands) {
        return ofRun("curve.accuracy", NumberAxis.SHARE, RunMetrics::testAccuracy, history, latest, commands);
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
                ofLayer(Side.A, number, history, latest, layer),
                ofLayer(Side.B, number, history, latest, layer),
                number.usual(),
                Mark.of(commands),
                run -> number.of(run, layer),
                OtherTimes.NONE);
    }

    private static RunCurve ofLayer(Side side, LayerNumber number, List<Metrics> history, Metrics latest, int layer) {
        return new RunCurve(
                side,
                Curve.of(history, latest, entry -> number.of(entry.of(side), layer)),
                number.isRange() ? Optional.of(Curve.of(history, latest, entry -> number.low(entry.of(side)))) : Optional.empty());
    }

    /** The same plot without a heading, where what stands around it says what it is. */
    public CurvePlot withoutHeading() {
        return new CurvePlot(title, unit, false, axis, a, b, usual, marks, number, others);
    }

    /** The same plot with what a snapshot knows of other times: what lies ahead, and futures that were left behind. */
    public CurvePlot withOtherTimes(Snapshot snapshot) {
        return new CurvePlot(title, unit, headed, axis, a, b, usual, marks, number, OtherTimes.of(snapshot, number));
    }

    /** Whether there is no number in it at all. */
    public boolean isEmpty() {
        return Double.isNaN(a.curve().lastValue()) && Double.isNaN(b.curve().lastValue());
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** What is measured at the recorded step nearest to a point of the surface; empty outside the plot. */
    public Optional<Reading> at(Box box, Palette palette, double x) {
        Box plot = plot(box, palette);
        if (a.curve().points() == 0 || x < plot.x() - 4 || x > plot.right() + 4) {
            return Optional.empty();
        }
        double step = steps(plot).valueAt(x);
        boolean ahead = step > a.curve().lastStep() && !others.ahead().isEmpty();
        Curve ofA = ahead ? others.ahead().get(0).curve() : a.curve();
        Curve ofB = ahead ? others.ahead().get(1).curve() : b.curve();
        int nearest = ofA.nearest(step);
        return Optional.of(new Reading((long) ofA.steps()[nearest], ofA.values()[nearest], ofB.values()[nearest]));
    }

    /** The newest values in words, for those who cannot see the plot. */
    public String summary() {
        String step = Numbers.count((long) a.curve().lastStep());
        return isEmpty()
                ? PlotTexts.get("summary.curve.none", title, step)
                : PlotTexts.get("summary.curve", title, step, a.newest(axis), b.newest(axis));
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
        double left = box.x() + (headed ? surface.textWidth(title, Type.number(palette)) : 0);
        others.drawLegend(surface, palette, left, box.right(), box.y() + (headed ? 13 : 10) * palette.typeScale());
        LinearScale x = steps(plot);
        boolean words = box.height() >= LEAST_HEIGHT_FOR_WORDS * palette.typeScale();
        Scale y = values(plot, plot.bottom() - StepAxis.room(palette, marks, words));
        if (!isEmpty()) {
            StepAxis.drawValues(surface, palette, plot, y, axis == NumberAxis.SHARE);
            usual.ifPresent(value -> usual(surface, palette, plot, y.at(value), value));
        }
        StepAxis.drawMarks(surface, palette, plot, x, marks, words);
        StepAxis.drawSteps(surface, palette, plot, x);
        others.draw(surface, palette, plot, x, y, a.curve().lastStep());
        a.fill(surface, palette, x, y);
        b.fill(surface, palette, x, y);
        double width = 1.8 * palette.lineScale();
        a.curve().draw(surface, x, y, new Stroke(width, palette.a(), 4.5 * width, 2 * width));
        b.curve().draw(surface, x, y, Stroke.solid(width, palette.b()));
        if (reading.isPresent()) {
            reading(surface, palette, plot, x, y, reading.get());
        } else {
            CurveEnds.draw(surface, palette, plot, y, a.end(axis), b.end(axis));
        }
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
        double head = headed ? HEAD : others.fork().isPresent() ? LEGEND_HEAD : BARE_HEAD;
        return new Box(
                box.x() + LEFT * scale,
                box.y() + head * scale,
                Math.max(0, box.width() - (LEFT + RIGHT) * scale),
                Math.max(0, box.height() - (head + FOOT) * scale));
    }

    private LinearScale steps(Box plot) {
        return StepAxis.steps(Math.max(others.lastStep(), Math.max(a.curve().lastStep(), b.curve().lastStep())), plot);
    }

    private Scale values(Box plot, double bottom) {
        NumberAxis.Extent extent = new NumberAxis.Extent();
        a.addTo(extent);
        b.addTo(extent);
        others.addTo(extent);
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

    private void reading(Surface surface, Palette palette, Box plot, LinearScale x, Scale y, Reading reading) {
        double at = x.at(reading.step());
        surface.line(at, plot.y(), at, plot.bottom(), Stroke.solid(palette.lineScale(), palette.axis()));
        List<Readout.Line> lines = new ArrayList<>();
        lines.add(new Readout.Line(PlotTexts.get("readout.step", Numbers.count(reading.step())), Type.label(palette)));
        for (Side side : Side.values()) {
            double value = side == Side.A ? reading.a() : reading.b();
            String number = (side == Side.A ? a : b).at(axis, value, reading.step());
            lines.add(new Readout.Line(side.name() + "  " + number, Type.number(palette).coloured(palette.textOf(side))));
            if (Curve.drawable(value)) {
                surface.fillCircle(at, y.at(value), 3.2 * palette.lineScale(), palette.of(side));
            }
        }
        Box area = new Box(plot.x(), plot.y(), plot.width() + RIGHT * palette.typeScale(), plot.height());
        Readout.box(surface, palette, area, at, at, plot.y(), lines);
    }
}
