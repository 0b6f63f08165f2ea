package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.concurrent.Worker;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.cli.CommandLineInterface;
import shiftscope.export.Figure;
import shiftscope.export.FigureView;
import shiftscope.export.Picture;
import shiftscope.export.PictureOptions;
import shiftscope.export.Pictures;
import shiftscope.plot.Colour;
import shiftscope.plot.LayerNumber;
import shiftscope.plot.Palette;
import shiftscope.plot.WallMode;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;
import shiftscope.ui.model.ExportForm;
import shiftscope.ui.plot.PlotCanvas;
import shiftscope.ui.plot.Typeface;

/** What is exported is what the window shows, and the same, byte by byte, as the command line makes of the saved experiment. */
class SameFigureTest extends RealWindow {
    private static final long STEPS = 60;

    private static final List<FigureView> VIEWS = List.of(
            FigureView.NOW,
            FigureView.RIDGES,
            FigureView.HEATMAP,
            FigureView.PERCENTILES,
            FigureView.PREDICTIONS,
            FigureView.LOSS,
            FigureView.of(LayerNumber.SHIFT));

    /** Of 255: edges are smoothed in another way, and letters set by another program. Seen were 0.007 to 0.16. */
    private static final double ON_SCREEN = 0.5;

    /** As {@link #ON_SCREEN}, and WebKit puts letters a little elsewhere. Seen were 0.3 to 0.6. */
    private static final double IN_A_BROWSER = 1;

    /** Of 255: edges are smoothed in another way, and letters set by another program. Seen were 0.007 to 0.16. */

    @TempDir
    private Path folder;

    private Path exported(FxRobot robot, FigureView view, ExportForm.Format format) throws Exception {
        Path file = folder.resolve("window-" + view.word() + format.ending());
        robot.interact(() -> {
            model.exports().form().viewProperty().set(view);
            model.exports().form().formatProperty().set(format);
            model.exports().form().scaleProperty().set(2);
            model.exports().write(file);
        });
        until(() -> Files.exists(file));
        return file;
    }

    private void assertSame(FxRobot robot, Path saved, FigureView view, ExportForm.Format format) throws Exception {
        byte[] window = Files.readAllBytes(exported(robot, view, format));
        Path file = folder.resolve("line-" + view.word() + format.ending());
        List<String> line = new ArrayList<>(List.of(
                "figure", saved.toString(), "--view", view.word(), "--step", String.valueOf(STEPS), "--out", file.toString()));
        if (view == FigureView.LAYER) {
            line.addAll(List.of("--layer", "3"));
        }
        assertEquals(0, CommandLineInterface.run(line.toArray(String[]::new)));
        assertArrayEquals(window, Files.readAllBytes(file), view + " as " + format);
    }

    /** What the window's surface makes of a picture, on its ground. */
    private static BufferedImage onScreen(FxRobot robot, Picture picture) {
        BufferedImage whole = new BufferedImage(
                (int) Math.ceil(picture.width()), (int) Math.ceil(picture.height()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = whole.createGraphics();
        Colour ground = picture.ground().ground();
        graphics.setColor(new Color(ground.red(), ground.green(), ground.blue()));
        graphics.fillRect(0, 0, whole.getWidth(), whole.getHeight());
        for (Picture.Part part : picture.parts()) {
            int width = whole.getWidth() - (int) part.x();
            int height = whole.getHeight() - (int) part.y();
            int[] pixels = new int[width * height];
            robot.interact(() -> {
                PlotCanvas canvas = new PlotCanvas(new Typeface());
                canvas.setPainter((surface, w, h) -> part.drawing().accept(surface));
                canvas.resize(width, height);
                canvas.layout();
                SnapshotParameters clear = new SnapshotParameters();
                clear.setFill(javafx.scene.paint.Color.TRANSPARENT);
                canvas.snapshot(clear, null)
                        .getPixelReader()
                        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            });
            BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            drawn.setRGB(0, 0, width, height, pixels, 0, width);
            graphics.drawImage(drawn, (int) part.x(), (int) part.y(), null);
        }
        graphics.dispose();
        return whole;
    }

    private static double meanDifference(BufferedImage one, Pictures.Pixels other) {
        assertEquals(one.getWidth(), other.width());
        assertEquals(one.getHeight(), other.height());
        long sum = 0;
        for (int i = 0; i < other.argb().length; i++) {
            int a = one.getRGB(i % other.width(), i / other.width());
            int b = other.argb()[i];
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((a >> shift & 0xff) - (b >> shift & 0xff));
            }
        }
        return sum / (3.0 * other.argb().length);
    }

    private void train(FxRobot robot) throws Exception {
        robot.interact(() -> {
            model.transport().notchProperty().set(11);
            model.transport().advance(STEPS);
            model.look().modeProperty().set(WallMode.PREDICTIONS);
        });
        until(() -> newest().step() == STEPS && newest().closer().predictions().isPresent());
    }

    /** With {@link #anSvgLooksTheSameInABrowser} and {@code export.SamePictureTest}, all formats look like the window. */
    @Test
    void aPngLooksAsTheSameDrawnByTheWindow(FxRobot robot) throws Exception {
        train(robot);
        for (FigureView view : VIEWS) {
            for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
                Picture picture = Figure.of(view).withPalette(palette).picture(newest());
                double difference = meanDifference(onScreen(robot, picture), Pictures.pixels(picture, PictureOptions.PLAIN));
                assertTrue(difference < ON_SCREEN, view + ": " + difference);
            }
        }
        Picture loss = Figure.of(FigureView.LOSS).picture(newest());
        Picture test = Figure.of(FigureView.TEST).picture(newest());
        double difference = meanDifference(onScreen(robot, loss), Pictures.pixels(test, PictureOptions.PLAIN));
        assertTrue(difference > IN_A_BROWSER, "two curves differ by " + difference);
    }

    /** What WebKit makes of an SVG file. */
    private static BufferedImage inBrowser(FxRobot robot, Path svg, Picture picture) throws Exception {
        int width = (int) Math.ceil(picture.width());
        int height = (int) Math.ceil(picture.height());
        Stage[] browser = new Stage[1];
        WebView[] view = new WebView[1];
        AtomicBoolean loaded = new AtomicBoolean();
        robot.interact(() -> {
            view[0] = new WebView();
            view[0].setMinSize(width, height);
            view[0].getEngine().getLoadWorker().stateProperty().subscribe(state -> loaded.set(state == Worker.State.SUCCEEDED));
            view[0].getEngine().load(svg.toUri().toString());
            browser[0] = new Stage();
            browser[0].setScene(new Scene(new Group(view[0]), width, height));
            browser[0].show();
        });
        until(loaded::get);
        WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        robot.interact(() -> {
            int[] pixels = new int[width * height];
            view[0].snapshot(null, null)
                    .getPixelReader()
                    .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            image.setRGB(0, 0, width, height, pixels, 0, width);
            browser[0].close();
        });
        return image;
    }

    @Test
    void anSvgLooksTheSameInABrowser(FxRobot robot) throws Exception {
        train(robot);
        for (FigureView view : VIEWS) {
            Picture picture = Figure.of(view).picture(newest());
            Path file = folder.resolve(view.word() + ".svg");
            Pictures.write(file, picture, PictureOptions.PLAIN);
            BufferedImage shown = inBrowser(robot, file, picture);
            double difference = meanDifference(shown, Pictures.pixels(picture, PictureOptions.PLAIN));
            assertTrue(difference < IN_A_BROWSER, view + ": " + difference);
        }
    }

    @Test
    void whateverWasLookedAtBefore(FxRobot robot) throws Exception {
        robot.interact(() -> {
            model.transport().notchProperty().set(11);
            model.transport().advance(40);
        });
        until(() -> newest().step() == 40 && !newest().playing());
        robot.clickOn("#normalizeA");
        until(() -> newest().commands().size() == 1);
        robot.interact(() -> model.transport().advance(STEPS - 40));
        until(() -> newest().step() == STEPS && !newest().playing());
        // Axes of the screen keep what they have shown; a figure must not.
        for (Tap tap : List.of(Tap.GRADIENT, Tap.ACTIVATION, Tap.SCALED)) {
            robot.interact(() -> {
                model.look().tapProperty().set(tap);
                model.look().zoom(new Viewing.Zoom(1, -0.5, 0.25));
            });
            until(() -> newest().tap() == tap);
            robot.interact(() -> model.look().zoomBack(1));
        }
        robot.interact(() -> model.look().modeProperty().set(WallMode.RIDGES));
        Path saved = folder.resolve("saved.shiftscope.json");
        robot.interact(() -> model.documents().saveAs(saved, false));
        until(() -> Files.exists(saved));
        List<FigureView> views = new ArrayList<>(VIEWS);
        views.addAll(List.of(FigureView.LAYER, FigureView.TEST, FigureView.LAG));
        for (FigureView view : views) {
            assertSame(robot, saved, view, ExportForm.Format.SVG);
        }
        assertSame(robot, saved, FigureView.NOW, ExportForm.Format.PNG);
        assertSame(robot, saved, FigureView.NOW, ExportForm.Format.CSV);
    }
}
