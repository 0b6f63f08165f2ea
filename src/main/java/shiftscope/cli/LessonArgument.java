package shiftscope.cli;

import java.nio.file.Path;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonFile;
import shiftscope.lesson.Library;

/** How a lesson is named on the command line. */
final class LessonArgument {
    private LessonArgument() {}

    /**
     * The lesson of that number, or in the file of that name.
     *
     * @throws shiftscope.config.BadInputException if there is none, or its file is not accepted
     */
    static Lesson lesson(String name) {
        return name.matches("\\d{1,2}") ? Library.lesson(Integer.parseInt(name)) : LessonFile.read(Path.of(name));
    }
}
