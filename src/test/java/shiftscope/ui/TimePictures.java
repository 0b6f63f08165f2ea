package shiftscope.ui;

import java.nio.file.Files;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import shiftscope.plot.SampleTimes;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.Notices;

/** Pictures of runs shown at an earlier step, on invented measurements, to be looked at by people. Made on purpose, never by the build. */
@Tag("pictures")
class TimePictures extends InventedWindow {
    @Test
    void allThemesAndSizes(FxRobot robot) throws Exception {
        Files.createDirectories(WindowPictures.FOLDER);
        robot.interact(() -> model.transport().toggle());
        Snapshot past = SampleTimes.past();
        session.inTurn = past;
        until(() -> newest().step() == past.step());
        robot.interact(() -> {
            session.inTurn = null;
            model.notices().report("Changed at step 1 240, in the past (A batch norm): the runs take another way from here.",
                    new Notices.Offer("Undo", () -> {}));
        });
        WindowPictures.allThemes(robot, stage, model, "past", 1440, 900);
        WindowPictures.allThemes(robot, stage, model, "past", 1024, 700);
        robot.push(KeyCode.F1);
        WindowPictures.allThemes(robot, stage, model, "help", 1440, 900);
        WindowPictures.allThemes(robot, stage, model, "help", 1024, 700);
    }
}
