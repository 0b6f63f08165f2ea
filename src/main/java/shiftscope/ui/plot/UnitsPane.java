package shiftscope.ui.plot;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import shiftscope.plot.Box;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;
import shiftscope.plot.UnitStrip;

/**
 * All units of a layer on one canvas beside a scroll bar. A click selects one, arrow keys move on from it, and the unit under the
 * mouse says its numbers.
 */
public final class UnitsPane extends HBox {
    private final PlotCanvas canvas;
    private final ScrollBar bar = new ScrollBar();
    private final IntConsumer onUnit;
    private final IntConsumer onMove;
    private UnitStrip strip;
    private OptionalInt selected = OptionalInt.empty();
    private OptionalInt pointedAt = OptionalInt.empty();
    private Palette palette = Palette.LIGHT;
    private double mouseX = -1;
    private double mouseY = -1;

    /**
     * Made without units.
     *
     * @param onUnit is given the unit that was clicked
     * @param onMove is told by how many places to move on
     */
    public UnitsPane(Typeface typeface, IntConsumer onUnit, IntConsumer onMove) {
        this.onUnit = onUnit;
        this.onMove = onMove;
        canvas = new PlotCanvas(typeface);
        canvas.setPainter(this::paint);
        bar.setOrientation(Orientation.VERTICAL);
        bar.valueProperty().addListener((property, before, now) -> canvas.redraw());
        HBox.setHgrow(canvas, Priority.ALWAYS);
        getChildren().setAll(canvas, bar);
        getStyleClass().add("units");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        canvas.widthProperty().addListener((property, before, now) -> fit());
        canvas.heightProperty().addListener((property, before, now) -> fit());
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> moveMouse(event.getX(), event.getY()));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> moveMouse(-1, -1));
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> click(event.getX(), event.getY()));
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    public PlotCanvas canvas() {
        return canvas;
    }

    /**
     * Shows the units.
     *
     * @param newest {@code null} while there is nothing to show
     * @param unit the one that is marked; comes into sight when it is another than before
     */
    public void show(UnitStrip newest, OptionalInt unit) {
        boolean reordered = strip == null || newest == null || !strip.order().equals(newest.order());
        boolean moved = !unit.equals(selected);
        strip = newest;
        selected = unit;
        if (reordered) {
            fit();
        }
        if (moved) {
            bringIntoSight();
        }
        canvas.redraw();
    }

    public void setPalette(Palette value) {
        palette = value;
        fit();
        canvas.redraw();
    }

    /** The units in the order in which they stand. */
    public List<Integer> order() {
        return strip == null ? List.of() : strip.order();
    }

    /** As high as whole tiles are: half a row looks like a fault. */
    private double room() {
        return UnitStrip.wholeRows(canvas.getHeight(), palette);
    }

    /** Scrolled by whole rows. */
    private double scrolled() {
        double pitch = UnitStrip.pitch(palette);
        return Math.round(bar.getValue() / pitch) * pitch;
    }

    private void fit() {
        double room = room();
        double beyond = strip == null ? 0 : Math.max(0, strip.height(canvas.getWidth(), palette) - room);
        bar.setMax(beyond);
        bar.setVisibleAmount(beyond == 0 ? 1 : beyond * room / (room + beyond));
        bar.setUnitIncrement(UnitStrip.pitch(palette));
        bar.setBlockIncrement(room);
        bar.setValue(Math.min(bar.getValue(), beyond));
        bar.setVisible(beyond > 0);
    }

    private void bringIntoSight() {
        int position = strip == null || selected.isEmpty() ? -1 : strip.order().indexOf(selected.getAsInt());
        if (position >= 0) {
            Box tile = strip.tile(position, canvas.getWidth(), 0, palette);
            double most = tile.y();
            double least = tile.bottom() - room();
            double value = Math.min(Math.max(bar.getValue(), least), most);
            bar.setValue(Math.max(0, Math.min(bar.getMax(), value)));
        }
    }

    private void paint(Surface surface, double width, double height) {
        if (strip != null) {
            pointedAt = unit(mouseX, mouseY);
            strip.draw(surface, new Box(0, 0, width, Math.min(height, room())), palette, scrolled(), selected, pointedAt);
        }
    }

    private OptionalInt unit(double x, double y) {
        boolean inside = strip != null && y < room();
        return inside ? strip.unit(x, y, canvas.getWidth(), scrolled(), palette) : OptionalInt.empty();
    }

    private void moveMouse(double x, double y) {
        mouseX = x;
        mouseY = y;
        if (!unit(x, y).equals(pointedAt)) {
            canvas.redraw();
        }
    }

    private void click(double x, double y) {
        requestFocus();
        unit(x, y).ifPresent(onUnit);
    }

    /** What cannot be scrolled here is scrolled around here. */
    private void scroll(ScrollEvent event) {
        double to = Math.max(0, Math.min(bar.getMax(), bar.getValue() - event.getDeltaY()));
        if (to != bar.getValue()) {
            bar.setValue(to);
            event.consume();
        }
    }

    private void press(KeyEvent event) {
        int row = strip == null ? 1 : strip.columns(canvas.getWidth(), palette);
        int places = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -row;
            case DOWN -> row;
            case HOME -> -order().size();
            case END -> order().size();
            default -> 0;
        };
        if (places != 0) {
            onMove.accept(places);
            event.consume();
        }
    }
}
