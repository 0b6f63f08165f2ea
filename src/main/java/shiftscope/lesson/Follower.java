package shiftscope.lesson;

import java.nio.file.Path;
import shiftscope.config.Seed;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;
import shiftscope.session.Script;
import shiftscope.session.ScriptedTwins;
import shiftscope.session.Twins;

/**
 * A pair of runs beside those on screen that is brought to where they are, to be looked at in ways that those are not. It goes on from
 * where it stands if the script is the same as before, and else begins again. One thread at a time may use it.
 */
final class Follower {
    private Script script;
    private Path base;
    private Dataset dataset;
    private ScriptedTwins twins;

    /**
     * Takes the script of the runs to be followed.
     *
     * @param folder what relative paths of data start from
     * @return whether it has to begin again at step 0
     * @throws shiftscope.config.BadInputException if the script does not fit the data
     */
    boolean follow(Script wanted, Path folder) {
        boolean same = script != null
                && wanted.start().equals(script.start())
                && wanted.commands().equals(script.commands())
                && folder.equals(base)
                && twins.twins().stepCount() <= wanted.step();
        if (!same) {
            if (dataset == null || !wanted.start().data().equals(script.start().data()) || wanted.start().seed() != script.start().seed()
                    || !folder.equals(base)) {
                dataset = Datasets.load(wanted.start().data(), new Seed(wanted.start().seed()), folder);
            }
            twins = new ScriptedTwins(wanted, dataset, 1);
            base = folder;
        }
        script = wanted;
        return !same;
    }

    /**
     * Trains up to a step, or as far as both runs stay finite.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    Twins to(long step) {
        Trial.go(twins, step, made -> { });
        return twins.twins();
    }
}
