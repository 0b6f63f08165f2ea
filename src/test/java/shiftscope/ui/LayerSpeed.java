package shiftscope.ui;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.Side;
import shiftscope.plot.SampleLayers;
import shiftscope.ui.plot.PlotCanvas;

/**
 * How often the layer view is drawn when every pulse brings new numbers, made on purpose: {@code mvn test -Dtest=LayerSpeed
 * -DexcludedGroups= -Dgroups=speed -Djavafx.animation.pulse=200}.
 */
@Tag("speed")
class LayerSpeed extends InventedWindow {
    private static final int SECONDS = 4;

    @Test
    void framesPerSecond(FxRobot robot) {
        proofs = List.of(SampleLayers.proof(Side.B, 3), SampleLayers.scaling(Side.A, 3));
        for (int many : new int[] {100, 512}) {
            units = many;
            robot.interact(() -> {
                stage.setWidth(1440);
                stage.setHeight(900);
                model.look().open(3);
                session.showAgain();
            });
            WaitForAsyncUtils.sleep(1, TimeUnit.SECONDS);
            PlotCanvas card = robot.lookup("#layerCardA PlotCanvas").query();
            session.inTurn = SampleLayers.snapshot(SampleLayers.rectified(many), session.viewing, List.of());
            robot.interact(session::showAgain);
            WaitForAsyncUtils.sleep(1, TimeUnit.SECONDS);
            long before = card.drawings();
            long begin = System.nanoTime();
            WaitForAsyncUtils.sleep(SECONDS, TimeUnit.SECONDS);
            double rate = (card.drawings() - before) / ((System.nanoTime() - begin) / 1e9);
            session.inTurn = null;
            System.out.printf("%d units, new numbers in every frame: %.1f drawings of the layer view per second%n", many, rate);
        }
    }
}
