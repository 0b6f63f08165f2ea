package shiftscope.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.config.Setting;
import shiftscope.config.Side;
import shiftscope.data.Datasets;
import shiftscope.session.Twins;

/** Twins of three hidden layers, small enough to train in a test: A plain, B normalized, as the default experiment has it. */
final class SmallTwins {
    private SmallTwins() {}

    static Experiment experiment(String... settings) {
        List<String> texts = new ArrayList<>(List.of("data.kind=moons", "data.examples=80", "network.hidden=[6,5,4]",
                "training.batchSize=10", "measure.probe=30", "measure.recordEvery=8", "measure.unit=2"));
        texts.addAll(List.of(settings));
        return Setting.apply(Experiment.standard(), texts.stream().map(text -> Setting.parse(text, "test")).toList(), "test");
    }

    /** Trained so many steps. */
    static Twins after(int steps, String... settings) {
        Experiment experiment = experiment(settings);
        Twins twins = new Twins(experiment, Datasets.load(experiment.data(), new Seed(experiment.seed()), Path.of("")), 1);
        for (int i = 0; i < steps; i++) {
            twins.step();
        }
        return twins;
    }

    /** A number of the catalogue with its usual arguments. */
    static Arguments usual(String number) {
        Arguments usual = Arguments.NONE;
        for (Parameter parameter : Quantities.named(number).parameters()) {
            if (parameter instanceof Parameter.OfNumber one) {
                usual = usual.with(one.name(), one.usual());
            } else if (parameter instanceof Parameter.OfWord word) {
                usual = usual.with(word.name(), word.words().get(0));
            } else if (parameter instanceof Parameter.OfNumbers list) {
                usual = usual.with(list.name(), list.usual());
            }
        }
        return usual;
    }

    /** Measures a number of a run. */
    static double number(String name, Twins twins, Side side, Arguments arguments) {
        return ((Quantity.OfRun) Quantities.named(name)).measurement().of(twins, side, arguments);
    }
}
