package shiftscope.ui.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import shiftscope.config.Experiment;
import shiftscope.config.Side;
import shiftscope.session.LayerDetail;
import shiftscope.session.LayerView;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;
import shiftscope.session.Viewing;

/** The layer that is shown large: which unit of it is looked at, in which order its units stand, which examples are pointed out. */
public final class LayerLook {
    private static final Texts TEXTS = Texts.beside(LayerLook.class, "sentences");

    private final Look look;
    private final ObjectProperty<UnitOrder> order = new SimpleObjectProperty<>(this, "order", UnitOrder.INDEX);

    LayerLook(Look look, Bench bench) {
        this.look = look;
        look.layerProperty().addListener((property, before, now) -> look.unitProperty().set(null));
        bench.experimentProperty().addListener((property, before, now) -> keepWhatThereStillIs(before, now));
    }

    /** What was pointed out in another network, or among other examples, means nothing in this one. */
    private void keepWhatThereStillIs(Experiment before, Experiment now) {
        if (before != null && (!now.data().equals(before.data()) || now.seed() != before.seed())) {
            look.brushProperty().set(null);
        }
        Integer unit = look.unitProperty().get();
        int layer = look.chosenLayer();
        if (unit != null && layer >= 1 && layer <= now.network().hidden().size() && unit >= now.network().hidden().get(layer - 1)) {
            look.unitProperty().set(null);
        }
        Viewing.Brush brush = look.brushProperty().get();
        if (brush != null && before != null && !outlives(brush, before.network().hidden(), now.network().hidden())) {
            look.brushProperty().set(null);
        }
    }

    /** A number that stands for a hidden layer in one network and for the output in the other is not the same layer. */
    private static boolean outlives(Viewing.Brush brush, List<Integer> before, List<Integer> now) {
        if (brush.layer() > before.size()) {
            // How many units the output has, the data decide; they have not changed.
            return before.size() == now.size();
        }
        return brush.layer() <= now.size() && brush.unit() < now.get(brush.layer() - 1);
    }

    /** The order of the units in the strip; each run's own numbers decide. */
    public ObjectProperty<UnitOrder> orderProperty() {
        return order;
    }

    public void backToWall() {
        look.layerShownProperty().set(false);
    }

    /** Whether there is a layer so many further on, towards the output. */
    public boolean hasNeighbour(int further) {
        int layer = look.chosenLayer() + further;
        return layer >= 1 && layer <= look.layersProperty().get() + 1;
    }

    /** Shows the layer so many further on, if there is one. */
    public void showNeighbour(int further) {
        if (hasNeighbour(further)) {
            look.layerProperty().set(look.chosenLayer() + further);
        }
    }

    /** Which layer is shown, 1 … L + 1; 0 for the moment in which none is. */
    public int number() {
        return look.chosenLayer();
    }

    /** Whether the layer shown is the output, which has neither φ nor a normalizer. */
    public boolean isOutput() {
        return look.chosenLayer() > look.layersProperty().get();
    }

    /** The layer shown as the snapshot measured it; empty until there is one in which it is. */
    public Optional<LayerDetail> detail(Snapshot snapshot) {
        return snapshot.closer().layer().filter(detail -> detail.layer() == look.chosenLayer());
    }

    /** The row of the wall of the layer shown. */
    public Optional<Row> row(Snapshot snapshot) {
        int layer = look.chosenLayer();
        return layer >= 1 && layer < snapshot.rows().size() ? Optional.of(snapshot.rows().get(layer)) : Optional.empty();
    }

    /** The unit looked at, if the layer measured has it. */
    public Optional<Integer> unit(LayerDetail detail) {
        return Optional.ofNullable(look.unitProperty().get()).filter(unit -> unit < detail.a().units().size());
    }

    /** Looks at a unit, or, at the one that is looked at already, at all of them again. */
    public void select(int unit) {
        look.unitProperty().set(Objects.equals(look.unitProperty().get(), unit) ? null : unit);
    }

    /** Looks at the unit so many places further on in the strip, or at the first if none is looked at; stops at both ends. */
    public void move(List<Integer> strip, int places) {
        if (!strip.isEmpty()) {
            Integer unit = look.unitProperty().get();
            int from = unit == null ? -1 : strip.indexOf(unit);
            int to = from < 0 ? 0 : Math.max(0, Math.min(strip.size() - 1, from + places));
            look.unitProperty().set(strip.get(to));
        }
    }

    /** Points out the examples for which the unit looked at is in a range; the same range again takes it back. */
    public void brush(Side side, double low, double high, boolean again) {
        Integer unit = look.unitProperty().get();
        if (unit != null) {
            Viewing.Brush wish = new Viewing.Brush(side, look.chosenLayer(), unit, low, high);
            look.brushProperty().set(again && wish.equals(look.brushProperty().get()) ? null : wish);
        }
    }

    public void clearBrush() {
        look.brushProperty().set(null);
    }

    /** What Esc does: takes the brush away, else goes back to the wall; {@code false} if there was neither. */
    public boolean escape() {
        if (look.brushProperty().get() != null) {
            clearBrush();
        } else if (look.layerShownProperty().get()) {
            backToWall();
        } else {
            return false;
        }
        return true;
    }

    /** How many examples are pointed out, in words; empty if there is no brush, or none that was counted yet. */
    public String brushed(Snapshot snapshot) {
        Viewing.Brush brush = look.brushProperty().get();
        if (brush == null || !snapshot.viewing().brush().equals(Optional.of(brush)) || snapshot.rows().size() < 2) {
            return "";
        }
        Row row = snapshot.rows().get(1);
        LayerView view = row.a();
        long part = view.brushed() == null ? 0 : view.brushed().total() / row.units();
        String layer = brush.layer() > look.layersProperty().get() ? TEXTS.get("layer.output") : TEXTS.get("layer.hidden", brush.layer());
        return TEXTS.get("brushed", part, view.now().total() / row.units(), brush.unit(), layer, brush.side());
    }
}
