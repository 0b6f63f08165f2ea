package shiftscope.lesson;

import java.util.ArrayList;
import java.util.List;
import shiftscope.config.Experiment;
import shiftscope.config.Setting;
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
        return MeasuredTwins.after(experiment(settings), steps);
    }
}
