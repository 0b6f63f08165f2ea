package shiftscope.ui;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.ui.model.WindowModel;

/** The real window with the real trainer and the standard twins. */
abstract class RealWindow extends OpenedWindow {
    Assembly assembly;

    @Override
    WindowModel fill(Stage empty) {
        assembly = new Assembly(empty, new MemoryPreferences());
        return assembly.model();
    }

    @Override
    void begin() {
        assembly.open(List.of());
    }

    @Override
    void end() {
        assembly.close();
    }

    /** Replaces what stands in a field that is in sight. */
    static void type(FxRobot robot, String field, String text) {
        robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write(text).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
