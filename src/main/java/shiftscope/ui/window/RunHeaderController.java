package shiftscope.ui.window;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import shiftscope.config.Statistics;
import shiftscope.ui.model.RunSwitches;
import shiftscope.ui.model.Texts;

/** The header of one run, with its three switches. Its controls are called by the run: {@code normalizeA}, {@code normalizeB}. */
public final class RunHeaderController {
    private static final double ROOM_FOR_ONE_LINE = 26.5;

    private final RunSwitches run;
    private final Texts texts = Views.texts("runheader");

    @FXML private VBox header;
    @FXML private HBox titleRow;
    @FXML private HBox switches;
    @FXML private Label statisticsLabel;
    @FXML private Label title;
    @FXML private ToggleSwitch normalize;
    @FXML private ToggleSwitch scaleShift;
    @FXML private SegmentBar<Statistics> statistics;

    RunHeaderController(RunSwitches run) {
        this.run = run;
    }

    @FXML
    private void initialize() {
        String side = run.side().name();
        header.getStyleClass().add("run-" + side.toLowerCase(Locale.ROOT));
        List.of(header, title, normalize, scaleShift, statistics).forEach(node -> node.setId(node.getId() + side));
        title.textProperty().bind(run.titleProperty());

        normalize.selectedProperty().bindBidirectional(run.normalizeProperty());
        scaleShift.selectedProperty().bindBidirectional(run.scaleShiftProperty());
        statistics.setChoices(
                List.of(Statistics.values()),
                choice -> "statistics" + side + capitalized(choice.name()),
                choice -> texts.get("statistics." + choice),
                choice -> texts.get("statistics." + choice + ".tip"));
        statistics.valueProperty().bindBidirectional(run.statisticsProperty());
        scaleShift.disableProperty().bind(run.normalizeProperty().not());
        statistics.disableProperty().bind(run.normalizeProperty().not());

        normalize.setAccessibleText(side + ": " + normalize.getText());
        scaleShift.setAccessibleText(side + ": " + scaleShift.getText());
        Bindings.wholly(normalize);
        Bindings.wholly(scaleShift);
    }

    /** In a narrow column the switches have a line of their own; which it is depends on the width alone, so nothing jumps. */
    void fit(double ems) {
        boolean wide = ems >= ROOM_FOR_ONE_LINE;
        if (wide != titleRow.getChildren().contains(switches)) {
            ((Pane) switches.getParent()).getChildren().remove(switches);
            if (wide) {
                titleRow.getChildren().add(switches);
            } else {
                header.getChildren().add(1, switches);
            }
        }
        statisticsLabel.setVisible(wide);
        statisticsLabel.setManaged(wide);
    }

    static String capitalized(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }
}
