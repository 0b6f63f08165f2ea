package shiftscope.ui;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.ui.model.Speed;
import shiftscope.ui.plot.PlotCanvas;

/**
 * What the window costs the training, and how often it draws: the default experiment as fast as possible, with the window and without
 * in turn, the median of the ratios. Made on purpose, never by the build; it prints and judges nothing.
 */
class WindowSpeed extends MeasuredWindow {
    @Test
    void windowAgainstNone(FxRobot robot) throws TimeoutException {
        PlotCanvas wall = wall(robot);
        printRatios(robot, wall, 4, () -> {
            framesForced(robot, List.of(wall));
            watch(robot);
        });
        print("wall, curves and controls drawn anew in every frame, paused: %.1f frames per second", framesForced(robot, List.of(wall)));
        atFirstPace(robot, wall);
        robot.interact(() -> model.transport().notchProperty().set(Speed.lastNotch()));
        print("the same while training as fast as possible: %.1f frames per second", framesForced(robot, List.of(wall)));
        printMachine();
    }

    /** Some seconds at the pace that a new user meets, where forty pictures a second are measured and drawn. */
    private void watch(FxRobot robot) throws TimeoutException {
        playAtFirstPace(robot);
        WaitForAsyncUtils.sleep(3, TimeUnit.SECONDS);
        robot.interact(() -> model.transport().toggle());
        until(() -> !newest().playing());
    }

    /** The pace that a new user meets. */
    private void atFirstPace(FxRobot robot, PlotCanvas wall) throws TimeoutException {
        playAtFirstPace(robot);
        long from = newest().step();
        long drawn = wall.drawings();
        long begin = System.nanoTime();
        WaitForAsyncUtils.sleep(5, TimeUnit.SECONDS);
        double time = seconds(begin);
        print("asked for %.0f steps/s: %.1f steps/s, the wall drawn %.1f times a second with new numbers",
                Speed.at(Speed.firstNotch()), (newest().step() - from) / time, (wall.drawings() - drawn) / time);
    }
}
