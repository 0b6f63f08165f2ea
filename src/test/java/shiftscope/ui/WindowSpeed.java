package shiftscope.ui;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;
import shiftscope.session.Snapshot;
import shiftscope.session.Twins;
import shiftscope.ui.model.Speed;
import shiftscope.ui.plot.PlotCanvas;

/**
 * What the window costs the training, and how often it draws: the default experiment as fast as possible, with the window and without
 * in turn, the median of the ratios. Made on purpose, never by the build; it prints and judges nothing.
 */
@Tag("speed")
@ExtendWith(ApplicationExtension.class)
class WindowSpeed {
    private static final int STEPS = 3_000;
    private static final int ROUNDS = 7;

    private Assembly assembly;

    @Start
    void open(Stage stage) {
        assembly = new Assembly(stage, new MemoryPreferences());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1440);
        stage.setHeight(900);
        stage.show();
        assembly.open(List.of());
    }

    @AfterEach
    void close() {
        // On its own thread, as when somebody closes the window.
        WaitForAsyncUtils.asyncFx(assembly::close);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void windowAgainstNone(FxRobot robot) throws Exception {
        until(() -> newest() != null);
        Dataset dataset = Datasets.load(Experiment.standard().data(), new Seed(Experiment.standard().seed()), Path.of(""));
        PlotCanvas wall = (PlotCanvas) robot.lookup("#wallScroll").queryAs(ScrollPane.class).getContent();
        robot.interact(() -> assembly.model().transport().notchProperty().set(Speed.lastNotch()));
        // What is compiled on the way would count against whoever came first.
        for (int warmUp = 0; warmUp < 4; warmUp++) {
            headless(dataset);
            withWindow(robot);
            framesForced(robot, wall);
            watch(robot);
        }
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double without = headless(dataset);
            long drawn = wall.drawings();
            long begin = System.nanoTime();
            double with = withWindow(robot);
            double frames = (wall.drawings() - drawn) / seconds(begin);
            ratios[round] = with / without;
            print("round %d: %.0f steps/s without a window, %.0f with it: %.1f %%; the wall was drawn %.1f times a second",
                    round + 1, without, with, 100 * ratios[round], frames);
        }
        Arrays.sort(ratios);
        print("steps per second with the window: %.1f %% of those without (median of %d rounds of %d steps, %d threads)",
                100 * ratios[ROUNDS / 2], ROUNDS, STEPS, Twins.threadsHere());
        print("wall, curves and controls drawn anew in every frame, paused: %.1f frames per second", framesForced(robot, wall));
        atFirstPace(robot, wall);
        robot.interact(() -> assembly.model().transport().notchProperty().set(Speed.lastNotch()));
        robot.interact(() -> assembly.model().transport().advance(Integer.MAX_VALUE));
        print("the same while training as fast as possible: %.1f frames per second", framesForced(robot, wall));
        print("software pipeline: prism.order=%s, %d processors, Java %s",
                System.getProperty("prism.order"), Runtime.getRuntime().availableProcessors(), Runtime.version());
    }

    private static double headless(Dataset dataset) {
        try (Twins twins = new Twins(Experiment.standard(), dataset, Twins.threadsHere())) {
            long begin = System.nanoTime();
            for (int step = 0; step < STEPS; step++) {
                twins.step();
            }
            return STEPS / seconds(begin);
        }
    }

    private double withWindow(FxRobot robot) throws Exception {
        Snapshot before = newest();
        robot.interact(() -> assembly.model().bench().reset());
        until(() -> newest() != before && newest().step() == 0);
        long begin = System.nanoTime();
        robot.interact(() -> assembly.model().transport().advance(STEPS));
        until(() -> newest().step() == STEPS);
        return STEPS / seconds(begin);
    }

    /** Some seconds at the pace that a new user meets, where forty pictures a second are measured and drawn. */
    private void watch(FxRobot robot) throws Exception {
        robot.interact(() -> assembly.model().transport().notchProperty().set(Speed.firstNotch()));
        robot.interact(() -> assembly.model().transport().advance(Integer.MAX_VALUE));
        WaitForAsyncUtils.sleep(4, TimeUnit.SECONDS);
        robot.interact(() -> assembly.model().transport().notchProperty().set(Speed.lastNotch()));
        robot.interact(() -> assembly.model().bench().reset());
        until(() -> !newest().playing() && newest().step() == 0);
    }

    /** The pace that a new user meets. */
    private void atFirstPace(FxRobot robot, PlotCanvas wall) throws Exception {
        robot.interact(() -> assembly.model().transport().notchProperty().set(Speed.firstNotch()));
        robot.interact(() -> assembly.model().transport().advance(Integer.MAX_VALUE));
        long first = newest().step();
        until(() -> newest().step() > first + 50);
        long from = newest().step();
        long drawn = wall.drawings();
        long begin = System.nanoTime();
        WaitForAsyncUtils.sleep(5, TimeUnit.SECONDS);
        double time = seconds(begin);
        print("asked for %.0f steps/s: %.1f steps/s, the wall drawn %.1f times a second with new numbers",
                Speed.at(Speed.firstNotch()), (newest().step() - from) / time, (wall.drawings() - drawn) / time);
    }

    /** Frames per second over three seconds in which every pulse asks for a fresh drawing of the wall. */
    private static double framesForced(FxRobot robot, PlotCanvas wall) {
        AnimationTimer eager = new AnimationTimer() {
            @Override
            public void handle(long now) {
                wall.redraw();
            }
        };
        robot.interact(eager::start);
        long drawn = wall.drawings();
        long begin = System.nanoTime();
        WaitForAsyncUtils.sleep(3, TimeUnit.SECONDS);
        double frames = (wall.drawings() - drawn) / seconds(begin);
        robot.interact(eager::stop);
        return frames;
    }

    private Snapshot newest() {
        return assembly.model().bench().snapshotProperty().get();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
