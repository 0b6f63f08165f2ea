package shiftscope.ui.model;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import shiftscope.plot.LayerNumber;

/**
 * The two numbers that are plotted side by side: at first the shift of the distributions, and beside it its gradient definition where
 * that is measured.
 */
public final class ChosenNumbers {
    private final ObjectProperty<LayerNumber> first = new SimpleObjectProperty<>(this, "first", LayerNumber.SHIFT);
    private final ObjectProperty<LayerNumber> second = new SimpleObjectProperty<>(this, "second", LayerNumber.KOLMOGOROV_SMIRNOV);
    private boolean chosen;
    private boolean suggesting;

    ChosenNumbers(GradientProbes probes) {
        second.addListener((property, before, now) -> chosen |= !suggesting);
        // Not back again when they are switched off: the switch beside the number would vanish under the mouse.
        probes.onProperty().addListener((property, before, on) -> {
            if (on && !chosen) {
                suggesting = true;
                second.set(LayerNumber.ICS);
                suggesting = false;
            }
        });
    }

    public ObjectProperty<LayerNumber> firstProperty() {
        return first;
    }

    public ObjectProperty<LayerNumber> secondProperty() {
        return second;
    }
}
