package shiftscope.ui.window;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shiftscope.config.Side;
import shiftscope.plot.LayerPlot;
import shiftscope.plot.Palette;
import shiftscope.plot.UnitStrip;
import shiftscope.session.LayerDetail;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.LayerForm;
import shiftscope.ui.model.LayerLook;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.WindowModel;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.LayerCard;
import shiftscope.ui.plot.PhiCard;
import shiftscope.ui.plot.Typeface;
import shiftscope.ui.plot.UnitsPane;

/** One run's side of the layer that is shown large. Its controls are called by the run: {@code unitsA}, {@code unitsB}. */
public final class LayerSideController {
    /** Below this many ems φ stands under the histogram and not beside it. */
    private static final double ROOM_FOR_TWO_PLOTS = 27;

    private final WindowModel model;
    private final LayerLook layer;
    private final Side side;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final Texts texts = Views.texts("layerside");
    private final LayerRows rows;
    private final Map<LayerForm, Node> switches = new IdentityHashMap<>();
    private final LayerCard card;
    private final PhiCard phi;
    private final UnitsPane units;
    private final UnitNumbersController numbers;
    private final ProofsController proofs;

    @FXML private VBox layerSide;
    @FXML private Label run;
    @FXML private Label normalizer;
    @FXML private StackPane switchPlace;
    @FXML private GridPane plots;
    @FXML private StackPane cardPlace;
    @FXML private StackPane phiPlace;
    @FXML private StackPane unitsPlace;

    LayerSideController(WindowModel model, Side side, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        this.model = model;
        this.side = side;
        this.palette = palette;
        this.frames = frames;
        layer = model.layer();
        rows = new LayerRows(model.form().network(), model::run);
        card = new LayerCard(typeface, side, (low, high, again) -> layer.brush(side, low, high, again));
        phi = new PhiCard(typeface, side);
        units = new UnitsPane(typeface, layer::select, this::move);
        numbers = new UnitNumbersController(side);
        proofs = new ProofsController(model.proofs(side));
    }

    private void move(int places) {
        layer.move(units.order(), places);
    }

    @FXML
    private void initialize() {
        layerSide.getStyleClass().add(Skin.classOf(side));
        layerSide.getChildren().addAll(Views.load("unitnumbers", numbers), Views.load("proofs", proofs));
        run.setText(side.name());
        units.setId("units" + side);
        units.setAccessibleText(texts.get("units", side));
        units.setAccessibleHelp(texts.get("units.tip"));
        cardPlace.setId("layerCard" + side);
        cardPlace.getChildren().setAll(card.canvas());
        phiPlace.getChildren().setAll(phi.canvas());
        unitsPlace.getChildren().setAll(units);
        palette.subscribe(now -> {
            card.setPalette(now);
            phi.setPalette(now);
            units.setPalette(now);
        });
        List.of(card.canvas(), phi.canvas(), units.canvas()).forEach(frames::addQuick);
        model.look().layerProperty().addListener((property, before, now) -> placeSwitch());
        model.form().layers().rows().addListener((Observable changed) -> placeSwitch());
        placeSwitch();
    }

    /** The output has no normalizer, so nothing to choose. */
    private void placeSwitch() {
        List<LayerForm> forms = model.form().layers().rows();
        int chosen = layer.number();
        boolean hidden = chosen >= 1 && chosen <= forms.size();
        switches.keySet().retainAll(forms);
        switchPlace.getChildren().setAll(hidden ? List.of(switches.computeIfAbsent(forms.get(chosen - 1), this::choice)) : List.of());
        normalizer.setText(texts.get(hidden ? "normalizer" : "normalizer.output"));
    }

    private Node choice(LayerForm form) {
        Node choice = rows.normalization(form, side);
        choice.setId("ownNormalization" + side);
        return choice;
    }

    void show(Snapshot snapshot) {
        Optional<Row> row = layer.row(snapshot);
        Optional<LayerDetail> detail = layer.detail(snapshot);
        Optional<Integer> unit = detail.flatMap(layer::unit);
        card.show(row.map(of -> unit.map(one -> LayerPlot.of(of, detail.get(), one)).orElseGet(() -> LayerPlot.of(of, snapshot.tap())))
                .orElse(null));
        phi.show(detail.map(of -> of.of(side)).orElse(null), row.map(of -> of.of(side).saturated()).orElse(Double.NaN));
        units.show(
                detail.map(of -> new UnitStrip(side, of, layer.orderProperty().get().sorted(of.of(side).units()))).orElse(null),
                unit.map(OptionalInt::of).orElseGet(OptionalInt::empty));
        numbers.show(detail.map(of -> of.of(side)), unit);
        proofs.show(snapshot);
    }

    /** Where the plots stand depends on the width alone, so nothing jumps. */
    void fit(double ems) {
        boolean wide = ems >= ROOM_FOR_TWO_PLOTS;
        GridPane.setConstraints(cardPlace, 0, 0, wide ? 1 : 2, 1);
        GridPane.setConstraints(phiPlace, wide ? 1 : 0, wide ? 0 : 1, wide ? 1 : 2, 1);
    }
}
