package shiftscope.session;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.data.Dataset;

/**
 * The thread that owns a timeline of a pair of twins. Everything else talks to it through a queue that is drained between two steps, and learns of
 * it by taking snapshots. Nobody waits for anybody: a snapshot is measured only after the one before was taken, and while the twins
 * run at full speed only as often as leaves the time to the training.
 */
public final class Trainer implements AutoCloseable {
    private static final long SECOND = 1_000_000_000L;

    private static final long IDLE = SECOND;

    /** How long it goes on without a look at the queue while it is on its way to another step. */
    private static final long AT_A_STRETCH = SECOND / 100;

    /** On a long way, somebody wants to see that it goes on. */
    private static final long BETWEEN_PICTURES_ON_THE_WAY = SECOND * 3 / 10;

    /** What is left to do while playing until told otherwise. */
    private static final long ENDLESS = Long.MAX_VALUE;

    /** So large that nobody lives to see it, so small that sums of it do not overflow soon. */
    private static final long MOST_AT_ONCE = 1L << 40;

    /** The thread's own; gone when that has ended, so that whoever still holds a closed trainer does not hold all its memory. */
    private Timeline timeline;

    private final Thread thread;
    private final Wishes wishes = new Wishes(this::onTheWay);
    private final AtomicReference<Snapshot> newest = new AtomicReference<>();
    private final AtomicReference<BadInputException> refused = new AtomicReference<>();
    private final Pace pace = new Pace();
    private final Speedometer speedometer = new Speedometer();
    private volatile boolean wanted = true;
    private volatile boolean closed;
    private volatile Throwable failure;

    private final ScreenBudget budget;
    private final RowAxes axes = new RowAxes();
    private Viewing viewing = Viewing.of(Tap.SCALED);
    private boolean changed = true;
    private long stepsToGo;
    private long shownOnTheWayAt = System.nanoTime() - BETWEEN_PICTURES_ON_THE_WAY;

    private Trainer(Timeline timeline) {
        this.timeline = timeline;
        budget = new ScreenBudget(Runtime.getRuntime().availableProcessors(), timeline.twins().threads(), System.nanoTime());
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
        return open(new Twins(experiment, dataset, threads));
    }

    /**
     * Twins of a script, paused, on a thread of their own. They are shown at once, and go to the script's step from there.
     *
     * @param threads as for {@link Twins}
     * @throws BadInputException if the script does not fit the data, or its state does not fit the experiment
     */
    public static Trainer open(Script script, Dataset dataset, int threads) {
        return open(Timeline.open(script, dataset, threads));
    }

    /** Takes over twins at step 0; from now on the thread owns them. */
    static Trainer open(Twins twins) {
        return open(new Timeline(twins));
    }

    private static Trainer open(Timeline timeline) {
        Trainer trainer = new Trainer(timeline);
        trainer.thread.start();
        return trainer;
    }

    /**
     * Changes something between two steps. A command that the experiment does not allow is dropped, see {@link #takeRefusal}. In the past
     * it begins another branch, as with {@link #fork}.
     */
    public void send(Command command) {
        Objects.requireNonNull(command, "command");
        postThere(() -> timeline.apply(command));
    }

    /** Makes steps until told otherwise: in the past those that were made, and then new ones. */
    public void play() {
        post(() -> setPlaying(ENDLESS));
    }

    /** Makes no more steps. The way to another step is finished, unless it leads through steps that were never made. */
    public void pause() {
        post(() -> {
            setPlaying(0);
            if (timeline.leadsAhead()) {
                timeline.stay();
            }
        });
    }

    /**
     * Makes that many steps and pauses. Steps still to be made from another call of this are made as well, so that two calls for one
     * step are always two steps.
     *
     * @throws IllegalArgumentException if {@code steps} is negative
     */
    public void advance(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("cannot make " + steps + " steps");
        }
        post(() -> setPlaying((stepsToGo == ENDLESS ? 0 : stepsToGo) + Math.min(steps, MOST_AT_ONCE)));
    }

    /**
     * @param stepsPerSecond the most to make while playing; {@link Double#POSITIVE_INFINITY} is as fast as possible
     * @throws IllegalArgumentException if it is not greater than 0
     */
    public void setSpeed(double stepsPerSecond) {
        if (!(stepsPerSecond > 0)) {
            throw new IllegalArgumentException("cannot make " + stepsPerSecond + " steps per second");
        }
        post(() -> pace.set(stepsPerSecond, System.nanoTime()));
    }

    /**
     * Shows another step of this branch, or the nearest to it that there is; a later wish takes the place of one that is under way. What
     * plays goes on from there.
     */
    public void goTo(long step) {
        post(() -> {
            if (!onTheWay()) {
                shownOnTheWayAt = System.nanoTime();
            }
            timeline.aim(step);
            arrive();
        });
    }

    /** Takes another way from here: what lies ahead becomes a {@link Ghost}. */
    public void fork() {
        postThere(() -> timeline.fork());
    }

    /** Takes the newest command back as if it had never been, if it landed at the present step of the head; else it is refused. */
    public void withdraw() {
        postThere(() -> timeline.withdraw());
    }

    /**
     * What it takes to have both runs again.
     *
     * @param withState whether the state of now goes with it
     * @param receiver is told on the trainer's thread
     */
    public void script(boolean withState, Consumer<Script> receiver) {
        postThere(() -> receiver.accept(timeline.script(withState)));
    }

    /**
     * A snapshot of now that stands for itself, as a figure is made of one: measured at this step, on axes that nothing was looked at
     * before.
     *
     * @param wanted what it is to hold
     * @param receiver is told on the trainer's thread
     */
    public void still(Viewing wanted, Consumer<Snapshot> receiver) {
        postThere(() -> receiver.accept(timeline.snapshot(wanted, new RowAxes(), timeline.twins().measure(), false, 0)));
    }

    /** Shows other things in the snapshots from now on. */
    public void look(Viewing wantedViewing) {
        Objects.requireNonNull(wantedViewing, "wantedViewing");
        post(() -> viewing = wantedViewing);
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
        return Optional.ofNullable(refused.getAndSet(null));
    }

    /** Stops the thread. What was being computed is given up; the last snapshot may still be taken. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** Has the thread do something between two steps. */
    void post(Runnable change) {
        wishes.add(change);
        LockSupport.unpark(thread);
    }

    /** The same, but not before it is where it was sent to, so that a change lands where whoever wants it expects it to. */
    private void postThere(Runnable change) {
        wishes.addThere(() -> {
            try {
                change.run();
            } catch (BadInputException e) {
                refused.set(e);
            }
        });
        LockSupport.unpark(thread);
    }

    private void setPlaying(long steps) {
        stepsToGo = timeline.divergence().isEmpty() ? steps : 0;
        pace.restart(System.nanoTime());
        speedometer.restart();
    }

    private boolean playing() {
        return stepsToGo > 0;
    }

    private void work() {
        try {
            while (!closed) {
                changed |= wishes.grant();
                long now = System.nanoTime();
                if (onTheWay()) {
                    travel(now);
                    continue;
                }
                boolean stepped = playing() && pace.isDue(now);
                if (stepped) {
                    step(now);
                }
                boolean idle = !playing() || pace.isSlow();
                if (changed && wanted && (idle || pace.untilDue(now) > 0 || budget.allows(now))) {
                    publish(idle);
                } else if (!stepped && wishes.isEmpty()) {
                    LockSupport.parkNanos(this, playing() ? pace.untilDue(now) : IDLE);
                }
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            timeline.close();
            timeline = null;
        }
    }

    private boolean onTheWay() {
        return timeline.target() >= 0;
    }

    private void travel(long begin) {
        while (timeline.approach() && System.nanoTime() - begin < AT_A_STRETCH) {
            // on and on
        }
        changed = true;
        arrive();
        if (onTheWay() && wanted && begin - shownOnTheWayAt >= BETWEEN_PICTURES_ON_THE_WAY) {
            shownOnTheWayAt = begin;
            publish(false);
        }
    }

    private void arrive() {
        if (!onTheWay()) {
            long now = System.nanoTime();
            pace.restart(now);
            speedometer.restart();
            budget.renew(now);
        }
    }

    private void step(long now) {
        pace.stepped(now);
        changed = true;
        if (!timeline.step()) {
            stepsToGo = 0;
        } else if (stepsToGo != ENDLESS) {
            stepsToGo--;
        }
        speedometer.read(System.nanoTime(), timeline.now());
    }

    private void publish(boolean idle) {
        long begin = System.nanoTime();
        changed = false;
        wanted = false;
        timeline.takeRefusal().ifPresent(refused::set);
        Metrics latest = idle ? timeline.twins().measure() : timeline.twins().latest();
        newest.set(timeline.snapshot(viewing, axes, latest, playing(), playing() ? speedometer.stepsPerSecond() : 0));
        budget.spent(begin, System.nanoTime());
    }
}
