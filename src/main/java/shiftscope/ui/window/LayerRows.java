package shiftscope.ui.window;

import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Side;
import shiftscope.ui.model.LayerForm;
import shiftscope.ui.model.LayersForm;
import shiftscope.ui.model.NetworkForm;
import shiftscope.ui.model.RunSwitches;
import shiftscope.ui.model.Texts;

/** The rows of the part Single layers: above what rebuilds both runs, below, tinted, what changes while they play. */
final class LayerRows {
    private final NetworkForm network;
    private final Function<Side, RunSwitches> runs;
    private final Texts texts = Views.texts("network");
    private final Texts kinds = Views.texts("runheader");

    /** @param runs gives the switches that hold for layers without a normalizer of their own */
    LayerRows(NetworkForm network, Function<Side, RunSwitches> runs) {
        this.network = network;
        this.runs = runs;
    }

    /** Keeps one row in the pane for each of the form. */
    void fill(Pane pane, LayersForm form) {
        form.rows().addListener((ListChangeListener<LayerForm>) change -> {
            while (change.next()) {
                if (change.wasRemoved()) {
                    pane.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
                }
                pane.getChildren().addAll(change.getFrom(), change.getAddedSubList().stream().map(this::row).toList());
            }
        });
        pane.getChildren().setAll(form.rows().stream().map(this::row).toList());
    }

    private Node row(LayerForm layer) {
        Label number = new Label(String.valueOf(layer.layer()));
        number.getStyleClass().add("layer-number");
        number.setTooltip(new Tooltip(texts.get("layer", layer.layer())));
        VBox lines = new VBox(
                line("layer-line", activation(layer), placement(layer)),
                line("live-line", mark(Side.A), normalization(layer, Side.A), mark(Side.B), normalization(layer, Side.B)));
        lines.getStyleClass().add("layer-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox row = new HBox(number, lines);
        row.getStyleClass().add("layer-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox line(String style, Node... parts) {
        HBox line = new HBox(parts);
        line.getStyleClass().add(style);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label mark(Side side) {
        Label mark = new Label(side.name());
        mark.getStyleClass().addAll("run-mark", Skin.classOf(side));
        mark.setMinWidth(Control.USE_PREF_SIZE);
        return mark;
    }

    private Node activation(LayerForm layer) {
        OwnChoice.Words<ActivationKind> words = ofNetwork("activation");
        return placed(
                new OwnChoice<>(ActivationKind.values(), words, network.activationProperty(), layer.activationProperty()),
                "layer" + layer.layer() + "Activation",
                texts.get("layer.activation", layer.layer()),
                texts.get("layer.activation.tip", layer.layer()));
    }

    private Node placement(LayerForm layer) {
        OwnChoice.Words<Placement> words = ofNetwork("placement");
        return placed(
                new OwnChoice<>(Placement.values(), words, network.placementProperty(), layer.placementProperty()),
                "layer" + layer.layer() + "Placement",
                texts.get("layer.placement", layer.layer()),
                texts.get("layer.placement.tip", layer.layer()));
    }

    /** The choice of what normalizes that layer of that run. */
    Node normalization(LayerForm layer, Side side) {
        OwnChoice.Words<Normalization> words = new OwnChoice.Words<>(
                kind -> texts.get("normalization." + kind),
                kind -> texts.get("normalization." + kind + ".long"),
                kind -> kinds.get("kind." + kind + ".tip"),
                texts.get("own.switch"),
                texts.get("own.switch.tip"));
        return placed(
                new OwnChoice<>(
                        Normalization.values(), words, runs.apply(side).normalizationProperty(), layer.normalizationProperty(side)),
                "layer" + layer.layer() + "Normalization" + side,
                texts.get("layer.normalization", layer.layer(), side),
                texts.get("layer.normalization.tip", layer.layer(), side));
    }

    private <T> OwnChoice.Words<T> ofNetwork(String key) {
        return new OwnChoice.Words<>(
                kind -> texts.get(key + "." + kind),
                kind -> texts.get(key + "." + kind),
                kind -> texts.get(key + "." + kind + ".tip"),
                texts.get("own.network"),
                texts.get("own.network.tip"));
    }

    private static Node placed(OwnChoice<?> choice, String id, String title, String explanation) {
        choice.setId(id);
        choice.explain(title, explanation);
        HBox.setHgrow(choice, Priority.ALWAYS);
        return choice;
    }
}
