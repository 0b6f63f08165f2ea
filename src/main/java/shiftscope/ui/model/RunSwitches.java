package shiftscope.ui.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.RunSettings;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.session.Command;

/** The three switches of one run. They work while it plays. */
public final class RunSwitches {
    private static final Texts TEXTS = Texts.beside(RunSwitches.class, "sentences");

    private final Bench bench;
    private final Notices notices;
    private final Side side;
    private final BooleanProperty normalize = new SimpleBooleanProperty(this, "normalize");
    private final BooleanProperty scaleShift = new SimpleBooleanProperty(this, "scaleShift", true);
    private final ObjectProperty<Statistics> statistics = new SimpleObjectProperty<>(this, "statistics", Statistics.RUNNING);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private boolean showing;

    public RunSwitches(Bench bench, Notices notices, Side side) {
        this.bench = bench;
        this.notices = notices;
        this.side = side;
        normalize.addListener((property, before, now) -> send(
                new Command.SetNormalization(side, now ? Normalization.BATCH : Normalization.NONE)));
        scaleShift.addListener((property, before, now) -> send(new Command.SetScaleShift(side, now)));
        statistics.addListener((property, before, now) -> send(new Command.SetStatistics(side, now)));
        bench.experimentProperty().addListener((property, before, now) -> show(now));
        retitle();
    }

    public Side side() {
        return side;
    }

    public BooleanProperty normalizeProperty() {
        return normalize;
    }

    public BooleanProperty scaleShiftProperty() {
        return scaleShift;
    }

    public ObjectProperty<Statistics> statisticsProperty() {
        return statistics;
    }

    /** What the run is called as its switches stand: {@code A · Plain network}. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    private void show(Experiment experiment) {
        RunSettings run = experiment.run(side);
        showing = true;
        normalize.set(run.normalizes());
        scaleShift.set(run.scaleShift());
        statistics.set(run.statistics());
        showing = false;
        retitle();
    }

    private void send(Command command) {
        if (!showing) {
            try {
                bench.send(command);
            } catch (BadInputException e) {
                notices.tell(e.getMessage());
                show(bench.experimentProperty().get());
            }
        }
    }

    private void retitle() {
        String kind = !normalize.get() ? "title.plain" : scaleShift.get() ? "title.batch" : "title.batchOnly";
        title.set(TEXTS.get(kind, side.name()));
    }
}
