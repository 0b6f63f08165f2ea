package shiftscope.cli;

import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import shiftscope.lesson.Library;
import shiftscope.lesson.Rates;
import shiftscope.lesson.sheet.TeachingGuide;

/** {@code shiftscope lesson guide}: the notes of all lessons for teachers. */
@Command(name = "guide", mixinStandardHelpOptions = true, description = "Write the teacher's notes of all lessons as Markdown.")
final class LessonGuideCommand implements Callable<Integer> {
    @Mixin
    private MarkdownOut out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        out.write(spec, TeachingGuide.of(
                IntStream.rangeClosed(1, Library.size()).mapToObj(Library::lesson).toList(), Rates::of));
        return CommandLineInterface.DONE;
    }
}
