package shiftscope.export;

import java.nio.file.Path;
import java.util.Optional;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.session.Script;

/**
 * What an experiment file, or a line to share, holds.
 *
 * @param script the experiment, what was changed in it, the step to be at, and the state there if it was asked for
 * @param view how it is looked at
 */
public record Document(Script script, View view) {
    /** An experiment at step 0, as a new user sees it. */
    public static Document of(Experiment experiment) {
        return new Document(Script.of(experiment), View.STANDARD);
    }

    /** The same without the state: every step is made again. */
    public Document withoutState() {
        return new Document(new Script(script.start(), script.commands(), script.step(), Optional.empty()), view);
    }

    /** The same changes of another experiment. */
    public Document startingFrom(Experiment start) {
        return new Document(new Script(start, script.commands(), script.step(), script.state()), view);
    }

    /**
     * The same for a file in another folder: a relative path of its data leads from there to the same place.
     *
     * @param from the folder that the path is relative to
     * @param to the folder that it is to be relative to
     */
    public Document moved(Path from, Path to) {
        return startingFrom(ExperimentFile.moved(script.start(), from, to));
    }
}
