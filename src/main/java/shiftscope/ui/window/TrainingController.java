package shiftscope.ui.window;

import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import shiftscope.config.LossKind;
import shiftscope.config.OptimizerKind;
import shiftscope.ui.model.ExperimentForm;
import shiftscope.ui.model.Field;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.TrainingForm;

/** The group Training of the Experiment panel. */
public final class TrainingController {
    private final ExperimentForm experiment;
    private final Texts texts = Views.texts("training");

    @FXML private TextField batchSize;
    @FXML private ComboBox<OptimizerKind> optimizer;
    @FXML private ComboBox<LossKind> loss;
    @FXML private TextField seed;
    @FXML private Button dice;
    @FXML private TextField momentum;
    @FXML private TextField l2;

    TrainingController(ExperimentForm experiment) {
        this.experiment = experiment;
    }

    @FXML
    private void initialize() {
        TrainingForm form = experiment.training();
        Bindings.committed(batchSize, form.batchSizeProperty());
        Bindings.committed(seed, form.seedProperty());
        Bindings.committed(momentum, form.momentumProperty());
        Bindings.committed(l2, form.l2Property());
        Bindings.choice(
                optimizer, List.of(OptimizerKind.values()), kind -> texts.get("optimizer." + kind), form.optimizerProperty());
        Bindings.choice(loss, List.of(LossKind.values()), kind -> texts.get("loss." + kind), form.lossProperty());
        momentum.disableProperty().bind(form.optimizerProperty().isNotEqualTo(OptimizerKind.MOMENTUM));
        dice.setOnAction(event -> experiment.drawSeed());
    }

    void addControls(Map<Field, Node> controls) {
        controls.put(Field.BATCH_SIZE, batchSize);
        controls.put(Field.OPTIMIZER, optimizer);
        controls.put(Field.LOSS, loss);
        controls.put(Field.SEED, seed);
        controls.put(Field.MOMENTUM, momentum);
        controls.put(Field.L2, l2);
    }
}
