package shiftscope.export;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Side;
import shiftscope.plot.HeldRanges;
import shiftscope.plot.Palette;
import shiftscope.plot.PredictionsPlot;
import shiftscope.plot.WallOptions;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;

/**
 * What is to be shown of a snapshot, and how: all that a picture depends on besides the snapshot. The window and the command line make
 * their pictures through it, so that the same figure of the same run and step is the same picture.
 *
 * <p>For that the snapshot has to be made with axes of its own ({@code new RowAxes()}) and a measurement of its own step
 * ({@code twins.measure()}): axes that were kept from earlier looks remember those.
 *
 * @param view what is shown
 * @param tap the quantity, where the view has a choice
 * @param options logarithms, bands, unit and chosen ranges
 * @param layer 0 for the input, 1 … L for hidden layers, L + 1 for the output; empty for the whole wall, and else for the last hidden
 *     layer
 * @param run the only run that is shown; empty for both
 * @param brush the probe examples that are pointed out
 * @param palette its colours
 * @param width of the picture, in logical pixels
 * @param height of the picture, in logical pixels; more is taken where the view would not be legible
 */
public record Figure(
        FigureView view,
        Tap tap,
        WallOptions options,
        OptionalInt layer,
        Optional<Side> run,
        Optional<Viewing.Brush> brush,
        Palette palette,
        double width,
        double height) {
    /** The least width and height, in logical pixels. */
    public static final int LEAST_SIZE = 200;
    /** The largest width and height, in logical pixels. */
    public static final int MOST_SIZE = 8_000;

    private static final double USUAL_WIDTH = 1000;
    private static final double USUAL_HEIGHT = 820;
    private static final double LOW = 360;

    /** @throws BadInputException if it is too small or too large, or shows one run of the whole wall */
    public Figure {
        if (!(width >= LEAST_SIZE && width <= MOST_SIZE && height >= LEAST_SIZE && height <= MOST_SIZE)) {
            throw new BadInputException("a figure cannot be " + width + " by " + height + " pixels; accepted are " + LEAST_SIZE + " to "
                    + MOST_SIZE + ".");
        }
        if (run.isPresent() && view.kind() == FigureView.Kind.WALL && layer.isEmpty()) {
            throw new BadInputException("one run alone can be shown of one layer; with the run, a layer has to be chosen.");
        }
    }

    /** A view as it is at first: of y, in light colours, whole, 1000 pixels wide. */
    public static Figure of(FigureView view) {
        boolean low = view.kind() == FigureView.Kind.CURVE || view.kind() == FigureView.Kind.LAG;
        return new Figure(view, Tap.SCALED, WallOptions.PLAIN, OptionalInt.empty(), Optional.empty(), Optional.empty(), Palette.LIGHT,
                USUAL_WIDTH, low ? LOW : USUAL_HEIGHT);
    }

    /** The same of another quantity. */
    public Figure withTap(Tap value) {
        return new Figure(view, value, options, layer, run, brush, palette, width, height);
    }

    /** The same with other options. */
    public Figure withOptions(WallOptions value) {
        return new Figure(view, tap, value, layer, run, brush, palette, width, height);
    }

    /** The same of another layer; on a view of the wall, of that layer alone. */
    public Figure withLayer(int value) {
        return new Figure(view, tap, options, OptionalInt.of(value), run, brush, palette, width, height);
    }

    /** The same of one run alone. */
    public Figure withRun(Side value) {
        return new Figure(view, tap, options, layer, Optional.of(value), brush, palette, width, height);
    }

    /** The same with examples pointed out. */
    public Figure withBrush(Optional<Viewing.Brush> value) {
        return new Figure(view, tap, options, layer, run, value, palette, width, height);
    }

    /** The same in other colours. */
    public Figure withPalette(Palette value) {
        return new Figure(view, tap, options, layer, run, brush, value, width, height);
    }

    /** The same in another size, in logical pixels. */
    public Figure withSize(double newWidth, double newHeight) {
        return new Figure(view, tap, options, layer, run, brush, palette, newWidth, newHeight);
    }

    /**
     * What a snapshot of an experiment has to hold for it.
     *
     * @throws BadInputException if the experiment cannot be shown so
     */
    public Viewing viewing(Experiment experiment) {
        check(experiment);
        boolean large = view.kind() == FigureView.Kind.LAYER;
        return new Viewing(
                tap,
                options.zooms(),
                large ? layerOf(experiment) : 0,
                brush,
                view.kind() == FigureView.Kind.LAG,
                view.kind() == FigureView.Kind.PREDICTIONS);
    }

    /** The layer that is shown where one is; a number of the run takes any. */
    int layerOf(Experiment experiment) {
        return layer.orElse(experiment.network().hidden().size());
    }

    /** The runs that are shown. */
    List<Side> sides() {
        return run.map(List::of).orElseGet(() -> List.of(Side.values()));
    }

    private void check(Experiment experiment) {
        int output = experiment.network().hidden().size() + 1;
        int least = view == FigureView.NOW ? 0 : 1;
        if (view.takesLayer() && layer.isPresent() && (layer.getAsInt() < least || layer.getAsInt() > output)) {
            throw new BadInputException("there is no layer " + layer.getAsInt() + " to show; accepted are " + least + " to " + output
                    + (least == 0 ? " (0 is the input, " : " (") + output + " is the output).");
        }
        if (view == FigureView.PHI && layerOf(experiment) == output) {
            throw new BadInputException("the output has no φ to show; accepted are layers 1 to " + (output - 1) + ".");
        }
        boolean probed = view.number().isPresent() && view.number().get().probed();
        if (probed && !experiment.measure().gradientProbes()) {
            throw new BadInputException(
                    view.word() + " is measured only while measure.gradientProbes is true, and in this experiment it is false.");
        }
    }

    /**
     * The picture of a snapshot.
     *
     * @throws BadInputException if the snapshot cannot be shown so, or does not hold what {@link #viewing} asks for
     */
    public Picture picture(Snapshot snapshot) {
        return picture(snapshot, new HeldRanges());
    }

    /**
     * One picture of several; otherwise as {@link #picture(Snapshot)}.
     *
     * @param ranges value axes, kept from one picture to the next
     */
    Picture picture(Snapshot snapshot, HeldRanges ranges) {
        require(snapshot);
        return new FigurePicture(this, snapshot, ranges).picture();
    }

    /**
     * The numbers behind the picture, as {@code docs/exports.md} describes them; otherwise as {@link #picture}.
     */
    public NumberTable numbers(Snapshot snapshot) {
        require(snapshot);
        return FigureNumbers.of(this, snapshot);
    }

    private void require(Snapshot snapshot) {
        check(snapshot.experiment());
        int units = largestLayer(snapshot);
        if (view.takesUnit() && options.unit().isPresent() && (options.unit().getAsInt() < 0 || options.unit().getAsInt() >= units)) {
            throw new BadInputException(
                    "there is no unit " + options.unit().getAsInt() + " to show; accepted are 0 to " + (units - 1) + ".");
        }
        if (view.takesTap() && snapshot.tap() != tap) {
            throw new BadInputException("this snapshot was made to show " + snapshot.tap() + ", not " + tap + ".");
        }
        boolean large = view.kind() == FigureView.Kind.LAYER;
        int shown = layerOf(snapshot.experiment());
        if (large && snapshot.closer().layer().filter(detail -> detail.layer() == shown && detail.tap() == tap).isEmpty()) {
            throw new BadInputException("layer " + shown + " has not been measured unit by unit yet.");
        }
        if (view.kind() == FigureView.Kind.LAG && snapshot.closer().statistics().isEmpty()) {
            throw new BadInputException("the three kinds of statistics have not been measured yet.");
        }
        if (view.kind() == FigureView.Kind.PREDICTIONS) {
            PredictionsPlot.message(snapshot).ifPresent(why -> {
                throw new BadInputException(why);
            });
        }
    }

    /** How many units the layer has that is shown, or the widest of them. */
    private int largestLayer(Snapshot snapshot) {
        OptionalInt only = view.kind() == FigureView.Kind.WALL ? layer : OptionalInt.of(layerOf(snapshot.experiment()));
        return snapshot.rows().stream()
                .filter(row -> row.layer() >= 1 && (only.isEmpty() || row.layer() == only.getAsInt()))
                .mapToInt(row -> row.units())
                .max()
                .orElse(0);
    }
}
