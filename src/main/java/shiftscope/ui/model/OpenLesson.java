package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.Map;
import shiftscope.export.Document;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Rate;

/**
 * A lesson that somebody goes through.
 *
 * @param number its place among those of the program, from 1; 0 if it came from a file
 * @param base what relative paths of its data start from
 * @param rates how often its claims held over seeds, by id, where that is known
 */
public record OpenLesson(Lesson lesson, int number, Path base, Map<String, Rate> rates) {
    /** What its progress is kept under. One from a file is not that of the program which has the same id. */
    String name() {
        return number > 0 ? lesson.id() : "file/" + lesson.id();
    }

    /** What stands on the bench under a name of the lesson's own. */
    Document experiment(String experiment) {
        return lesson.experiments().getOrDefault(experiment, PreparedExperiment.STANDARD);
    }
}
