package shiftscope.ui.window;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import shiftscope.config.ActivationKind;
import shiftscope.config.InitializationKind;
import shiftscope.config.Placement;
import shiftscope.config.RunningConvention;
import shiftscope.ui.model.Field;
import shiftscope.ui.model.NetworkForm;
import shiftscope.ui.model.Texts;

/** The group Network of the Experiment panel. */
public final class NetworkController {
    private final NetworkForm form;
    private final Texts texts = Views.texts("network");

    @FXML private TextField hidden;
    @FXML private ComboBox<ActivationKind> activation;
    @FXML private ComboBox<InitializationKind> initialization;
    @FXML private Node sigmaRow;
    @FXML private TextField sigma;
    @FXML private ComboBox<Placement> placement;
    @FXML private TextField epsilon;
    @FXML private TextField newBatchWeight;
    @FXML private ComboBox<RunningConvention> convention;

    NetworkController(NetworkForm form) {
        this.form = form;
    }

    @FXML
    private void initialize() {
        Bindings.committed(hidden, form.hiddenProperty());
        Bindings.committed(sigma, form.sigmaProperty());
        Bindings.committed(epsilon, form.epsilonProperty());
        Bindings.committed(newBatchWeight, form.newBatchWeightProperty());
        Bindings.choice(
                activation, List.of(ActivationKind.values()), kind -> texts.get("activation." + kind), form.activationProperty());
        Bindings.choice(
                initialization,
                List.of(InitializationKind.values()),
                kind -> texts.get("initialization." + kind),
                form.initializationProperty());
        Bindings.choice(placement, List.of(Placement.values()), kind -> texts.get("placement." + kind), form.placementProperty());
        Bindings.choice(
                convention,
                List.of(RunningConvention.values()),
                kind -> texts.get("convention." + kind),
                form.conventionProperty());

        BooleanBinding gaussian = form.initializationProperty().isEqualTo(InitializationKind.GAUSSIAN);
        sigmaRow.visibleProperty().bind(gaussian);
        sigmaRow.managedProperty().bind(gaussian);
    }

    void addControls(Map<Field, Node> controls) {
        controls.put(Field.HIDDEN, hidden);
        controls.put(Field.ACTIVATION, activation);
        controls.put(Field.INITIALIZATION, initialization);
        controls.put(Field.SIGMA, sigma);
        controls.put(Field.PLACEMENT, placement);
        controls.put(Field.EPSILON, epsilon);
        controls.put(Field.NEW_BATCH_WEIGHT, newBatchWeight);
        controls.put(Field.CONVENTION, convention);
    }
}
