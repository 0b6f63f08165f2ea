package shiftscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import shiftscope.config.Experiment;
import shiftscope.config.Side;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonSweep;
import shiftscope.lesson.Operand;
import shiftscope.lesson.SweepTrial;
import shiftscope.plot.Numbers;
import shiftscope.plot.PlotTexts;
import shiftscope.plot.SweepPlot;

/** The picture of a lesson's sweep: a plot for each of its curves, as far as points are known. */
final class SweepPicture {
    private static final Texts TEXTS = Texts.beside(SweepPicture.class, "sentences");
    private static final String LEVEL = "level";

    private SweepPicture() {}

    /** @param found a place for each point, {@code null} where there is nothing yet */
    static SweepPlot of(Lesson lesson, String name, SweepTrial.Measured[] found) {
        LessonSweep sweep = lesson.sweeps().get(name);
        Experiment first = lesson.experiments().get(sweep.points().get(0).experiment()).script().start();
        List<SweepPlot.Panel> panels = new ArrayList<>();
        sweep.curves().forEach((key, curve) -> panels.add(new SweepPlot.Panel(
                curve.title(),
                SweepPlot.Values.valueOf(curve.axis().name()),
                SweepPlot.Best.valueOf(curve.best().name()),
                level(lesson, name, key),
                columns(sweep, key, found))));
        return new SweepPlot(
                lesson.title(),
                TEXTS.get("sweep.subtitle", Numbers.count(sweep.steps()), String.valueOf(first.seed())),
                sweep.title(),
                new SweepPlot.Legend(legend(first, Side.A), legend(first, Side.B)),
                false,
                panels);
    }

    private static String legend(Experiment experiment, Side side) {
        return side + " \u00b7 " + PlotTexts.describe(experiment.run(side));
    }

    /** What a claim asks this curve to reach. */
    private static OptionalDouble level(Lesson lesson, String sweep, String curve) {
        return lesson.claims().stream()
                .flatMap(claim -> claim.operands().stream())
                .filter(operand -> operand.subject() instanceof Operand.InSweep in
                        && in.sweep().equals(sweep)
                        && in.curve().equals(curve)
                        && operand.quantity().parameters().stream().anyMatch(parameter -> parameter.name().equals(LEVEL)))
                .mapToDouble(operand -> operand.arguments().number(LEVEL))
                .findFirst();
    }

    private static List<SweepPlot.Column> columns(LessonSweep sweep, String curve, SweepTrial.Measured[] found) {
        List<SweepPlot.Column> columns = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            LessonSweep.Point point = sweep.points().get(i);
            columns.add(new SweepPlot.Column(point.x(), point.label(), ends(found[i], curve, Side.A), ends(found[i], curve, Side.B)));
        }
        return columns;
    }

    private static SweepPlot.Ends ends(SweepTrial.Measured measured, String curve, Side side) {
        if (measured == null) {
            return SweepPlot.Ends.OPEN;
        }
        if (measured.diverged().contains(side)) {
            return new SweepPlot.Ends(List.of(), 1, 0);
        }
        double value = measured.value(curve, side);
        return Double.isFinite(value) ? new SweepPlot.Ends(List.of(value), 0, 0) : new SweepPlot.Ends(List.of(), 0, 1);
    }
}
