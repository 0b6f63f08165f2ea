package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.List;
import shiftscope.config.Experiment;
import shiftscope.session.Command;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Snapshot;

/**
 * What the runs on screen stand for. A command counts at once; from when it may have landed on, the snapshots say how the switches stand,
 * which are others in the past, and are known to the run alone where a proof had set them.
 */
final class Standing {
    /** Snapshots that may have been made before the trainer heard of what it was told last. */
    private static final int STALE = 3;

    private Sitting sitting;
    private int mayBeStale;
    private Command told;

    /** {@code null} before there were any runs. */
    Sitting sitting() {
        return sitting;
    }

    Experiment experiment() {
        return sitting.experiment();
    }

    /** Other runs are there. */
    void begin(Sitting other) {
        sitting = other;
        mayBeStale = STALE;
        told = null;
    }

    /** The runs were told of a command, which makes that of the experiment. */
    void sent(Command command, Experiment after) {
        begin(sitting.with(after));
        told = command;
    }

    /** The runs were told to take the newest commands back, which makes that of the experiment. */
    void withdrew(Experiment before) {
        begin(sitting.with(before));
    }

    /** The runs dropped what they were told last. */
    void refused() {
        mayBeStale = 0;
    }

    void savedAs(Path path) {
        sitting = sitting.savedAs(path);
    }

    /** Looks how the switches stand in what is seen. Returns whether that is otherwise than was known. */
    boolean follow(Snapshot now) {
        List<RecordedCommand> landed = now.commands();
        if (now.experiment().equals(experiment())) {
            mayBeStale = 0;
            return false;
        }
        if (mayBeStale > 0 && (landed.isEmpty() || !landed.get(landed.size() - 1).command().equals(told))) {
            mayBeStale--;
            return false;
        }
        mayBeStale = 0;
        sitting = sitting.with(now.experiment());
        return true;
    }
}
