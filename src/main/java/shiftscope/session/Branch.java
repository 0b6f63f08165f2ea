package shiftscope.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;

/**
 * One way of a pair of twins, from step 0 to its head, with what was changed on it. The twins are at a step of it, now, and can be brought
 * to every other: to a keyframe before, and from there by making the steps again, with the commands that landed on the way.
 *
 * <p>A command of a step lands before the next step is made. Only at step 0 and at the head it has landed already.
 */
final class Branch {
    private final Twins twins;
    private final LongSupplier room;
    private final Keyframes keyframes = new Keyframes();
    private final Deque<RecordedCommand> ahead = new ArrayDeque<>();
    /** The newest step that was made; later ones are not recorded yet. */
    private long reached;
    /** A step that a script says there is, made or not. */
    private long told;
    private Optional<Divergence> end = Optional.empty();
    private Optional<BadInputException> refusal = Optional.empty();

    /**
     * @param twins at step 0, as they began
     * @param room bytes that keyframes may take; one is kept in any case
     */
    Branch(Twins twins, LongSupplier room) {
        if (twins.stepCount() != 0 || !twins.commands().isEmpty()) {
            throw new IllegalArgumentException("what twins did before cannot be gone back to");
        }
        this.twins = twins;
        this.room = room;
        keep();
    }

    /**
     * Takes a script's commands for its own, and its state for the place to be at.
     *
     * @throws BadInputException if a command does not fit the experiment, or the state does not
     */
    void follow(Script script) {
        long joined = script.state().map(State::step).orElse(0L);
        if (joined > script.step()) {
            throw new BadInputException("The state is of step " + joined + ", but the step to be at is " + script.step()
                    + "; accepted is a state of that step or an earlier one.");
        }
        Standing standing = new Standing(script.start());
        Experiment then = script.start();
        for (RecordedCommand recorded : script.commands()) {
            standing.land(recorded);
            if (recorded.step() == 0) {
                twins.apply(recorded.command());
            } else {
                ahead.addLast(recorded);
            }
            then = recorded.step() < joined ? standing.experiment() : then;
        }
        told = Math.max(script.step(), ahead.isEmpty() ? 0 : ahead.getLast().step());
        if (joined > 0) {
            join(script.state().orElseThrow(), then);
        }
        if (now() == head()) {
            land();
        }
    }

    private void join(State state, Experiment then) {
        List<RecordedCommand> commands = commands();
        twins.restore(state, then);
        split(commands);
        twins.recorder().join();
        reached = now();
        keyframes.keepAlways(reached);
        keep();
    }

    /**
     * Makes the step that comes next: again, with the commands that landed there, or for the first time.
     *
     * @return whether it was taken; if not, a run left the finite numbers, and this is the head
     */
    boolean step() {
        boolean taken = twins.divergence().isEmpty() && pass();
        if (taken && now() == head()) {
            land();
        }
        return taken;
    }

    private boolean pass() {
        land();
        boolean again = now() < reached;
        if (!(again ? twins.repeat() : twins.step())) {
            forgetFuture();
            end = twins.divergence();
            return false;
        }
        if (!again) {
            reached = now();
        }
        if (again ? keyframes.isFar(now()) : Keyframes.isDue(now())) {
            keep();
        } else if (!again && twins.recorder().isDue(now())) {
            keyframes.fit(room.getAsLong());
        }
        return true;
    }

    /** What was changed at this step lands. */
    void land() {
        while (!ahead.isEmpty() && ahead.getFirst().step() <= now()) {
            keep();
            try {
                twins.land(ahead.removeFirst().command());
            } catch (BadInputException e) {
                // Only a script that was not recorded here can ask for what the numbers do not allow.
                refusal = Optional.of(e);
            }
        }
    }

    /** Keeps the state of now, if nothing landed here that it does not know of. */
    void keep() {
        if (!landedHere()) {
            keyframes.add(twins, room.getAsLong());
        }
    }

    /** Whether a command landed at this step. */
    boolean landedHere() {
        List<RecordedCommand> landed = twins.commands();
        return !landed.isEmpty() && landed.get(landed.size() - 1).step() == now();
    }

    /** What lies ahead, or would. */
    Ghost future() {
        Recorder recorder = twins.recorder();
        return new Ghost(now(), recorder.future(), recorder.futureSlices(), List.copyOf(ahead), now() < head() ? end : Optional.empty());
    }

    /** What lies ahead will never be: this is the head. */
    void forgetFuture() {
        ahead.clear();
        end = Optional.empty();
        reached = now();
        told = now();
        twins.forgetFuture();
        keyframes.forgetAfter(now());
        keyframes.fit(room.getAsLong());
    }

    /** Takes back the newest of the commands that landed here, at the head. */
    void withdraw() {
        arriveAgain();
        ahead.removeLast();
        land();
        if (now() == 0) {
            twins.recordStart();
        }
        forgetFuture();
    }

    /** Brings the twins, which a run's leaving the finite numbers had stopped, to the head before that. */
    void revive() {
        arriveAgain();
        land();
    }

    /** Brings the twins to where they were on arrival at this step; what landed here lies ahead again. */
    private void arriveAgain() {
        long step = now();
        moveTo(keyframes.newest(step));
        while (now() < step) {
            pass();
        }
    }

    /** Sets out for a step: from here, or from the keyframe before it. */
    void setOutFor(long step) {
        // From one before, even if there is one of that very step: what the last update did is seen only if it is made.
        boolean nothingBefore = step == 0 || step == keyframes.base();
        Keyframes.Keyframe nearest = keyframes.newest(nothingBefore ? step : step - 1);
        if (step < now() || nearest.step() > now()) {
            moveTo(nearest);
        }
    }

    /** It was set out for this step: what is shown of it here has still to happen. */
    void arrive() {
        if (now() == 0 || now() == head()) {
            land();
        }
        if (now() == head() && end.isPresent()) {
            step();
        }
    }

    private void moveTo(Keyframes.Keyframe keyframe) {
        List<RecordedCommand> commands = commands();
        twins.read(keyframe.body(), keyframe.experiment());
        split(commands);
    }

    /** Those before now have landed, the others lie ahead. */
    private void split(List<RecordedCommand> commands) {
        int landed = (int) commands.stream().filter(recorded -> recorded.step() < now()).count();
        twins.adopt(commands.subList(0, landed));
        ahead.clear();
        ahead.addAll(commands.subList(landed, commands.size()));
    }

    /** The state on arrival at this step. */
    State save() {
        boolean ended = twins.divergence().isPresent();
        Keyframes.Keyframe here = keyframes.at(now());
        if (here != null) {
            return State.of(now(), State.shape(here.experiment(), twins.dataset()), here.body());
        }
        if (!ended && !landedHere()) {
            return twins.save();
        }
        arriveAgain();
        State state = twins.save();
        land();
        if (ended) {
            step();
        }
        return state;
    }

    /** Everything that was changed, also what lies ahead. */
    List<RecordedCommand> commands() {
        List<RecordedCommand> all = new ArrayList<>(twins.commands());
        all.addAll(ahead);
        return all;
    }

    /** Updates made by now. */
    long now() {
        return twins.stepCount();
    }

    /** The newest step that was made, or a later one that a script told of. */
    long head() {
        return Math.max(reached, told);
    }

    /** The newest step that was made. */
    long reached() {
        return reached;
    }

    /** How it ended by itself, if it did. */
    Optional<Divergence> end() {
        return end;
    }

    /** Why a command of a script did not land, told once. */
    Optional<BadInputException> takeRefusal() {
        Optional<BadInputException> taken = refusal;
        refusal = Optional.empty();
        return taken;
    }

    Keyframes keyframes() {
        return keyframes;
    }
}
