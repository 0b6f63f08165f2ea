package shiftscope.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shiftscope.lesson.Exhibit;
import shiftscope.plot.Box;
import shiftscope.plot.Numbers;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;
import shiftscope.plot.SweepPlot;
import shiftscope.ui.model.ExhibitStand;
import shiftscope.ui.model.SweepExhibit;
import shiftscope.ui.model.Texts;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.PlotCanvas;
import shiftscope.ui.plot.Typeface;

/** A lesson's sweep, in the place of the wall: the button that runs it, how far it is, and its picture. */
public final class SweepController {
    private static final double SECONDS_PER_MINUTE = 60;
    /** From here on a time is told in minutes. */
    private static final double MOST_SECONDS = 100;
    private static final double TENS = 10;

    private final ExhibitStand exhibits;
    private final SweepExhibit exhibit;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final Texts texts = Views.texts("sweep");
    private final PlotCanvas canvas;
    private Optional<SweepPlot.Pointed> pointed = Optional.empty();

    @FXML private VBox sweep;
    @FXML private Button runSweep;
    @FXML private Button cancelSweep;
    @FXML private ProgressBar sweepProgress;
    @FXML private Label sweepStatus;
    @FXML private StackPane sweepPlot;

    SweepController(ExhibitStand exhibits, SweepExhibit exhibit, ObservableValue<Palette> palette, Frames frames, Typeface typeface) {
        this.exhibits = exhibits;
        this.exhibit = exhibit;
        this.palette = palette;
        this.frames = frames;
        canvas = new PlotCanvas(typeface);
    }

    @FXML
    private void initialize() {
        sweep.visibleProperty().bind(exhibits.shows(Exhibit.Kind.SWEEP));
        sweepPlot.getChildren().add(canvas);
        canvas.setPainter(this::paint);
        canvas.setOverPainter(this::paintReadout);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointAway());
        frames.addQuick(canvas);
        palette.subscribe(canvas::redraw);
        sweepProgress.progressProperty().bind(exhibit.progressProperty());
        for (ObservableValue<?> watched : List.of(
                exhibit.stateProperty(), exhibit.progressProperty(), exhibit.secondsProperty(), exhibit.refusalProperty(),
                exhibit.plotProperty())) {
            watched.subscribe(this::tell);
        }
        exhibit.plotProperty().subscribe(plot -> {
            pointAway();
            canvas.redraw();
            sweepPlot.setAccessibleText(plot == null ? "" : plot.summary());
        });
    }

    @FXML
    private void run() {
        exhibit.run();
    }

    @FXML
    private void cancel() {
        exhibit.cancel();
    }

    private void tell() {
        SweepExhibit.State state = exhibit.stateProperty().get();
        int runs = exhibit.runs();
        int ended = exhibit.ended();
        double seconds = exhibit.secondsProperty().get();
        boolean known = !Double.isNaN(seconds);
        boolean running = state == SweepExhibit.State.RUNNING;
        Bindings.shown(runSweep, state == SweepExhibit.State.IDLE);
        Bindings.shown(sweepProgress, running);
        Bindings.shown(cancelSweep, running);
        runSweep.setText(!known
                ? texts.get("run", Numbers.count(runs - ended))
                : texts.get(ended == 0 ? "run.about" : "run.rest", Numbers.count(runs - ended), about(seconds)));
        String count = Numbers.count(ended);
        String all = Numbers.count(runs);
        sweepStatus.setText(switch (state) {
            case IDLE -> ended == 0 ? "" : texts.get("some", count, all);
            case RUNNING -> known ? texts.get("running.left", count, all, about(seconds)) : texts.get("running", count, all);
            case DONE -> texts.get("done", all);
            case REFUSED -> exhibit.refusalProperty().get();
        });
    }

    /** Coarse, since it is a guess: seconds up to ten, then tens of seconds, then minutes. */
    private String about(double seconds) {
        if (seconds > MOST_SECONDS) {
            return texts.get("minutes", Numbers.count(Math.round(seconds / SECONDS_PER_MINUTE)));
        }
        double rounded = seconds < TENS ? Math.ceil(seconds) : TENS * Math.round(seconds / TENS);
        return texts.get("seconds", Numbers.count((long) Math.max(1, rounded)));
    }

    private void point(double x, double y) {
        SweepPlot plot = exhibit.plotProperty().get();
        pointed = plot == null ? Optional.empty() : plot.at(whole(canvas.getWidth(), canvas.getHeight()), palette.getValue(), x, y);
        canvas.pointOut(pointed.isPresent());
    }

    private void pointAway() {
        pointed = Optional.empty();
        canvas.pointOut(false);
    }

    private static Box whole(double width, double height) {
        return new Box(0, 0, Math.floor(width), Math.floor(height));
    }

    private void paint(Surface surface, double width, double height) {
        if (exhibit.plotProperty().get() != null) {
            exhibit.plotProperty().get().draw(surface, whole(width, height), palette.getValue());
        }
    }

    private void paintReadout(Surface surface, double width, double height) {
        pointed.ifPresent(at -> exhibit.plotProperty().get().drawReadout(surface, whole(width, height), palette.getValue(), at));
    }
}
