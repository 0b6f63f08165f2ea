package shiftscope.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.testfx.api.FxRobot;
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
 * The real window at 1440×900 with the default experiment, its speed and the speed of the same twins without it. What is measured is
 * printed and not judged.
 */
@Tag("speed")
abstract class MeasuredWindow extends RealWindow {
    private static final int PAIRS = 21;

    /** At least so long: two to four pictures. */
    private static final double SECONDS = 1.5;

    private Dataset dataset;

    @BeforeEach
    void prepare(FxRobot robot) {
        robot.interact(() -> {
            stage.setWidth(1440);
            stage.setHeight(900);
        });
        dataset = Datasets.load(Experiment.standard().data(), new Seed(Experiment.standard().seed()), Path.of(""));
    }

    static PlotCanvas wall(FxRobot robot) {
        return (PlotCanvas) robot.lookup("#wallScroll").queryAs(ScrollPane.class).getContent();
    }

    /**
     * In the window and without it in turn, as fast as possible: the same steps, some seconds of them at a time, since the speed of a machine
     * that is not alone on its host wanders within seconds. The median of the pairs' ratios counts.
     *
     * @param warmUps pairs that do not count; what is compiled on the way would tell against whoever came first
     * @param between done after each of these
     */
    final void printRatios(FxRobot robot, PlotCanvas canvas, int warmUps, Step between) throws TimeoutException {
        try (Twins alone = alone()) {
            for (int i = 0; i < warmUps; i++) {
                withoutWindow(alone, withWindow(robot, canvas));
                between.make();
            }
        }
        begin(robot);
        double[] ratios = new double[PAIRS];
        try (Twins alone = alone()) {
            for (int i = 0; i < PAIRS; i++) {
                Span with = withWindow(robot, canvas);
                double without = withoutWindow(alone, with);
                ratios[i] = with.stepsPerSecond() / without;
                print("pair %d, from step %d: %.0f steps/s without a window, %.0f with it: %.1f %%; drawn %.1f times a second",
                        i + 1, with.first().step(), without, with.stepsPerSecond(), 100 * ratios[i], with.drawingsPerSecond());
            }
        }
        Arrays.sort(ratios);
        print("steps per second with the window: %.1f %% of those without (median of %d pairs, half of them between %.1f and %.1f %%; %d threads)",
                100 * ratios[PAIRS / 2], PAIRS, 100 * ratios[PAIRS / 4], 100 * ratios[PAIRS * 3 / 4], Twins.threadsHere());
    }

    private Twins alone() {
        return new Twins(Experiment.standard(), dataset, Twins.threadsHere());
    }

    /** Something done in the window. */
    interface Step {
        void make() throws TimeoutException;
    }

    /** Steps per second of twins that nobody sees, over steps that they have not made yet. */
    private static double withoutWindow(Twins alone, Span span) {
        while (alone.stepCount() < span.first().step()) {
            alone.step();
        }
        long begin = System.nanoTime();
        while (alone.stepCount() < span.last().step()) {
            alone.step();
        }
        return (span.last().step() - span.first().step()) / seconds(begin);
    }

    /** While it plays, from one new picture to another, so that whole turns of measuring and drawing count. */
    private Span withWindow(FxRobot robot, PlotCanvas canvas) throws TimeoutException {
        AtomicReference<Arrival> newest = new AtomicReference<>();
        ChangeListener<Snapshot> watching =
                (property, before, now) -> newest.set(new Arrival(now.step(), System.nanoTime(), canvas.drawings()));
        robot.interact(() -> model.transport().notchProperty().set(Speed.lastNotch()));
        long paused = newest().step();
        robot.interact(() -> model.transport().advance(Integer.MAX_VALUE));
        robot.interact(() -> model.bench().snapshotProperty().addListener(watching));
        untilDone(() -> newest.get() != null && newest.get().step() > paused);
        Arrival first = newest.get();
        untilDone(() -> newest.get().at() - first.at() >= SECONDS * 1e9);
        Span span = new Span(first, newest.get());
        robot.interact(() -> model.bench().snapshotProperty().removeListener(watching));
        robot.interact(() -> model.transport().toggle());
        untilDone(() -> !newest().playing());
        return span;
    }

    /** Steps that the window has made between two pictures. */
    private record Span(Arrival first, Arrival last) {
        double seconds() {
            return (last.at() - first.at()) / 1e9;
        }

        double stepsPerSecond() {
            return (last.step() - first.step()) / seconds();
        }

        double drawingsPerSecond() {
            return (last.drawings() - first.drawings()) / seconds();
        }
    }

    private record Arrival(long step, long at, long drawings) {}

    /** Twins at step 0, paused, as fast as possible from now on. */
    final void begin(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.transport().notchProperty().set(Speed.lastNotch()));
        // Twins at step 0 would be replaced by others that nothing tells from them.
        if (newest().step() > 0) {
            robot.interact(() -> model.bench().reset());
            until(() -> newest().step() == 0 && !newest().playing());
        }
    }

    /** Plays at the pace that a new user meets. */
    final void playAtFirstPace(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.transport().notchProperty().set(Speed.firstNotch()));
        robot.interact(() -> model.transport().advance(Integer.MAX_VALUE));
        long first = newest().step();
        until(() -> newest().step() > first + 50);
    }

    /** Frames per second over some seconds in which every pulse asks for a fresh drawing of all these; those of the first count. */
    static double framesForced(FxRobot robot, List<PlotCanvas> canvases) {
        AnimationTimer eager = new AnimationTimer() {
            @Override
            public void handle(long now) {
                canvases.forEach(PlotCanvas::redraw);
            }
        };
        robot.interact(eager::start);
        long drawn = canvases.get(0).drawings();
        long begin = System.nanoTime();
        WaitForAsyncUtils.sleep(3, TimeUnit.SECONDS);
        double frames = (canvases.get(0).drawings() - drawn) / seconds(begin);
        robot.interact(eager::stop);
        return frames;
    }

    /** What a thread has had of a processor so far. Unlike a rate, it does not depend on what else the machine does. */
    static double processorMilliseconds(String thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(info -> info != null && info.getThreadName().equals(thread))
                .mapToDouble(info -> threads.getThreadCpuTime(info.getThreadId()) / 1e6)
                .findFirst()
                .orElse(Double.NaN);
    }

    static void printMachine() {
        print("software pipeline: prism.order=%s, %d processors, Java %s",
                System.getProperty("prism.order"), Runtime.getRuntime().availableProcessors(), Runtime.version());
    }

    /** Some thousands of steps take longer than anything else that is waited for. */
    static void untilDone(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition);
    }

    static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
