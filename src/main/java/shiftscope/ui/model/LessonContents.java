package shiftscope.ui.model;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Library;

/** The list of the program's lessons. They are read in the background when the list is asked for first. */
public final class LessonContents {
    private final Executor background;
    private final Executor front;
    private final ReadOnlyObjectWrapper<List<Entry>> entries = new ReadOnlyObjectWrapper<>(this, "entries", List.of());
    private boolean asked;

    /**
     * One lesson.
     *
     * @param number from 1
     * @param steps how many it has
     */
    public record Entry(int number, String id, String title, String aim, int steps) {
        private static Entry of(int number) {
            Lesson lesson = Library.lesson(number);
            return new Entry(number, lesson.id(), lesson.title(), lesson.aim(), lesson.steps().size());
        }
    }

    LessonContents(Executor background, Executor front) {
        this.background = background;
        this.front = front;
    }

    /** All of them; none until they have been read. */
    public ReadOnlyObjectProperty<List<Entry>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    /** Somebody wants to see the list. */
    public void ask() {
        if (!asked) {
            asked = true;
            background.execute(() -> {
                List<Entry> all = IntStream.rangeClosed(1, Library.size()).mapToObj(Entry::of).toList();
                front.execute(() -> entries.set(all));
            });
        }
    }
}
