package shiftscope.session;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.data.Dataset;

/**
 * The thread that owns a pair of twins. Everything else talks to it through a queue that is drained between two steps, and learns of
 * it by taking snapshots. Nobody waits for anybody: a snapshot is measured only after the one before was taken, and while the twins
 * run at full speed only as often as leaves the time to the training.
 */
public final class Trainer implements AutoCloseable {
    /** The share of the time that measuring for the screen may take from training at full speed. */
    private static final double SHARE_FOR_THE_SCREEN = 0.06;

    private static final long SECOND = 1_000_000_000L;
    private static final long IDLE = SECOND;

    private final Twins twins;
    private final Thread thread;
    private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Snapshot> newest = new AtomicReference<>();
    private final Pace pace = new Pace();
    private final Speedometer speedometer = new Speedometer();
    private volatile boolean wanted = true;
    private volatile boolean closed;
    private volatile Throwable failure;
    private volatile BadInputException refused;

    private RowAxes axes = new RowAxes();
    private Tap tap = Tap.SCALED;
    private boolean changed = true;
    private boolean playing;
    private long stepsToGo;
    private Metrics latest;
    private long mayMeasureAt;

    private Trainer(Twins twins) {
        this.twins = twins;
        latest = twins.history().get(0);
        thread = new Thread(this::work, "shiftscope-trainer");
        thread.setDaemon(true);
    }

    /**
     * Twins at step 0, paused, on a thread of their own.
     *
     * @param threads as for {@link Twins}
     * @throws BadInputException if the experiment does not fit the data
     */
    public static Trainer open(Experiment experiment, Dataset dataset, int threads) {
        Trainer trainer = new Trainer(new Twins(experiment, dataset, threads));
        trainer.thread.start();
        return trainer;
    }

    /** Changes something between two steps. A command that the experiment does not allow is dropped, see {@link #takeRefusal}. */
    public void send(Command command) {
        post(() -> {
            try {
                twins.apply(command);
                latest = twins.history().get(twins.history().size() - 1);
            } catch (BadInputException e) {
                refused = e;
            }
        });
    }

    /** Makes steps until told otherwise. */
    public void play() {
        advance(Long.MAX_VALUE);
    }

    /** Makes no more steps. */
    public void pause() {
        post(() -> setPlaying(false, 0));
    }

    /** Makes that many steps and pauses. */
    public void advance(long steps) {
        post(() -> setPlaying(steps > 0 && twins.divergence().isEmpty(), steps));
    }

    /**
     * @param stepsPerSecond the most to make while playing; {@link Double#POSITIVE_INFINITY} is as fast as possible
     */
    public void setSpeed(double stepsPerSecond) {
        post(() -> pace.set(stepsPerSecond));
    }

    /** Shows another quantity in the snapshots from now on. */
    public void look(Tap wantedTap) {
        post(() -> tap = wantedTap);
    }

    /** The newest snapshot, each only once; empty if nothing has been measured since the last. Never waits. */
    public Optional<Snapshot> take() {
        Snapshot snapshot = newest.getAndSet(null);
        if (snapshot != null) {
            wanted = true;
            LockSupport.unpark(thread);
        }
        if (failure != null) {
            throw new IllegalStateException("the training thread failed", failure);
        }
        return Optional.ofNullable(snapshot);
    }

    /** Why the last command that was not allowed was not, each only once. */
    public Optional<BadInputException> takeRefusal() {
        BadInputException e = refused;
        refused = null;
        return Optional.ofNullable(e);
    }

    /** Stops the thread. What was being computed is given up; the last snapshot may still be taken. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void post(Runnable change) {
        queue.add(change);
        LockSupport.unpark(thread);
    }

    private void setPlaying(boolean value, long steps) {
        playing = value;
        stepsToGo = steps;
        pace.restart(System.nanoTime());
        speedometer.restart(System.nanoTime(), twins.stepCount());
    }

    private void work() {
        try (twins) {
            while (!closed) {
                drain();
                long now = System.nanoTime();
                boolean stepped = playing && pace.isDue(now);
                if (stepped) {
                    step(now);
                }
                boolean idle = !playing || pace.leavesTime(now);
                if (changed && wanted && (idle || now >= mayMeasureAt)) {
                    publish(idle);
                } else if (!stepped && queue.isEmpty()) {
                    LockSupport.parkNanos(this, playing ? pace.untilDue(now) : IDLE);
                }
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void drain() {
        for (Runnable change = queue.poll(); change != null; change = queue.poll()) {
            change.run();
            changed = true;
        }
    }

    private void step(long now) {
        boolean taken = twins.step();
        pace.stepped(now);
        stepsToGo--;
        changed = true;
        speedometer.read(now, twins.stepCount());
        if (!taken || stepsToGo == 0) {
            playing = false;
        }
    }

    private void publish(boolean idle) {
        long begin = System.nanoTime();
        changed = false;
        wanted = false;
        latest = idle && twins.divergence().isEmpty() && latest.step() != twins.stepCount() ? twins.measure() : newestOf(latest);
        newest.set(twins.snapshot(tap, axes, latest, playing, playing ? speedometer.stepsPerSecond() : 0));
        long end = System.nanoTime();
        mayMeasureAt = end + (long) ((end - begin) * (1 / SHARE_FOR_THE_SCREEN - 1));
    }

    private Metrics newestOf(Metrics measured) {
        Metrics recorded = twins.history().get(twins.history().size() - 1);
        return recorded.step() >= measured.step() ? recorded : measured;
    }
}
