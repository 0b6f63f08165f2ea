package shiftscope.ui.model;

import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import shiftscope.config.ActivationKind;
import shiftscope.config.InitializationKind;
import shiftscope.config.NetworkSettings;
import shiftscope.config.Placement;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;

/**
 * The group <b>Network</b> but for its part {@linkplain LayersForm single layers}. A field that does not matter keeps what the
 * experiment says, whatever stands in it.
 */
public final class NetworkForm {
    private final Fields fields;
    private final StringProperty hidden;
    private final ObjectProperty<ActivationKind> activation;
    private final ObjectProperty<InitializationKind> initialization;
    private final StringProperty sigma;
    private final ObjectProperty<Placement> placement;
    private final StringProperty dropout;
    private final StringProperty epsilon;
    private final ObjectProperty<RunningAverage> average;
    private final ObjectProperty<RunningConvention> convention;
    private final BooleanBinding sigmaCounts;
    private final BooleanBinding weightCounts;

    NetworkForm(Fields fields) {
        this.fields = fields;
        hidden = fields.text(Field.HIDDEN);
        activation = fields.choice(Field.ACTIVATION);
        initialization = fields.choice(Field.INITIALIZATION);
        sigma = fields.text(Field.SIGMA);
        placement = fields.choice(Field.PLACEMENT);
        dropout = fields.text(Field.DROPOUT);
        epsilon = fields.text(Field.EPSILON);
        average = fields.choice(Field.AVERAGE);
        convention = fields.choice(Field.CONVENTION);
        sigmaCounts = initialization
                .isEqualTo(InitializationKind.GAUSSIAN)
                .or(initialization.isEqualTo(InitializationKind.CONSTANT));
        weightCounts = average.isEqualTo(RunningAverage.EXPONENTIAL);
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

    public StringProperty dropoutProperty() {
        return dropout;
    }

    public StringProperty epsilonProperty() {
        return epsilon;
    }

    public ObjectProperty<RunningAverage> averageProperty() {
        return average;
    }

    public ObjectProperty<RunningConvention> conventionProperty() {
        return convention;
    }

    /** Whether the initialization has a number of its own: a standard deviation, or the constant. */
    public BooleanBinding sigmaCounts() {
        return sigmaCounts;
    }

    /** Whether batches weigh differently in the running statistics, so that it matters how much a new one does. */
    public BooleanBinding weightCounts() {
        return weightCounts;
    }

    void show(NetworkSettings network) {
        fields.show(() -> {
            hidden.set(Numbers.show(network.hidden()));
            activation.set(network.activation());
            initialization.set(network.initialization());
            sigma.set(Numbers.show(network.sigma()));
            placement.set(network.placement());
            dropout.set(Numbers.show(network.dropout()));
            epsilon.set(Numbers.show(network.epsilon()));
            average.set(network.average());
            convention.set(network.convention());
        });
    }

    NetworkSettings settings(NetworkSettings standing, LayersForm layers) {
        List<Integer> units = Numbers.counts(Fields.name(Field.HIDDEN), hidden.get());
        return new NetworkSettings(
                units,
                activation.get(),
                initialization.get(),
                sigmaCounts.get() ? Fields.decimal(Field.SIGMA, sigma) : standing.sigma(),
                placement.get(),
                Fields.decimal(Field.EPSILON, epsilon),
                standing.newBatchWeight(),
                convention.get(),
                average.get(),
                Fields.decimal(Field.DROPOUT, dropout),
                layers.shapes(units.size()));
    }
}
