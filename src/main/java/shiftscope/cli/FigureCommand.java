package shiftscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;
import shiftscope.export.Animation;
import shiftscope.export.AnimationOptions;
import shiftscope.export.Figure;
import shiftscope.export.PictureFormat;
import shiftscope.export.PictureOptions;
import shiftscope.export.Pictures;
import shiftscope.session.RowAxes;
import shiftscope.session.Script;
import shiftscope.session.Snapshot;
import shiftscope.session.ScriptedTwins;
import shiftscope.session.Twins;

/** {@code shiftscope figure}: trains the twins up to a step and draws one view of them, or one every few steps. */
@Command(
        name = "figure",
        mixinStandardHelpOptions = true,
        description = {
            "Train the twins of an experiment up to a step and draw one view: as PNG, SVG or PDF, or the numbers behind it as CSV. With"
                    + " --every, a moving picture of the run: an animated GIF, or a folder of numbered PNGs.",
            "It is the picture that the window exports of the same experiment at the same step. The path of what was written goes to"
                    + " standard output, all else to standard error."
        },
        footer = {
            "",
            "Examples:",
            "  shiftscope figure my.shiftscope.json --view percentiles --layer 3 \\",
            "      --step 5000 --format svg",
            "  shiftscope figure --view heatmap --tap pre-activation --out heat.pdf",
            "  shiftscope figure --view now --layer 2 --run A --theme dark \\",
            "      --transparent --scale 3 --out card.png",
            "  shiftscope figure --view loss --step 1000 --format csv --out - | head",
            "  shiftscope figure --view ridges --step 2000 --every 50 --format gif",
            "",
            "Exit codes: 0 done, 1 a run diverged (the figure shows the step before), 2 bad input."
        })
final class FigureCommand implements Callable<Integer> {
    private static final long MOST_STEPS = 10_000_000;
    private static final long MOST_FRAMES = 5_000;
    private static final String STANDARD_OUTPUT = "-";
    private static final String GIF = "gif";
    private static final String PNG = "png";

    @Mixin
    private ExperimentOptions source;

    @Mixin
    private FigureOptions options;

    @Option(names = "--step", paramLabel = "N", defaultValue = "500", description = "The step shown (default: ${DEFAULT-VALUE}).")
    private long step;

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "A moving picture: a frame at step 0, N, 2 N and so on up to --step.")
    private Long every;

    @Option(
            names = "--delay",
            paramLabel = "MS",
            defaultValue = "100",
            description = "How long each frame of a GIF is shown, in milliseconds (default: ${DEFAULT-VALUE}).")
    private int delay;

    @Option(names = "--once", description = "Let a GIF stop at its last frame.")
    private boolean once;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "png, svg, pdf or csv; with --every gif or png (default: what --out ends with, else svg or gif).")
    private String format;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "The file, or the folder of numbered PNGs; - is standard output (default: a name from the view and the step).")
    private String out;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "Pixels of a PNG or GIF per logical pixel, 1 to 4 (default: 2, of moving pictures 1).")
    private Integer scale;

    @Option(names = "--transparent", description = "Leave out what is behind the cards.")
    private boolean transparent;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        check();
        Figure figure = options.figure();
        return every == null ? one(figure, pictureFormat()) : moving(figure, movingFormat());
    }

    private void check() {
        if (step < 0 || step > MOST_STEPS) {
            throw new BadInputException("--step is " + step + "; accepted are whole numbers from 0 to " + MOST_STEPS + ".");
        }
        if (every != null && (every < 1 || step / every >= MOST_FRAMES)) {
            throw new BadInputException("--every is " + every + "; accepted are whole numbers from 1 that make at most " + MOST_FRAMES
                    + " frames.");
        }
        if (transparent && every != null) {
            throw new BadInputException("--transparent is for single pictures; accepted is --every without it.");
        }
    }

    private PictureFormat pictureFormat() {
        if (format == null) {
            return out == null || out.equals(STANDARD_OUTPUT) ? PictureFormat.SVG : PictureFormat.of(Path.of(out));
        }
        PictureFormat chosen = Choice.of("--format", format, PictureFormat.values());
        refuseOtherEnding(chosen.ending());
        return chosen;
    }

    /** {@code gif} or {@code png}; a path that does not say is a folder's. */
    private String movingFormat() {
        String chosen = format != null ? format.toLowerCase(Locale.ROOT) : out == null || out.endsWith("." + GIF) ? GIF : PNG;
        if (!List.of(GIF, PNG).contains(chosen)) {
            throw Choice.refusal("--format", format, List.of(GIF, PNG));
        }
        if (STANDARD_OUTPUT.equals(out)) {
            throw new BadInputException("--out is -; a moving picture needs the path of a file, or of a folder for numbered PNGs.");
        }
        if (chosen.equals(GIF)) {
            refuseOtherEnding("." + GIF);
        }
        return chosen;
    }

    private void refuseOtherEnding(String ending) {
        if (out != null && !out.equals(STANDARD_OUTPUT) && !out.toLowerCase(Locale.ROOT).endsWith(ending)) {
            throw new BadInputException("--out " + out + " does not end with " + ending + ", which --format asks for.");
        }
    }

    private int one(Figure figure, PictureFormat chosen) {
        PictureOptions how = new PictureOptions(scale == null ? 2 : scale, transparent);
        try (ScriptedTwins scripted = twins(figure)) {
            Twins twins = scripted.twins();
            // What cannot be shown, as a unit that there is not, is refused before the training.
            Pictures.requireSize(figure.picture(snapshot(twins, figure, new RowAxes())), how);
            train(scripted, () -> {});
            Snapshot snapshot = snapshot(twins, figure, new RowAxes());
            if (STANDARD_OUTPUT.equals(out)) {
                System.out.write(Pictures.bytes(chosen, figure, snapshot, how));
                System.out.flush();
            } else {
                Path path = Path.of(out == null ? options.name() + "-" + snapshot.step() + chosen.ending() : out);
                Pictures.write(path, figure, snapshot, how);
                spec.commandLine().getOut().println(path);
            }
            return end(twins);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private int moving(Figure figure, String chosen) {
        boolean gif = chosen.equals(GIF);
        AnimationOptions how = new AnimationOptions(scale == null ? 1 : scale, delay, !once);
        Path path = Path.of(out != null ? out : gif ? options.name() + "." + GIF : options.name() + "-frames");
        try (ScriptedTwins scripted = twins(figure);
                Animation animation = gif
                        ? Animation.gif(path, figure, how)
                        : Animation.folder(path, figure, new PictureOptions(how.scale(), false))) {
            Twins twins = scripted.twins();
            RowAxes axes = new RowAxes();
            animation.add(snapshot(twins, figure, axes));
            train(scripted, () -> {
                if (twins.stepCount() % every == 0) {
                    animation.add(snapshot(twins, figure, axes));
                }
            });
            animation.finish();
            spec.commandLine().getOut().println(path);
            spec.commandLine().getErr().println(animation.frames() + " frames.");
            return end(twins);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private BadInputException unwritable(IOException e) {
        return new BadInputException(
                "--out " + (out == null ? "." : out) + " cannot be written (" + e.getMessage() + "); accepted is a path that can.", e);
    }

    private ScriptedTwins twins(Figure figure) {
        Script script = source.document().script();
        Experiment start = script.start();
        // Refuses before anything is loaded or trained.
        figure.viewing(start);
        Dataset dataset = Datasets.load(start.data(), new Seed(start.seed()), source.base());
        return new ScriptedTwins(script, dataset, Twins.threadsHere());
    }

    private static Snapshot snapshot(Twins twins, Figure figure, RowAxes axes) {
        return twins.snapshot(figure.viewing(twins.experiment()), axes, twins.measure(), false, 0);
    }

    /** Something done after a step. */
    private interface AfterStep {
        void run() throws IOException;
    }

    private void train(ScriptedTwins scripted, AfterStep afterStep) throws IOException {
        Twins twins = scripted.twins();
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Training")
                .setUnit(" steps", 1)
                .setInitialMax(step)
                .setStyle(ProgressBarStyle.ASCII)
                .build()) {
            while (twins.stepCount() < step && scripted.step()) {
                afterStep.run();
                bar.stepTo(twins.stepCount());
            }
        }
    }

    private int end(Twins twins) {
        twins.divergence().ifPresent(divergence -> spec.commandLine().getErr().println(DivergedSentence.of(divergence)));
        return twins.divergence().isPresent() ? CommandLineInterface.DIVERGED : CommandLineInterface.DONE;
    }
}
