package shiftscope.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import shiftscope.config.Side;
import shiftscope.plot.Numbers;
import shiftscope.session.LayerDetail;
import shiftscope.session.LayerDetail.Spread;
import shiftscope.ui.model.LayerNumbers;
import shiftscope.ui.model.Texts;

/** The numbers of one unit of one run, or the means over its layer, to be read and copied. */
public final class UnitNumbersController {
    private final Side side;
    private final Texts texts = Views.texts("unitnumbers");
    private Optional<LayerNumbers> shown = Optional.empty();

    @FXML private Label of;
    @FXML private Label batchMean;
    @FXML private Label batchDeviation;
    @FXML private Label runningMean;
    @FXML private Label runningDeviation;
    @FXML private Label populationMean;
    @FXML private Label populationDeviation;
    @FXML private Label gamma;
    @FXML private Label beta;
    @FXML private Label shift;
    @FXML private Label saturated;
    @FXML private Button copy;

    UnitNumbersController(Side side) {
        this.side = side;
    }

    @FXML
    private void initialize() {
        List.of(of, batchMean, batchDeviation, gamma, saturated, copy).forEach(node -> node.setId(node.getId() + side));
    }

    void show(Optional<LayerDetail.OfRun> run, Optional<Integer> unit) {
        shown = run.map(measured -> LayerNumbers.of(measured, unit));
        of.setText(unit.map(one -> texts.get("unit", one)).orElse(texts.get("mean")));
        copy.setDisable(shown.isEmpty());
        spread(batchMean, batchDeviation, shown.map(LayerNumbers::batch));
        spread(runningMean, runningDeviation, shown.map(LayerNumbers::running));
        spread(populationMean, populationDeviation, shown.map(LayerNumbers::population));
        gamma.setText(text(shown.map(LayerNumbers::gamma)));
        // β moves what has a standard deviation of 1: smaller parts of it are in what is copied.
        beta.setText(Numbers.measured(shown.map(LayerNumbers::beta).orElse(Double.NaN), 1));
        shift.setText(text(shown.map(LayerNumbers::shift)));
        saturated.setText(Numbers.percent(shown.map(LayerNumbers::saturated).orElse(Double.NaN)));
    }

    private static void spread(Label mean, Label deviation, Optional<Spread> spread) {
        double sigma = spread.map(Spread::deviation).orElse(Double.NaN);
        double mu = spread.map(Spread::mean).orElse(Double.NaN);
        mean.setText(Double.isNaN(sigma) ? Numbers.measured(mu) : Numbers.measured(mu, sigma));
        deviation.setText(Numbers.measured(sigma));
    }

    private static String text(Optional<Double> value) {
        return Numbers.measured(value.orElse(Double.NaN));
    }

    @FXML
    private void copy() {
        shown.ifPresent(numbers -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(numbers.tabSeparated(side + ", " + of.getText()));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
