package shiftscope.ui.plot;

import java.util.function.LongConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import shiftscope.plot.Box;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;
import shiftscope.plot.TimelinePlot;
import shiftscope.session.Snapshot;

/** The timeline on a canvas. Pressing and dragging asks for a step; what lies under the mouse is said beside it. */
public final class TimelineView extends StackPane {
    private static final double SOON_MILLIS = 150;

    private final PlotCanvas canvas;
    private final Tooltip tooltip = new Tooltip();
    private final LongConsumer onStep;
    private Snapshot snapshot;
    private long thumb;
    private String memory = "";
    private Palette palette = Palette.LIGHT;

    /** @param onStep is given every step that is asked for */
    public TimelineView(Typeface typeface, LongConsumer onStep) {
        this.onStep = onStep;
        canvas = new PlotCanvas(typeface);
        canvas.setPainter(this::paint);
        getChildren().setAll(canvas);
        getStyleClass().add("timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        tooltip.setShowDelay(Duration.millis(SOON_MILLIS));
        Tooltip.install(this, tooltip);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> tell(event.getX()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::ask);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::ask);
    }

    /** What is drawn, by {@link Frames}. */
    public PlotCanvas canvas() {
        return canvas;
    }

    /** Shows where in time a snapshot is. */
    public void show(Snapshot newest) {
        snapshot = newest;
        canvas.redraw();
        if (!newest.playing()) {
            setAccessibleText(plot().summary());
        }
    }

    /** Stands at a step, before there is a snapshot of it. */
    public void setThumb(long step) {
        thumb = step;
        canvas.redraw();
    }

    /** What is said of the memory that other steps take, below what lies under the mouse. */
    public void setMemory(String words) {
        memory = words;
    }

    public void setPalette(Palette value) {
        palette = value;
        canvas.redraw();
    }

    private TimelinePlot plot() {
        return TimelinePlot.of(snapshot, thumb);
    }

    private Box box() {
        return new Box(0, 0, canvas.getWidth(), canvas.getHeight());
    }

    private void ask(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && snapshot != null) {
            requestFocus();
            onStep.accept(plot().stepAt(box(), palette, event.getX()));
            tell(event.getX());
        }
    }

    private void tell(double x) {
        if (snapshot != null) {
            String words = plot().words(box(), palette, x);
            tooltip.setText(memory.isEmpty() ? words : words + "\n" + memory);
        }
    }

    private void paint(Surface surface, double width, double height) {
        if (snapshot != null) {
            plot().draw(surface, new Box(0, 0, width, height), palette);
        }
    }
}
