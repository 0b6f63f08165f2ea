package shiftscope.export;

import java.nio.file.Path;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.config.Seed;
import shiftscope.data.Datasets;
import shiftscope.session.RowAxes;
import shiftscope.session.Snapshot;
import shiftscope.session.Twins;

/** Small twins that really train, and snapshots of them as figures want them. */
final class RealTwins implements AutoCloseable {
    static final String TEXT = """
            {"shiftscope": 1, "name": "Moons ẑ & <others>", "seed": 7, "data": {"kind": "moons", "examples": 200},
             "network": {"hidden": [8, 6]}, "training": {"batchSize": 20},
             "measure": {"probe": 100, "recordEvery": 10, "gradientProbes": true}}
            """;

    private final Twins twins;

    RealTwins() {
        this(TEXT);
    }

    RealTwins(String text) {
        Experiment experiment = ExperimentFile.parse(text, "test");
        twins = new Twins(experiment, Datasets.load(experiment.data(), new Seed(experiment.seed()), Path.of("")), 1);
    }

    RealTwins train(int steps) {
        for (int i = 0; i < steps; i++) {
            twins.step();
        }
        return this;
    }

    Twins twins() {
        return twins;
    }

    /** What a figure shows now. */
    Snapshot snapshot(Figure figure) {
        return twins.snapshot(figure.viewing(twins.experiment()), new RowAxes(), twins.measure(), false, 0);
    }

    Picture picture(Figure figure) {
        return figure.picture(snapshot(figure));
    }

    @Override
    public void close() {
        twins.close();
    }
}
