package shiftscope.ui.window;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import shiftscope.plot.CaptionedPlot;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;
import shiftscope.ui.model.Beside;
import shiftscope.ui.plot.Frames;
import shiftscope.ui.plot.PlotCanvas;
import shiftscope.ui.plot.Typeface;

/** A plot of what is measured beside the runs, with a caption that says meanwhile that it is being measured, or why it cannot be. */
final class BesidePlot<T extends CaptionedPlot> {
    private final Beside<T> measured;
    private final ObservableValue<Palette> palette;
    private final Frames frames;
    private final PlotCanvas canvas;
    private final Painter<T> painter;

    /** Draws the newest plot. */
    @FunctionalInterface
    interface Painter<T> {
        void draw(T plot, Surface surface, Palette palette, double width, double height);
    }

    BesidePlot(Beside<T> measured, ObservableValue<Palette> palette, Frames frames, Typeface typeface, Painter<T> painter) {
        this.measured = measured;
        this.palette = palette;
        this.frames = frames;
        this.painter = painter;
        canvas = new PlotCanvas(typeface);
    }

    /**
     * Shows it from now on.
     *
     * @param meanwhile what the caption says until there is a plot
     * @param meaning the tooltip of the plot
     */
    void fill(StackPane place, Label caption, String meanwhile, String meaning) {
        place.getChildren().add(canvas);
        canvas.setPainter((surface, width, height) -> {
            T plot = measured.newestProperty().get();
            if (plot != null) {
                painter.draw(plot, surface, palette.getValue(), width, height);
            }
        });
        frames.addQuick(canvas);
        Tooltip.install(place, new Tooltip(meaning));
        palette.subscribe(canvas::redraw);
        Runnable show = () -> {
            T plot = measured.newestProperty().get();
            String refusal = measured.refusalProperty().get();
            caption.setText(plot != null ? plot.caption() : refusal.isEmpty() ? meanwhile : refusal);
            place.setAccessibleText(plot != null ? plot.summary() : caption.getText());
            canvas.redraw();
        };
        measured.newestProperty().subscribe(show);
        measured.refusalProperty().subscribe(show);
        show.run();
    }

    /** What else than the measurement decides the picture has changed. */
    void redraw() {
        canvas.redraw();
    }
}
