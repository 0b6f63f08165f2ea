package shiftscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import shiftscope.config.Experiment;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Script;
import shiftscope.session.Snapshot;

/**
 * Runs that gave way to others on screen, paused. As long as their session is kept they come back as they were; after that their script
 * makes them again, to the same bits, but without the futures that were left behind.
 */
final class Parked {
    private final Sitting standing;
    private final long step;
    private final long head;
    private final List<RecordedCommand> ofBranch;
    private TwinSession session;
    private Script script;
    private boolean unwanted;
    private Runnable whenClosed = () -> {};

    /**
     * Pauses a session and asks it for its script.
     *
     * @param standing the experiment as it stands, and its folder
     * @param last what was seen of it last; {@code null} if nothing was
     * @param front runs what touches this
     */
    Parked(TwinSession session, Sitting standing, Snapshot last, Executor front) {
        this(session, standing, last, front, true);
    }

    private Parked(TwinSession session, Sitting standing, Snapshot last, Executor front, boolean gaveWay) {
        this.standing = standing;
        step = last == null ? 0 : last.step();
        head = last == null ? 0 : last.time().head();
        ofBranch = last == null ? List.of() : last.time().commands();
        if (gaveWay) {
            this.session = session;
            session.pause();
        }
        session.script(false, made -> front.execute(() -> keep(made)));
    }

    /** The runs as they are now, of a session that stays on screen and is about to be changed. */
    static Parked before(TwinSession session, Sitting standing, Snapshot last, Executor front) {
        return new Parked(session, standing, last, front, false);
    }

    private void keep(Script made) {
        script = made;
        if (unwanted) {
            whenClosed.run();
        }
    }

    /** The session; {@code null} if it is kept no longer. */
    TwinSession session() {
        return session;
    }

    Sitting standing() {
        return standing;
    }

    Experiment experiment() {
        return standing.experiment();
    }

    /** The step at which they were, updates made. */
    long step() {
        return step;
    }

    /** What makes them again up to the newest step that they had reached; where that is not known, at their beginning. */
    Sitting again() {
        Script known = Optional.ofNullable(script).orElse(Script.of(standing.experiment()));
        // A script leaves out what lies ahead.
        List<RecordedCommand> commands = step < head ? ofBranch : known.commands();
        return new Sitting(new Script(known.start(), commands, head, known.state()), standing.base(), standing.file());
    }

    /** Lets the session go as soon as its script is known. */
    void release(Consumer<TwinSession> close) {
        TwinSession kept = session;
        if (kept == null) {
            return;
        }
        session = null;
        if (script == null) {
            unwanted = true;
            whenClosed = () -> close.accept(kept);
        } else {
            close.accept(kept);
        }
    }
}
