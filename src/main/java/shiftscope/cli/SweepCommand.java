package shiftscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

/** {@code shiftscope sweep}: the same experiment with every combination of some values, each with several seeds, in one table. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = {
            "Train the twins of an experiment with every combination of the values given, each with several seeds, on all processors,"
                    + " and write one table (sweep.csv): a column for each setting that is varied, then seed, step, epoch, run, diverged"
                    + " and the numbers of metrics.csv. If a setting that is varied is a number, also a picture of the last step against it"
                    + " (sweep.svg, sweep.png).",
            "A sweep that was stopped goes on where it was when the same command is given again. The table is the same with any number"
                    + " of workers, interrupted or not. A run that diverges ends with a row that says so; its twin goes on."
        },
        footer = {
            "",
            "Examples:",
            "  shiftscope sweep --over training.learningRate=0.01,0.1,1 --seeds 5 \\",
            "      --steps 500 --out rates",
            "  shiftscope sweep my.shiftscope.json --over training.batchSize=2,8,32 \\",
            "      --over b.normalization=batch,layer --seeds 20 --steps 2000 \\",
            "      --set measure.recordEvery=100 --out sizes --workers 2",
            "",
            "Exit codes: 0 done, 1 done but a run diverged, 2 bad input."
        })
final class SweepCommand implements Callable<Integer> {
    static final String TABLE = "sweep.csv";
    private static final long MOST_STEPS = 10_000_000;
    private static final int MOST_SEEDS = 10_000;

    @Mixin
    private ExperimentOptions experiment;

    @Option(
            names = "--over",
            required = true,
            paramLabel = "PATH=VALUE,VALUE…",
            description = "A setting, named as in the experiment file, and the values it is to take. May be given several times:"
                    + " every combination is trained.")
    private List<String> over;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many seeds for each combination: the experiment's and those after it (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "500", description = "Updates for each run (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder; that of the same sweep, stopped, goes on.")
    private Path out;

    @Option(names = "--workers", paramLabel = "W", description = "Pairs to train at a time (default: one per processor).")
    private Integer workers;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Workers.inRange("--steps", steps, MOST_STEPS);
        Workers.inRange("--seeds", seeds, MOST_SEEDS);
        int threads = Workers.count(workers);
        SweepPlan plan = new SweepPlan(experiment.experiment(), over.stream().map(SweepAxis::parse).toList(), seeds, steps);
        List<SweepPlan.Point> points = plan.points();
        try (SweepFolder folder = SweepFolder.open(out, plan, experiment.base())) {
            train(folder, points, threads);
            return report(plan, points, folder);
        }
    }

    private void train(SweepFolder folder, List<SweepPlan.Point> points, int threads) {
        List<SweepPlan.Point> left = points.stream().filter(point -> folder.finished(point, steps).isEmpty()).toList();
        PrintWriter messages = spec.commandLine().getErr();
        if (left.size() < points.size()) {
            messages.println((points.size() - left.size()) + " of " + points.size() + " pairs were trained before.");
        }
        if (left.isEmpty()) {
            return;
        }
        StopNotice.during("Stopped. The same command goes on from here.", () -> {
            try (ProgressBar bar = new ProgressBarBuilder()
                    .setTaskName(points.size() + " pairs")
                    .setUnit(" steps", 1)
                    .setInitialMax(steps * points.size())
                    .startsFrom(steps * (points.size() - left.size()), Duration.ZERO)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build()) {
                new SweepWorkers(folder, experiment.base(), steps, bar::stepBy).train(left, threads);
            }
        });
    }

    private int report(SweepPlan plan, List<SweepPlan.Point> points, SweepFolder folder) {
        SweepTable table = new SweepTable(plan, points, point -> folder.finished(point, steps)
                .orElseThrow(() -> new BadInputException("A file of " + out + " was changed while the sweep ran; accepted is the same"
                        + " command once more.")));
        table.write(out.resolve(TABLE));
        List<SweepTable.End> ends = table.ends();
        Optional<SweepAxis> along = plan.axes().stream().filter(SweepAxis::isNumeric).findFirst();
        along.ifPresent(axis -> new SweepReport(plan, axis, ends).write(out));
        long diverged = ends.stream().filter(SweepTable.End::diverged).count();
        PrintWriter messages = spec.commandLine().getErr();
        messages.println(points.size() + " pairs of " + steps + " steps; " + diverged + " of " + ends.size() + " runs diverged. Written to "
                + out + "/" + (along.isEmpty() ? "; no picture, since none of the values varied are numbers." : "."));
        return diverged > 0 ? CommandLineInterface.DIVERGED : CommandLineInterface.DONE;
    }
}
