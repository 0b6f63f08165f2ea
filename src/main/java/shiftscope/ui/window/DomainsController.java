package shiftscope.ui.window;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import shiftscope.lesson.Exhibit;
import shiftscope.plot.DomainsPlot;
import shiftscope.plot.DomainsScene;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;
import shiftscope.ui.model.DomainsExhibit;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.PlotCanvas;
import shiftscope.ui.plot.Typeface;

/** Data that move, in the place of the wall. */
public final class DomainsController {
    private final WindowModel model;
    private final DomainsExhibit exhibit;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final PlotCanvas canvas;

    @FXML private VBox domains;
    @FXML private ScrollPane domainsScroll;
    @FXML private Button takeAgain;
    @FXML private Label domainsMessage;

    DomainsController(WindowModel model, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        this.model = model;
        exhibit = model.exhibits().domains();
        this.palette = palette;
        this.frames = frames;
        canvas = new PlotCanvas(typeface);
    }

    @FXML
    private void initialize() {
        domains.visibleProperty().bind(model.exhibits().stand().shows(Exhibit.Kind.DOMAINS));
        domainsScroll.setContent(canvas);
        Bindings.drawnDirectly(domainsScroll);
        canvas.widthProperty().subscribe(() -> frames.soon(this::fit));
        palette.subscribe(this::fit);
        canvas.setPainter(this::paint);
        frames.addQuick(canvas);
        palette.subscribe(canvas::redraw);
        takeAgain.setOnAction(event -> exhibit.takeAgain());
        takeAgain.disableProperty().bind(exhibit.measuringProperty().or(exhibit.sceneProperty().isNull()));
        domainsMessage.textProperty().bind(exhibit.messageProperty());
        exhibit.sceneProperty().subscribe(scene -> {
            fit();
            canvas.redraw();
            domains.setAccessibleText(scene == null ? "" : DomainsPlot.summary(scene));
        });
    }

    /** Where there is too little room, it scrolls. */
    private void fit() {
        DomainsScene scene = exhibit.sceneProperty().get();
        canvas.setMinHeight(
                scene == null ? 0 : Math.ceil(DomainsPlot.leastHeight(scene, palette.getValue(), canvas.getWidth())));
    }

    private void paint(Surface surface, double width, double height) {
        DomainsScene scene = exhibit.sceneProperty().get();
        if (scene != null) {
            DomainsPlot.draw(surface, scene, palette.getValue(), width, height);
        }
    }
}
