package shiftscope.ui.window;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import shiftscope.plot.CurvePlot;
import shiftscope.plot.Palette;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.Bench;
import shiftscope.ui.model.Look;
import shiftscope.ui.model.Texts;
import shiftscope.ui.plot.CurveView;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.Typeface;

/** The curves on the right: loss, test accuracy (for regression test loss) and the shift of one layer, against the step. */
public final class CurvesController {
    private final Bench bench;
    private final Look look;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final Texts texts = Views.texts("curves");
    private final CurveView loss;
    private final CurveView test;
    private final CurveView shift;

    @FXML private StackPane lossPlot;
    @FXML private StackPane testPlot;
    @FXML private StackPane shiftPlot;
    @FXML private ComboBox<Integer> shiftLayer;

    CurvesController(Bench bench, Look look, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        this.bench = bench;
        this.look = look;
        this.palette = palette;
        this.frames = frames;
        loss = new CurveView(typeface, of -> CurvePlot.trainingLoss(of.history(), of.latest(), of.commands()));
        test = new CurveView(typeface, CurvePlot::test);
        shift = new CurveView(
                typeface, of -> CurvePlot.shift(of.history(), of.latest(), of.commands(), look.layerProperty().get()));
    }

    @FXML
    private void initialize() {
        place(loss, lossPlot, "loss");
        place(test, testPlot, "accuracy");
        place(shift, shiftPlot, "shift");
        Bindings.choice(shiftLayer, List.of(), this::layerName, look.layerProperty());
        look.layersProperty().subscribe(hidden ->
                shiftLayer.getItems().setAll(IntStream.rangeClosed(1, hidden.intValue() + 1).boxed().toList()));
        look.layerProperty().subscribe(chosen -> {
            shift.refresh();
            frames.hurry();
        });
        bench.snapshotProperty().addListener((property, before, now) -> show(now));
    }

    private void place(CurveView view, StackPane pane, String name) {
        pane.getChildren().add(0, view.canvas());
        Tooltip tooltip = new Tooltip(texts.get(name + ".tip"));
        pane.setAccessibleHelp(tooltip.getText());
        palette.subscribe(view::setPalette);
        frames.addSlow(view.canvas());
    }

    private String layerName(int layer) {
        return layer > look.layersProperty().get() ? texts.get("layer.output") : texts.get("layer.hidden", layer);
    }

    private void show(Snapshot newest) {
        List.of(loss, test, shift).forEach(view -> view.show(newest));
        if (!newest.playing()) {
            frames.hurry();
            lossPlot.setAccessibleText(loss.summary());
            testPlot.setAccessibleText(test.summary());
            testPlot.setAccessibleHelp(texts.get(newest.experiment().data().kind().regression() ? "testLoss.tip" : "accuracy.tip"));
            shiftPlot.setAccessibleText(shift.summary());
        }
    }
}
