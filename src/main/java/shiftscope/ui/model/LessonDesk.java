package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import shiftscope.config.BadInputException;
import shiftscope.export.Document;
import shiftscope.export.View;
import shiftscope.lesson.Claim;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonStep;
import shiftscope.lesson.Library;
import shiftscope.lesson.Rate;
import shiftscope.lesson.Rates;
import shiftscope.lesson.Region;
import shiftscope.session.Snapshot;

/**
 * The lesson that is open and how far it has come. While one is open its experiments stand on the bench in the place of the learner's
 * own, which is there again when it is left.
 *
 * <p>Everything is called on the front thread.
 */
public final class LessonDesk {
    private final Look look;
    private final ExhibitStand exhibits;
    private final Notices notices;
    private final Supplier<Snapshot> newest;
    private final OwnExperiment own;
    private final PreparedExperiment prepared;
    private final ClaimLedger claims;
    private final LessonProgress progress;
    private final ReadOnlyObjectWrapper<OpenLesson> opened = new ReadOnlyObjectWrapper<>(this, "opened");
    private final ReadOnlyObjectWrapper<LessonPlace> place = new ReadOnlyObjectWrapper<>(this, "place");
    private final StepMarks marks = new StepMarks();
    private final BooleanProperty contentsShown = new SimpleBooleanProperty(this, "contentsShown");
    private final List<Runnable> whenBeginning = new ArrayList<>();

    LessonDesk(
            Bench bench,
            Look look,
            Undo undo,
            Documents documents,
            ExhibitStand exhibits,
            Laboratory laboratory,
            Notices notices,
            Preferences memory) {
        this.look = look;
        this.exhibits = exhibits;
        this.notices = notices;
        newest = bench.snapshotProperty()::get;
        own = new OwnExperiment(bench, look, undo, documents, notices);
        prepared = new PreparedExperiment(bench, notices, own::gaveWay);
        progress = new LessonProgress(memory);
        claims = new ClaimLedger(bench, prepared, exhibits, laboratory, notices);
        claims.whenDecided(this::decided);
        documents.setBeforeOpening(this::leave);
        look.exhibitShownProperty().bind(exhibits.shownProperty().isNotNull());
        bench.snapshotProperty().addListener((property, before, now) -> follow());
    }

    /** The open lesson; {@code null} in free play. */
    public ReadOnlyObjectProperty<OpenLesson> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** Where in the open lesson somebody is; {@code null} in free play. */
    public ReadOnlyObjectProperty<LessonPlace> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Happens before a lesson takes the place of the learner's own experiment. */
    void whenBeginning(Runnable listener) {
        whenBeginning.add(listener);
    }

    /** The answer chosen to the step's question, by its index; {@code null} before one is. */
    public ReadOnlyObjectProperty<Integer> answerProperty() {
        return marks.answerProperty();
    }

    /** Whether what the step asks to do has been done. */
    public ReadOnlyBooleanProperty taskDoneProperty() {
        return marks.doneProperty();
    }

    /** What came of the claims. */
    public ClaimLedger claims() {
        return claims;
    }

    /** Whether the open lesson does without a part of the window. */
    public BooleanBinding hides(Region region) {
        return Bindings.createBooleanBinding(
                () -> opened.get() != null && opened.get().lesson().hidden().contains(region), opened);
    }

    /** How far each lesson was gone through. */
    public LessonProgress progress() {
        return progress;
    }

    /** Whether the list of lessons lies over the window. */
    public BooleanProperty contentsShownProperty() {
        return contentsShown;
    }

    /**
     * Opens a lesson of the program at its first step.
     *
     * @param number from 1
     */
    public void open(int number) {
        try {
            Lesson lesson = Library.lesson(number);
            begin(new OpenLesson(lesson, number, Path.of("").toAbsolutePath(), Rates.of(lesson)));
        } catch (BadInputException e) {
            notices.tell(e.getMessage());
        }
    }

    /**
     * Opens a lesson from a file at its first step.
     *
     * @param base what relative paths of its data start from
     * @param rates how often its claims held over seeds, by id, where that is known
     */
    public void open(Lesson lesson, Path base, Map<String, Rate> rates) {
        begin(new OpenLesson(lesson, 0, base, rates));
    }

    /** Begins the open lesson again: its first step and experiment, no predictions, no claims. */
    public void reset() {
        OpenLesson now = opened.get();
        if (now != null) {
            progress.forget(now.name());
            begin(now);
        }
    }

    /** Back to what was on the bench before the lesson. */
    public void leave() {
        if (opened.get() != null) {
            end();
            opened.set(null);
            own.giveBack();
        }
    }

    /** The next step; after the last the next lesson, if there is one. */
    public void next() {
        if (place.get() != null && !place.get().isLast()) {
            goTo(place.get().index() + 1);
        } else {
            nextLesson();
        }
    }

    /** The step before. */
    public void back() {
        if (place.get() != null) {
            goTo(place.get().index() - 1);
        }
    }

    /** Another step of the open lesson, from 0; where there is none nothing happens. */
    public void goTo(int index) {
        OpenLesson now = opened.get();
        if (now != null && index >= 0 && index < now.lesson().steps().size()) {
            enter(now, index, false);
        }
    }

    /** Whether a lesson of the program follows the open one. */
    public boolean hasNextLesson() {
        return opened.get() != null && opened.get().number() > 0 && opened.get().number() < Library.size();
    }

    /** Whether a lesson of the program comes before the open one. */
    public boolean hasLessonBefore() {
        return opened.get() != null && opened.get().number() > 1;
    }

    public void nextLesson() {
        if (hasNextLesson()) {
            open(opened.get().number() + 1);
        }
    }

    public void lessonBefore() {
        if (hasLessonBefore()) {
            open(opened.get().number() - 1);
        }
    }

    /** Answers the step's question, once. */
    public void answer(int index) {
        if (place.get() != null) {
            marks.answer(index);
        }
    }

    /** What the step asks to do has been done, or has not: for the learner to say where nothing else does. */
    public void sayDone(boolean value) {
        if (place.get() != null) {
            marks.setDone(value);
        }
    }

    /** Ends what waits for the lesson to be left, and what is measured for it. */
    void close() {
        claims.end();
        exhibits.clear();
        own.close();
    }

    private void begin(OpenLesson now) {
        contentsShown.set(false);
        if (opened.get() == null) {
            whenBeginning.forEach(Runnable::run);
            own.begin();
        }
        end();
        opened.set(now);
        claims.begin(now.lesson(), now.base());
        enter(now, 0, true);
    }

    private void end() {
        claims.end();
        marks.clear();
        prepared.forget();
        place.set(null);
        exhibits.clear();
        exhibits.forgetSweeps();
    }

    private void enter(OpenLesson now, int index, boolean anew) {
        boolean onwards = place.get() != null && place.get().index() + 1 == index;
        LessonPlace entered = new LessonPlace(now, index);
        marks.show(index);
        place.set(entered);
        progress.reached(now.name(), index + 1);
        String wanted = entered.said(LessonStep::experiment).orElse("");
        Optional<View> view = onwards ? entered.step().view() : entered.said(LessonStep::view);
        if (anew || !prepared.isAskedFor(wanted)) {
            Document document = now.experiment(wanted);
            prepared.open(wanted, document, now.base(), () -> look.show(view.orElse(document.view())));
        } else {
            view.ifPresent(look::show);
        }
        claims.show(List.of());
        entered.step().exhibit().ifPresentOrElse(
                exhibit -> exhibits.show(now.lesson(), exhibit, now.base()), exhibits::clear);
        claims.show(entered.step().claims());
        follow();
        finish();
    }

    private void decided(String claim) {
        progress.decided(opened.get().name(), claim);
        follow();
        finish();
    }

    /** Looks whether what the step asks for has been done. */
    private void follow() {
        LessonPlace now = place.get();
        if (now == null) {
            return;
        }
        LessonStep step = now.step();
        Snapshot seen = newest.get();
        boolean reached = step.until() > 0 && prepared.isSeen(seen) && seen.step() >= step.until();
        boolean decided = step.until() == 0 && !step.claims().isEmpty() && claims.areDecided(step.claims());
        if (reached || decided) {
            marks.setDone(true);
        }
    }

    /** Looks whether the lesson was gone through to its end. */
    private void finish() {
        LessonPlace now = place.get();
        List<String> all = now.opened().lesson().claims().stream().map(Claim::id).toList();
        if (now.isLast() && progress.of(now.opened().name()).decided().containsAll(all)) {
            progress.done(now.opened().name());
        }
    }
}
