package shiftscope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shiftscope data}: looks at files of examples, and fetches one. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        subcommands = {DataInfoCommand.class, DataGetCommand.class},
        description = "Look at files of examples, or fetch MNIST.",
        footer = {
            "",
            "Examples:",
            "  shiftscope data info iris.csv",
            "  shiftscope data get mnist"
        })
final class DataCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "data needs to be told what to do: info or get.");
    }
}
