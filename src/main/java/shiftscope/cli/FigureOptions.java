package shiftscope.cli;

import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import shiftscope.config.BadInputException;
import shiftscope.config.Side;
import shiftscope.export.Figure;
import shiftscope.export.FigureView;
import shiftscope.plot.Palette;
import shiftscope.plot.WallOptions;
import shiftscope.session.Tap;

/** What a figure is to show, and in which colours and size. */
final class FigureOptions {
    @Option(
            names = "--view",
            paramLabel = "VIEW",
            defaultValue = "now",
            description = {
                "What is shown (default: ${DEFAULT-VALUE}). Of every layer: now, ridges, heatmap, percentiles. Of one layer: layer, phi,"
                        + " units. What the networks answer: predictions. Against the step: loss, test, and of one layer shift,"
                        + " recent-shift, kolmogorov-smirnov, jensen-shannon, mean-drift, sigma-drift, saturated, dead, gradient-norm,"
                        + " update-ratio, effective-rate; with gradient probes ics, ics-relative, ics-cosine, loss-range,"
                        + " predictiveness, smoothness. The running statistics: lag."
            })
    private String view;

    @Option(
            names = "--layer",
            paramLabel = "L",
            description = "The layer: 1 and on for hidden layers, then the output; 0 is the input, of the view now (default: every layer,"
                    + " or the last hidden one where a view shows only one).")
    private Integer layer;

    @Option(names = "--run", paramLabel = "A|B", description = "One run alone, of one layer (default: both).")
    private String run;

    @Option(
            names = "--tap",
            paramLabel = "NAME",
            description = "The quantity: input (x), pre-activation (z), normalized (ẑ), scaled (y), activation (a) or gradient"
                    + " (default: scaled).")
    private String tap;

    @Option(names = "--unit", paramLabel = "N", description = "One unit of a layer, from 0: its percentiles, or its own histogram.")
    private Integer unit;

    @Option(names = "--log-counts", description = "Heights stand for the logarithm of counts.")
    private boolean logCounts;

    @Option(names = "--outer-bands", description = "Percentiles with the bands from 1 to 99 and from 5 to 95.")
    private boolean outerBands;

    @Option(names = "--theme", paramLabel = "NAME", defaultValue = "light", description = "light, dark or projector (default: light).")
    private String theme;

    @Option(names = "--width", paramLabel = "PX", description = "Width in logical pixels (default: 1000).")
    private Integer width;

    @Option(
            names = "--height",
            paramLabel = "PX",
            description = "Height in logical pixels; more is taken where rows would not be legible (default: 820; of predictions 562, curves 360, lag 240).")
    private Integer height;

    /** The names that {@code --theme} knows. */
    private enum Theme {
        LIGHT(Palette.LIGHT),
        DARK(Palette.DARK),
        PROJECTOR(Palette.PROJECTOR);

        private final Palette palette;

        Theme(Palette palette) {
            this.palette = palette;
        }
    }

    /**
     * The figure that is asked for.
     *
     * @throws BadInputException if an option is refused, or is of no use to the view
     */
    Figure figure() {
        FigureView shown = Choice.of("--view", view, FigureView.values());
        refuse("--layer", layer, shown.takesLayer());
        refuse("--run", run, shown.takesRun());
        refuse("--tap", tap, shown.takesTap());
        refuse("--unit", unit, shown.takesUnit());
        Figure figure = Figure.of(shown)
                .withOptions(new WallOptions(
                        logCounts, outerBands, unit == null ? OptionalInt.empty() : OptionalInt.of(unit), List.of()))
                .withPalette(Choice.of("--theme", theme, Theme.values()).palette);
        figure = figure.withSize(width == null ? figure.width() : width, height == null ? figure.height() : height);
        figure = layer == null ? figure : figure.withLayer(layer);
        figure = tap == null ? figure : figure.withTap(Choice.of("--tap", tap, Tap.values()));
        return run == null ? figure : figure.withRun(Choice.of("--run", run, Side.values()));
    }

    private void refuse(String option, Object given, boolean taken) {
        if (given != null && !taken) {
            throw new BadInputException(option + " is of no use to the view " + view + ".");
        }
    }

    /** What a file of it is called, without an ending: {@code percentiles-3}. */
    String name() {
        return view + (layer == null ? "" : "-" + layer) + (run == null ? "" : "-" + run);
    }
}
