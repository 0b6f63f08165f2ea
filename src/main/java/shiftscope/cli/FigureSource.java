package shiftscope.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;

/** How the command is told which experiment it is to show. */
final class FigureSource {
    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT", description = "The experiment file; without one, the default experiment.")
    private Path file;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "Learn from this instead: a CSV file, or MNIST-style IDX files (the images, or their folder).")
    private Path data;

    /**
     * The experiment.
     *
     * @throws shiftscope.config.BadInputException if the file is refused
     */
    Experiment experiment() {
        Experiment experiment = file == null ? Experiment.standard() : ExperimentFile.read(file);
        if (data == null) {
            return experiment;
        }
        Path found = data.isAbsolute() ? data : base().relativize(data.toAbsolutePath());
        return experiment.withData(experiment.data().withFile(found.toString()));
    }

    /** What a relative path of the experiment's data starts from: the folder of the experiment file, else the current one. */
    Path base() {
        return (file == null ? Path.of("") : file.toAbsolutePath().getParent()).toAbsolutePath();
    }
}
