package shiftscope.ui.model;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import shiftscope.session.Snapshot;
import shiftscope.session.TimeView;

/**
 * Where in time the runs are shown, and the way to other steps. The thumb follows the mouse at once; the numbers follow when they are
 * there. Only one wish is on its way to the trainer at a time, or else a hand that moves would never let one arrive.
 */
public final class Timeline {
    private static final Texts TEXTS = Texts.beside(Timeline.class, "sentences");
    /** Snapshots that may have been made before the trainer heard of a wish. */
    private static final int STALE = 3;
    private static final long MEGABYTE = 1 << 20;

    private final Bench bench;
    private final Transport transport;
    private final Undo undo;
    private final ReadOnlyLongWrapper thumb = new ReadOnlyLongWrapper(this, "thumb");
    private final ReadOnlyBooleanWrapper past = new ReadOnlyBooleanWrapper(this, "past");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper(this, "memory", "");
    private long onTheWay = -1;
    private long waiting = -1;
    private int mayBeStale;

    Timeline(Bench bench, Transport transport, Undo undo) {
        this.bench = bench;
        this.transport = transport;
        this.undo = undo;
        bench.whenOpened(session -> {
            onTheWay = -1;
            waiting = -1;
        });
        bench.snapshotProperty().addListener((property, before, now) -> show(now));
    }

    /** The step at which the thumb stands: the one wished for, else the one shown. */
    public ReadOnlyLongProperty thumbProperty() {
        return thumb.getReadOnlyProperty();
    }

    /** Whether an earlier step than the newest of this branch is shown. */
    public ReadOnlyBooleanProperty pastProperty() {
        return past.getReadOnlyProperty();
    }

    /** What is to be said about where in time the runs are; empty at the newest step. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** How much memory is taken by what was kept of other steps; empty if none is. */
    public ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /** Shows another step, as near to it as there is one; a run that plays pauses. */
    public void goTo(long step) {
        Snapshot now = bench.snapshotProperty().get();
        if (now == null) {
            return;
        }
        long wanted = Math.max(0, Math.min(now.time().head(), step));
        transport.pause();
        thumb.set(wanted);
        if (onTheWay >= 0) {
            waiting = wanted;
        } else if (wanted != now.step() || now.playing()) {
            send(wanted);
        }
    }

    /** Shows an earlier step, so many before the one shown or wished for; a negative number leads forward, not beyond the newest. */
    public void back(long steps) {
        goTo(thumb.get() - steps);
    }

    /** The same in passes through the training set. */
    public void backEpochs(long epochs) {
        Snapshot now = bench.snapshotProperty().get();
        if (now != null) {
            back(epochs * now.batchesPerEpoch());
        }
    }

    /** Shows the newest step of this branch. */
    public void backToNow() {
        goTo(Long.MAX_VALUE);
    }

    /** Takes another way from the step shown; what lies ahead stays as a ghost. */
    public void forkHere() {
        undo.forkHere();
    }

    private void send(long step) {
        onTheWay = step;
        mayBeStale = STALE;
        bench.withSession(session -> session.goTo(step));
    }

    private void show(Snapshot now) {
        TimeView time = now.time();
        if (onTheWay >= 0 && hasCome(now)) {
            onTheWay = -1;
            if (waiting >= 0) {
                long next = waiting;
                waiting = -1;
                // Asked for what is shown already, the session would answer with an equal snapshot, which nobody is told of.
                if (next != now.step()) {
                    send(next);
                }
            }
        }
        if (onTheWay < 0) {
            thumb.set(now.step());
        }
        past.set(now.step() < time.head());
        if (time.seeking() >= 0) {
            sentence.set(TEXTS.get("time.seeking", Numbers.grouped(time.seeking())));
        } else if (past.get()) {
            sentence.set(TEXTS.get("time.past", Numbers.grouped(now.step()), Numbers.grouped(time.head())));
        } else {
            sentence.set("");
        }
        memory.set(time.mostBytes() == 0 ? "" : TEXTS.get("time.memory", megabytes(time.bytes()), megabytes(time.mostBytes())));
    }

    /** Whether the wish on its way is fulfilled, or was not heard and never will be. */
    private boolean hasCome(Snapshot now) {
        if (now.time().seeking() >= 0) {
            mayBeStale = STALE;
            return false;
        }
        return now.step() == onTheWay || --mayBeStale < 0;
    }

    private static String megabytes(long bytes) {
        return Numbers.grouped((bytes + MEGABYTE - 1) / MEGABYTE);
    }
}
