package shiftscope.ui.window;

import java.util.Map;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Pane;
import shiftscope.config.ActivationKind;
import shiftscope.config.InitializationKind;
import shiftscope.config.Placement;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;
import shiftscope.config.Side;
import shiftscope.ui.model.ExperimentForm;
import shiftscope.ui.model.Field;
import shiftscope.ui.model.LayersForm;
import shiftscope.ui.model.NetworkForm;
import shiftscope.ui.model.RunSwitches;
import shiftscope.ui.model.Texts;

/** The group Network of the Experiment panel. */
public final class NetworkController {
    private final ExperimentForm experiment;
    private final LayerRows rows;
    private final Texts texts = Views.texts("network");

    @FXML private TextField hidden;
    @FXML private ComboBox<ActivationKind> activation;
    @FXML private ComboBox<InitializationKind> initialization;
    @FXML private Label sigmaLabel;
    @FXML private TextField sigma;
    @FXML private ComboBox<Placement> placement;
    @FXML private TextField dropout;
    @FXML private TextField epsilon;
    @FXML private ComboBox<RunningAverage> average;
    @FXML private TextField newBatchWeight;
    @FXML private ComboBox<RunningConvention> convention;
    @FXML private TitledPane singleLayers;
    @FXML private Pane layerRows;

    /** @param runs gives the switches of both runs */
    NetworkController(ExperimentForm experiment, Function<Side, RunSwitches> runs) {
        this.experiment = experiment;
        rows = new LayerRows(experiment.network(), runs);
    }

    @FXML
    private void initialize() {
        NetworkForm form = experiment.network();
        LayersForm layers = experiment.layers();
        Bindings.committed(hidden, form.hiddenProperty());
        Bindings.committed(sigma, form.sigmaProperty());
        Bindings.committed(dropout, form.dropoutProperty());
        Bindings.committed(epsilon, form.epsilonProperty());
        Bindings.committed(newBatchWeight, experiment.newBatchWeight().textProperty());
        Bindings.choice(activation, ActivationKind.values(), texts, "activation", form.activationProperty());
        Bindings.choice(initialization, InitializationKind.values(), texts, "initialization", form.initializationProperty());
        Bindings.choice(placement, Placement.values(), texts, "placement", form.placementProperty());
        Bindings.choice(average, RunningAverage.values(), texts, "average", form.averageProperty());
        Bindings.choice(convention, RunningConvention.values(), texts, "convention", form.conventionProperty());
        sigma.disableProperty().bind(form.sigmaCounts().not());
        newBatchWeight.disableProperty().bind(form.weightCounts().not());
        form.initializationProperty().subscribe(kind ->
                sigmaLabel.setText(texts.get(kind == InitializationKind.CONSTANT ? "sigma.constant" : "sigma")));
        layers.apartProperty().subscribe(apart -> singleLayers.setText(
                apart.intValue() == 0 ? texts.get("layers") : texts.get("layers.apart", apart)));
        rows.fill(layerRows, layers);
    }

    void addControls(Map<Field, Node> controls) {
        controls.put(Field.HIDDEN, hidden);
        controls.put(Field.ACTIVATION, activation);
        controls.put(Field.INITIALIZATION, initialization);
        controls.put(Field.SIGMA, sigma);
        controls.put(Field.PLACEMENT, placement);
        controls.put(Field.DROPOUT, dropout);
        controls.put(Field.EPSILON, epsilon);
        controls.put(Field.AVERAGE, average);
        controls.put(Field.NEW_BATCH_WEIGHT, newBatchWeight);
        controls.put(Field.CONVENTION, convention);
        controls.put(Field.LAYERS, layerRows);
    }
}
