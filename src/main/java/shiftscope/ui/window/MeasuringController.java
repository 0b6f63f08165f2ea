package shiftscope.ui.window;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import shiftscope.ui.model.ExperimentForm;
import shiftscope.ui.model.Field;
import shiftscope.ui.model.MeasuringForm;
import shiftscope.ui.model.Population;
import shiftscope.ui.model.Texts;

/** The group Measuring of the Experiment panel. */
public final class MeasuringController {
    private final ExperimentForm experiment;
    private final Texts texts = Views.texts("measuring");

    @FXML private ComboBox<Population> population;
    @FXML private TextField populationBatches;
    @FXML private TextField probe;
    @FXML private TextField recordEvery;
    @FXML private TextField unit;
    @FXML private TextField recentSteps;
    @FXML private ToggleSwitch gradientProbes;
    @FXML private Label probesCost;

    MeasuringController(ExperimentForm experiment) {
        this.experiment = experiment;
    }

    @FXML
    private void initialize() {
        MeasuringForm form = experiment.measuring();
        Bindings.choice(population, Population.values(), texts, "population", form.populationProperty());
        Bindings.committed(populationBatches, form.batchesProperty());
        Bindings.committed(probe, form.probeProperty());
        Bindings.committed(recordEvery, form.recordEveryProperty());
        Bindings.committed(unit, form.unitProperty());
        Bindings.committed(recentSteps, form.recentStepsProperty());
        Bindings.wholly(gradientProbes);
        gradientProbes.selectedProperty().bindBidirectional(experiment.gradientProbes().onProperty());
        probesCost.textProperty().bind(experiment.gradientProbes().costProperty());
        probesCost.textProperty().subscribe(cost -> Bindings.shown(probesCost, !cost.isEmpty()));
        populationBatches.disableProperty().bind(form.batchesCount().not());
    }

    void addControls(Map<Field, Node> controls) {
        controls.put(Field.POPULATION, population);
        controls.put(Field.POPULATION_BATCHES, populationBatches);
        controls.put(Field.PROBE, probe);
        controls.put(Field.RECORD_EVERY, recordEvery);
        controls.put(Field.UNIT, unit);
        controls.put(Field.RECENT_STEPS, recentSteps);
    }
}
