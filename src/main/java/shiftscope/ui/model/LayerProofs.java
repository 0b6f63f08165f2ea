package shiftscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.session.Command;
import shiftscope.session.ProofReport;
import shiftscope.session.Snapshot;

/** Changes of one run, in the layer shown large, that should not matter where a normalizer stands: which are possible, and what they did. */
public final class LayerProofs {
    private static final Texts TEXTS = Texts.beside(LayerProofs.class, "sentences");

    private final Look look;
    private final Bench bench;
    private final Notices notices;
    private final Side side;
    private final StringProperty shift = new SimpleStringProperty(this, "shift", "5");
    private final StringProperty factor = new SimpleStringProperty(this, "factor", "10");
    private final ReadOnlyBooleanWrapper canInsert = new ReadOnlyBooleanWrapper(this, "canInsert");
    private final ReadOnlyBooleanWrapper canFoldAway = new ReadOnlyBooleanWrapper(this, "canFoldAway");
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");

    LayerProofs(Look look, Bench bench, Notices notices, Side side) {
        this.look = look;
        this.bench = bench;
        this.notices = notices;
        this.side = side;
        bench.experimentProperty().addListener((property, before, now) -> show());
        look.layerProperty().addListener((property, before, now) -> show());
        bench.snapshotProperty().addListener((property, before, now) -> canUndo.set(newest(now).filter(ProofReport::canBeUndone).isPresent()));
    }

    private void show() {
        Experiment experiment = bench.experimentProperty().get();
        int layer = look.chosenLayer();
        boolean hidden = experiment != null && layer >= 1 && layer <= experiment.network().hidden().size();
        Normalization here = hidden ? experiment.run(side).normalization(layer) : Normalization.NONE;
        canInsert.set(hidden && here == Normalization.NONE);
        canFoldAway.set(here == Normalization.BATCH || here == Normalization.CONSTANT_BATCH);
    }

    public Side side() {
        return side;
    }

    /** What is added to every bias, as typed. */
    public StringProperty shiftProperty() {
        return shift;
    }

    /** What W is multiplied by, as typed. */
    public StringProperty factorProperty() {
        return factor;
    }

    /** Whether the layer is hidden and plain. */
    public ReadOnlyBooleanProperty canInsertProperty() {
        return canInsert.getReadOnlyProperty();
    }

    /** Whether the layer is normalized over the batch, without noise. */
    public ReadOnlyBooleanProperty canFoldAwayProperty() {
        return canFoldAway.getReadOnlyProperty();
    }

    /** Whether the run's newest such change can be taken back to the same bits. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public void shiftBiases() {
        send(layer -> new Command.ShiftBiases(side, layer, number("proof.shift", shift.get())));
    }

    public void scaleWeights() {
        send(layer -> new Command.ScaleWeights(side, layer, number("proof.factor", factor.get())));
    }

    public void insert() {
        send(layer -> new Command.InsertKeeping(side, layer));
    }

    public void foldAway() {
        send(layer -> new Command.FoldAway(side, layer));
    }

    public void undo() {
        send(layer -> new Command.UndoProof(side));
    }

    private static double number(String key, String text) {
        double value = Numbers.decimal(TEXTS.get(key), text);
        if (!Double.isFinite(value)) {
            throw new BadInputException(TEXTS.get("number.decimal", TEXTS.get(key), text.strip()));
        }
        return value;
    }

    private void send(IntFunction<Command> wish) {
        try {
            bench.send(wish.apply(look.chosenLayer()));
        } catch (BadInputException e) {
            notices.tell(e.getMessage());
        }
    }

    /** What the newest change of this run in the layer shown did. */
    public Optional<ProofReport> report(Snapshot snapshot) {
        int layer = look.chosenLayer();
        return last(snapshot.proofs().stream()
                .filter(report -> isOfThisRun(report) && report.command().layer() == layer)
                .toList());
    }

    private Optional<ProofReport> newest(Snapshot snapshot) {
        return last(snapshot.proofs().stream().filter(this::isOfThisRun).toList());
    }

    private static Optional<ProofReport> last(List<ProofReport> reports) {
        return reports.isEmpty() ? Optional.empty() : Optional.of(reports.get(reports.size() - 1));
    }

    private boolean isOfThisRun(ProofReport report) {
        return report.command().side() == side;
    }
}
