package shiftscope.ui.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the learner has answered and done in the steps of the open lesson, and of it what belongs to the step that is shown. */
final class StepMarks {
    private final ReadOnlyObjectWrapper<Integer> answer = new ReadOnlyObjectWrapper<>(this, "answer");
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper(this, "done");
    private final Map<Integer, Integer> answers = new HashMap<>();
    private final Set<Integer> doneSteps = new HashSet<>();
    private int step;

    /** The answer to the question of the step shown, by its index; {@code null} before there is one. */
    ReadOnlyObjectProperty<Integer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Whether what the step shown asks to do has been done. */
    ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    void clear() {
        answers.clear();
        doneSteps.clear();
    }

    /** Another step is shown. */
    void show(int index) {
        step = index;
        answer.set(answers.get(step));
        done.set(doneSteps.contains(step));
    }

    /** Answers the question of the step shown, once. */
    void answer(int index) {
        answers.putIfAbsent(step, index);
        answer.set(answers.get(step));
    }

    void setDone(boolean value) {
        if (value) {
            doneSteps.add(step);
        } else {
            doneSteps.remove(step);
        }
        done.set(value);
    }
}
