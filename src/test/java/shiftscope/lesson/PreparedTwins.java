package shiftscope.lesson;

import java.nio.file.Path;
import shiftscope.config.Experiment;
import shiftscope.config.JsonInput;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.data.Datasets;
import shiftscope.session.Twins;

/** Runs of the prepared experiments of lessons, and numbers of them. */
final class PreparedTwins {
    static final Path HERE = Path.of("").toAbsolutePath();

    private PreparedTwins() {}

    static Experiment prepared(int lesson, String experiment) {
        return Library.lesson(lesson).experiments().get(experiment).script().start();
    }

    static Twins after(Experiment experiment, int steps) {
        Twins twins = new Twins(experiment, Datasets.load(experiment.data(), new Seed(experiment.seed()), HERE), 1);
        for (int i = 0; i < steps; i++) {
            twins.step();
        }
        return twins;
    }

    /** @param given in the place of the usual arguments */
    static double number(String name, Twins twins, Side side, Arguments given) {
        Quantity.OfRun quantity = (Quantity.OfRun) Quantities.named(name);
        Arguments usual = Arguments.read(JsonInput.parse("{\"shiftscope\": 1}", "test"), quantity.parameters());
        return quantity.measurement().of(twins, side, usual.overriddenBy(given));
    }
}
