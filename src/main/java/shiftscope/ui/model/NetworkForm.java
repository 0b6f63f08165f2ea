package shiftscope.ui.model;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import shiftscope.config.ActivationKind;
import shiftscope.config.Experiment;
import shiftscope.config.InitializationKind;
import shiftscope.config.NetworkSettings;
import shiftscope.config.Placement;
import shiftscope.config.RunningConvention;

/** The group <b>Network</b>. */
public final class NetworkForm {
    private final Fields fields;
    private final StringProperty hidden;
    private final ObjectProperty<ActivationKind> activation;
    private final ObjectProperty<InitializationKind> initialization;
    private final StringProperty sigma;
    private final ObjectProperty<Placement> placement;
    private final StringProperty epsilon;
    private final StringProperty newBatchWeight;
    private final ObjectProperty<RunningConvention> convention;

    NetworkForm(Fields fields) {
        this.fields = fields;
        hidden = fields.text(Field.HIDDEN);
        activation = fields.choice(Field.ACTIVATION);
        initialization = fields.choice(Field.INITIALIZATION);
        sigma = fields.text(Field.SIGMA);
        placement = fields.choice(Field.PLACEMENT);
        epsilon = fields.text(Field.EPSILON);
        newBatchWeight = fields.text(Field.NEW_BATCH_WEIGHT);
        convention = fields.choice(Field.CONVENTION);
    }

    public StringProperty hiddenProperty() {
        return hidden;
    }

    public ObjectProperty<ActivationKind> activationProperty() {
        return activation;
    }

    public ObjectProperty<InitializationKind> initializationProperty() {
        return initialization;
    }

    public StringProperty sigmaProperty() {
        return sigma;
    }

    public ObjectProperty<Placement> placementProperty() {
        return placement;
    }

    public StringProperty epsilonProperty() {
        return epsilon;
    }

    public StringProperty newBatchWeightProperty() {
        return newBatchWeight;
    }

    public ObjectProperty<RunningConvention> conventionProperty() {
        return convention;
    }

    void show(Experiment experiment) {
        NetworkSettings network = experiment.network();
        fields.show(() -> {
            hidden.set(Numbers.show(network.hidden()));
            activation.set(network.activation());
            initialization.set(network.initialization());
            sigma.set(Numbers.show(network.sigma()));
            placement.set(network.placement());
            epsilon.set(Numbers.show(network.epsilon()));
            newBatchWeight.set(Numbers.show(network.newBatchWeight()));
            convention.set(network.convention());
        });
    }

    Experiment applyTo(Experiment experiment) {
        return experiment.withNetwork(new NetworkSettings(
                Numbers.counts(Fields.name(Field.HIDDEN), hidden.get()),
                activation.get(),
                initialization.get(),
                Numbers.decimal(Fields.name(Field.SIGMA), sigma.get()),
                placement.get(),
                Numbers.decimal(Fields.name(Field.EPSILON), epsilon.get()),
                Numbers.decimal(Fields.name(Field.NEW_BATCH_WEIGHT), newBatchWeight.get()),
                convention.get(),
                experiment.network().average(),
                experiment.network().dropout(),
                experiment.network().layers()));
    }
}
