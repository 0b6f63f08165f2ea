package shiftscope.ui.window;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shiftscope.ui.model.ViewSettings;

/** Puts the parts of the window in their places. */
public final class WindowController {
    private final WindowParts parts;
    private final ViewSettings view;
    private final BooleanProperty helpShown = new SimpleBooleanProperty(this, "helpShown");

    @FXML private StackPane root;
    @FXML private BorderPane frame;

    WindowController(WindowParts parts, ViewSettings view) {
        this.parts = parts;
        this.view = view;
    }

    BooleanProperty helpShownProperty() {
        return helpShown;
    }

    @FXML
    private void initialize() {
        Parent panel = Views.load("experiment", parts.experiment());
        panel.visibleProperty().bind(view.panelProperty());
        panel.managedProperty().bind(view.panelProperty());
        frame.setTop(Views.load("topbar", parts.topBar()));
        frame.setLeft(panel);
        frame.setCenter(Views.load("wall", parts.wall()));
        frame.setRight(Views.load("curves", parts.curves()));
        frame.setBottom(new VBox(Views.load("timeline", parts.timeline()), Views.load("transport", parts.transport())));
        Parent sheet = Views.load("export", parts.export());
        StackPane.setAlignment(sheet, Pos.TOP_RIGHT);
        root.getChildren().add(sheet);
        root.getChildren().add(Views.load("help", new HelpController(helpShown)));
    }
}
