package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.Optional;
import shiftscope.config.Experiment;
import shiftscope.session.Script;

/**
 * What is on the bench.
 *
 * @param script the experiment, what was changed in it, and the step to be at
 * @param base the folder that its data file's path is relative to
 * @param file the experiment file that it came from or was saved as
 */
public record Sitting(Script script, Path base, Optional<Path> file) {
    /** What came from no file. */
    public Sitting(Script script, Path base) {
        this(script, base, Optional.empty());
    }

    /** An experiment at step 0. */
    public Sitting(Experiment experiment, Path base) {
        this(Script.of(experiment), base);
    }

    /** The experiment as it stands at the step to be at. */
    public Experiment experiment() {
        return script.experiment();
    }

    /** Whether it is an experiment at step 0 to which nothing has been done yet. */
    boolean begins() {
        return script.step() == 0 && script.commands().isEmpty() && script.state().isEmpty();
    }

    /** Another experiment at step 0, with its data in the same folder. */
    Sitting with(Experiment value) {
        return new Sitting(Script.of(value), base, file);
    }

    /** The same, saved as another file. */
    Sitting savedAs(Path path) {
        return new Sitting(script, base, Optional.of(path));
    }
}
