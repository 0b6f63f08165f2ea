package shiftscope.ui.window;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import shiftscope.export.FigureView;
import shiftscope.plot.CurvePlot;
import shiftscope.plot.LayerNumber;
import shiftscope.plot.Palette;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.GradientProbes;
import shiftscope.ui.model.Look;
import shiftscope.ui.model.Texts;
import shiftscope.ui.plot.CurveView;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.Typeface;

/** A number of the layer looked at, chosen from all that are measured, against the step. Its controls are called by its place. */
public final class NumberCard {
    /** Below this many ems the layer is chosen below the number and not beside it. */
    private static final double ROOM_FOR_BOTH = 19;

    private final int place;
    private final ObjectProperty<LayerNumber> chosen;
    private final GradientProbes gradientProbes;
    private final Look look;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final Texts texts = Views.texts("number");
    private final CurveView view;
    private Snapshot newest;

    @FXML private GridPane choices;
    @FXML private ComboBox<LayerNumber> number;
    @FXML private ComboBox<Integer> layer;
    @FXML private Node probesRow;
    @FXML private Label cost;
    @FXML private ToggleSwitch probes;
    @FXML private StackPane plot;
    @FXML private Label nothing;

    /** @param place 1 for the upper card, 2 for the lower */
    NumberCard(
            int place,
            ObjectProperty<LayerNumber> chosen,
            GradientProbes gradientProbes,
            Look look,
            ObservableValue<Palette> palette,
            Frames frames,
            Typeface typeface) {
        this.place = place;
        this.chosen = chosen;
        this.gradientProbes = gradientProbes;
        this.look = look;
        this.palette = palette;
        this.frames = frames;
        view = new CurveView(typeface, of -> plotOf(of).withoutHeading());
    }

    @FXML
    private void initialize() {
        List.of(number, layer, probesRow, cost, probes, plot, nothing).forEach(node -> node.setId(node.getId() + place));
        plot.getChildren().add(0, view.canvas());
        GridPane.setHgrow(number, Priority.ALWAYS);
        GridPane.setHgrow(layer, Priority.SOMETIMES);
        choices.widthProperty().subscribe(() -> frames.soon(this::fit));
        palette.subscribe(() -> frames.soon(this::fit));
        palette.subscribe(view::setPalette);
        frames.addSlow(view.canvas());
        Bindings.choice(number, LayerNumber.values(), texts, "number", chosen);
        Bindings.choice(layer, List.of(), this::layerName, look.layerProperty());
        look.layersProperty().subscribe(hidden -> {
            layer.getItems().setAll(IntStream.rangeClosed(1, hidden.intValue() + 1).boxed().toList());
            layer.setValue(look.layerProperty().get());
        });
        look.layerProperty().subscribe(this::refresh);
        chosen.subscribe(this::refresh);
        gradientProbes.onProperty().subscribe(this::refresh);
        cost.textProperty().bind(gradientProbes.costProperty());
        probes.selectedProperty().bindBidirectional(gradientProbes.onProperty());
        Bindings.wholly(probes);
    }

    private void fit() {
        boolean wide = choices.getWidth() >= ROOM_FOR_BOTH * Skin.em(palette.getValue());
        GridPane.setConstraints(number, 0, 0);
        GridPane.setConstraints(layer, wide ? 1 : 0, wide ? 0 : 1);
    }

    /** What it plots, as a figure. */
    FigureView figure() {
        return FigureView.of(chosen.get());
    }

    private CurvePlot plotOf(Snapshot snapshot) {
        return CurvePlot.number(
                chosen.get(), snapshot.history(), snapshot.latest(), snapshot.commands(), look.layerProperty().get());
    }

    private String layerName(int which) {
        return which > look.layersProperty().get() ? texts.get("layer.output") : texts.get("layer.hidden", which);
    }

    private void refresh() {
        Bindings.shown(layer, chosen.get().perLayer());
        Bindings.shown(probesRow, chosen.get().probed());
        plot.setAccessibleHelp(texts.get("number." + chosen.get() + ".tip"));
        view.refresh();
        frames.hurry();
        if (newest != null) {
            tell();
        }
    }

    void show(Snapshot snapshot) {
        newest = snapshot;
        view.show(snapshot);
        if (!snapshot.playing() || chosen.get().probed()) {
            tell();
        }
    }

    /** What cannot be read from the curve: that there is none, and why; the newest numbers, for those who cannot see it. */
    private void tell() {
        String why = !plotOf(newest).isEmpty()
                ? ""
                : chosen.get().probed() && !gradientProbes.onProperty().get() ? texts.get("nothing.off") : texts.get("nothing");
        nothing.setText(why);
        plot.setAccessibleText(view.summary());
    }
}
