package shiftscope.ui.window;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import shiftscope.lesson.Exhibit;
import shiftscope.plot.Box;
import shiftscope.plot.ChainPlot;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;
import shiftscope.ui.model.ChainExhibit;
import shiftscope.ui.model.ExhibitStand;
import shiftscope.ui.model.Texts;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.PlotCanvas;
import shiftscope.ui.plot.Typeface;

/** The exhibit of a product of weights, in the place of the wall. */
public final class ChainController {
    private final ChainExhibit exhibit;
    private final BooleanBinding visible;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final PlotCanvas canvas;
    private final Texts texts = Views.texts("chain");
    private List<ExhibitSlider> own = List.of();

    @FXML private ScrollPane chain;
    @FXML private ExhibitSlider chainX;
    @FXML private ExhibitSlider chainWeight;
    @FXML private ExhibitSlider chainAlpha;
    @FXML private ExhibitSlider chainDepth;
    @FXML private ToggleSwitch chainOwn;
    @FXML private FlowPane chainWeights;
    @FXML private StackPane chainPlot;

    ChainController(ExhibitStand stand, ChainExhibit exhibit, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        this.exhibit = exhibit;
        this.palette = palette;
        this.frames = frames;
        visible = stand.shows(Exhibit.Kind.CHAIN);
        canvas = new PlotCanvas(typeface);
    }

    @FXML
    private void initialize() {
        chain.visibleProperty().bind(visible);
        chainX.show(exhibit.x(), "ChainX", texts.get("x.tip"));
        chainWeight.show(exhibit.weight(), "ChainWeight", texts.get("w.tip"));
        chainAlpha.show(exhibit.alpha(), "ChainAlpha", texts.get("alpha.tip"));
        chainDepth.show(exhibit.depth(), "ChainDepth", texts.get("depth.tip"));
        Bindings.wholly(chainOwn);
        chainOwn.selectedProperty().bindBidirectional(exhibit.ownProperty());
        own = IntStream.range(0, ChainExhibit.MOST).mapToObj(this::own).toList();
        chainWeights.getChildren().setAll(own);
        exhibit.ownProperty().subscribe(each -> {
            Bindings.shown(chainWeights, each);
            chainWeight.setDisable(each);
        });
        chainPlot.getChildren().setAll(canvas);
        canvas.setPainter(this::paint);
        frames.addQuick(canvas);
        palette.subscribe(() -> frames.soon(this::fit));
        canvas.widthProperty().subscribe(() -> frames.soon(this::fit));
        exhibit.shownProperty().subscribe(this::show);
    }

    private ExhibitSlider own(int index) {
        ExhibitSlider slider = new ExhibitSlider();
        slider.getStyleClass().add("narrow-slider");
        slider.show(exhibit.weights().get(index), "ChainWeight" + (index + 1), texts.get("own.one.tip"));
        return slider;
    }

    private void show(ChainExhibit.Shown shown) {
        if (shown != null) {
            IntStream.range(0, own.size()).forEach(i -> Bindings.shown(own.get(i), i < shown.chain().length()));
            chainPlot.setAccessibleText(ChainPlot.summary(shown.chain(), shown.alpha()));
            frames.soon(this::fit);
            canvas.redraw();
        }
    }

    private void fit() {
        ChainExhibit.Shown shown = exhibit.shownProperty().get();
        if (shown != null) {
            canvas.setMinHeight(Math.ceil(ChainPlot.leastHeight(palette.getValue(), shown.chain(), canvas.getWidth())));
            canvas.redraw();
        }
    }

    private void paint(Surface surface, double width, double height) {
        ChainExhibit.Shown shown = exhibit.shownProperty().get();
        if (shown != null) {
            ChainPlot.draw(surface, new Box(0, 0, width, height), palette.getValue(), shown.chain(), shown.alpha());
        }
    }
}
