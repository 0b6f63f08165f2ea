package shiftscope.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;

/** Data sets that several runs learn from: loaded once, and let go when the last of them is done. */
final class SharedData {
    private final Path base;
    private final Map<Source, Integer> uses = new HashMap<>();
    private final Map<Source, Dataset> loaded = new HashMap<>();

    /** What decides the bits of a data set. */
    record Source(DataSettings settings, long seed) {
        static Source of(Experiment experiment) {
            return new Source(experiment.data(), experiment.seed());
        }
    }

    /**
     * @param base what relative paths start from
     * @param experiments all that will take a data set, each once
     */
    SharedData(Path base, List<Experiment> experiments) {
        this.base = base;
        experiments.forEach(experiment -> uses.merge(Source.of(experiment), 1, Integer::sum));
    }

    /**
     * The data of an experiment; another thread that wants any waits.
     *
     * @throws shiftscope.config.BadInputException if it cannot be loaded
     */
    synchronized Dataset take(Experiment experiment) {
        return loaded.computeIfAbsent(
                Source.of(experiment), source -> Datasets.load(source.settings(), new Seed(source.seed()), base));
    }

    /** Says that an experiment needs it no more. */
    synchronized void giveBack(Experiment experiment) {
        Source source = Source.of(experiment);
        if (uses.merge(source, -1, Integer::sum) == 0) {
            loaded.remove(source);
        }
    }

    /** How many data sets are held now. */
    synchronized int held() {
        return loaded.size();
    }
}
