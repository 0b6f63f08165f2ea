package shiftscope.ui.plot;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import shiftscope.plot.Surface;

/** A region that fills itself with a plot. It is drawn by {@link Frames}, and only after something has changed. */
public final class PlotCanvas extends Region {
    /** Beyond this a canvas would need more memory than any wall is worth. */
    private static final double LONGEST = 8_192;

    private final Canvas canvas = new Canvas();
    private final Surface surface;
    private Painter painter = (target, width, height) -> {};
    private boolean stale = true;
    private long drawings;

    /** Draws a plot. */
    @FunctionalInterface
    public interface Painter {
        /** Draws on an empty surface of that size. */
        void paint(Surface surface, double width, double height);
    }

    public PlotCanvas(Typeface typeface) {
        surface = new CanvasSurface(canvas.getGraphicsContext2D(), typeface);
        canvas.setManaged(false);
        getChildren().add(canvas);
    }

    public void setPainter(Painter painter) {
        this.painter = painter;
        redraw();
    }

    /** Wants to be drawn anew in the next frame. */
    public void redraw() {
        stale = true;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.min(LONGEST, Math.floor(getWidth()));
        double height = Math.min(LONGEST, Math.floor(getHeight()));
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            draw();
        }
    }

    /** How often it has been drawn, for whoever measures frames. */
    public long drawings() {
        return drawings;
    }

    void drawIfStale() {
        if (stale && isInSight()) {
            draw();
        }
    }

    /** What stands behind another view is drawn when it comes back. */
    private boolean isInSight() {
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void draw() {
        stale = false;
        drawings++;
        if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            painter.paint(surface, canvas.getWidth(), canvas.getHeight());
        }
    }
}
