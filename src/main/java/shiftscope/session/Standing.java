package shiftscope.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import shiftscope.config.Experiment;
import shiftscope.config.RunSettings;
import shiftscope.config.Side;
import shiftscope.config.Statistics;

/**
 * An experiment on which recorded commands land one after the other, as they did on {@link Twins} but without any network: what a proof
 * changed in the settings an {@link Command.UndoProof} takes back, which no command knows by itself.
 */
public final class Standing {
    private final Map<Side, Deque<RunSettings>> undoable = new EnumMap<>(Side.class);
    private Experiment experiment;
    private long step;

    /** The experiment at step 0. */
    public Standing(Experiment start) {
        experiment = start;
        for (Side side : Side.values()) {
            undoable.put(side, new ArrayDeque<>());
        }
    }

    /**
     * Lets the next command land.
     *
     * @throws shiftscope.config.BadInputException if it does not fit the experiment; nothing is changed then
     */
    public void land(RecordedCommand recorded) {
        Command command = recorded.command();
        Experiment changed = command.applyTo(experiment);
        if (recorded.step() != step) {
            undoable.values().forEach(Deque::clear);
            step = recorded.step();
        }
        if (command instanceof Command.Proof proof) {
            undoable.get(proof.side()).addLast(experiment.run(proof.side()));
        } else if (command instanceof Command.UndoProof undo) {
            changed = undone(undo);
        } else {
            for (Side side : Side.values()) {
                if (changesNetwork(side, experiment, changed)) {
                    undoable.get(side).clear();
                }
            }
        }
        experiment = changed;
    }

    private Experiment undone(Command.UndoProof undo) {
        RunSettings before = undoable.get(undo.side()).pollLast();
        if (before == null) {
            throw ProofChecks.nothingToUndo(undo);
        }
        return experiment.withRun(undo.side(), before.withStatistics(experiment.run(undo.side()).statistics()));
    }

    /** Whether one of two experiments has another network than the other in a run, so that what a proof wrote there cannot be taken back. */
    static boolean changesNetwork(Side side, Experiment before, Experiment after) {
        Statistics statistics = before.run(side).statistics();
        return !before.network().equals(after.network())
                || !before.run(side).equals(after.run(side).withStatistics(statistics));
    }

    /** The experiment with everything in force that has landed. */
    public Experiment experiment() {
        return experiment;
    }
}
