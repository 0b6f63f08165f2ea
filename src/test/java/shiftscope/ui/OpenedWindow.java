package shiftscope.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.WindowModel;

/** A window on the screen in memory, opened before each test and closed afterwards. */
@ExtendWith(ApplicationExtension.class)
abstract class OpenedWindow {
    Stage stage;
    WindowModel model;

    /** By the toolkit, since TestFX looks for {@code @Start} in the class of the test only. */
    @BeforeEach
    void openOnTheScreen() throws TimeoutException {
        FxToolkit.setupFixture(this::open);
        until(() -> newest() != null);
    }

    /** On a stage of its own: all that listens to one that every test shares would stay in memory, with its pictures and runs. */
    private void open() {
        Platform.setImplicitExit(false);
        stage = new Stage();
        model = fill(stage);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        begin();
    }

    /** Puts a window on the stage. */
    abstract WindowModel fill(Stage empty);

    /** Opens the first experiment in it. */
    abstract void begin();

    /** Ends everything of it. */
    abstract void end();

    @AfterEach
    void close() {
        // On its own thread, as when somebody closes the window.
        WaitForAsyncUtils.asyncFx(() -> {
            end();
            stage.hide();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    Snapshot newest() {
        return model.bench().snapshotProperty().get();
    }

    static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Whether a part of the window is in sight; one that was never seen is not in the window yet. */
    static boolean seen(FxRobot robot, String part) {
        return robot.lookup(part).tryQuery().filter(Node::isVisible).isPresent();
    }
}
