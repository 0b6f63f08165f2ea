package shiftscope.ui.model;

import java.util.function.Consumer;
import shiftscope.config.Experiment;

/** One wish to open something. */
final class Opening {
    private final Sitting sitting;
    private final Consumer<String> refused;
    private Consumer<Parked> left;
    private boolean handsOn;
    private Experiment wanted;
    private Runnable then = () -> {};
    private boolean playsOn;
    private long lastStep = Long.MAX_VALUE;

    /**
     * @param refused is given the sentence if it cannot be opened
     * @param left is given the runs that gave way
     */
    Opening(Sitting sitting, Consumer<String> refused, Consumer<Parked> left) {
        this.sitting = sitting;
        this.refused = refused;
        this.left = left;
        wanted = sitting.experiment();
    }

    /** The same, playing on if the runs that give way play. */
    Opening playingOn() {
        playsOn = true;
        return this;
    }

    /** The same; something happens when it is there. */
    Opening then(Runnable action) {
        then = action;
        return this;
    }

    /** The same, going to a step once it has arrived at its script's. */
    Opening thenTo(long step) {
        lastStep = step;
        return this;
    }

    /** The same; if it is built otherwise before it is there, what gives way and what happens then stay as this wish has them. */
    Opening handingOn() {
        handsOn = true;
        return this;
    }

    /** This wish, in the place of one that is not there yet. */
    Opening insteadOf(Opening other) {
        if (other.handsOn) {
            left = other.left;
            then = other.then;
            handsOn = true;
        }
        return this;
    }

    /** Something was changed while it is being opened. */
    void want(Experiment changed) {
        wanted = changed;
    }

    /** What to open: what was changed before the background began is built in, but a script is not touched. */
    Sitting asked() {
        return sitting.begins() ? sitting.with(wanted) : sitting;
    }

    Sitting sitting() {
        return sitting;
    }

    Experiment wanted() {
        return wanted;
    }

    boolean handsOn() {
        return handsOn;
    }

    boolean playsOn() {
        return playsOn;
    }

    long lastStep() {
        return lastStep;
    }

    Runnable then() {
        return then;
    }

    Consumer<String> refused() {
        return refused;
    }

    Consumer<Parked> left() {
        return left;
    }
}
