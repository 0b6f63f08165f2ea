package shiftscope.ui.model;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.LayerSwitch;
import shiftscope.config.Normalization;
import shiftscope.config.RunSettings;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.session.Command;

/** The three switches of one run, and which kind of normalizer the first one inserts. They work while the run plays. */
public final class RunSwitches {
    private static final Texts TEXTS = Texts.beside(RunSwitches.class, "sentences");

    private final Bench bench;
    private final Notices notices;
    private final Side side;
    private final BooleanProperty normalize = new SimpleBooleanProperty(this, "normalize");
    private final ObjectProperty<Normalization> normalization =
            new SimpleObjectProperty<>(this, "normalization", Normalization.NONE);
    private final BooleanProperty scaleShift = new SimpleBooleanProperty(this, "scaleShift", true);
    private final ObjectProperty<Statistics> statistics = new SimpleObjectProperty<>(this, "statistics", Statistics.RUNNING);
    private final ReadOnlyBooleanWrapper normalized = new ReadOnlyBooleanWrapper(this, "normalized");
    private final ReadOnlyBooleanWrapper overBatch = new ReadOnlyBooleanWrapper(this, "overBatch");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyStringWrapper apart = new ReadOnlyStringWrapper(this, "apart", "");
    private final ReadOnlyObjectWrapper<Normalization> kind = new ReadOnlyObjectWrapper<>(this, "kind", Normalization.BATCH);
    private boolean showing;

    public RunSwitches(Bench bench, Notices notices, Side side) {
        this.bench = bench;
        this.notices = notices;
        this.side = side;
        normalize.addListener((property, before, now) -> send(
                new Command.SetNormalization(side, now ? kind.get() : Normalization.NONE)));
        normalization.addListener((property, before, now) -> send(new Command.SetNormalization(side, now)));
        scaleShift.addListener((property, before, now) -> send(new Command.SetScaleShift(side, now)));
        statistics.addListener((property, before, now) -> send(new Command.SetStatistics(side, now)));
        bench.experimentProperty().addListener((property, before, now) -> show(now));
        bench.whenReplaced(() -> kind.set(normalize.get() ? normalization.get() : Normalization.BATCH));
        title.set(TEXTS.get("title", side.name(), TEXTS.get("title.NONE")));
    }

    public Side side() {
        return side;
    }

    /** Whether the run is normalized; moved to on, by the {@linkplain #kindProperty kind} that it was normalized by last. */
    public BooleanProperty normalizeProperty() {
        return normalize;
    }

    /** What normalizes the run's layers, but for those that have something of their own. */
    public ObjectProperty<Normalization> normalizationProperty() {
        return normalization;
    }

    /** What the switch <b>Normalize</b> has inserted, or would. */
    public ReadOnlyObjectProperty<Normalization> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    public BooleanProperty scaleShiftProperty() {
        return scaleShift;
    }

    public ObjectProperty<Statistics> statisticsProperty() {
        return statistics;
    }

    /** Whether any layer is normalized, so that there are γ and β. */
    public ReadOnlyBooleanProperty normalizedProperty() {
        return normalized.getReadOnlyProperty();
    }

    /** Whether any layer is normalized over the batch, so that it matters where its statistics come from. */
    public ReadOnlyBooleanProperty overBatchProperty() {
        return overBatch.getReadOnlyProperty();
    }

    /** What the run is called as its switches stand: {@code A · Plain network}. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Which layers are normalized otherwise than the run, in words; empty if none. */
    public ReadOnlyStringProperty apartProperty() {
        return apart.getReadOnlyProperty();
    }

    private void show(Experiment experiment) {
        RunSettings run = experiment.run(side);
        if (run.normalizes()) {
            kind.set(run.normalization());
        }
        showing = true;
        normalize.set(run.normalizes());
        normalization.set(run.normalization());
        scaleShift.set(run.scaleShift());
        statistics.set(run.statistics());
        showing = false;
        int depth = experiment.network().hidden().size();
        normalized.set(IntStream.rangeClosed(1, depth).anyMatch(layer -> run.normalization(layer) != Normalization.NONE));
        overBatch.set(IntStream.rangeClosed(1, depth).anyMatch(layer -> run.normalization(layer).overBatch()));
        apart.set(run.layers().stream()
                .filter(own -> own.normalization() != run.normalization())
                .map(RunSwitches::words)
                .collect(Collectors.joining("; ")));
        title.set(TEXTS.get("title", side.name(), name(run)));
    }

    private String name(RunSettings run) {
        Normalization chosen = run.normalization();
        if (!apart.get().isEmpty()) {
            return TEXTS.get("title.mixed", TEXTS.get("title.short." + chosen));
        }
        return run.normalizes() && !run.scaleShift()
                ? TEXTS.get("title.only", TEXTS.get("title.short." + chosen))
                : TEXTS.get("title." + chosen);
    }

    private static String words(LayerSwitch own) {
        return TEXTS.get("title.layer", own.layer(), TEXTS.get("title.short." + own.normalization()));
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
}
