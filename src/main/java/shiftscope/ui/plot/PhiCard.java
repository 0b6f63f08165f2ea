package shiftscope.ui.plot;

import shiftscope.config.Side;
import shiftscope.plot.Box;
import shiftscope.plot.LayerPlot;
import shiftscope.plot.Palette;
import shiftscope.plot.PhiPlot;
import shiftscope.plot.Surface;
import shiftscope.session.LayerDetail;

/** The curve of φ of one run on a canvas. */
public final class PhiCard {
    private final PlotCanvas canvas;
    private final Side side;
    private LayerDetail.OfRun run;
    private double saturated = Double.NaN;
    private Palette palette = Palette.LIGHT;

    public PhiCard(Typeface typeface, Side side) {
        this.side = side;
        canvas = new PlotCanvas(typeface);
        canvas.setPainter(this::paint);
    }

    public PlotCanvas canvas() {
        return canvas;
    }

    /**
     * Shows a layer.
     *
     * @param newest {@code null} while there is nothing to show
     * @param share of saturated values; NaN where φ cannot saturate
     */
    public void show(LayerDetail.OfRun newest, double share) {
        run = newest;
        saturated = share;
        canvas.redraw();
    }

    public void setPalette(Palette value) {
        palette = value;
        canvas.redraw();
    }

    private void paint(Surface surface, double width, double height) {
        Box box = new Box(0, 0, width, height);
        if (run == null) {
            LayerPlot.drawWaiting(surface, box, palette);
        } else {
            PhiPlot.draw(surface, box, palette, side, run, saturated);
        }
    }
}
