package shiftscope.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Library;

/** {@code shiftscope lesson list}: the lessons of the program. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List the lessons of the program by number.")
final class LessonListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        IntStream.rangeClosed(1, Library.size()).forEach(number -> out.println(line(number, Library.lesson(number))));
        out.flush();
        return CommandLineInterface.DONE;
    }

    private static String line(int number, Lesson lesson) {
        return String.format(Locale.ROOT, "%2d  %-38s %s", number, lesson.title(),
                lesson.claims().size() == 1 ? "1 claim" : lesson.claims().size() + " claims");
    }
}
