package shiftscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Setting;
import shiftscope.export.Document;
import shiftscope.export.DocumentFile;

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
     * What the file holds, without its state, since every step is made again; with everything changed at step 0 that was asked for.
     *
     * @throws BadInputException if the file or a setting is refused
     */
    Document document() {
        Document document = file == null ? Document.of(Experiment.standard()) : DocumentFile.read(file).withoutState();
        return document.startingFrom(changed(document.script().start()));
    }

    /**
     * The experiment alone, for a command that makes no changes on the way.
     *
     * @throws BadInputException as {@link #document}, and if the file has such changes
     */
    Experiment experiment() {
        Document document = document();
        if (!document.script().commands().isEmpty()) {
            throw new BadInputException(file + ": \"commands\" has changes of single steps, which are not made here; accepted is an"
                    + " experiment file without them.");
        }
        return document.script().start();
    }

    private Experiment changed(Experiment start) {
        Experiment experiment = start;
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
