package shiftscope.ui.plot;

import java.util.OptionalInt;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import shiftscope.measure.NormalizedBatch;
import shiftscope.plot.Box;
import shiftscope.plot.EightNumbersPlot;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;

/** Eight numbers on a canvas: dragged with the mouse; with the keyboard up and down choose one, left and right move it. */
public final class EightNumbersPane extends StackPane {
    private static final double STEP = 0.1;
    private static final double LEAP = 1;

    private final PlotCanvas canvas;
    private final Hand hand;
    private NormalizedBatch batch;
    private int chosen;
    private Palette palette = Palette.LIGHT;
    private boolean dragging;

    /**
     * What happens to the numbers.
     *
     * @param choose is given the number that was taken hold of, from 0
     * @param chooseNext is told how many numbers further on the next one is
     * @param moveTo is given where the chosen number is dragged to
     * @param moveBy is given how far it is moved
     */
    public record Hand(IntConsumer choose, IntConsumer chooseNext, DoubleConsumer moveTo, DoubleConsumer moveBy) {}

    /** Made without numbers. */
    public EightNumbersPane(Typeface typeface, Hand hand) {
        this.hand = hand;
        canvas = new PlotCanvas(typeface);
        canvas.setPainter(this::paint);
        getChildren().setAll(canvas);
        getStyleClass().add("eight-numbers");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::take);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dragging = false);
        addEventHandler(MouseEvent.MOUSE_MOVED, event ->
                setCursor(at(event).isPresent() ? Cursor.H_RESIZE : Cursor.DEFAULT));
    }

    public PlotCanvas canvas() {
        return canvas;
    }

    /**
     * Shows numbers.
     *
     * @param newest {@code null} while there are none
     * @param marked which of them is pointed out, from 0
     */
    public void show(NormalizedBatch newest, int marked) {
        batch = newest;
        chosen = marked;
        fit();
    }

    public void setPalette(Palette value) {
        palette = value;
        fit();
    }

    /** Takes as much height as everything needs; not to be called during a layout. */
    public void fit() {
        if (batch != null) {
            canvas.setMinHeight(Math.ceil(EightNumbersPlot.leastHeight(palette, batch, canvas.getWidth())));
            canvas.redraw();
        }
    }

    private EightNumbersPlot plot() {
        return new EightNumbersPlot(batch, new Box(0, 0, canvas.getWidth(), canvas.getHeight()), palette);
    }

    private OptionalInt at(MouseEvent event) {
        return batch == null ? OptionalInt.empty() : plot().at(event.getX() - canvas.getLayoutX(), event.getY() - canvas.getLayoutY(), chosen);
    }

    private void take(MouseEvent event) {
        requestFocus();
        OptionalInt taken = event.getButton() == MouseButton.PRIMARY ? at(event) : OptionalInt.empty();
        dragging = taken.isPresent();
        taken.ifPresent(hand.choose());
        // What scrolls around it would take the focus for itself.
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (dragging) {
            hand.moveTo().accept(plot().valueAt(event.getX() - canvas.getLayoutX()));
            event.consume();
        }
    }

    private void press(KeyEvent event) {
        double step = event.isShiftDown() ? LEAP : STEP;
        switch (event.getCode()) {
            case LEFT -> hand.moveBy().accept(-step);
            case RIGHT -> hand.moveBy().accept(step);
            case UP -> hand.chooseNext().accept(-1);
            case DOWN -> hand.chooseNext().accept(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void paint(Surface surface, double width, double height) {
        if (batch != null) {
            new EightNumbersPlot(batch, new Box(0, 0, width, height), palette).draw(surface, chosen);
        }
    }
}
