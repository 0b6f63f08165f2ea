package shiftscope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code shiftscope lesson}: what can be done with lessons besides opening one in the window. */
@Command(
        name = "lesson",
        mixinStandardHelpOptions = true,
        description = "Open a lesson in the window (shiftscope lesson 5), measure the claims of lessons, or write what teachers need.",
        subcommands = {
            LessonListCommand.class,
            LessonCheckCommand.class,
            LessonNumbersCommand.class,
            LessonSheetCommand.class,
            LessonGuideCommand.class,
            LessonGlossaryCommand.class
        })
final class LessonCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return CommandLineInterface.DONE;
    }
}
