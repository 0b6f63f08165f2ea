package shiftscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import shiftscope.benchmark.Benchmark;
import shiftscope.benchmark.DivergedException;
import shiftscope.benchmark.Result;
import shiftscope.benchmark.Workload;
import shiftscope.config.ActivationKind;
import shiftscope.config.BadInputException;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.engine.Kernel;
import shiftscope.export.WholeFile;

/** {@code shiftscope bench}: steps per second of a network on this machine, in one line. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Train a network on made-up mini-batches, warm up, and print one line to standard output: how many steps it makes in a"
                    + " second (the median of windows of a tenth of a second), with which kernel, and how near that comes to the most that"
                    + " the processor can do in double precision.",
            "The loss and the hash of the weights in that line are the same on every machine and with every kernel but ejml."
        },
        footer = {
            "",
            "GFLOP/s counts two operations for every multiply-add of the matrix products that a step cannot do without, and nothing else.",
            "",
            "Examples:",
            "  shiftscope bench --net 784-100-100-100-10 --batch 60",
            "  shiftscope bench --normalization none --optimizer adam --threads 2 --scaling"
        })
final class BenchCommand implements Callable<Integer> {
    private static final String AUTO = "auto";
    private static final List<String> KERNELS = List.of(AUTO, "plain", "vector", "ejml");
    private static final double MOST_SECONDS = 3600;
    private static final int MOST_STEPS = 10_000_000;

    @Option(
            names = "--net",
            paramLabel = "WIDTHS",
            defaultValue = "784-100-100-100-10",
            description = "Features, units of each hidden layer, and outputs (default: ${DEFAULT-VALUE}).")
    private String net;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "60", description = "Examples per mini-batch (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--activation", paramLabel = "NAME", defaultValue = "sigmoid", description = "φ (default: ${DEFAULT-VALUE}).")
    private String activation;

    @Option(
            names = "--normalization",
            paramLabel = "NAME",
            defaultValue = "batch",
            description = "What normalizes the hidden layers (default: ${DEFAULT-VALUE}).")
    private String normalization;

    @Option(names = "--optimizer", paramLabel = "NAME", defaultValue = "sgd", description = "The optimizer (default: ${DEFAULT-VALUE}).")
    private String optimizer;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description = "The loss (default: cross-entropy, or mean-squared-error where there is one output).")
    private String loss;

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            defaultValue = AUTO,
            description = "Who computes the products: auto (the faster of the first two), plain, vector or ejml (default: ${DEFAULT-VALUE}).")
    private String kernel;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "1: one run. 2: twins side by side, both runs' steps counted (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--scaling",
            description = {
                "With --threads 2: also twins_scaling, by how much two threads are faster than one,",
                "and machine_scaling, the same of multiplications in registers."
            })
    private boolean scaling;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "5",
            description = "How long to measure after the warm-up (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--steps", paramLabel = "N", description = "Instead: time N steps at once, cold, as a trial.")
    private Integer steps;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Also write the initial weights and the mini-batches, for scripts/pytorch_step.py to do the same steps.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Workload workload = workload();
        check();
        fixKernel();
        PrintWriter messages = spec.commandLine().getErr();
        try (Benchmark benchmark = new Benchmark(workload, threads, scaling)) {
            if (file != null) {
                write(benchmark);
            }
            messages.println("Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors.");
            Result result = steps == null ? benchmark.measure(seconds, messages::println) : benchmark.trial(steps);
            if (result.threads() < threads) {
                messages.println("The steps are so small that a second thread does not pay: both twins were stepped by one.");
            }
            spec.commandLine().getOut().println(line(workload, result));
            return CommandLineInterface.DONE;
        } catch (DivergedException e) {
            messages.println(e.getMessage());
            return CommandLineInterface.DIVERGED;
        }
    }

    private Workload workload() {
        List<Integer> widths = Workload.widths(net);
        return new Workload(
                widths,
                batch,
                Choice.of("--activation", activation, ActivationKind.values()),
                Choice.of("--normalization", normalization, Normalization.values()),
                Choice.of("--optimizer", optimizer, OptimizerKind.values()),
                loss == null ? Workload.usualLoss(widths) : Choice.of("--loss", loss, LossKind.values()));
    }

    private void check() {
        if (threads != 1 && threads != 2) {
            throw new BadInputException("--threads is " + threads + "; accepted are 1 and 2.");
        }
        if (scaling && threads == 1) {
            throw new BadInputException("--scaling compares two threads with one; accepted is --threads 2 with it.");
        }
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw new BadInputException("--seconds is " + seconds + "; accepted are numbers greater than 0, up to " + MOST_SECONDS + ".");
        }
        if (steps != null && (steps < 1 || steps > MOST_STEPS)) {
            throw new BadInputException("--steps is " + steps + "; accepted are whole numbers from 1 to " + MOST_STEPS + ".");
        }
    }

    /**
     * The kernel is chosen once in the life of the program, as its class is loaded, which the name must not do before the property
     * is set.
     */
    private void fixKernel() {
        String wanted = kernel.toLowerCase(Locale.ROOT);
        if (!KERNELS.contains(wanted)) {
            throw Choice.refusal("--kernel", kernel, KERNELS);
        }
        System.setProperty(Kernel.PROPERTY, wanted);
        if (wanted.equals("vector") && !Kernel.VECTOR.isHere()) {
            throw new BadInputException("--kernel is vector, which needs the module jdk.incubator.vector; accepted without it are auto, "
                    + "plain and ejml.");
        }
        if (!wanted.equals(AUTO) && !Choice.word(Kernel.fastest()).equals(wanted)) {
            throw new IllegalStateException("the kernel was chosen before the command line asked for " + wanted);
        }
    }

    private void write(Benchmark benchmark) {
        try {
            WholeFile.write(file, benchmark::writeStart);
        } catch (IOException e) {
            throw new BadInputException("--write " + file + " cannot be written (" + e.getMessage() + "); accepted is a file that can.", e);
        }
    }

    private static String line(Workload workload, Result result) {
        String line = String.format(
                Locale.ROOT,
                "net=%s batch=%d activation=%s normalization=%s optimizer=%s loss=%s kernel=%s lanes=%d threads=%d steps_per_s=%.1f"
                        + " gflop_per_s=%.3f peak_gflop_per_s=%.3f share_of_peak=%.4f loss_after_%d=%s hash_after_%d=%016x",
                workload.shape(),
                workload.batchSize(),
                Choice.word(workload.activation()),
                Choice.word(workload.normalization()),
                Choice.word(workload.optimizer()),
                Choice.word(workload.loss()),
                Choice.word(result.kernel()),
                result.lanes(),
                result.threads(),
                result.stepsPerSecond(),
                result.gflopPerSecond(),
                result.peakGflopPerSecond(),
                result.shareOfPeak(),
                result.lossAfter(),
                result.loss(),
                result.hashAfter(),
                result.hash());
        return line + scaling("twins_scaling", result.scaling()) + scaling("machine_scaling", result.machineScaling());
    }

    private static String scaling(String key, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, " %s=%.3f", key, value.getAsDouble()) : "";
    }
}
