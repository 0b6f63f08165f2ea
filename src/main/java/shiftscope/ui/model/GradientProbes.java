package shiftscope.ui.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import shiftscope.config.Experiment;
import shiftscope.session.Command;

/** The switch <b>Gradient probes</b>. It works while the runs play, and touches neither. */
public final class GradientProbes {
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");

    GradientProbes(Bench bench) {
        on.addListener((property, before, now) -> {
            Experiment standing = bench.experimentProperty().get();
            if (standing != null && standing.measure().gradientProbes() != now) {
                bench.send(new Command.SetGradientProbes(now));
            }
        });
        bench.experimentProperty().addListener((property, before, now) -> on.set(now.measure().gradientProbes()));
    }

    public BooleanProperty onProperty() {
        return on;
    }
}
