package shiftscope.ui.window;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import shiftscope.plot.Palette;
import shiftscope.plot.PredictionsPlot;
import shiftscope.plot.Surface;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.Bench;
import shiftscope.ui.model.Look;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.PlotCanvas;
import shiftscope.ui.plot.Typeface;

/** What both networks answer, in the place of the wall. */
public final class PredictionsController {
    private final Bench bench;
    private final Look look;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final PlotCanvas canvas;
    private Snapshot newest;

    @FXML private StackPane predictions;
    @FXML private Label predictionsMessage;

    PredictionsController(Bench bench, Look look, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        this.bench = bench;
        this.look = look;
        this.palette = palette;
        this.frames = frames;
        canvas = new PlotCanvas(typeface);
    }

    @FXML
    private void initialize() {
        predictions.visibleProperty().bind(look.predictionsShown());
        predictions.getChildren().add(0, canvas);
        canvas.setPainter(this::paint);
        frames.addQuick(canvas);
        palette.subscribe(canvas::redraw);
        look.predictionsShown().subscribe(this::show);
        bench.snapshotProperty().addListener((property, before, now) -> {
            newest = now;
            show();
        });
    }

    private void show() {
        if (newest != null && look.predictionsShown().get()) {
            predictionsMessage.setText(PredictionsPlot.message(newest).orElse(""));
            canvas.redraw();
            if (!newest.playing()) {
                predictions.setAccessibleText(PredictionsPlot.summary(newest));
            }
        }
    }

    private void paint(Surface surface, double width, double height) {
        if (newest != null && look.predictionsShown().get()) {
            PredictionsPlot.draw(surface, newest, palette.getValue(), width, height);
        }
    }
}
