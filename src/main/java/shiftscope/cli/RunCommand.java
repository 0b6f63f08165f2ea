package shiftscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import shiftscope.export.Document;
import shiftscope.session.ScriptedTwins;
import shiftscope.session.Twins;

/** {@code shiftscope run}: trains the twins for a number of steps and leaves pictures and numbers in a folder. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Train the twins of an experiment, with every change that the file has at its step, and write to a folder: the"
                    + " experiment itself (experiment.json), the curves' numbers (metrics.csv, one row per recorded step and run), the"
                    + " wall at a few steps, the curves and the percentiles (SVG and PNG).",
            "The same experiment gives the same numbers on every machine."
        },
        footer = {
            "",
            "Examples:",
            "  shiftscope run --steps 500 --out figures",
            "  shiftscope run my.shiftscope.json --set training.learningRate=0.5 \\",
            "      --set b.normalization=none",
            "  shiftscope run my.shiftscope.json --data iris.csv --set seed=7",
            "",
            "Exit codes: 0 done, 1 a run diverged (diverged.txt says where), 2 bad input."
        })
final class RunCommand implements Callable<Integer> {
    static final String DEFAULT_FOLDER = "shiftscope-out";
    private static final long MOST_STEPS = 10_000_000;

    @Mixin
    private ExperimentOptions experiment;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "500", description = "Updates to make (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = DEFAULT_FOLDER, description = "The folder (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new BadInputException("--steps is " + steps + "; accepted are whole numbers from 1 to " + MOST_STEPS + ".");
        }
        Document document = experiment.document();
        Path base = experiment.base();
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
        twins.divergence().ifPresent(divergence -> {
            String sentence = DivergedSentence.of(divergence);
            report.diverged(sentence);
            spec.commandLine().getErr().println(sentence);
        });
        spec.commandLine().getErr().println(report.summary(twins));
        return twins.divergence().isPresent() ? CommandLineInterface.DIVERGED : CommandLineInterface.DONE;
    }
}
