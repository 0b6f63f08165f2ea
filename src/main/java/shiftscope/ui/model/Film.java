package shiftscope.ui.model;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import shiftscope.export.Animation;
import shiftscope.session.Snapshot;
import shiftscope.session.Viewing;

/**
 * The steps of which moving pictures are made.
 *
 * @param from the first, updates made
 * @param to none is later
 * @param every so many steps lie between two pictures
 */
record Film(long from, long to, long every) {
    private static final long BETWEEN_LOOKS = 1_000_000;

    /** How many pictures there will be, unless a run leaves the finite numbers. */
    long frames() {
        return (to - from) / every + 1;
    }

    /**
     * Takes a picture of each step, on the thread that calls.
     *
     * @param session that nobody else uses, on its way to the first step
     * @param viewing what the pictures have to show
     * @param cancelled asked all the time
     * @param done is told how many pictures there are
     * @return whether it came to its end
     */
    boolean make(TwinSession session, Viewing viewing, Animation animation, BooleanSupplier cancelled, LongConsumer done)
            throws IOException {
        session.setSpeed(Double.POSITIVE_INFINITY);
        session.look(viewing);
        for (long step = from; step <= to; step += every) {
            Snapshot snapshot = await(session, viewing, step, cancelled);
            if (snapshot == null) {
                return false;
            }
            animation.add(snapshot);
            done.accept(animation.frames());
            if (snapshot.divergence().isPresent()) {
                return true;
            }
            session.advance(Math.min(every, Math.max(0, to - step)));
        }
        return true;
    }

    /** The snapshot of a step, or of the last one that could be made; {@code null} if somebody has cancelled. */
    private static Snapshot await(TwinSession session, Viewing viewing, long step, BooleanSupplier cancelled) {
        while (!cancelled.getAsBoolean()) {
            Optional<Snapshot> taken = session.take();
            if (taken.filter(now -> isIt(now, viewing, step)).isPresent()) {
                return taken.get();
            }
            if (taken.isEmpty()) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        }
        return null;
    }

    private static boolean isIt(Snapshot now, Viewing viewing, long step) {
        return (now.step() == step || now.divergence().isPresent())
                && !now.playing()
                && now.time().seeking() < 0
                && now.viewing().equals(viewing);
    }
}
