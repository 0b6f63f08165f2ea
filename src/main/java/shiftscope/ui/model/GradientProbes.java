package shiftscope.ui.model;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import shiftscope.config.Experiment;
import shiftscope.plot.Numbers;
import shiftscope.session.Command;
import shiftscope.session.Metrics;
import shiftscope.session.Snapshot;

/** The switch <b>Gradient probes</b>, and what they cost. It works while the runs play, and changes no bit of them. */
public final class GradientProbes {
    private static final Texts TEXTS = Texts.beside(GradientProbes.class, "sentences");

    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper(this, "cost", "");

    GradientProbes(Bench bench) {
        on.addListener((property, before, now) -> {
            Experiment standing = bench.experimentProperty().get();
            if (standing != null && standing.measure().gradientProbes() != now) {
                bench.send(new Command.SetGradientProbes(now));
            }
            cost.set("");
        });
        bench.experimentProperty().addListener((property, before, now) -> on.set(now.measure().gradientProbes()));
        bench.snapshotProperty().addListener((property, before, now) -> held(now));
    }

    public BooleanProperty onProperty() {
        return on;
    }

    /** Which share of the time they take, such as "costs 12% of the time"; empty before that is known. */
    public ReadOnlyStringProperty costProperty() {
        return cost.getReadOnlyProperty();
    }

    /**
     * Takes note of what a probe costs.
     *
     * @param newest says for how long both runs were held up by the newest one, how fast steps are made, and how many of them from
     *     one probe to the next
     */
    void held(Snapshot newest) {
        List<Metrics> history = newest.history();
        double seconds = newest.gradientProbeSeconds();
        if (on.get() && seconds > 0 && newest.stepsPerSecond() > 0 && history.size() > 1) {
            long between = history.get(history.size() - 1).step() - history.get(history.size() - 2).step();
            double share = seconds * newest.stepsPerSecond() / between;
            cost.set(TEXTS.get("probes.cost", Numbers.percent(Math.min(1, share))));
        }
    }
}
