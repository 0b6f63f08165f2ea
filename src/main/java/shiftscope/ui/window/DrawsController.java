package shiftscope.ui.window;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shiftscope.lesson.Arguments;
import shiftscope.lesson.DrawnBatches;
import shiftscope.lesson.Exhibit;
import shiftscope.plot.DrawsPlot;
import shiftscope.plot.Palette;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.PlotCanvas;
import shiftscope.ui.plot.Typeface;

/** The means and deviations of many batches against their size, in the place of the wall. */
public final class DrawsController {
    private static final String SIZE = "m";

    private final WindowModel model;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final PlotCanvas canvas;
    private final Texts texts = Views.texts("draws");

    @FXML private VBox draws;
    @FXML private StackPane drawsPlot;
    @FXML private Label drawsCaption;
    @FXML private SegmentBar<Integer> drawsSize;

    DrawsController(WindowModel model, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        this.model = model;
        this.palette = palette;
        this.frames = frames;
        canvas = new PlotCanvas(typeface);
    }

    @FXML
    private void initialize() {
        draws.visibleProperty().bind(model.exhibits().stand().shows(Exhibit.Kind.DRAWS));
        drawsSize.setChoices(DrawnBatches.SIZES, m -> "drawsOf" + m, String::valueOf, m -> texts.get("size.tip", String.valueOf(m)));
        model.exhibits().stand().argumentsProperty().subscribe(this::follow);
        drawsSize.valueProperty().subscribe(this::choose);
        drawsPlot.getChildren().add(canvas);
        canvas.setPainter((surface, width, height) -> {
            DrawsPlot plot = model.exhibits().draws().newestProperty().get();
            if (plot != null && drawsSize.valueProperty().get() != null) {
                plot.draw(surface, palette.getValue(), width, height, drawsSize.valueProperty().get());
            }
        });
        frames.addQuick(canvas);
        Tooltip.install(drawsPlot, new Tooltip(texts.get("draws.tip")));
        palette.subscribe(canvas::redraw);
        model.exhibits().draws().newestProperty().subscribe(this::show);
        model.exhibits().draws().refusalProperty().subscribe(this::show);
    }

    private void follow(Arguments arguments) {
        if (arguments.numbers().containsKey(SIZE)) {
            int wanted = arguments.whole(SIZE);
            drawsSize.valueProperty().set(DrawnBatches.SIZES.stream().filter(m -> m <= wanted).reduce((a, b) -> b).orElseThrow());
        }
    }

    private void choose(Integer m) {
        Arguments arguments = model.exhibits().stand().argumentsProperty().get();
        if (m != null && arguments.numbers().containsKey(SIZE) && arguments.whole(SIZE) != m) {
            model.exhibits().stand().argumentsProperty().set(arguments.with(SIZE, m));
        }
        canvas.redraw();
    }

    private void show() {
        DrawsPlot plot = model.exhibits().draws().newestProperty().get();
        String refusal = model.exhibits().draws().refusalProperty().get();
        drawsCaption.setText(plot != null ? plot.caption() : refusal.isEmpty() ? texts.get("measuring") : refusal);
        drawsPlot.setAccessibleText(plot != null ? plot.summary() : drawsCaption.getText());
        canvas.redraw();
    }
}
