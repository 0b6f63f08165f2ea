package shiftscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.LayerSwitch;
import shiftscope.config.RunSettings;
import shiftscope.config.Side;
import shiftscope.session.Command;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Snapshot;

/**
 * The experiment on screen and the session that trains it. Opening happens in the background, one after the other; the session on
 * screen goes on until the next one is ready, and stays when that one is refused.
 *
 * <p>Everything is called on the front thread.
 */
public final class Bench {
    private final TwinSession.Opener opener;
    private final Executor background;
    private final Executor front;
    private final Delay delay;
    private final Notices notices;

    private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>(this, "snapshot");
    private final ReadOnlyObjectWrapper<Experiment> experiment = new ReadOnlyObjectWrapper<>(this, "experiment");
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening");
    private final List<Consumer<TwinSession>> whenOpened = new ArrayList<>();
    private final List<Runnable> whenReplaced = new ArrayList<>();

    private TwinSession session;
    private Sitting standing;
    private Opening pending;
    private int commandsSeen;
    private boolean closed;

    /** One wish to open something; a later one takes its place. */
    private static final class Opening {
        private Sitting sitting;
        private final boolean keepsPlaying;
        private final Consumer<String> refused;

        private Opening(Sitting sitting, boolean keepsPlaying, Consumer<String> refused) {
            this.sitting = sitting;
            this.keepsPlaying = keepsPlaying;
            this.refused = refused;
        }
    }

    /**
     * A bench with nothing on it.
     *
     * @param background runs what takes long, one thing after the other
     * @param front runs what touches properties
     * @param delay gathers changes of settings that follow each other quickly
     */
    public Bench(TwinSession.Opener opener, Executor background, Executor front, Delay delay, Notices notices) {
        this.opener = opener;
        this.background = background;
        this.front = front;
        this.delay = delay;
        this.notices = notices;
    }

    /** The newest snapshot; {@code null} before the first. */
    public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** What the user has asked for: what stands on screen, or what is being opened to replace it. */
    public ReadOnlyObjectProperty<Experiment> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** Is told of every new session before it shows anything. */
    public void whenOpened(Consumer<TwinSession> listener) {
        whenOpened.add(listener);
    }

    /** Is told when another experiment than the one being edited has taken its place, so that settings are to be shown anew. */
    public void whenReplaced(Runnable listener) {
        whenReplaced.add(listener);
    }

    /** Opens an experiment in place of the present one. It begins paused at step 0. */
    public void open(Sitting sitting) {
        begin(new Opening(sitting, false, notices::tell));
        whenReplaced.forEach(Runnable::run);
        openPending();
    }

    /**
     * Replaces the experiment by one with other settings, a moment from now. It plays on if the present one plays.
     *
     * @param refused is given the sentence if it cannot be opened
     */
    public void rebuild(Experiment changed, Consumer<String> refused) {
        begin(new Opening(new Sitting(changed, wished().base()), true, refused));
        delay.restart(this::openPending);
    }

    /** Begins the present experiment again at step 0, paused, with the switches as they stand. */
    public void reset() {
        if (wished() != null) {
            begin(new Opening(wished(), false, notices::tell));
            openPending();
        }
    }

    /**
     * Changes something in the runs without rebuilding them.
     *
     * @throws BadInputException if the value is not accepted; nothing has been changed then
     */
    public void send(Command command) {
        if (wished() == null) {
            return;
        }
        experiment.set(command.applyTo(experiment.get()));
        if (pending != null) {
            pending.sitting = pending.sitting.with(command.applyTo(pending.sitting.experiment()));
        }
        if (session != null) {
            standing = standing.with(command.applyTo(standing.experiment()));
            session.send(command);
        }
    }

    /** Does something with the session on screen, if there is one. */
    public void withSession(Consumer<TwinSession> action) {
        if (session != null) {
            action.accept(session);
        }
    }

    /** Takes the newest snapshot; called once per frame. */
    public void poll() {
        // Whoever hears of the new snapshot may close or replace the session.
        TwinSession watched = session;
        if (watched == null) {
            return;
        }
        try {
            watched.take().ifPresent(this::show);
            watched.takeRefusal().ifPresent(refusal -> {
                notices.tell(refusal.getMessage());
                List.of(Side.values()).forEach(this::showLayersOf);
            });
        } catch (IllegalStateException e) {
            Trouble.log("The training failed", e);
            notices.tell(Trouble.trainingFailed(e));
            end(watched);
            session = null;
        }
    }

    private void show(Snapshot now) {
        int known = Math.min(commandsSeen, now.commands().size());
        commandsSeen = now.commands().size();
        snapshot.set(now);
        for (RecordedCommand landed : now.commands().subList(known, commandsSeen)) {
            if (landed.command() instanceof Command.UndoProof undo) {
                showLayersOf(undo.side());
            }
        }
    }

    /** What single layers have, as the run says: what a proof had set when it is undone, or refused, only the run knows. */
    private void showLayersOf(Side side) {
        if (standing == null || snapshot.get() == null) {
            return;
        }
        RunSettings run = standing.experiment().run(side);
        List<LayerSwitch> layers = snapshot.get().experiment().run(side).layers();
        standing = standing.with(standing.experiment()
                .withRun(side, new RunSettings(run.normalization(), run.scaleShift(), run.statistics(), layers)));
        if (pending == null) {
            experiment.set(standing.experiment());
        }
    }

    public void close() {
        closed = true;
        end(session);
        session = null;
    }

    private Sitting wished() {
        return pending == null ? standing : pending.sitting;
    }

    private void begin(Opening wish) {
        pending = wish;
        opening.set(true);
        experiment.set(wish.sitting.experiment());
    }

    private void openPending() {
        Opening wish = pending;
        if (wish == null || closed) {
            return;
        }
        Sitting asked = wish.sitting;
        background.execute(() -> {
            try {
                TwinSession opened = opener.open(asked);
                front.execute(() -> opened(wish, asked, opened));
            } catch (BadInputException e) {
                front.execute(() -> refused(wish, e.getMessage()));
            } catch (RuntimeException | OutOfMemoryError e) {
                Trouble.log("An experiment could not be opened", e);
                front.execute(() -> refused(wish, Trouble.sentence(e)));
            }
        });
    }

    private void opened(Opening wish, Sitting asked, TwinSession opened) {
        if (wish != pending || closed) {
            end(opened);
            return;
        }
        boolean plays = wish.keepsPlaying && snapshot.get() != null && snapshot.get().playing();
        end(session);
        session = opened;
        commandsSeen = 0;
        pending = null;
        standing = wish.sitting;
        opening.set(false);
        // What was changed while the experiment was being opened.
        Changes.between(asked.experiment(), standing.experiment()).forEach(opened::send);
        whenOpened.forEach(listener -> listener.accept(opened));
        if (plays) {
            opened.play();
        }
    }

    private void refused(Opening wish, String sentence) {
        if (wish != pending) {
            return;
        }
        pending = null;
        opening.set(false);
        if (standing != null) {
            experiment.set(standing.experiment());
        }
        wish.refused.accept(sentence);
    }

    private void end(TwinSession ended) {
        if (ended != null) {
            background.execute(ended::close);
        }
    }
}
