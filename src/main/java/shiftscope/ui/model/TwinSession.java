package shiftscope.ui.model;

import java.util.Optional;
import java.util.function.Consumer;
import shiftscope.config.BadInputException;
import shiftscope.session.Command;
import shiftscope.session.Script;
import shiftscope.session.Snapshot;
import shiftscope.session.Viewing;

/** The twins in training, as far as a window drives them. No method but {@link #close()} blocks. */
public interface TwinSession extends AutoCloseable {
    /** Changes something between two steps. */
    void send(Command command);

    void play();

    void pause();

    /** Makes that many steps and then pauses. */
    void advance(long steps);

    /** Shows another step of this branch, of the past or not later than the head; steps on the way to it may be shown as well. */
    void goTo(long step);

    /** Takes another way from here: what lies ahead becomes a ghost. Without a future ahead nothing happens. */
    void fork();

    /** Takes the newest command back as if it had never been, if it landed at the present step of the head; else it is refused. */
    void withdraw();

    /**
     * What it takes to have both runs again.
     *
     * @param withState whether the state of now goes with it
     * @param receiver is told on a thread of the session's
     */
    void script(boolean withState, Consumer<Script> receiver);

    /**
     * A snapshot of now that stands for itself, as a figure is made of one: measured at this step, on axes that nothing was looked at
     * before.
     *
     * @param wanted what it is to hold
     * @param receiver is told on a thread of the session's
     */
    void still(Viewing wanted, Consumer<Snapshot> receiver);

    /** @param stepsPerSecond positive; infinite is as fast as possible */
    void setSpeed(double stepsPerSecond);

    /** Chooses what snapshots show. */
    void look(Viewing viewing);

    /**
     * The newest snapshot that has not been taken yet.
     *
     * @throws IllegalStateException if the training has failed; there will be no more snapshots
     */
    Optional<Snapshot> take();

    /** Why the last command that the experiment did not allow was dropped, once. */
    Optional<BadInputException> takeRefusal();

    /** Ends the training; may wait for the step being made. */
    @Override
    void close();

    /** Begins sessions. */
    @FunctionalInterface
    interface Opener {
        /**
         * Loads the data and builds both networks; takes its time.
         *
         * @throws shiftscope.config.BadInputException with a sentence for the user
         */
        TwinSession open(Sitting sitting);
    }
}
