package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import shiftscope.lesson.Arguments;
import shiftscope.lesson.Exhibit;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.SweepTrial;

/** What a lesson shows in the place of the wall, and what the learner has set and measured there: claims are made of it. */
public final class ExhibitStand {
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ObjectProperty<Arguments> arguments = new SimpleObjectProperty<>(this, "arguments", Arguments.NONE);
    private final ObservableMap<String, List<SweepTrial.Measured>> sweeps = FXCollections.observableHashMap();
    private final Map<String, SweepTrial.Measured[]> points = new HashMap<>();

    /**
     * What stands there.
     *
     * @param base what relative paths of the lesson's data start from
     */
    public record Shown(Lesson lesson, Exhibit exhibit, Path base) {}

    /** What stands there; {@code null} if nothing does. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether an exhibit of that kind stands there. */
    public BooleanBinding shows(Exhibit.Kind kind) {
        return Bindings.createBooleanBinding(() -> shown.get() != null && shown.get().exhibit().kind() == kind, shown);
    }

    /** What the learner has set, of the parameters of the exhibit; set by the exhibit, read for its claims. */
    public ObjectProperty<Arguments> argumentsProperty() {
        return arguments;
    }

    /** What prepared sweeps of this lesson have measured, by name, once all of their points are there. */
    public ObservableMap<String, List<SweepTrial.Measured>> sweeps() {
        return sweeps;
    }

    /**
     * What a prepared sweep of this lesson has measured so far: a place for each point, {@code null} where there is nothing yet. Who measures
     * fills it in.
     */
    SweepTrial.Measured[] points(String sweep, int count) {
        return points.computeIfAbsent(sweep, name -> new SweepTrial.Measured[count]);
    }

    /** As if no sweep had been measured. */
    void forgetSweeps() {
        sweeps.clear();
        points.clear();
    }

    /** Puts an exhibit of a lesson there. What was measured stays as long as it is the same lesson. */
    public void show(Lesson lesson, Exhibit exhibit, Path base) {
        if (shown.get() != null && !shown.get().lesson().equals(lesson)) {
            forgetSweeps();
        }
        arguments.set(exhibit.arguments());
        shown.set(new Shown(lesson, exhibit, base));
    }

    /** Gives the wall its place back. */
    public void clear() {
        shown.set(null);
    }
}
