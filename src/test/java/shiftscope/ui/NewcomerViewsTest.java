package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.DataKind;
import shiftscope.plot.WallMode;
import shiftscope.session.Row;
import shiftscope.session.Slice;
import shiftscope.session.Tap;
import shiftscope.ui.plot.PlotCanvas;

/** Somebody new changes what is looked at while both runs play. */
class NewcomerViewsTest extends PlayedWindow {
    /** The picture on a canvas, to be compared with a later one. */
    private static int picture(FxRobot robot, PlotCanvas plot) {
        int[] hash = new int[1];
        robot.interact(() -> {
            WritableImage image = plot.snapshot(null, null);
            int width = (int) image.getWidth();
            int[] pixels = new int[width * (int) image.getHeight()];
            image.getPixelReader()
                    .getPixels(0, 0, width, (int) image.getHeight(), PixelFormat.getIntArgbInstance(), pixels, 0, width);
            hash[0] = Arrays.hashCode(pixels);
        });
        return hash[0];
    }

    @Test
    void everyQuantityInEveryViewWhileItPlays(FxRobot robot) throws TimeoutException {
        play(robot);
        // Not how many there are: on a slow machine so many steps are made that half of them are forgotten.
        long sliced = newestSlice().step();
        for (WallMode mode : List.of(WallMode.NOW, WallMode.RIDGES, WallMode.HEAT, WallMode.PERCENTILES)) {
            robot.clickOn("#mode" + mode.ordinal());
            WaitForAsyncUtils.waitForFxEvents();
            Bounds place = wall(robot).localToScene(wall(robot).getLayoutBounds());
            for (Tap tap : Tap.values()) {
                robot.clickOn("#tap" + (tap.ordinal() + 1));
                until(() -> newest().tap() == tap);
                int before = picture(robot, wall(robot));
                goesOn(wall(robot));
                assertEquals(place, wall(robot).localToScene(wall(robot).getLayoutBounds()), "nothing jumps");
                assertEquals(mode, model.look().modeProperty().get());
                assertTrue(robot.lookup("#tap" + (tap.ordinal() + 1)).queryAs(ToggleButton.class).isSelected());
                for (Row row : newest().rows().subList(1, newest().rows().size())) {
                    boolean none = tap == Tap.NORMALIZED;
                    assertEquals(none ? Tap.PRE_ACTIVATION : tap, row.a().shown());
                    assertEquals(none && row.kind() == Row.Kind.OUTPUT ? Tap.PRE_ACTIVATION : tap, row.b().shown());
                    assertEquals(512L * row.units(), row.b().now().total());
                }
                WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> picture(robot, wall(robot)) != before);
            }
            Slice slice = newestSlice();
            assertTrue(slice.step() > sliced, "of step " + slice.step());
            assertEquals(4, slice.a().size());
            sliced = slice.step();
        }
        robot.push(KeyCode.SPACE);
        until(() -> !newest().playing());
    }

    private Slice newestSlice() {
        List<Slice> slices = newest().slices();
        return slices.get(slices.size() - 1);
    }

    @Test
    void noWordIsCutOffInAnyViewAtAnySizeWhileItPlays(FxRobot robot) throws TimeoutException {
        play(robot);
        List<String> bad = new ArrayList<>();
        for (double[] size : new double[][] {{1440, 900}, {1024, 700}}) {
            robot.interact(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
            });
            for (WallMode mode : WallMode.values()) {
                robot.interact(() -> model.look().modeProperty().set(mode));
                WaitForAsyncUtils.waitForFxEvents();
                WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
                robot.interact(() -> AppearanceTest.blemishesOf(stage.getScene())
                        .forEach(blemish -> bad.add(mode + " " + (int) size[0] + ": " + blemish)));
            }
        }
        assertEquals(List.of(), bad);
    }

    @Test
    void theAnswersAreShownWhileItPlaysAndTheDataChange(FxRobot robot) throws TimeoutException {
        play(robot);
        robot.clickOn("#mode" + WallMode.PREDICTIONS.ordinal());
        PlotCanvas plot = (PlotCanvas) robot.lookup("#predictions PlotCanvas").query();
        until(() -> newest().closer().predictions().isPresent());
        for (DataKind kind : List.of(DataKind.DIGITS, DataKind.CIRCLES, DataKind.HILLS, DataKind.DIGITS)) {
            String tile = kind.name().charAt(0) + kind.name().substring(1).toLowerCase();
            robot.clickOn("#data" + tile);
            until(() -> newest().experiment().data().kind() == kind && newest().playing() && newest().closer().predictions().isPresent());
            assertEquals(kind == DataKind.DIGITS, newest().closer().predictions().orElseThrow().mistakes().isPresent());
            assertEquals(kind != DataKind.DIGITS, newest().closer().predictions().orElseThrow().surface().isPresent());
            assertEquals("", robot.lookup("#predictionsMessage").queryAs(Labeled.class).getText());
            int before = picture(robot, plot);
            goesOn(plot);
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> picture(robot, plot) != before);
        }
    }
}
