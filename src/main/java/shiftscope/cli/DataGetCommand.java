package shiftscope.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shiftscope.config.BadInputException;
import shiftscope.data.download.MnistDownload;

/** {@code shiftscope data get}: fetches a data set, the only command that opens a connection. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = {
            "Fetch MNIST (12 MB) over https, check it against the SHA-256 published, and print the folder it is in. Nothing is fetched"
                    + " that is there already; a transfer that was stopped goes on where it was.",
            "No other command of this program opens a connection."
        },
        footer = {
            "",
            "Examples:",
            "  shiftscope data get mnist",
            "  shiftscope run assets/experiments/mnist.shiftscope.json \\",
            "      --data \"$(shiftscope data get mnist)\"",
            "",
            "Exit codes: 0 done, 2 it could not be fetched."
        })
final class DataGetCommand implements Callable<Integer> {
    private static final String MNIST = "mnist";
    private static final int KILO = 1024;

    @Parameters(paramLabel = "NAME", description = "What to fetch: mnist.")
    private String name;

    @Option(names = "--to", paramLabel = "DIR", description = "The folder to keep it in (default: mnist in the user's data folder).")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!name.equals(MNIST)) {
            throw new BadInputException("\"" + name + "\" is no data set that can be fetched; accepted is " + MNIST + ".");
        }
        Path to = (folder == null ? MnistDownload.usualFolder() : folder).toAbsolutePath().normalize();
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("MNIST")
                .setUnit(" KB", KILO)
                .setInitialMax(1)
                .setStyle(ProgressBarStyle.ASCII)
                .build()) {
            new MnistDownload(to).fetch((done, total) -> {
                bar.maxHint(total);
                bar.stepTo(done);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        spec.commandLine().getOut().println(to);
        spec.commandLine().getOut().flush();
        return CommandLineInterface.DONE;
    }
}
