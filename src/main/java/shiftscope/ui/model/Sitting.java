package shiftscope.ui.model;

import java.nio.file.Path;
import shiftscope.config.Experiment;

/**
 * What is on the bench.
 *
 * @param experiment the experiment
 * @param base the folder that its data file's path is relative to
 */
public record Sitting(Experiment experiment, Path base) {
    Sitting with(Experiment value) {
        return new Sitting(value, base);
    }
}
