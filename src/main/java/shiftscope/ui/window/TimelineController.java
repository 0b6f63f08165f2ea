package shiftscope.ui.window;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import shiftscope.plot.Palette;
import shiftscope.ui.model.Bench;
import shiftscope.ui.model.Timeline;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.TimelineView;
import shiftscope.ui.plot.Typeface;

/** The line that says that an earlier step is shown, and the timeline, which stands between the buttons below. */
public final class TimelineController {
    private final Timeline timeline;
    private final TimelineView view;

    @FXML private Node pastBar;
    @FXML private Label past;
    @FXML private Button forkHere;
    @FXML private Button backToNow;

    TimelineController(Timeline timeline, Bench bench, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        this.timeline = timeline;
        view = new TimelineView(typeface, timeline::goTo);
        view.setId("timeline");
        view.setAccessibleHelp(Views.texts("timeline").get("keys"));
        palette.subscribe(view::setPalette);
        frames.addQuick(view.canvas());
        timeline.thumbProperty().subscribe(step -> view.setThumb(step.longValue()));
        timeline.memoryProperty().subscribe(view::setMemory);
        bench.snapshotProperty().addListener((property, before, now) -> view.show(now));
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The timeline itself. */
    TimelineView view() {
        return view;
    }

    @FXML
    private void initialize() {
        past.textProperty().bind(timeline.sentenceProperty());
        pastBar.visibleProperty().bind(timeline.sentenceProperty().isNotEmpty());
        pastBar.managedProperty().bind(pastBar.visibleProperty());
        forkHere.setOnAction(event -> timeline.forkHere());
        backToNow.setOnAction(event -> timeline.backToNow());
        forkHere.disableProperty().bind(timeline.pastProperty().not());
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> timeline.back(event.isShiftDown() ? Shortcuts.TEN : 1);
            case RIGHT -> timeline.back(event.isShiftDown() ? -Shortcuts.TEN : -1);
            case PAGE_UP -> timeline.backEpochs(1);
            case PAGE_DOWN -> timeline.backEpochs(-1);
            case HOME -> timeline.goTo(0);
            case END -> timeline.backToNow();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
