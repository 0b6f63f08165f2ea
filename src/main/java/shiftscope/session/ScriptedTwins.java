package shiftscope.session;

import java.util.List;
import shiftscope.config.BadInputException;
import shiftscope.data.Dataset;

/**
 * Twins that go along a script from step 0: each command lands on arrival at the step at which it did. A state in the script is not
 * needed for that, and not used.
 */
public final class ScriptedTwins implements AutoCloseable {
    private final Twins twins;
    private final List<RecordedCommand> commands;
    private int landed;

    /**
     * Twins at step 0, with the commands of step 0 in force.
     *
     * @param threads as for {@link Twins}
     * @throws BadInputException if the script does not fit the data
     */
    public ScriptedTwins(Script script, Dataset dataset, int threads) {
        twins = new Twins(script.start(), dataset, threads);
        commands = script.commands();
        land();
    }

    /**
     * Makes a step, and lets land what was changed after it.
     *
     * @return whether the step was taken; not if a run left the finite numbers
     * @throws BadInputException if a command cannot land on these numbers
     */
    public boolean step() {
        boolean taken = twins.step();
        if (taken) {
            land();
        }
        return taken;
    }

    private void land() {
        for (; landed < commands.size() && commands.get(landed).step() <= twins.stepCount(); landed++) {
            try {
                twins.apply(commands.get(landed).command());
            } catch (BadInputException e) {
                throw new BadInputException("commands[" + landed + "] cannot land at step " + twins.stepCount() + ": " + e.getMessage(), e);
            }
        }
    }

    /** The runs, to be looked at; whoever steps them leaves the script. */
    public Twins twins() {
        return twins;
    }

    @Override
    public void close() {
        twins.close();
    }
}
