package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.plot.Palette;
import shiftscope.plot.WallLayout;
import shiftscope.plot.WallMode;
import shiftscope.session.Snapshot;
import shiftscope.ui.plot.PlotCanvas;

/**
 * The real window in the hands of somebody new to it. After each test nothing has been complained of, on screen or in a log, and the
 * step counter has never gone back but to the 0 of a run that was built anew.
 */
abstract class PlayedWindow extends RealWindow {
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.add("logged: " + line.getLoggerName() + " " + line.getMessage() + " " + line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void listen() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> complaints.add("not caught: " + failure));
        Logger.getLogger("").addHandler(log);
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            model.notices().troubleProperty().subscribe(notice -> {
                if (!notice.isEmpty()) {
                    complaints.add("notice: " + notice);
                }
            });
            model.bench().snapshotProperty().addListener((property, old, now) -> watch(old, now));
        });
    }

    private void watch(Snapshot old, Snapshot now) {
        if (now.step() < old.step() && now.experiment().equals(old.experiment())) {
            complaints.add("from step " + old.step() + " back to " + now.step());
        }
    }

    @AfterEach
    void nothingIsComplainedOf() {
        Logger.getLogger("").removeHandler(log);
        Thread.setDefaultUncaughtExceptionHandler(before);
        assertEquals(List.of(), complaints);
    }

    static PlotCanvas wall(FxRobot robot) {
        return (PlotCanvas) robot.lookup("#wallScroll").queryAs(ScrollPane.class).getContent();
    }

    static Point2D onWall(FxRobot robot, double x, double y) {
        return wall(robot).localToScreen(x, y);
    }

    WallLayout layout(FxRobot robot) {
        boolean now = model.look().modeProperty().get() == WallMode.NOW;
        int rows = newest().rows().size() - (now ? 0 : 1);
        return WallLayout.of(wall(robot).getWidth(), wall(robot).getHeight(), rows, Palette.LIGHT);
    }

    static Point2D inside(FxRobot robot, String place, double across, double down) {
        Node node = robot.lookup(place).query();
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getMinX() + across * bounds.getWidth(), bounds.getMinY() + down * bounds.getHeight());
    }

    static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryLabeled().getText();
    }

    void play(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.SPACE);
        until(() -> newest().playing() && newest().step() > 2);
    }

    /** A plot is drawn anew with numbers of a later step. */
    void goesOn(PlotCanvas plot) throws TimeoutException {
        long drawn = plot.drawings();
        long step = newest().step();
        until(() -> newest().playing() && newest().step() > step && plot.drawings() > drawn);
    }

    /** Somebody looks at what a run is when it was built with other settings, which begins at step 0 and plays on. */
    void untilRebuiltWith(List<Integer> hidden) throws TimeoutException {
        until(() -> newest().experiment().network().hidden().equals(hidden) && newest().playing() && newest().step() > 1);
        assertEquals(hidden.size() + 2, newest().rows().size());
        for (int layer = 1; layer <= hidden.size(); layer++) {
            assertEquals(hidden.get(layer - 1), newest().rows().get(layer).units());
        }
    }
}
