package shiftscope.lesson;

import java.nio.file.Path;
import java.util.function.Function;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;

/**
 * The data of experiments. The set that was asked for last is kept, since the experiments of a lesson mostly learn from the same; not more
 * than one, since a teacher's may be large. One thread at a time may use it.
 */
final class OneDataset implements Function<Experiment, Dataset> {
    private final Path base;
    private DataSettings settings;
    private long seed;
    private Dataset dataset;

    /** @param base what relative paths of data start from */
    OneDataset(Path base) {
        this.base = base;
    }

    /** @throws shiftscope.config.BadInputException if it cannot be loaded */
    @Override
    public Dataset apply(Experiment experiment) {
        if (dataset == null || !experiment.data().equals(settings) || experiment.seed() != seed) {
            settings = experiment.data();
            seed = experiment.seed();
            dataset = Datasets.load(settings, new Seed(seed), base);
        }
        return dataset;
    }
}
