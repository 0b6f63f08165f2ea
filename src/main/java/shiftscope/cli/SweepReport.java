package shiftscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.ProgramVersion;
import shiftscope.config.Setting;
import shiftscope.config.Side;
import shiftscope.export.Origin;
import shiftscope.export.Picture;
import shiftscope.export.PictureOptions;
import shiftscope.export.Pictures;
import shiftscope.plot.Box;
import shiftscope.plot.Palette;
import shiftscope.plot.PlotTexts;
import shiftscope.plot.SweepPlot;

/** The picture of a sweep: where its runs ended, against the first setting whose values are numbers. */
final class SweepReport {
    private static final double WIDTH = 1000;
    private static final double MARGIN = 16;
    private static final int PNG_SCALE = 2;
    private static final String NAME = "sweep";

    private final SweepPlan plan;
    private final SweepAxis along;
    private final List<SweepTable.End> ends;

    SweepReport(SweepPlan plan, SweepAxis along, List<SweepTable.End> ends) {
        this.plan = plan;
        this.along = along;
        this.ends = List.copyOf(ends);
    }

    /** Writes {@code sweep.svg} and {@code sweep.png}. */
    void write(Path folder) {
        SweepPlot plot = plot();
        Palette palette = Palette.LIGHT;
        Box inside = new Box(MARGIN, MARGIN, WIDTH - 2 * MARGIN, plot.height(WIDTH - 2 * MARGIN, palette));
        Picture picture = new Picture(
                WIDTH,
                inside.bottom() + MARGIN,
                palette,
                plot.title(),
                Origin.of(plan.base(), plot.summary() + " " + origin()),
                List.of(new Picture.Part(0, 0, surface -> plot.draw(surface, inside, palette))));
        for (String ending : List.of(".svg", ".png")) {
            Path file = folder.resolve(NAME + ending);
            try {
                Pictures.write(file, picture, new PictureOptions(PNG_SCALE, false));
            } catch (IOException e) {
                throw new BadInputException(file + " cannot be written (" + e.getMessage() + "); --out accepts a folder that can.", e);
            }
        }
    }

    private String origin() {
        String over = plan.axes().stream()
                .map(axis -> axis.path() + "=" + axis.values().stream().map(Setting::shown).collect(Collectors.joining(",")))
                .collect(Collectors.joining(" and "));
        return "A sweep of \"" + plan.base().name() + "\" over " + over + ". Made by ShiftScope " + ProgramVersion.text() + ".";
    }

    /** The plot of these results. */
    SweepPlot plot() {
        boolean share = !plan.base().data().kind().regression();
        Map<String, List<SweepTable.End>> byPanel = ends.stream()
                .collect(Collectors.groupingBy(end -> others(end.point()), LinkedHashMap::new, Collectors.toList()));
        List<SweepPlot.Panel> panels = new ArrayList<>();
        byPanel.forEach((title, here) -> panels.add(new SweepPlot.Panel(
                title,
                share ? SweepPlot.Values.SHARE : SweepPlot.Values.LOGARITHMIC,
                SweepPlot.Best.NONE,
                OptionalDouble.empty(),
                columns(here, share ? "test_accuracy" : "test_loss"))));
        String seeds = plan.seeds() == 1
                ? "seed " + plan.base().seed()
                : plan.seeds() + " seeds from " + plan.base().seed();
        String subtitle = (share ? "test accuracy" : "test loss") + " at step " + plan.steps() + ", " + seeds;
        return new SweepPlot(plan.base().name(), subtitle, along.path(),
                new SweepPlot.Legend(legend(Side.A), legend(Side.B)), true, panels);
    }

    /** What a run is; of what is varied in it the plots' titles tell. */
    private String legend(Side side) {
        String own = side.name().toLowerCase(Locale.ROOT);
        boolean varied = plan.axes().stream().anyMatch(axis -> axis.path().equals(own) || axis.path().startsWith(own + "."));
        Experiment base = plan.base();
        return varied ? side.name() : side.name() + " \u00b7 " + PlotTexts.describe(base.run(side));
    }

    private String others(SweepPlan.Point point) {
        return point.values().stream()
                .filter(value -> !value.path().equals(along.path()))
                .map(value -> value.path() + " " + value.shown())
                .collect(Collectors.joining(" \u00b7 "));
    }

    private List<SweepPlot.Column> columns(List<SweepTable.End> here, String column) {
        Map<Double, List<SweepTable.End>> byValue = here.stream().collect(Collectors.groupingBy(end -> value(end.point())));
        return byValue.entrySet().stream()
                .map(entry -> new SweepPlot.Column(
                        entry.getKey(), ends(entry.getValue(), Side.A, column), ends(entry.getValue(), Side.B, column)))
                .sorted(Comparator.comparingDouble(SweepPlot.Column::value))
                .toList();
    }

    private double value(SweepPlan.Point point) {
        return point.values().stream()
                .filter(value -> value.path().equals(along.path()))
                .findFirst()
                .map(value -> SweepAxis.number(value).getAsDouble())
                .orElseThrow();
    }

    private static SweepPlot.Ends ends(List<SweepTable.End> all, Side side, String column) {
        List<SweepTable.End> own = all.stream().filter(end -> end.side() == side).toList();
        return new SweepPlot.Ends(
                own.stream().filter(end -> !end.diverged()).map(end -> end.number(column)).toList(),
                (int) own.stream().filter(SweepTable.End::diverged).count(),
                0);
    }
}
