package shiftscope.session;

import java.util.List;
import java.util.Optional;
import shiftscope.config.Experiment;

/**
 * What it takes to have a pair of runs again, bit by bit.
 *
 * @param start the experiment at step 0, before any command
 * @param commands what was changed since, oldest first; some may lie behind {@code step}
 * @param step the step to be at, updates made
 * @param state the state at a step not later than that, which spares the way to it; empty to make every step again
 */
public record Script(Experiment start, List<RecordedCommand> commands, long step, Optional<State> state) {
    public Script {
        commands = List.copyOf(commands);
    }

    /** An experiment at step 0. */
    public static Script of(Experiment experiment) {
        return new Script(experiment, List.of(), 0, Optional.empty());
    }

    /**
     * The experiment as it stands at the step, with the commands up to there in force.
     *
     * @throws shiftscope.config.BadInputException if a command does not fit the experiment
     */
    public Experiment experiment() {
        Standing standing = new Standing(start);
        for (RecordedCommand recorded : commands) {
            if (recorded.step() <= step) {
                standing.land(recorded);
            }
        }
        return standing.experiment();
    }
}
