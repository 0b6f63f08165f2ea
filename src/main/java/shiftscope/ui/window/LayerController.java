package shiftscope.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import shiftscope.config.Side;
import shiftscope.plot.Palette;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.LayerLook;
import shiftscope.ui.model.Look;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.UnitOrder;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.Typeface;

/** One layer large, in the place of the wall: A left, B right, under a line that leads back and to the neighbouring layers. */
public final class LayerController {
    private final WindowModel model;
    private final LayerLook layer;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final Texts texts = Views.texts("layer");
    private final List<LayerSideController> sides;

    @FXML private ScrollPane layerScroll;
    @FXML private Button layerBefore;
    @FXML private Button layerAfter;
    @FXML private Label layerName;
    @FXML private SegmentBar<UnitOrder> order;
    @FXML private HBox runs;

    LayerController(WindowModel model, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        this.model = model;
        this.palette = palette;
        this.frames = frames;
        layer = model.layer();
        sides = Stream.of(Side.values()).map(side -> new LayerSideController(model, side, palette, frames, typeface)).toList();
    }

    @FXML
    private void initialize() {
        Look look = model.look();
        layerScroll.visibleProperty().bind(look.layerSeen());
        Bindings.drawnDirectly(layerScroll);
        for (LayerSideController side : sides) {
            Parent run = Views.load("layerside", side);
            HBox.setHgrow(run, Priority.ALWAYS);
            ((Region) run).setPrefWidth(100);
            runs.getChildren().add(run);
        }
        order.setChoices(
                List.of(UnitOrder.values()),
                choice -> "order" + RunHeaderController.capitalized(choice.name()),
                choice -> texts.get("order." + choice),
                choice -> texts.get("order." + choice + ".tip"));
        order.valueProperty().bindBidirectional(layer.orderProperty());
        for (Observable watched : List.<Observable>of(
                look.layerShownProperty(),
                look.layerProperty(),
                look.layersProperty(),
                look.unitProperty(),
                layer.orderProperty(),
                model.bench().snapshotProperty())) {
            watched.addListener(changed -> show());
        }
        runs.widthProperty().subscribe(() -> frames.soon(this::fit));
        palette.subscribe(() -> frames.soon(this::fit));
    }

    @FXML
    private void backToWall() {
        layer.backToWall();
    }

    @FXML
    private void showBefore() {
        layer.showNeighbour(-1);
    }

    @FXML
    private void showAfter() {
        layer.showNeighbour(1);
    }

    private void show() {
        Look look = model.look();
        if (!look.layerShownProperty().get() || layer.number() == 0) {
            return;
        }
        layerName.setText(layer.isOutput() ? texts.get("name.output") : texts.get("name.hidden", layer.number()));
        layerBefore.setDisable(!layer.hasNeighbour(-1));
        layerAfter.setDisable(!layer.hasNeighbour(1));
        Optional<Snapshot> newest = Optional.ofNullable(model.bench().snapshotProperty().get());
        newest.ifPresent(snapshot -> sides.forEach(side -> side.show(snapshot)));
    }

    private void fit() {
        double ems = runs.getWidth() / 2 / Skin.em(palette.getValue());
        // Newer toolkits ask how high a side is at the width that it prefers, whatever width it is given.
        double half = Math.max(100, Math.floor((runs.getWidth() - runs.getSpacing()) / 2));
        runs.getChildren().forEach(run -> ((Region) run).setPrefWidth(half));
        sides.forEach(side -> side.fit(ems));
    }
}
