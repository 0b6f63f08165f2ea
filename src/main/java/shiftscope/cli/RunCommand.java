package shiftscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;
import shiftscope.export.Document;
import shiftscope.export.DocumentFile;
import shiftscope.session.Divergence;
import shiftscope.session.Twins;

/** {@code shiftscope run}: trains the twins for a number of steps and leaves pictures and numbers in a folder. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Train the twins of an experiment, with every change that the file has at its step, and write to a folder: the"
                    + " experiment itself (experiment.json), the curves' numbers (metrics.csv), the wall at a few steps, the curves and the"
                    + " percentiles (SVG and PNG).",
            "The same experiment gives the same numbers on every machine."
        })
final class RunCommand implements Callable<Integer> {
    static final String DEFAULT_FOLDER = "shiftscope-out";
    private static final long MOST_STEPS = 10_000_000;

    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT", description = "The experiment file; without one, the default experiment.")
    private Path file;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "500", description = "Updates to make (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = DEFAULT_FOLDER, description = "The folder (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "Learn from this instead: a CSV file, or MNIST-style IDX files (the images, or their folder).")
    private Path data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new BadInputException("--steps is " + steps + "; accepted are whole numbers from 1 to " + MOST_STEPS + ".");
        }
        Document document = file == null ? Document.of(Experiment.standard()) : DocumentFile.read(file).withoutState();
        Path base = (file == null ? Path.of("") : file.toAbsolutePath().getParent()).toAbsolutePath();
        if (data != null) {
            Path found = data.isAbsolute() ? data : base.relativize(data.toAbsolutePath());
            Experiment start = document.script().start();
            document = document.startingFrom(start.withData(start.data().withFile(found.toString())));
        }
        Experiment start = document.script().start();
        Dataset dataset = Datasets.load(start.data(), new Seed(start.seed()), base);
        try (ScriptedTwins twins = new ScriptedTwins(document.script(), dataset, Twins.threadsHere())) {
            createFolder();
            return train(twins, new Report(out, document, base));
        }
    }

    private void createFolder() {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new BadInputException("--out " + out + " cannot be made a folder (" + e.getMessage() + ").", e);
        }
    }

    private int train(ScriptedTwins scripted, Report report) {
        Twins twins = scripted.twins();
        report.wall(twins);
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Training")
                .setUnit(" steps", 1)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .build()) {
            for (long step = 1; step <= steps && scripted.step(); step++) {
                bar.stepTo(step);
                if (step == steps / 10 || step == steps / 3 || step == steps) {
                    report.wall(twins);
                }
            }
        }
        if (twins.divergence().isPresent() && twins.stepCount() > 0) {
            report.wall(twins);
        }
        report.numbers(twins);
        twins.divergence().ifPresent(divergence -> spec.commandLine().getErr().println(sentence(divergence)));
        spec.commandLine().getErr().println(report.summary(twins));
        return twins.divergence().isPresent() ? CommandLineInterface.DIVERGED : CommandLineInterface.DONE;
    }

    private static String sentence(Divergence divergence) {
        String where = divergence.where() == null
                ? "the loss left the finite numbers"
                : "layer " + divergence.layer() + " was the first to leave the finite numbers, in "
                        + switch (divergence.where()) {
                            case SCALED -> "y = γẑ + β";
                            default -> "its pre-activations z";
                        };
        return "Run " + divergence.side() + " diverged at step " + divergence.step() + ": " + where
                + "; the step was not taken.";
    }
}
