package shiftscope.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import shiftscope.config.BadInputException;
import shiftscope.export.Autosave;
import shiftscope.export.Document;
import shiftscope.session.Snapshot;

/**
 * Keeps what is on the bench, in the background, so that a crash loses no more than a minute; and offers what a crash has left. While the
 * offer stands nothing is kept in its place.
 */
public final class Keeper {
    private static final Texts TEXTS = Texts.beside(Keeper.class, "sentences");

    private final Bench bench;
    private final Documents documents;
    private final LessonDesk lessons;
    private final Notices notices;
    private final Executor background;
    private final Executor front;
    private final Delay everyMinute;
    private final Delay soon;
    private Autosave place;
    private boolean offering;
    private long keptStep = -1;
    private boolean changed;

    /**
     * @param everyMinute a delay of about a minute
     * @param soon a delay that gathers changes of settings
     */
    public Keeper(WindowModel model, Executor background, Executor front, Supplier<Delay> everyMinute, Supplier<Delay> soon) {
        bench = model.bench();
        documents = model.documents();
        lessons = model.lessons();
        notices = model.notices();
        this.background = background;
        this.front = front;
        this.everyMinute = everyMinute.get();
        this.soon = soon.get();
        model.undo().whenChanged(() -> {
            changed = true;
            this.soon.restart(this::keep);
        });
        // What is kept through a lesson is the learner's own, as it was when the lesson took its place.
        lessons.whenBeginning(this::keep);
        notices.newsProperty().addListener((property, before, now) -> {
            // Whoever takes the offer away has decided.
            if (offering && !now.equals(before)) {
                offering = false;
            }
        });
    }

    /**
     * Takes a place in a folder, and says so if a session was left there.
     *
     * @param folder used for nothing else
     */
    public void start(Path folder) {
        background.execute(() -> {
            try {
                place = new Autosave(folder);
                Optional<Document> left = place.leftover();
                front.execute(() -> {
                    left.ifPresent(this::offer);
                    everyMinute.restart(this::minute);
                });
            } catch (BadInputException e) {
                front.execute(() -> {
                    notices.tell(e.getMessage());
                    everyMinute.restart(this::minute);
                });
            } catch (IOException e) {
                Trouble.log("Nothing can be kept in " + folder, e);
            }
        });
    }

    private void offer(Document left) {
        String step = Numbers.grouped(left.script().step());
        notices.report(
                TEXTS.get("keep.left", step),
                new Notices.Offer(TEXTS.get("keep.restore"), () -> documents.put(left, new Sitting(left.script(), place.folder()))),
                new Notices.Offer(TEXTS.get("keep.discard"), this::keep));
        offering = true;
    }

    private void minute() {
        keep();
        everyMinute.restart(this::minute);
    }

    /** Nothing is written while nothing has happened. */
    private void keep() {
        Snapshot now = bench.snapshotProperty().get();
        boolean inLesson = lessons.openedProperty().get() != null;
        if (place == null || offering || inLesson || now == null || !changed && now.step() == keptStep) {
            return;
        }
        changed = false;
        keptStep = now.step();
        documents.withDocument(false, (document, base) -> place.write(document.moved(base, place.folder())));
    }

    /** The session ends as it should: nothing is offered the next time. */
    public void end() {
        background.execute(() -> {
            if (place != null) {
                try (Autosave ending = place) {
                    ending.markEnded();
                } catch (IOException e) {
                    Trouble.log("What was kept could not be taken away", e);
                }
            }
        });
    }
}
