package shiftscope.ui.plot;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.input.MouseEvent;
import shiftscope.plot.Box;
import shiftscope.plot.CurvePlot;
import shiftscope.plot.Palette;
import shiftscope.plot.Reading;
import shiftscope.plot.Surface;
import shiftscope.session.Snapshot;

/** A curve on a canvas, with the numbers of the step under the mouse. */
public final class CurveView {
    private final PlotCanvas canvas;
    private final Function<Snapshot, CurvePlot> plotOf;
    private Snapshot snapshot;
    private CurvePlot plot;
    private Palette palette = Palette.LIGHT;
    private double mouseX = -1;

    /** @param plotOf chooses what is plotted of a snapshot */
    public CurveView(Typeface typeface, Function<Snapshot, CurvePlot> plotOf) {
        this.plotOf = plotOf;
        canvas = new PlotCanvas(typeface);
        canvas.setPainter(this::paint);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> moveMouse(event.getX()));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> moveMouse(-1));
    }

    public PlotCanvas canvas() {
        return canvas;
    }

    public void show(Snapshot newest) {
        snapshot = newest;
        refresh();
    }

    public void setPalette(Palette value) {
        palette = value;
        canvas.redraw();
    }

    /** Plots anew, since what is chosen has changed. */
    public void refresh() {
        plot = null;
        canvas.redraw();
    }

    /** The newest values in words. */
    public String summary() {
        return snapshot == null ? "" : plot().summary();
    }

    /** Made when it is drawn, so that snapshots nobody sees cost nothing. */
    private CurvePlot plot() {
        if (plot == null) {
            plot = plotOf.apply(snapshot).withOtherTimes(snapshot);
        }
        return plot;
    }

    private void paint(Surface surface, double width, double height) {
        if (snapshot != null) {
            Box box = new Box(0, 0, width, height);
            Optional<Reading> reading = mouseX < 0 ? Optional.empty() : plot().at(box, palette, mouseX);
            plot().draw(surface, box, palette, reading);
        }
    }

    private void moveMouse(double x) {
        mouseX = x;
        canvas.redraw();
    }
}
