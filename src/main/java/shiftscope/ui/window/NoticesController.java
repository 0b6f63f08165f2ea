package shiftscope.ui.window;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import shiftscope.ui.model.Notices;
import shiftscope.ui.model.Transport;

/** The message bars above the wall: there only while there is something to say. */
public final class NoticesController {
    private final Notices model;
    private final Transport transport;

    @FXML private Node notices;
    @FXML private Node messageBar;
    @FXML private Label message;
    @FXML private Button dismiss;
    @FXML private Node stoppedBar;
    @FXML private Label stopped;
    @FXML private Button resetAfterStop;

    NoticesController(Notices notices, Transport transport) {
        model = notices;
        this.transport = transport;
    }

    @FXML
    private void initialize() {
        show(messageBar, message, model.troubleProperty());
        show(stoppedBar, stopped, model.stoppedProperty());
        notices.managedProperty().bind(messageBar.managedProperty().or(stoppedBar.managedProperty()));
        dismiss.setOnAction(event -> model.dismiss());
        resetAfterStop.setOnAction(event -> transport.reset());
    }

    private static void show(Node bar, Label label, ReadOnlyStringProperty sentence) {
        label.textProperty().bind(sentence);
        bar.visibleProperty().bind(sentence.isNotEmpty());
        bar.managedProperty().bind(sentence.isNotEmpty());
    }
}
