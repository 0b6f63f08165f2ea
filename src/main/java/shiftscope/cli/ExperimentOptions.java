package shiftscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.config.Setting;

/** How a command is told which experiment it is to work on: a file, other data, single settings. */
final class ExperimentOptions {
    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT", description = "The experiment file; without one, the default experiment.")
    private Path file;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "Learn from this instead: a CSV file, or MNIST-style IDX files (the images, or their folder).")
    private Path data;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change a setting, named as in the experiment file: training.learningRate=0.5, b.normalization=none,"
                    + " network.hidden=[100,50]. May be given several times.")
    private List<String> changes = new ArrayList<>();

    /**
     * The experiment, with everything changed that was asked for.
     *
     * @throws shiftscope.config.BadInputException if the file or a setting is refused
     */
    Experiment experiment() {
        Experiment experiment = file == null ? Experiment.standard() : ExperimentFile.read(file);
        if (data != null) {
            Path found = data.isAbsolute() ? data : base().relativize(data.toAbsolutePath());
            experiment = experiment.withData(experiment.data().withFile(found.toString()));
        }
        return Setting.apply(experiment, changes.stream().map(text -> Setting.parse(text, "--set")).toList(), "--set");
    }

    /** What a relative path of the experiment's data starts from: the folder of the experiment file, else the current one. */
    Path base() {
        return (file == null ? Path.of("") : file.toAbsolutePath().getParent()).toAbsolutePath();
    }
}
