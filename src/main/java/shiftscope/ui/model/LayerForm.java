package shiftscope.ui.model;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import shiftscope.config.ActivationKind;
import shiftscope.config.Experiment;
import shiftscope.config.LayerShape;
import shiftscope.config.LayerSwitch;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Side;
import shiftscope.session.Command;

/**
 * What one hidden layer has of its own; empty is as the network, or as the run's switch. Activation and placement rebuild both runs,
 * the normalizers change while they play.
 */
public final class LayerForm {
    private final int layer;
    private final Fields fields;
    private final Consumer<Command> live;
    private final ObjectProperty<Optional<ActivationKind>> activation;
    private final ObjectProperty<Optional<Placement>> placement;
    private final ObjectProperty<Optional<Normalization>> normalizationA;
    private final ObjectProperty<Optional<Normalization>> normalizationB;
    private boolean showing;

    /** @param live is given changes that rebuild nothing */
    LayerForm(int layer, Fields fields, Consumer<Command> live) {
        this.layer = layer;
        this.fields = fields;
        this.live = live;
        activation = fields.choice(Field.LAYERS);
        placement = fields.choice(Field.LAYERS);
        normalizationA = normalization(Side.A);
        normalizationB = normalization(Side.B);
        fields.show(() -> {
            activation.set(Optional.empty());
            placement.set(Optional.empty());
        });
    }

    private ObjectProperty<Optional<Normalization>> normalization(Side side) {
        ObjectProperty<Optional<Normalization>> property =
                new SimpleObjectProperty<>(this, "normalization" + side, Optional.empty());
        property.addListener((observed, before, now) -> {
            if (!showing) {
                live.accept(new Command.SetLayerNormalization(side, layer, now.orElse(null)));
            }
        });
        return property;
    }

    /** Which hidden layer this is, from 1. */
    public int layer() {
        return layer;
    }

    public ObjectProperty<Optional<ActivationKind>> activationProperty() {
        return activation;
    }

    public ObjectProperty<Optional<Placement>> placementProperty() {
        return placement;
    }

    public ObjectProperty<Optional<Normalization>> normalizationProperty(Side side) {
        return side == Side.A ? normalizationA : normalizationB;
    }

    void show(Experiment experiment) {
        Optional<LayerShape> own =
                experiment.network().layers().stream().filter(shape -> shape.layer() == layer).findFirst();
        fields.show(() -> {
            activation.set(own.map(LayerShape::activation));
            placement.set(own.map(LayerShape::placement));
        });
        showSwitches(experiment);
    }

    void showSwitches(Experiment experiment) {
        showing = true;
        for (Side side : Side.values()) {
            normalizationProperty(side).set(experiment.run(side).layers().stream()
                    .filter(own -> own.layer() == layer)
                    .map(LayerSwitch::normalization)
                    .findFirst());
        }
        showing = false;
    }

    /** What the layer has otherwise than the network, if anything. */
    Optional<LayerShape> shape() {
        return activation.get().isEmpty() && placement.get().isEmpty()
                ? Optional.empty()
                : Optional.of(new LayerShape(layer, activation.get().orElse(null), placement.get().orElse(null)));
    }
}
