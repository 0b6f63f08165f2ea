package shiftscope.ui.plot;

import java.util.OptionalInt;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import shiftscope.config.Side;
import shiftscope.plot.Box;
import shiftscope.plot.LayerPlot;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;

/** A layer of one run, or one of its units, on a canvas: the bin under the mouse with its numbers; bars can be clicked and dragged over. */
public final class LayerCard {
    private final PlotCanvas canvas;
    private final Side side;
    private final OnBars onBars;
    private LayerPlot plot;
    private Palette palette = Palette.LIGHT;
    private OptionalInt pointedAt = OptionalInt.empty();
    private OptionalInt from = OptionalInt.empty();
    private double mouseX = -1;
    private double mouseY = -1;

    /** Is told of bars that are chosen. */
    @FunctionalInterface
    public interface OnBars {
        /**
         * Bars were chosen.
         *
         * @param low the lower edge of the first
         * @param high the upper edge of the last
         * @param again whether choosing what is chosen already means to take it back
         */
        void chosen(double low, double high, boolean again);
    }

    public LayerCard(Typeface typeface, Side side, OnBars onBars) {
        this.side = side;
        this.onBars = onBars;
        canvas = new PlotCanvas(typeface);
        canvas.setPainter(this::paint);
        canvas.setOverPainter((surface, width, height) -> pointedAt.ifPresent(
                bin -> plot.pointOut(surface, new Box(0, 0, width, height), palette, side, bin)));
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> moveMouse(event.getX(), event.getY()));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> moveMouse(-1, -1));
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    }

    public PlotCanvas canvas() {
        return canvas;
    }

    /** @param newest {@code null} while there is nothing to show */
    public void show(LayerPlot newest) {
        plot = newest;
        canvas.redraw();
    }

    public void setPalette(Palette value) {
        palette = value;
        canvas.redraw();
    }

    private void paint(Surface surface, double width, double height) {
        Box box = new Box(0, 0, width, height);
        if (plot == null) {
            LayerPlot.drawWaiting(surface, box, palette);
        } else {
            plot.draw(surface, box, palette, side);
        }
        pointOut(bin(mouseX, mouseY));
    }

    private void pointOut(OptionalInt bin) {
        pointedAt = bin;
        canvas.pointOut(bin.isPresent());
    }

    private OptionalInt bin(double x, double y) {
        return plot == null
                ? OptionalInt.empty()
                : plot.bin(new Box(0, 0, canvas.getWidth(), canvas.getHeight()), palette, side, x, y);
    }

    private void moveMouse(double x, double y) {
        mouseX = x;
        mouseY = y;
        OptionalInt bin = bin(x, y);
        if (!bin.equals(pointedAt)) {
            pointOut(bin);
        }
    }

    private void press(MouseEvent event) {
        from = event.getButton() == MouseButton.PRIMARY ? bin(event.getX(), event.getY()) : OptionalInt.empty();
        from.ifPresent(bin -> choose(bin, bin, true));
        mouseY = event.getY();
    }

    /** A drag may leave the height of the bars: only where it is along the axis counts. */
    private void drag(MouseEvent event) {
        mouseX = event.getX();
        OptionalInt to = bin(mouseX, mouseY);
        if (from.isPresent() && to.isPresent() && !to.equals(pointedAt)) {
            choose(Math.min(from.getAsInt(), to.getAsInt()), Math.max(from.getAsInt(), to.getAsInt()), false);
        }
        pointOut(to);
    }

    private void choose(int first, int last, boolean again) {
        onBars.chosen(plot.edge(side, first), plot.edge(side, last + 1), again);
    }
}
