package shiftscope.ui.window;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.Bench;
import shiftscope.ui.model.ExperimentForm;
import shiftscope.ui.model.Numbers;
import shiftscope.ui.model.Speed;
import shiftscope.ui.model.Texts;
import shiftscope.ui.model.Timeline;
import shiftscope.ui.model.Transport;
import shiftscope.ui.plot.TimelineView;

/** The bar at the bottom: play, steps, speed, and how far the runs are. */
public final class TransportController {
    /** In less room, measured in ems, the callout says only what to do. */
    private static final double ROOM_FOR_WHOLE_CALLOUT = 17;

    private final Transport transport;
    private final Bench bench;
    private final ExperimentForm form;
    private final Timeline timeline;
    private final TimelineView view;
    private final Texts texts = Views.texts("transport");

    @FXML private Button reset;
    @FXML private Button stepBack;
    @FXML private Button play;
    @FXML private SVGPath playPicture;
    @FXML private Button step;
    @FXML private Button stepEpoch;
    @FXML private Label speedLabel;
    @FXML private Slider speed;
    @FXML private StackPane middle;
    @FXML private Node callout;
    @FXML private Label calloutText;
    @FXML private Button newSeed;
    @FXML private TabularText stepCount;
    @FXML private TabularText pace;

    TransportController(Transport transport, Bench bench, ExperimentForm form, Timeline timeline, TimelineView view) {
        this.transport = transport;
        this.bench = bench;
        this.form = form;
        this.timeline = timeline;
        this.view = view;
    }

    @FXML
    private void initialize() {
        reset.setOnAction(event -> transport.reset());
        stepBack.setOnAction(event -> timeline.back(1));
        play.setOnAction(event -> transport.toggle());
        step.setOnAction(event -> transport.advance(1));
        stepEpoch.setOnAction(event -> transport.advanceEpoch());
        newSeed.setOnAction(event -> form.drawSeed());

        speed.setMax(Speed.lastNotch());
        speed.valueProperty().bindBidirectional(transport.notchProperty());
        speedLabel.textProperty().bind(transport.notchProperty().map(notch -> Speed.label(notch.doubleValue())));

        callout.visibleProperty().bind(transport.calloutHolds());
        // Unseen it would still ask for the height of its words, one below the other where there is no room.
        callout.managedProperty().bind(callout.visibleProperty());
        view.visibleProperty().bind(callout.visibleProperty().not());
        middle.getChildren().add(0, view);
        middle.widthProperty().subscribe(this::fitCallout);
        transport.playingProperty().subscribe(this::showPlaying);
        bench.snapshotProperty().subscribe(this::show);
    }

    private void fitCallout() {
        double ems = middle.getWidth() / calloutText.getFont().getSize();
        calloutText.setText(texts.get(ems < ROOM_FOR_WHOLE_CALLOUT ? "callout.short" : "callout"));
    }

    private void showPlaying(boolean playing) {
        playPicture.setContent(texts.get(playing ? "picture.pause" : "picture.play"));
        playPicture.setTranslateX(playing ? 0 : 2);
        play.setAccessibleText(texts.get(playing ? "pause" : "play"));
    }

    private void show(Snapshot newest) {
        long steps = newest == null ? 0 : newest.step();
        double epoch = newest == null ? 0 : newest.epoch();
        double perSecond = newest == null ? 0 : newest.stepsPerSecond();
        stepBack.setDisable(steps == 0);
        stepCount.textProperty().set(texts.get("step.count", Numbers.grouped(steps)));
        pace.textProperty().set(texts.get(
                "pace", String.format(Locale.ROOT, "%.1f", epoch), Numbers.grouped(Math.round(perSecond))));
    }
}
