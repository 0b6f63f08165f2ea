package shiftscope.ui.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.BooleanExpression;

/**
 * The window's heartbeat, and the only timer in it: takes what is new, then lets stale plots draw themselves. Rests while nobody can
 * see the window.
 */
public final class Frames {
    /** Nanoseconds between two frames on average, forty a second: smooth, and some pulses of a fast display are left out. */
    private static final long BETWEEN_FRAMES = 25_000_000;
    /** The fewest between two drawings of something slow: curves are long and change little from one picture to the next. */
    static final long BETWEEN_SLOW_FRAMES = 300_000_000;

    private final Runnable takeNews;
    private final List<PlotCanvas> quick = new ArrayList<>();
    private final List<PlotCanvas> slow = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame(now);
        }
    };
    private final List<Runnable> soon = new ArrayList<>();
    private long nextFrame;
    private long lastSlowDrawing;
    private boolean hurry;
    /** Held here because bindings are not held by what they are made of. */
    private BooleanExpression visible;

    /** @param takeNews called at the beginning of every frame */
    public Frames(Runnable takeNews) {
        this.takeNews = takeNews;
    }

    /** Draws this plot in every frame that finds it stale. */
    public void addQuick(PlotCanvas canvas) {
        quick.add(canvas);
    }

    /** Draws this plot about three times a second. */
    public void addSlow(PlotCanvas canvas) {
        slow.add(canvas);
    }

    /** Lets slow plots draw themselves in the next frame too, since somebody waits for it. */
    public void hurry() {
        hurry = true;
    }

    /** Does something once at the beginning of the next frame: what changes the layout must not do so during a layout. */
    public void soon(Runnable action) {
        soon.add(action);
    }

    /** Beats while this is true. */
    public void runWhile(BooleanExpression visible) {
        this.visible = visible;
        visible.addListener((observed, before, now) -> run(now));
        run(visible.get());
    }

    private void run(boolean visible) {
        if (visible) {
            timer.start();
        } else {
            timer.stop();
        }
    }

    private void frame(long now) {
        if (now < nextFrame) {
            return;
        }
        // From when the frame was due, not from when it came: pulses are so far apart that the rate would drop to the next lower one.
        nextFrame = Math.max(nextFrame, now - BETWEEN_FRAMES) + BETWEEN_FRAMES;
        List<Runnable> due = List.copyOf(soon);
        soon.clear();
        due.forEach(Runnable::run);
        takeNews.run();
        quick.forEach(PlotCanvas::drawIfStale);
        if (hurry || now - lastSlowDrawing >= BETWEEN_SLOW_FRAMES) {
            hurry = false;
            for (PlotCanvas plot : slow) {
                // Counted from the last drawing: news that are seldom are drawn in one frame, which costs less than two.
                if (plot.drawIfStale()) {
                    lastSlowDrawing = now;
                }
            }
        }
    }
}
