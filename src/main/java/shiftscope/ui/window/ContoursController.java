package shiftscope.ui.window;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shiftscope.lesson.Exhibit;
import shiftscope.plot.ContourPlot;
import shiftscope.plot.Palette;
import shiftscope.ui.model.Beside;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.PlotCanvas;
import shiftscope.ui.plot.Typeface;

/** The loss over two weights of both runs, in the place of the wall. */
public final class ContoursController {
    private final WindowModel model;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final PlotCanvas canvas;
    private final Texts texts = Views.texts("contours");

    @FXML private VBox contours;
    @FXML private StackPane contoursPlot;
    @FXML private Label contoursCaption;

    ContoursController(WindowModel model, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        this.model = model;
        this.palette = palette;
        this.frames = frames;
        canvas = new PlotCanvas(typeface);
    }

    @FXML
    private void initialize() {
        contours.visibleProperty().bind(model.exhibits().stand().shows(Exhibit.Kind.CONTOURS));
        contoursPlot.getChildren().add(canvas);
        canvas.setPainter((surface, width, height) -> {
            ContourPlot plot = model.exhibits().contours().newestProperty().get();
            if (plot != null) {
                plot.draw(surface, palette.getValue(), width, height);
            }
        });
        frames.addQuick(canvas);
        Tooltip.install(contoursPlot, new Tooltip(texts.get("contours.tip")));
        palette.subscribe(canvas::redraw);
        model.exhibits().contours().newestProperty().subscribe(this::show);
        model.exhibits().contours().refusalProperty().subscribe(this::show);
    }

    private void show() {
        Beside<ContourPlot> measured = model.exhibits().contours();
        ContourPlot plot = measured.newestProperty().get();
        String refusal = measured.refusalProperty().get();
        contoursCaption.setText(plot != null ? plot.caption() : refusal.isEmpty() ? texts.get("measuring") : refusal);
        contoursPlot.setAccessibleText(plot != null ? plot.summary() : contoursCaption.getText());
        canvas.redraw();
    }
}
