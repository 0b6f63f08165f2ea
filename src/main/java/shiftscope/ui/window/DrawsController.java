package shiftscope.ui.window;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shiftscope.lesson.Arguments;
import shiftscope.lesson.DrawnBatches;
import shiftscope.lesson.Exhibit;
import shiftscope.plot.DrawsPlot;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;
import shiftscope.ui.model.ExhibitStand;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.Typeface;

/** The means and deviations of many batches against their size, in the place of the wall. */
public final class DrawsController {
    private static final String SIZE = "m";

    private final ExhibitStand stand;
    private final BesidePlot<DrawsPlot> plot;
    private final Texts texts = Views.texts("draws");

    @FXML private VBox draws;
    @FXML private StackPane drawsPlot;
    @FXML private Label drawsCaption;
    @FXML private SegmentBar<Integer> drawsSize;

    DrawsController(WindowModel model, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        stand = model.exhibits().stand();
        plot = new BesidePlot<>(model.exhibits().draws(), palette, frames, typeface, this::paint);
    }

    @FXML
    private void initialize() {
        draws.visibleProperty().bind(stand.shows(Exhibit.Kind.DRAWS));
        drawsSize.setChoices(DrawnBatches.SIZES, m -> "drawsOf" + m, String::valueOf, m -> texts.get("size.tip", String.valueOf(m)));
        stand.argumentsProperty().subscribe(this::follow);
        drawsSize.valueProperty().subscribe(this::choose);
        plot.fill(drawsPlot, drawsCaption, texts.get("measuring"), texts.get("draws.tip"));
    }

    private void paint(DrawsPlot shown, Surface surface, Palette colours, double width, double height) {
        if (drawsSize.valueProperty().get() != null) {
            shown.draw(surface, colours, width, height, drawsSize.valueProperty().get());
        }
    }

    private void follow(Arguments arguments) {
        if (arguments.numbers().containsKey(SIZE)) {
            int wanted = arguments.whole(SIZE);
            drawsSize.valueProperty().set(DrawnBatches.SIZES.stream().filter(m -> m <= wanted).reduce((a, b) -> b).orElseThrow());
        }
    }

    private void choose(Integer m) {
        Arguments arguments = stand.argumentsProperty().get();
        if (m != null && arguments.numbers().containsKey(SIZE) && arguments.whole(SIZE) != m) {
            stand.argumentsProperty().set(arguments.with(SIZE, m));
        }
        plot.redraw();
    }
}
