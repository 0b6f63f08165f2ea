package shiftscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shiftscope.config.BadInputException;
import shiftscope.export.PictureOptions;
import shiftscope.export.Pictures;
import shiftscope.lesson.sheet.LessonSheet;

/** {@code shiftscope lesson sheet}: a lesson on one page, to hand out. */
@Command(name = "sheet", mixinStandardHelpOptions = true, description = "Write a lesson on one page of A4, as PDF, PNG or SVG.")
final class LessonSheetCommand implements Callable<Integer> {
    private static final int PNG_SCALE = 3;

    @Parameters(paramLabel = "LESSON", description = "Number of a lesson, or a lesson file.")
    private String lesson;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Its ending chooses the format: .pdf, .png or .svg.")
    private Path out;

    @Override
    public Integer call() {
        try {
            LessonArgument asked = LessonArgument.of(lesson);
            Pictures.write(out, LessonSheet.of(asked.lesson(), asked.rates()), new PictureOptions(PNG_SCALE, false));
        } catch (IOException e) {
            throw new BadInputException(out + " cannot be written (" + e.getClass().getSimpleName() + ").", e);
        }
        return CommandLineInterface.DONE;
    }
}
