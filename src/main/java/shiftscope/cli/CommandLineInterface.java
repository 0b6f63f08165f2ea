package shiftscope.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import shiftscope.config.BadInputException;

/** Everything that can be asked of the program without a window. */
@Command(
        name = "shiftscope",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        description = "Watch internal covariate shift and batch normalization in networks that train live.",
        synopsisHeading = "Usage: shiftscope [FILE]%n   or: shiftscope lesson (NUMBER | FILE)%n   or: ",
        footer = {
            "",
            "Without a command the window opens, with the experiment or lesson in FILE if there is one.",
            "",
            "Examples:",
            "  shiftscope",
            "  shiftscope my.shiftscope.json",
            "  shiftscope lesson 5",
            "  shiftscope run my.shiftscope.json --steps 500 --out figures",
            "  shiftscope sweep --over training.learningRate=0.01,0.1,1 --seeds 5 --out rates",
            "  shiftscope data get mnist",
            "  source <(shiftscope completion)",
            "  shiftscope figure my.shiftscope.json --view percentiles --step 5000",
            "  shiftscope bench --net 784-100-100-100-10 --batch 60",
            "",
            "Exit codes: 0 done, 1 a run diverged, 2 bad input."
        },
        subcommands = {
            RunCommand.class,
            FigureCommand.class,
            SweepCommand.class,
            DataCommand.class,
            LessonCommand.class,
            BenchCommand.class,
            CommandLine.HelpCommand.class
        })
public final class CommandLineInterface implements Callable<Integer> {
    static final int DONE = 0;
    static final int DIVERGED = 1;
    static final int BAD_INPUT = 2;
    private static final String LESSON = "lesson";

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "An experiment file to open in the window.", hidden = true)
    private String file;

    private CommandLineInterface() {}

    /** Whether these arguments ask for something that needs no window. */
    public static boolean isAsked(String... arguments) {
        return arguments.length > 0
                && !opensLesson(arguments)
                && (arguments[0].startsWith("-") || commands().getSubcommands().containsKey(arguments[0]));
    }

    /** Whether a lesson is to be opened: its number or its file follows, not something to do with lessons. */
    private static boolean opensLesson(String... arguments) {
        return arguments.length == 2
                && arguments[0].equals(LESSON)
                && !arguments[1].startsWith("-")
                && !commands().getSubcommands().get(LESSON).getSubcommands().containsKey(arguments[1]);
    }

    /**
     * Does what the arguments ask. Messages go to standard error.
     *
     * @return the exit code
     */
    public static int run(String... arguments) {
        return commands().execute(arguments);
    }

    /** As {@link #run(String...)}, with the messages to a writer. */
    static int run(PrintWriter messages, String... arguments) {
        return commands().setErr(messages).execute(arguments);
    }

    /**
     * Renders an experiment to files, or measures the claims of a lesson, because no window can be shown, and says so.
     *
     * @param arguments an experiment file, or {@code lesson} and a number or a file, or nothing
     * @return the exit code
     */
    public static int runInsteadOfWindow(String... arguments) {
        if (opensLesson(arguments)) {
            System.err.println("There is no display to open a window on, so ShiftScope measures the claims of the lesson with one seed "
                    + "instead.");
            return run(LESSON, "check", arguments[1], "--seeds", "1");
        }
        System.err.printf(
                Locale.ROOT,
                "There is no display to open a window on, so ShiftScope renders the experiment to %s instead.%n",
                RunCommand.DEFAULT_FOLDER + "/");
        String[] run = new String[arguments.length + 1];
        run[0] = "run";
        System.arraycopy(arguments, 0, run, 1, arguments.length);
        return run(run);
    }

    /** As {@link #run(PrintWriter, String...)}, with what a command answers to a writer of its own. */
    static int run(PrintWriter answer, PrintWriter messages, String... arguments) {
        return commands().setOut(answer).setErr(messages).execute(arguments);
    }

    private static CommandLine commands() {
        CommandLine commands = new CommandLine(new CommandLineInterface());
        commands.addSubcommand("completion", new AutoComplete.GenerateCompletion());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setParameterExceptionHandler((exception, given) -> {
            PrintWriter messages = exception.getCommandLine().getErr();
            messages.println(exception.getMessage());
            messages.println("See: " + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return BAD_INPUT;
        });
        commands.setExecutionExceptionHandler((exception, command, result) -> {
            if (exception instanceof BadInputException bad) {
                command.getErr().println(bad.getMessage());
                return BAD_INPUT;
            }
            throw exception;
        });
        return commands;
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.out);
        return DONE;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"ShiftScope " + shiftscope.config.ProgramVersion.text()};
        }
    }
}
