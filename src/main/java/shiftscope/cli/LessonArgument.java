package shiftscope.cli;

import java.nio.file.Path;
import java.util.Map;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonFile;
import shiftscope.lesson.Library;
import shiftscope.lesson.Rate;
import shiftscope.lesson.Rates;

/**
 * A lesson as somebody at a prompt names it.
 *
 * @param name a number of the program's own, or a file's name
 * @param base what relative paths of its data start from
 * @param rates what is known of how often its claims held
 */
record LessonArgument(String name, Lesson lesson, Path base, Map<String, Rate> rates) {
    /**
     * The lesson of that number, or in the file of that name.
     *
     * @throws shiftscope.config.BadInputException if there is none, or its file is not accepted
     */
    static LessonArgument of(String name) {
        if (name.matches("\\d{1,4}")) {
            Lesson lesson = Library.lesson(Integer.parseInt(name));
            return new LessonArgument(name, lesson, Path.of("").toAbsolutePath(), Rates.of(lesson));
        }
        Path file = Path.of(name);
        Lesson lesson = LessonFile.read(file);
        return new LessonArgument(
                file.getFileName().toString(), lesson, file.toAbsolutePath().getParent(), Rates.beside(file, lesson));
    }
}
