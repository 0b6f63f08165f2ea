package shiftscope.session;

import java.util.List;
import java.util.Optional;
import shiftscope.config.BadInputException;
import shiftscope.data.Dataset;

/**
 * A pair of twins that can be brought to every step that they made, and go another way from there. In the past they are as they were on
 * arrival: what was changed at a step lands before the next one is made. At step 0 and at the head, the newest step, it has landed.
 *
 * <p>What keyframes, recorded points, slices and ghosts take of memory is bounded, however long the run is. One thread at a time may use
 * it.
 */
public final class Timeline implements AutoCloseable {
    /** What all may take where the machine has plenty. */
    private static final long USUAL_BYTES = 256L << 20;

    /** The share of the memory of the program that all may take at most. */
    private static final int SHARE_OF_MEMORY = 4;

    /** The share of it that ghosts may take. */
    private static final int SHARE_OF_GHOSTS = 4;

    /** So many steps before the place to be at a state is kept: who went there often wants to go on, a step back. */
    private static final int NEAR = 40;

    private static final long NOWHERE = -1;

    private final Twins twins;
    private final long mostBytes;
    private final Ghosts ghosts;
    private final Branch branch;
    private long target = NOWHERE;

    /**
     * Takes over twins.
     *
     * @param twins at step 0, as they began
     */
    Timeline(Twins twins) {
        this(twins, mostBytesHere());
    }

    /** @param mostBytes what all may take of memory; one keyframe, and what was recorded, is kept in any case */
    Timeline(Twins twins, long mostBytes) {
        this.twins = twins;
        this.mostBytes = mostBytes;
        ghosts = new Ghosts(mostBytes / SHARE_OF_GHOSTS);
        branch = new Branch(twins, () -> mostBytes - twins.recorder().bytes() - ghosts.bytes());
    }

    /**
     * Twins of a script: at step 0 or, if it brings a state, at the step of that. From there {@link #approach} goes to the script's step.
     *
     * @param threads as for {@link Twins}
     * @throws BadInputException if the script does not fit the data, or its state does not fit the experiment
     */
    public static Timeline open(Script script, Dataset dataset, int threads) {
        return open(script, dataset, threads, mostBytesHere());
    }

    static Timeline open(Script script, Dataset dataset, int threads, long mostBytes) {
        Twins twins = new Twins(script.start(), dataset, threads);
        try {
            Timeline timeline = new Timeline(twins, mostBytes);
            timeline.branch.follow(script);
            timeline.aim(script.step());
            return timeline;
        } catch (BadInputException e) {
            twins.close();
            throw e;
        }
    }

    private static long mostBytesHere() {
        return Math.min(USUAL_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    /**
     * Makes the step that comes next: again, with the commands that landed there, or for the first time.
     *
     * @return whether it was taken; if not, a run left the finite numbers, and this is the head
     */
    public boolean step() {
        return branch.step();
    }

    /**
     * Changes something now. In the past, what lies ahead is left behind as with {@link #fork}. Where a run had left the finite numbers,
     * the twins may go on from there.
     *
     * @throws BadInputException as {@link Twins#apply}; nothing is changed then
     */
    public void apply(Command command) {
        finish();
        Ghost future = branch.future();
        boolean ended = divergence().isPresent();
        if (ended) {
            branch.revive();
        }
        branch.keep();
        int landed = twins.commands().size();
        try {
            twins.apply(command);
        } finally {
            if (twins.commands().size() != landed) {
                leave(future);
            } else if (ended) {
                branch.step();
            }
        }
    }

    /** Takes another way from here: what lies ahead, if anything does, becomes a {@link Ghost}. */
    public void fork() {
        finish();
        if (now() < head()) {
            leave(branch.future());
        }
    }

    private void leave(Ghost future) {
        ghosts.add(future);
        branch.forgetFuture();
    }

    /**
     * Takes the newest command back as if it had never been.
     *
     * @throws BadInputException if it did not land at this step, or this is not the head
     */
    public void withdraw() {
        finish();
        if (now() < head() || !branch.landedHere()) {
            throw new BadInputException("Nothing was changed at step " + now()
                    + " that could be taken back; accepted is the newest change, until the next step is made.");
        }
        branch.withdraw();
    }

    /** Sets out for another step of this branch, or the nearest to it that there is: {@link #approach} goes there. */
    public void aim(long step) {
        long wanted = Math.max(0, Math.min(step, head()));
        target = NOWHERE;
        if (wanted != now()) {
            target = wanted;
            branch.setOutFor(wanted);
            arrive();
        }
    }

    /**
     * Makes one step on the way to where {@link #aim} wanted to be.
     *
     * @return whether there are more to make
     */
    public boolean approach() {
        if (target == NOWHERE) {
            return false;
        }
        boolean taken = branch.step();
        if (taken && target - now() == NEAR && now() < branch.reached()) {
            branch.keep();
        }
        if (!taken) {
            target = NOWHERE;
        }
        arrive();
        return target != NOWHERE;
    }

    private void arrive() {
        if (now() == target) {
            branch.arrive();
            target = NOWHERE;
        }
    }

    private void finish() {
        boolean more = target != NOWHERE;
        while (more) {
            more = approach();
        }
    }

    /** Goes to another step of this branch at once, or to the nearest to it that there is. */
    public void goTo(long step) {
        aim(step);
        finish();
    }

    /** Goes no further to where {@link #aim} wanted to be. */
    public void stay() {
        target = NOWHERE;
    }

    /** The step that it is on its way to; -1 if to none. */
    public long target() {
        return target;
    }

    /** Whether it is on its way to a step that was never made. */
    public boolean leadsAhead() {
        return target > branch.reached();
    }

    /**
     * What it takes to have both runs again as they are now; what lies ahead is left out.
     *
     * @param withState whether the state on arrival at this step goes with it
     */
    public Script script(boolean withState) {
        finish();
        return new Script(twins.start(), twins.commands(), now(), withState ? Optional.of(save()) : Optional.empty());
    }

    /** The state on arrival at this step. */
    State save() {
        return branch.save();
    }

    /**
     * As {@link Twins#snapshot}, with what is known of other times.
     *
     * @param latest the newest measurement
     */
    public Snapshot snapshot(Viewing viewing, RowAxes axes, Metrics latest, boolean playing, double stepsPerSecond) {
        TimeView time = new TimeView(
                head(),
                branch.commands(),
                twins.recorder().future(),
                ghosts.all(),
                branch.end(),
                target,
                bytes(),
                mostBytes,
                branch.keyframes().size());
        return twins.snapshot(viewing, axes, latest, playing, stepsPerSecond, time);
    }

    /** What keyframes, points, slices and ghosts take of memory. */
    long bytes() {
        return branch.keyframes().bytes() + twins.recorder().bytes() + ghosts.bytes();
    }

    /** Updates made by now. */
    public long now() {
        return branch.now();
    }

    /** The newest step of this branch, or a later one that its script told of. */
    public long head() {
        return branch.head();
    }

    /** Why the twins stopped by themselves, if they did. */
    public Optional<Divergence> divergence() {
        return twins.divergence();
    }

    /** The twins as they are now, to be looked at and measured, not to be changed. */
    public Twins twins() {
        return twins;
    }

    /** Futures that were left behind, the newest last. */
    public List<Ghost> ghosts() {
        return ghosts.all();
    }

    /** Why a command of a script did not land, told once. */
    public Optional<BadInputException> takeRefusal() {
        return branch.takeRefusal();
    }

    @Override
    public void close() {
        twins.close();
    }
}
