package shiftscope.ui.plot;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.input.MouseEvent;
import shiftscope.plot.Hit;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;
import shiftscope.plot.WallLayout;
import shiftscope.plot.WallPlot;
import shiftscope.session.Snapshot;

/** The wall on a canvas, with the bin under the mouse pointed out. As high as its rows need, or as high as there is room. */
public final class WallView {
    private final PlotCanvas canvas;
    private Snapshot snapshot;
    private Palette palette = Palette.LIGHT;
    private Optional<Hit> pointedAt = Optional.empty();
    private double mouseX = -1;
    private double mouseY = -1;
    private IntConsumer onRow = row -> {};

    public WallView(Typeface typeface) {
        canvas = new PlotCanvas(typeface);
        canvas.setPainter(this::paint);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::point);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> moveMouse(-1, -1));
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    public PlotCanvas canvas() {
        return canvas;
    }

    /** Is told the row that was clicked, from 0. */
    public void setOnRow(IntConsumer listener) {
        onRow = listener;
    }

    public void show(Snapshot newest) {
        boolean otherRows = snapshot == null || snapshot.rows().size() != newest.rows().size();
        snapshot = newest;
        if (otherRows) {
            fit();
        }
        canvas.redraw();
    }

    public void setPalette(Palette value) {
        palette = value;
        fit();
        canvas.redraw();
    }

    /** The bin that the mouse points at. */
    public Optional<Hit> pointedAt() {
        return pointedAt;
    }

    private void fit() {
        if (snapshot != null) {
            canvas.setMinHeight(Math.ceil(WallLayout.leastHeight(snapshot.rows().size(), palette)));
        }
    }

    private WallLayout layout(double width, double height) {
        return WallLayout.of(width, height, snapshot.rows().size(), palette);
    }

    private void paint(Surface surface, double width, double height) {
        if (snapshot != null) {
            WallLayout layout = layout(width, height);
            pointedAt = layout.hit(mouseX, mouseY, snapshot);
            WallPlot.draw(surface, snapshot, palette, layout, pointedAt);
        }
    }

    private void point(MouseEvent event) {
        moveMouse(event.getX(), event.getY());
    }

    private void moveMouse(double x, double y) {
        mouseX = x;
        mouseY = y;
        if (snapshot != null && !layout(canvas.getWidth(), canvas.getHeight()).hit(x, y, snapshot).equals(pointedAt)) {
            canvas.redraw();
        }
    }

    private void click(MouseEvent event) {
        if (snapshot != null) {
            layout(canvas.getWidth(), canvas.getHeight()).row(event.getY()).ifPresent(onRow);
        }
    }
}
