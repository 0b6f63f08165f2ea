package shiftscope.ui.window;

import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import shiftscope.ui.model.Texts;

/** The list of keys, lying lightly over the window. */
public final class HelpController {
    private final BooleanProperty shown;
    private final Texts texts = Views.texts("help");

    @FXML private Node helpOverlay;
    @FXML private Node card;
    @FXML private Button closeHelp;
    @FXML private GridPane keys;

    HelpController(BooleanProperty shown) {
        this.shown = shown;
    }

    @FXML
    private void initialize() {
        helpOverlay.visibleProperty().bind(shown);
        helpOverlay.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> shown.set(false));
        card.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        closeHelp.setOnAction(event -> shown.set(false));
        String[] names = texts.get("keys").split(",");
        int rows = (names.length + 1) / 2;
        for (int i = 0; i < names.length; i++) {
            Label key = new Label(texts.get(names[i]));
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            keys.add(key, i / rows * 2, i % rows);
            keys.add(new Label(texts.get(names[i] + ".does")), i / rows * 2 + 1, i % rows);
        }
    }
}
