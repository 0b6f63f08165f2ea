package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.session.Command;
import shiftscope.session.Snapshot;

/**
 * The experiment on screen and the session that trains it. Opening happens in the background, one after the other; the session on
 * screen goes on until the next one is ready, and stays when that one is refused. The one that gives way is {@link Parked}.
 *
 * <p>Everything is called on the front thread.
 */
public final class Bench {
    private final Openings openings;
    private final Executor background;
    private final Executor front;
    private final Notices notices;

    private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>(this, "snapshot");
    private final ReadOnlyObjectWrapper<Experiment> experiment = new ReadOnlyObjectWrapper<>(this, "experiment");
    private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>(this, "file");
    private final Standing standing = new Standing();
    private final List<Consumer<TwinSession>> whenOpened = new ArrayList<>();
    private final List<Runnable> whenReplaced = new ArrayList<>();
    private final List<Runnable> whenMoved = new ArrayList<>();
    private final List<Runnable> whenRefused = new ArrayList<>();
    private BiConsumer<Command, Experiment> whenSending = (command, before) -> {};
    private Consumer<Parked> whenParked = this::discard;

    private TwinSession session;
    private boolean seen;
    private long comesFrom = -1;
    private long goesBackTo = -1;

    /**
     * A bench with nothing on it.
     *
     * @param background runs what takes long, one thing after the other
     * @param front runs what touches properties
     * @param delay gathers changes of settings that follow each other quickly
     */
    public Bench(TwinSession.Opener opener, Executor background, Executor front, Delay delay, Notices notices) {
        openings = new Openings(opener, background, front, delay, this::opened, this::refused);
        this.background = background;
        this.front = front;
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
        return openings.openingProperty();
    }

    /** Is told of every new session before it shows anything. */
    public void whenOpened(Consumer<TwinSession> listener) {
        whenOpened.add(listener);
    }

    /** Is told when another experiment than the one being edited has taken its place, so that settings are to be shown anew. */
    public void whenReplaced(Runnable listener) {
        whenReplaced.add(listener);
    }

    /** Is told when settings of the same experiment have changed otherwise than in their fields, so that they are to be shown anew. */
    void whenMoved(Runnable listener) {
        whenMoved.add(listener);
    }

    /** Is told when the session dropped a command. */
    void whenRefused(Runnable listener) {
        whenRefused.add(listener);
    }

    /** Is told of every command that is accepted, and the experiment without it, before the session hears of it. */
    void setWhenSending(BiConsumer<Command, Experiment> listener) {
        whenSending = listener;
    }

    /** Is given what another experiment, or another beginning, took the place of, and decides how long it is kept. */
    void setWhenParked(Consumer<Parked> listener) {
        whenParked = listener;
    }

    /** Opens what is given in place of the present experiment, paused. */
    public void open(Sitting sitting) {
        open(sitting, () -> {});
    }

    /** The same; {@code then} happens when it is there. */
    void open(Sitting sitting, Runnable then) {
        open(insteadOfPending(new Opening(sitting, notices::tell, whenParked).then(then)));
    }

    /** The same, as the wish says. */
    void open(Opening wish) {
        begin(wish);
        whenReplaced.forEach(Runnable::run);
        openings.now();
    }

    /** Whether there is a session on screen. */
    boolean hasSession() {
        return session != null;
    }

    /** What was asked for and is not there yet. */
    Optional<Sitting> pending() {
        return openings.pending().map(Opening::asked);
    }

    /**
     * Replaces the experiment by one with other settings, a moment from now. It plays on if the present one plays.
     *
     * @param refused is given the sentence if it cannot be opened
     */
    public void rebuild(Experiment changed, Consumer<String> refused) {
        begin(insteadOfPending(new Opening(sitting().with(changed), refused, whenParked).playingOn()));
        openings.soon();
    }

    /** Begins the present experiment again at step 0, paused, with the switches as they stand. */
    public void reset() {
        if (experiment.get() != null) {
            begin(insteadOfPending(new Opening(sitting().with(experiment.get()), notices::tell, whenParked)));
            openings.now();
        }
    }

    private Opening insteadOfPending(Opening wish) {
        return openings.pending().map(wish::insteadOf).orElse(wish);
    }

    /**
     * Forgets what a change was to open and is not there yet. What a lesson waits for is not forgotten, but it is no time to take back
     * something else either.
     *
     * @return whether something was being opened
     */
    boolean cancel() {
        return openings.pending().filter(Opening::handsOn).isPresent() || forgetPending();
    }

    /** Forgets what was to be opened and is not yet. Returns whether there was something. */
    boolean forgetPending() {
        boolean forgotten = standing.sitting() != null && openings.forget();
        if (forgotten) {
            experiment.set(standing.experiment());
            showSettings();
        }
        return forgotten;
    }

    /**
     * Puts runs that gave way in the place of those on screen, paused, where they were.
     *
     * @param left is given those on screen, once they have given way
     */
    void comeBack(Parked there, Consumer<Parked> left) {
        if (there.session() != null) {
            openings.forget();
            Parked parked = replace(there.session(), there.standing());
            whenReplaced.forEach(Runnable::run);
            left.accept(parked);
        } else {
            begin(new Opening(there.again(), notices::tell, left).thenTo(there.step()));
            whenReplaced.forEach(Runnable::run);
            openings.now();
        }
    }

    /** The runs on screen as they are now, to come back to when they have been changed; {@code null} if there are none. */
    Parked asTheyAre() {
        return session == null ? null : Parked.before(session, standing.sitting(), seen ? snapshot.get() : null, front);
    }

    /**
     * Changes something in the runs without rebuilding them.
     *
     * @throws BadInputException if the value is not accepted; nothing has been changed then
     */
    public void send(Command command) {
        Experiment before = experiment.get();
        if (before == null) {
            return;
        }
        Experiment changed = command.applyTo(before);
        Experiment stands = session == null ? null : command.applyTo(standing.experiment());
        whenSending.accept(command, before);
        openings.pending().ifPresent(wish -> wish.want(changed));
        if (session != null) {
            standing.sent(command, stands);
            session.send(command);
        }
        experiment.set(changed);
    }

    /** Takes the newest commands back, which landed at the present step: the experiment is what it was before. */
    void withdraw(int commands, Experiment before) {
        standing.withdrew(before);
        for (int i = 0; i < commands; i++) {
            session.withdraw();
        }
        experiment.set(before);
        showSettings();
    }

    /** Has settings shown anew that were changed otherwise than in their fields. */
    void showSettings() {
        whenMoved.forEach(Runnable::run);
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
                standing.refused();
                follow(snapshot.get());
                whenRefused.forEach(Runnable::run);
            });
        } catch (IllegalStateException e) {
            Trouble.log("The training failed", e);
            notices.tell(Trouble.trainingFailed(e));
            end(watched);
            session = null;
        }
    }

    private void show(Snapshot now) {
        if (goesBackTo >= 0 && now.time().seeking() < 0) {
            // Who has paused on the way wants to be there.
            if (now.step() == comesFrom) {
                session.goTo(goesBackTo);
            }
            goesBackTo = -1;
        }
        seen = true;
        follow(now);
        snapshot.set(now);
    }

    private void follow(Snapshot now) {
        if (now != null && standing.follow(now) && openings.pending().isEmpty()) {
            experiment.set(now.experiment());
            showSettings();
        }
    }

    /** Ends the training on screen. */
    public void close() {
        openings.forget();
        end(session);
        session = null;
    }

    /** Ends what nobody will come back to. */
    void discard(Parked parked) {
        end(parked.session());
    }

    /** What is asked for: its experiment as it stands or, if it is being opened, as it was given. */
    Sitting sitting() {
        return openings.pending().map(Opening::sitting).orElse(standing.sitting());
    }

    /** The file that the runs on screen belong to from now on. */
    void savedAs(Path path) {
        standing.savedAs(path);
        file.set(path);
    }

    /** The experiment file that the runs on screen came from or were saved as; {@code null} if there is none. */
    public ReadOnlyObjectProperty<Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    private void begin(Opening wish) {
        openings.begin(wish);
        experiment.set(wish.wanted());
    }

    private void opened(Opening wish, Sitting asked, TwinSession opened) {
        boolean plays = wish.playsOn() && snapshot.get() != null && snapshot.get().playing();
        List<Command> changes = Changes.between(asked.experiment(), wish.wanted());
        Parked parked = replace(opened, asked.with(wish.wanted()));
        // What was changed while the experiment was being opened.
        changes.forEach(opened::send);
        comesFrom = asked.script().step();
        goesBackTo = wish.lastStep() < comesFrom ? wish.lastStep() : -1;
        if (parked != null) {
            wish.left().accept(parked);
        }
        wish.then().run();
        if (plays) {
            opened.play();
        }
    }

    /** Shows another session. Returns the one that gave way, or {@code null} if there was none. */
    private Parked replace(TwinSession other, Sitting sitting) {
        Parked parked = session == null ? null : new Parked(session, standing.sitting(), seen ? snapshot.get() : null, front);
        session = other;
        standing.begin(sitting);
        seen = false;
        goesBackTo = -1;
        file.set(sitting.file().orElse(null));
        experiment.set(sitting.experiment());
        whenOpened.forEach(listener -> listener.accept(other));
        return parked;
    }

    private void refused(Opening wish, String sentence) {
        if (standing.sitting() != null) {
            experiment.set(standing.experiment());
        }
        wish.refused().accept(sentence);
    }

    /** Ends a session in the background. */
    void end(TwinSession ended) {
        if (ended != null) {
            background.execute(ended::close);
        }
    }
}
