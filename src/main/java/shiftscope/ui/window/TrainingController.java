package shiftscope.ui.window;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import shiftscope.config.DataKind;
import shiftscope.config.LossKind;
import shiftscope.config.OptimizerKind;
import shiftscope.config.ScheduleKind;
import shiftscope.ui.model.ExperimentForm;
import shiftscope.ui.model.Field;
import shiftscope.ui.model.ScheduleForm;
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
    @FXML private TextField weightDecay;
    @FXML private TitledPane schedulePane;
    @FXML private ComboBox<ScheduleKind> schedule;
    @FXML private TextField warmUp;
    @FXML private Label scheduleStepsLabel;
    @FXML private TextField scheduleSteps;
    @FXML private Label scheduleFactorLabel;
    @FXML private TextField scheduleFactor;

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
        Bindings.committed(weightDecay, form.weightDecayProperty());
        Bindings.choice(optimizer, OptimizerKind.values(), texts, "optimizer", form.optimizerProperty());
        Bindings.choice(loss, LossKind.values(), texts, "loss", form.lossProperty());
        momentum.disableProperty().bind(form.momentumCounts().not());
        weightDecay.disableProperty().bind(form.decayCounts().not());
        loss.disableProperty().bind(experiment.data().kindProperty().map(DataKind::regression));
        dice.setOnAction(event -> experiment.drawSeed());
        initialize(form.schedule());
    }

    private void initialize(ScheduleForm form) {
        Bindings.choice(schedule, ScheduleKind.values(), texts, "schedule", form.kindProperty());
        Bindings.committed(warmUp, form.warmUpProperty());
        Bindings.committed(scheduleSteps, form.stepsProperty());
        Bindings.committed(scheduleFactor, form.factorProperty());
        scheduleSteps.disableProperty().bind(form.falls().not());
        scheduleFactor.disableProperty().bind(form.falls().not());
        form.kindProperty().subscribe(() -> name(form));
        form.warmUpProperty().subscribe(() -> name(form));
    }

    /** The same fields mean something else in another course; the part says what it is even while folded. */
    private void name(ScheduleForm form) {
        ScheduleKind kind = form.kindProperty().get();
        if (kind != null) {
            String course = kind == ScheduleKind.CONSTANT ? "" : "." + kind;
            scheduleStepsLabel.setText(texts.get("scheduleSteps" + course));
            scheduleFactorLabel.setText(texts.get("scheduleFactor" + course));
            boolean warmsUp = !form.warmUpProperty().get().equals("0");
            schedulePane.setText(texts.get(warmsUp ? "schedule.title.warmUp" : "schedule.title", texts.get("schedule." + kind)));
        }
    }

    void addControls(Map<Field, Node> controls) {
        controls.put(Field.BATCH_SIZE, batchSize);
        controls.put(Field.OPTIMIZER, optimizer);
        controls.put(Field.LOSS, loss);
        controls.put(Field.SEED, seed);
        controls.put(Field.MOMENTUM, momentum);
        controls.put(Field.L2, l2);
        controls.put(Field.WEIGHT_DECAY, weightDecay);
        controls.put(Field.SCHEDULE, schedule);
        controls.put(Field.WARM_UP, warmUp);
        controls.put(Field.SCHEDULE_STEPS, scheduleSteps);
        controls.put(Field.SCHEDULE_FACTOR, scheduleFactor);
    }
}
