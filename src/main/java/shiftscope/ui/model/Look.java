package shiftscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import shiftscope.export.View;
import shiftscope.plot.WallMode;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;

/** What is looked at, and how. None of it changes a run. */
public final class Look {
    private final ObjectProperty<Tap> tap = new SimpleObjectProperty<>(this, "tap", Tap.SCALED);
    private final ObjectProperty<WallMode> mode = new SimpleObjectProperty<>(this, "mode", WallMode.NOW);
    private final BooleanProperty logCounts = new SimpleBooleanProperty(this, "logCounts", false);
    private final BooleanProperty outerBands = new SimpleBooleanProperty(this, "outerBands", false);
    private final ObjectProperty<List<Viewing.Zoom>> zooms = new SimpleObjectProperty<>(this, "zooms", List.of());
    private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(this, "layer", 0);
    private final IntegerProperty layers = new SimpleIntegerProperty(this, "layers", 0);
    private final BooleanProperty layerShown = new SimpleBooleanProperty(this, "layerShown", false);
    private final ObjectProperty<Integer> unit = new SimpleObjectProperty<>(this, "unit", null);
    private final ObjectProperty<Viewing.Brush> brush = new SimpleObjectProperty<>(this, "brush", null);
    private final BooleanProperty statistics = new SimpleBooleanProperty(this, "statistics", false);

    private final BooleanProperty exhibitShown = new SimpleBooleanProperty(this, "exhibitShown", false);
    private final BooleanBinding layerSeen = layerShown.and(exhibitShown.not());
    private final BooleanBinding free = layerShown.not().and(exhibitShown.not());
    private final BooleanBinding predictionsShown = free.and(mode.isEqualTo(WallMode.PREDICTIONS));
    private final BooleanBinding wallShown = free.and(mode.isNotEqualTo(WallMode.PREDICTIONS));

    public Look(Bench bench) {
        // Another quantity has other values.
        tap.addListener(changed -> zooms.set(List.of()));
        bench.whenOpened(session -> session.look(viewing()));
        for (Observable looked : List.<Observable>of(tap, mode, zooms, layer, layerShown, brush, statistics)) {
            looked.addListener(changed -> bench.withSession(session -> session.look(viewing())));
        }
        // Whoever chooses a view of the wall wants to see it.
        mode.addListener(chosen -> layerShown.set(false));
        bench.experimentProperty().addListener((property, before, now) -> {
            if (before != null && !(before.network().equals(now.network()) && before.data().equals(now.data()))) {
                zooms.set(List.of());
            }
            int hidden = now.network().hidden().size();
            if (hidden != layers.get()) {
                layers.set(hidden);
                layer.set(hidden);
            }
        });
    }

    /** What snapshots are asked to hold. */
    Viewing viewing() {
        return new Viewing(
                tap.get(),
                zooms.get(),
                layerShown.get() ? chosenLayer() : 0,
                Optional.ofNullable(brush.get()),
                statistics.get(),
                predictionsShown.get());
    }

    /** The part of it that goes into a file with an experiment. */
    public View view() {
        int usual = layers.get();
        return new View(
                mode.get(),
                tap.get(),
                chosenLayer() == usual ? 0 : chosenLayer(),
                layerShown.get(),
                logCounts.get(),
                outerBands.get(),
                statistics.get());
    }

    /** Looks at the experiment on the bench as a file says. */
    void show(View view) {
        tap.set(view.tap());
        mode.set(view.mode());
        layer.set(view.layer() >= 1 && view.layer() <= layers.get() + 1 ? view.layer() : layers.get());
        layerShown.set(view.layerShown());
        logCounts.set(view.logCounts());
        outerBands.set(view.outerBands());
        statistics.set(view.statistics());
    }

    /** The quantity that every row shows. */
    public ObjectProperty<Tap> tapProperty() {
        return tap;
    }

    public ObjectProperty<WallMode> modeProperty() {
        return mode;
    }

    /** Whether heights and colours stand for the logarithm of counts. */
    public BooleanProperty logCountsProperty() {
        return logCounts;
    }

    /** Whether percentiles are shown with the outer bands too. */
    public BooleanProperty outerBandsProperty() {
        return outerBands;
    }

    /** The rows whose range of values somebody has chosen. */
    public ObjectProperty<List<Viewing.Zoom>> zoomsProperty() {
        return zooms;
    }

    /** The layer looked at: 1 … L for hidden layers, L + 1 for the output. At first the last hidden one. */
    public ObjectProperty<Integer> layerProperty() {
        return layer;
    }

    /** The same as a number: 0 for the moment in which a list of layers is replaced, and none is chosen. */
    int chosenLayer() {
        return layer.get() == null ? 0 : layer.get();
    }

    /** How many hidden layers there are. */
    public IntegerProperty layersProperty() {
        return layers;
    }

    /** Whether that layer is shown large, in the place of the wall. */
    public BooleanProperty layerShownProperty() {
        return layerShown;
    }

    /** Whether an exhibit of a lesson stands in the place of everything else in the centre. */
    BooleanProperty exhibitShownProperty() {
        return exhibitShown;
    }

    /** Whether the centre shows that layer large. */
    public BooleanBinding layerSeen() {
        return layerSeen;
    }

    /** Whether the centre shows the wall. */
    public BooleanBinding wallShown() {
        return wallShown;
    }

    /** Whether the centre shows what the networks answer. */
    public BooleanBinding predictionsShown() {
        return predictionsShown;
    }

    /** The unit of that layer that is looked at, from 0; {@code null} for all. */
    public ObjectProperty<Integer> unitProperty() {
        return unit;
    }

    /** The probe examples that are pointed out; {@code null} if none are. */
    public ObjectProperty<Viewing.Brush> brushProperty() {
        return brush;
    }

    /** Whether both runs are measured under all three statistics. */
    public BooleanProperty statisticsProperty() {
        return statistics;
    }

    /** Shows a row in a range of values that somebody has chosen, in the place of the one chosen before. */
    public void zoom(Viewing.Zoom zoom) {
        List<Viewing.Zoom> others = new ArrayList<>(without(zoom.row()));
        others.add(zoom);
        zooms.set(List.copyOf(others));
    }

    /** Lets a row choose its range of values itself again. */
    public void zoomBack(int row) {
        zooms.set(without(row));
    }

    private List<Viewing.Zoom> without(int row) {
        return zooms.get().stream().filter(zoom -> zoom.row() != row).toList();
    }

    /** Shows the next view, after the last the first. */
    public void nextMode() {
        WallMode[] all = WallMode.values();
        mode.set(all[(mode.get().ordinal() + 1) % all.length]);
    }

    /** Shows the layer of a row large, in the place of the wall; the input has no layer. */
    public void open(int row) {
        choose(row);
        if (row >= 1 && row <= layers.get() + 1) {
            layerShown.set(true);
        }
    }

    /** Looks at a row of the wall; the input, which no step moves, is left out. */
    public void choose(int row) {
        if (row >= 1 && row <= layers.get() + 1) {
            layer.set(row);
        }
    }
}
