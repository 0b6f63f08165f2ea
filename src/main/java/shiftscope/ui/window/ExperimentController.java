package shiftscope.ui.window;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import shiftscope.config.Side;
import shiftscope.ui.model.ExperimentForm;
import shiftscope.ui.model.Field;
import shiftscope.ui.model.LearningRate;
import shiftscope.ui.model.RunSwitches;

/** The panel of what A and B share: groups that rebuild both runs, and apart from them the learning rate, which does not. */
public final class ExperimentController {
    /** Shared with AtlantaFX, whose fields turn red in this state. */
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("danger");

    private final ExperimentForm form;
    private final DataController data;
    private final NetworkController network;
    private final TrainingController training;
    private final MeasuringController measuring;
    private final Map<Field, Node> controls = new EnumMap<>(Field.class);

    @FXML private Pane groups;
    @FXML private TextField learningRate;
    @FXML private Slider learningRateSlider;
    @FXML private Label rateInForce;

    /** @param runs gives the switches of both runs, which single layers may have otherwise */
    ExperimentController(ExperimentForm form, DataController data, Function<Side, RunSwitches> runs) {
        this.form = form;
        this.data = data;
        network = new NetworkController(form, runs);
        training = new TrainingController(form);
        measuring = new MeasuringController(form);
    }

    @FXML
    private void initialize() {
        List<Parent> parts = List.of(
                Views.load("data", data),
                Views.load("network", network),
                Views.load("training", training),
                Views.load("measuring", measuring));
        groups.getChildren().addAll(parts);

        LearningRate rate = form.learningRate();
        Bindings.live(learningRate, learningRateSlider, rate);
        rateInForce.textProperty().bind(rate.inForceProperty());

        controls.put(Field.LEARNING_RATE, learningRate);
        data.addControls(controls);
        network.addControls(controls);
        training.addControls(controls);
        measuring.addControls(controls);
        form.refusedProperty().addListener((property, before, now) -> mark(now));
    }

    private void mark(Set<Field> refused) {
        controls.forEach((field, control) -> control.pseudoClassStateChanged(REFUSED, refused.contains(field)));
    }
}
