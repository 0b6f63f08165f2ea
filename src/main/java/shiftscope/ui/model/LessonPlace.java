package shiftscope.ui.model;

import java.util.Optional;
import java.util.function.Function;
import shiftscope.lesson.LessonStep;

/**
 * Where in a lesson somebody is. Another place, also the same step begun anew, is another object.
 *
 * @param index of the step, from 0
 */
public record LessonPlace(OpenLesson opened, int index) {
    public LessonStep step() {
        return opened.lesson().steps().get(index);
    }

    /** Whether no step follows. */
    public boolean isLast() {
        return index == opened.lesson().steps().size() - 1;
    }

    /** What the step, or else the nearest one before that says anything of it, says. */
    <T> Optional<T> said(Function<LessonStep, Optional<T>> part) {
        for (int i = index; i >= 0; i--) {
            Optional<T> said = part.apply(opened.lesson().steps().get(i));
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }
}
