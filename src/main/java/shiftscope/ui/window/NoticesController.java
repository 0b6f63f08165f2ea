package shiftscope.ui.window;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import shiftscope.ui.model.Notices;
import shiftscope.ui.model.Numbers;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.Timeline;
import shiftscope.ui.model.Transport;

/** The message bars above the wall: there only while there is something to say. */
public final class NoticesController {
    private final Notices model;
    private final Transport transport;
    private final Timeline timeline;
    private final Texts texts = Views.texts("notices");

    @FXML private Node notices;
    @FXML private Node messageBar;
    @FXML private Label message;
    @FXML private Button dismiss;
    @FXML private Node newsBar;
    @FXML private Label news;
    @FXML private Pane offers;
    @FXML private Button dismissNews;
    @FXML private Node stoppedBar;
    @FXML private Label stopped;
    @FXML private Button backAfterStop;
    @FXML private Button resetAfterStop;

    NoticesController(Notices notices, Transport transport, Timeline timeline) {
        model = notices;
        this.transport = transport;
        this.timeline = timeline;
    }

    @FXML
    private void initialize() {
        show(messageBar, message, model.troubleProperty());
        show(newsBar, news, model.newsProperty());
        show(stoppedBar, stopped, model.stoppedProperty());
        notices.managedProperty().bind(messageBar.managedProperty().or(newsBar.managedProperty()).or(stoppedBar.managedProperty()));
        dismiss.setOnAction(event -> model.dismiss());
        dismissNews.setOnAction(event -> model.dismissNews());
        model.offersProperty().subscribe(wanted -> offers.getChildren().setAll(wanted.stream().map(this::button).toList()));
        model.stepBeforeProperty().subscribe(step -> backAfterStop.setText(texts.get("back", Numbers.grouped(step.longValue()))));
        backAfterStop.setOnAction(event -> timeline.goTo(model.stepBeforeProperty().get()));
        resetAfterStop.setOnAction(event -> transport.reset());
    }

    private Button button(Notices.Offer offer) {
        Button button = new Button(offer.label());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> model.take(offer));
        return button;
    }

    private static void show(Node bar, Label label, ReadOnlyStringProperty sentence) {
        label.textProperty().bind(sentence);
        bar.visibleProperty().bind(sentence.isNotEmpty());
        bar.managedProperty().bind(sentence.isNotEmpty());
    }
}
