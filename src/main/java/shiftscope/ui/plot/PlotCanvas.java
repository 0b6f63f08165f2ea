package shiftscope.ui.plot;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import shiftscope.plot.Surface;

/**
 * A region that fills itself with a plot. It is drawn by {@link Frames}, and only after something has changed. What follows the mouse
 * may lie over it on a canvas of its own: the one below keeps what was drawn, so that moving the mouse does not draw the plot again.
 */
public final class PlotCanvas extends Region {
    /** Beyond this a canvas would need more memory than any wall is worth. */
    private static final double LONGEST = 8_192;

    private final Canvas canvas = new Canvas();
    private final Canvas over = new Canvas();
    private final Surface surface;
    private final Surface overSurface;
    private Painter painter = (target, width, height) -> {};
    private Painter overPainter = (target, width, height) -> {};
    private boolean stale = true;
    private boolean overStale;
    private long drawings;

    /** Draws a plot. */
    @FunctionalInterface
    public interface Painter {
        /** Draws on an empty surface of that size. */
        void paint(Surface surface, double width, double height);
    }

    public PlotCanvas(Typeface typeface) {
        surface = new CanvasSurface(canvas.getGraphicsContext2D(), typeface);
        overSurface = new CanvasSurface(over.getGraphicsContext2D(), typeface);
        canvas.setManaged(false);
        over.setManaged(false);
        over.setVisible(false);
        over.setMouseTransparent(true);
        getChildren().addAll(canvas, over);
    }

    public void setPainter(Painter painter) {
        this.painter = painter;
        redraw();
    }

    /** Draws what lies over the plot while {@link #pointOut} says so. */
    public void setOverPainter(Painter painter) {
        overPainter = painter;
    }

    /** Wants what lies over the plot to be drawn anew in the next frame; without anything to show, it is gone at once. */
    public void pointOut(boolean anything) {
        overStale = anything;
        over.setVisible(anything);
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
            over.setWidth(width);
            over.setHeight(height);
            draw();
        }
    }

    /** How often it has been drawn, for whoever measures frames. */
    public long drawings() {
        return drawings;
    }

    /** Returns whether there was something to draw. */
    boolean drawIfStale() {
        if (!stale && !overStale || !isInSight()) {
            return false;
        }
        if (stale) {
            draw();
        }
        if (overStale) {
            overStale = false;
            paint(over, overSurface, overPainter);
        }
        return true;
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
        paint(canvas, surface, painter);
    }

    private static void paint(Canvas canvas, Surface surface, Painter painter) {
        if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            painter.paint(surface, canvas.getWidth(), canvas.getHeight());
        }
    }
}
