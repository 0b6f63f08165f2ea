package shiftscope.ui.window;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shiftscope.lesson.Exhibit;
import shiftscope.plot.ContourPlot;
import shiftscope.plot.Palette;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.Typeface;

/** The loss over two weights of both runs, in the place of the wall. */
public final class ContoursController {
    private final BooleanBinding visible;
    private final BesidePlot<ContourPlot> plot;
    private final Texts texts = Views.texts("contours");

    @FXML private VBox contours;
    @FXML private StackPane contoursPlot;
    @FXML private Label contoursCaption;

    ContoursController(WindowModel model, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        visible = model.exhibits().stand().shows(Exhibit.Kind.CONTOURS);
        plot = new BesidePlot<>(model.exhibits().contours(), palette, frames, typeface, ContourPlot::draw);
    }

    @FXML
    private void initialize() {
        contours.visibleProperty().bind(visible);
        plot.fill(contoursPlot, contoursCaption, texts.get("measuring"), texts.get("contours.tip"));
    }
}
