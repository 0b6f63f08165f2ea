package shiftscope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.value.ChangeListener;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.DataKind;
import shiftscope.config.Side;
import shiftscope.plot.WallMode;
import shiftscope.session.Snapshot;
import shiftscope.session.Viewing;
import shiftscope.ui.model.Look;
import shiftscope.ui.model.Speed;
import shiftscope.ui.plot.PlotCanvas;

/**
 * How often each view is drawn when a run has filled it, and what the window costs the training with everything on but the gradient
 * probes. Made on purpose, never by the build; it prints and judges nothing.
 */
class ViewsSpeed extends MeasuredWindow {
    private static final int FILLED = 2_200;
    private static final int LAYER = 2;

    @Test
    void framesOfEveryView(FxRobot robot) throws TimeoutException {
        fill(robot);
        print("%d slices, %d rows", newest().slices().size(), newest().rows().size());
        for (WallMode mode : WallMode.values()) {
            robot.interact(() -> look().modeProperty().set(mode));
            printFrames(robot, mode.name(), mode == WallMode.PREDICTIONS ? "#predictions PlotCanvas" : "#wallScroll PlotCanvas");
        }
        robot.interact(() -> look().modeProperty().set(WallMode.NOW));
        robot.interact(() -> look().open(LAYER));
        printFrames(robot, "layer of 100 units, strip", "#layerScroll .units PlotCanvas");
        robot.interact(() -> look().layerShownProperty().set(false));
        robot.interact(() -> look().statisticsProperty().set(true));
        printFrames(robot, "NOW with the statistics card", "#wallScroll PlotCanvas");
        printMachine();
    }

    @Test
    void framesOfTheDecisionSurface(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.form().choose(DataKind.CIRCLES));
        until(() -> newest().experiment().data().kind() == DataKind.CIRCLES);
        fill(robot);
        robot.interact(() -> look().modeProperty().set(WallMode.PREDICTIONS));
        printFrames(robot, "PREDICTIONS of circles", "#predictions PlotCanvas");
        printMachine();
    }

    @Test
    void everythingOnWithTheLayerViewAgainstNone(FxRobot robot) throws TimeoutException {
        robot.interact(() -> look().open(LAYER));
        everythingOnAgainstNone(robot, "#layerScroll .units PlotCanvas");
    }

    @Test
    void everythingOnWithRidgesAgainstNone(FxRobot robot) throws TimeoutException {
        robot.interact(() -> look().modeProperty().set(WallMode.RIDGES));
        everythingOnAgainstNone(robot, "#wallScroll PlotCanvas");
    }

    private void everythingOnAgainstNone(FxRobot robot, String selector) throws TimeoutException {
        robot.interact(() -> look().statisticsProperty().set(true));
        robot.interact(() -> look().brushProperty().set(new Viewing.Brush(Side.A, LAYER, 0, -1, 1)));
        PlotCanvas canvas = robot.lookup(selector).query();
        printRatios(robot, canvas, 2, () -> framesForced(robot, List.of(canvas)));
        printMachine();
    }

    private Look look() {
        return model.look();
    }

    private void fill(FxRobot robot) throws TimeoutException {
        begin(robot);
        robot.interact(() -> model.transport().advance(FILLED));
        untilDone(() -> newest().step() == FILLED && !newest().playing());
    }

    /** The first canvas that is found counts; all in the window are to be drawn anew. */
    private void printFrames(FxRobot robot, String name, String selector) throws TimeoutException {
        WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
        PlotCanvas canvas = robot.lookup(selector).query();
        List<PlotCanvas> all = new ArrayList<>(List.of(canvas));
        all.addAll(robot.lookup("PlotCanvas").queryAllAs(PlotCanvas.class));
        framesForced(robot, all);
        long drawnBefore = canvas.drawings();
        double interfaceBefore = processorMilliseconds("JavaFX Application Thread");
        double rendererBefore = processorMilliseconds("QuantumRenderer-0");
        double paused = framesForced(robot, all);
        long frames = Math.max(1, canvas.drawings() - drawnBefore);
        double preparing = (processorMilliseconds("JavaFX Application Thread") - interfaceBefore) / frames;
        double rendering = (processorMilliseconds("QuantumRenderer-0") - rendererBefore) / frames;
        AtomicInteger pictures = new AtomicInteger();
        ChangeListener<Snapshot> counting = (property, before, now) -> pictures.incrementAndGet();
        playAtFirstPace(robot);
        robot.interact(() -> model.bench().snapshotProperty().addListener(counting));
        int shown = pictures.get();
        long from = newest().step();
        long drawn = canvas.drawings();
        long begin = System.nanoTime();
        WaitForAsyncUtils.sleep(3, TimeUnit.SECONDS);
        double time = seconds(begin);
        print("%s: %.1f frames/s paused (processor: %.1f ms to prepare, %.1f ms to render each); "
                        + "asked for %.0f steps/s: %.1f steps/s, %.1f new pictures/s, drawn %.1f times/s",
                name, paused, preparing, rendering, Speed.at(Speed.firstNotch()), (newest().step() - from) / time, (pictures.get() - shown) / time,
                (canvas.drawings() - drawn) / time);
        robot.interact(() -> model.bench().snapshotProperty().removeListener(counting));
        robot.interact(() -> model.transport().toggle());
        until(() -> !newest().playing());
    }
}
