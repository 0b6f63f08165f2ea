package shiftscope.ui.plot;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import shiftscope.plot.HeldRanges;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;
import shiftscope.plot.ValueAxis;
import shiftscope.plot.WallLayout;
import shiftscope.plot.WallOptions;
import shiftscope.plot.WallScene;
import shiftscope.session.Snapshot;
import shiftscope.session.Viewing;

/**
 * The wall on a canvas, with the numbers at the mouse. As high as its rows need, or as high as there is room. The wheel zooms a row's
 * values and dragging moves them. Views over time, which change little from one snapshot to the next and take longer to draw, are
 * made anew about three times a second.
 */
public final class WallView {
    /** What a notch of the wheel does to the width of a range. */
    private static final double NOTCH = 1.2;
    /** How far JavaFX says that a notch scrolls, in pixels. */
    private static final double PIXELS_OF_NOTCH = 40;

    private final PlotCanvas canvas;
    private final HeldRanges ranges = new HeldRanges();
    private Kind kind = Kind.NOW;
    private WallOptions options = WallOptions.PLAIN;
    private Snapshot snapshot;
    private Palette palette = Palette.LIGHT;
    /** What was drawn last, or {@code null} if it is to be made anew. */
    private WallScene scene;
    private double sceneWidth;
    private double sceneHeight;
    private long madeAt;
    private double mouseX = -1;
    private double mouseY = -1;
    private Optional<?> pointedAt = Optional.empty();
    private ValueAxis dragged;
    private double draggedFrom;
    private IntConsumer onRow = row -> {};
    private IntConsumer onOpen = row -> {};
    private Consumer<Viewing.Zoom> onZoom = zoom -> {};
    private IntConsumer onZoomBack = row -> {};
    private BooleanSupplier scrolls = () -> false;

    /** The views that the wall has. */
    public enum Kind {
        NOW,
        RIDGES,
        HEAT_MAP,
        PERCENTILES
    }

    public WallView(Typeface typeface) {
        canvas = new PlotCanvas(typeface);
        canvas.setPainter(this::paint);
        canvas.setOverPainter((surface, width, height) -> scene().pointOut(surface, mouseX, mouseY));
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> moveMouse(event.getX(), event.getY()));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> moveMouse(-1, -1));
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dragged = null);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::turn);
    }

    public PlotCanvas canvas() {
        return canvas;
    }

    /** Is told the row that was clicked, from 0 for the input. */
    public void setOnRow(IntConsumer listener) {
        onRow = listener;
    }

    /** Is told the row that is to be shown large, from 0 for the input. */
    public void setOnOpen(IntConsumer listener) {
        onOpen = listener;
    }

    /** Is told the range that somebody wants a row to show. */
    public void setOnZoom(Consumer<Viewing.Zoom> listener) {
        onZoom = listener;
    }

    /** Is told the row that is to show its own range again. */
    public void setOnZoomBack(IntConsumer listener) {
        onZoomBack = listener;
    }

    /** Whether the wheel alone is to move the wall, so that zooming takes Ctrl too. */
    public void setScrolls(BooleanSupplier condition) {
        scrolls = condition;
    }

    public void show(Snapshot newest) {
        boolean otherRows = snapshot == null || snapshot.rows().size() != newest.rows().size();
        boolean otherRuns = snapshot == null || newest.step() == 0 || newest.step() < snapshot.step();
        snapshot = newest;
        if (otherRuns) {
            ranges.clear();
        }
        if (otherRows) {
            fit();
        }
        boolean due = System.nanoTime() - madeAt >= Frames.BETWEEN_SLOW_FRAMES;
        if (kind == Kind.NOW || otherRows || otherRuns || due || !newest.playing()) {
            makeAnew();
        }
    }

    public void setPalette(Palette value) {
        palette = value;
        fit();
        makeAnew();
    }

    public void setKind(Kind value) {
        kind = value;
        fit();
        makeAnew();
    }

    public void setOptions(WallOptions value) {
        options = value;
        makeAnew();
    }

    /** What is shown, in words. */
    public String summary() {
        return snapshot == null ? "" : scene().summary();
    }

    private void makeAnew() {
        scene = null;
        canvas.redraw();
    }

    private int rows() {
        return Math.max(1, kind == Kind.NOW ? snapshot.rows().size() : WallScene.overTime(snapshot).size());
    }

    private void fit() {
        if (snapshot != null) {
            canvas.setMinHeight(Math.ceil(WallLayout.leastHeight(rows(), palette)));
        }
    }

    private WallScene scene() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (scene == null || width != sceneWidth || height != sceneHeight) {
            WallLayout layout = WallLayout.of(width, height, rows(), palette);
            scene = switch (kind) {
                case NOW -> WallScene.now(snapshot, palette, layout, options);
                case RIDGES -> WallScene.ridges(snapshot, palette, layout, options, ranges);
                case HEAT_MAP -> WallScene.heatMap(snapshot, palette, layout, options, ranges);
                case PERCENTILES -> WallScene.percentiles(snapshot, palette, layout, options, ranges);
            };
            sceneWidth = width;
            sceneHeight = height;
            madeAt = System.nanoTime();
        }
        return scene;
    }

    private void paint(Surface surface, double width, double height) {
        if (snapshot != null) {
            scene().draw(surface);
            pointOut(scene().pointedAt(mouseX, mouseY));
        }
    }

    private void pointOut(Optional<?> what) {
        pointedAt = what;
        canvas.pointOut(what.isPresent());
    }

    private void moveMouse(double x, double y) {
        mouseX = x;
        mouseY = y;
        if (snapshot != null) {
            Optional<?> what = scene().pointedAt(x, y);
            if (!what.equals(pointedAt)) {
                pointOut(what);
            }
        }
    }

    private void press(MouseEvent event) {
        dragged = snapshot == null || event.getButton() != MouseButton.PRIMARY
                ? null
                : scene().axisAt(event.getX(), event.getY()).orElse(null);
        draggedFrom = dragged == null ? 0 : dragged.along(event.getX(), event.getY());
    }

    private void drag(MouseEvent event) {
        if (dragged == null) {
            moveMouse(event.getX(), event.getY());
        } else if (!event.isStillSincePress()) {
            // The numbers at the mouse would hide what is being moved.
            moveMouse(-1, -1);
            onZoom.accept(dragged.dragged(dragged.along(event.getX(), event.getY()) - draggedFrom));
        }
    }

    private void turn(ScrollEvent event) {
        boolean zooms = !event.isShiftDown() && event.getDeltaY() != 0 && (event.isControlDown() || !scrolls.getAsBoolean());
        if (zooms && snapshot != null) {
            scene().axisAt(event.getX(), event.getY()).ifPresent(axis -> {
                double factor = Math.pow(NOTCH, -event.getDeltaY() / PIXELS_OF_NOTCH);
                onZoom.accept(axis.zoomed(axis.along(event.getX(), event.getY()), factor));
                event.consume();
            });
        }
    }

    private void click(MouseEvent event) {
        if (snapshot == null || event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        scene().rowAt(event.getY()).ifPresent(onRow);
        Optional<ValueAxis> axis = scene().axisAt(event.getX(), event.getY());
        if (axis.isPresent() && event.getClickCount() == 2) {
            onZoomBack.accept(axis.get().row());
        } else if (axis.isEmpty()) {
            scene().opens(event.getX(), event.getY()).ifPresent(onOpen);
        }
    }
}
