package shiftscope.ui.model;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import shiftscope.session.Tap;

/** What is looked at: the quantity on the wall, and the layer whose shift is plotted. None of it changes a run. */
public final class Look {
    private final ObjectProperty<Tap> tap = new SimpleObjectProperty<>(this, "tap", Tap.SCALED);
    private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(this, "layer", 0);
    private final IntegerProperty layers = new SimpleIntegerProperty(this, "layers", 0);

    public Look(Bench bench) {
        bench.whenOpened(session -> session.look(tap.get()));
        tap.addListener((property, before, now) -> bench.withSession(session -> session.look(now)));
        bench.experimentProperty().addListener((property, before, now) -> {
            int hidden = now.network().hidden().size();
            if (hidden != layers.get()) {
                layers.set(hidden);
                layer.set(hidden);
            }
        });
    }

    public ObjectProperty<Tap> tapProperty() {
        return tap;
    }

    /** The layer looked at: 1 … L for hidden layers, L + 1 for the output. At first the last hidden one. */
    public ObjectProperty<Integer> layerProperty() {
        return layer;
    }

    /** How many hidden layers there are. */
    public IntegerProperty layersProperty() {
        return layers;
    }

    /** Looks at a row of the wall; the input, which no step moves, is left out. */
    public void choose(int row) {
        if (row >= 1 && row <= layers.get() + 1) {
            layer.set(row);
        }
    }
}
