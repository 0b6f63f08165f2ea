package shiftscope.ui;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import shiftscope.config.Side;
import shiftscope.plot.SampleLayers;

/** Pictures of the layer view on invented measurements, to be looked at by people. Made on purpose, never by the build. */
@Tag("pictures")
class LayerPictures extends InventedWindow {
    @Test
    void allThemesAndSizes(FxRobot robot) throws Exception {
        Files.createDirectories(WindowPictures.FOLDER);
        proofs = List.of(SampleLayers.proof(Side.B, 3), SampleLayers.scaling(Side.A, 3));
        robot.interact(() -> model.look().open(3));
        until(() -> newest().closer().layer().isPresent());
        for (double[] size : new double[][] {{1440, 900}, {1024, 700}}) {
            for (String theme : List.of("light", "dark", "projector")) {
                robot.interact(() -> {
                    model.view().darkProperty().set(theme.equals("dark"));
                    model.view().projectorProperty().set(theme.equals("projector"));
                });
                WindowPictures.take(stage, "layerview-" + (int) size[0] + "-" + theme, size[0], size[1]);
            }
            robot.interact(() -> model.view().projectorProperty().set(false));
            robot.interact(() -> model.look().unitProperty().set(2));
            robot.interact(() -> model.layer().brush(Side.A, -4, -3, true));
            WindowPictures.take(stage, "layerview-unit-" + (int) size[0], size[0], size[1]);
            robot.interact(() -> model.layer().escape());
            robot.interact(() -> model.look().unitProperty().set(null));
        }
        robot.interact(() -> model.look().open(4));
        WindowPictures.take(stage, "layerview-output", 1440, 900);
    }
}
