package shiftscope.lesson;

import java.nio.file.Path;
import shiftscope.config.Experiment;
import shiftscope.config.JsonInput;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.data.Datasets;
import shiftscope.session.Twins;

/** Twins trained as far as a test needs, and numbers of the catalogue measured on them. */
final class MeasuredTwins {
    static final Path HERE = Path.of("").toAbsolutePath();

    private MeasuredTwins() {}

    /** A prepared experiment of a lesson of the program. */
    static Experiment prepared(int lesson, String experiment) {
        return Library.lesson(lesson).experiments().get(experiment).script().start();
    }

    static Twins of(Experiment experiment) {
        return new Twins(experiment, Datasets.load(experiment.data(), new Seed(experiment.seed()), HERE), 1);
    }

    static Twins after(Experiment experiment, int steps) {
        Twins twins = of(experiment);
        advance(twins, steps);
        return twins;
    }

    static void advance(Twins twins, int steps) {
        for (int i = 0; i < steps; i++) {
            if (!twins.step()) {
                throw new AssertionError("stopped: " + twins.divergence());
            }
        }
    }

    /** What a number takes if a file says nothing. */
    static Arguments usual(String number) {
        return Arguments.read(JsonInput.parse("{\"shiftscope\": 1}", "test"), Quantities.named(number).parameters());
    }

    /** @param given in the place of the usual arguments */
    static double number(String name, Twins twins, Side side, Arguments given) {
        Quantity.OfRun quantity = (Quantity.OfRun) Quantities.named(name);
        return quantity.measurement().of(twins, side, usual(name).overriddenBy(given));
    }
}
