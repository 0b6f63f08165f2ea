package shiftscope.ui.model;

import java.util.Optional;
import shiftscope.config.BadInputException;
import shiftscope.session.Command;
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
