package shiftscope.ui;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import shiftscope.config.ActivationKind;
import shiftscope.config.InitializationKind;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Placement;
import shiftscope.config.ScheduleKind;
import shiftscope.config.Side;
import shiftscope.session.Snapshot;
import shiftscope.ui.model.ExperimentForm;
import shiftscope.ui.model.NetworkForm;
import shiftscope.ui.model.WindowModel;

/** Pictures of the real window, to be looked at by people. Made on purpose, never by the build. */
@Tag("pictures")
@ExtendWith(ApplicationExtension.class)
class WindowPictures {
    static final Path FOLDER = Path.of("target", "pictures");

    private Stage stage;
    private Assembly assembly;

    @Start
    void open(Stage shown) {
        stage = shown;
        assembly = new Assembly(stage, new MemoryPreferences());
        assembly.model().view().widthProperty().set(1440);
        stage.setX(0);
        stage.setY(0);
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
    void allThemesAndSizes(FxRobot robot) throws Exception {
        Files.createDirectories(FOLDER);
        until(() -> newest() != null);
        allThemes(robot, "start", 1440, 900);
        allThemes(robot, "start", 1024, 700);
        robot.interact(() -> assembly.model().transport().notchProperty().set(11));
        robot.interact(() -> assembly.model().transport().advance(800));
        until(() -> newest().step() == 800 && !newest().playing());
        allThemes(robot, "step800", 1440, 900);
        robot.interact(() -> {
            NetworkForm network = assembly.model().form().network();
            network.hiddenProperty().set("60 60 60 60 60 60 60 60");
            network.activationProperty().set(ActivationKind.RELU);
            network.initializationProperty().set(InitializationKind.HE);
        });
        until(() -> newest().rows().size() == 10);
        robot.interact(() -> assembly.model().transport().advance(100));
        until(() -> newest().step() == 100 && !newest().playing());
        take("deep-1440-light", 1440, 900);
        robot.interact(() -> assembly.model().opener().open(Path.of("/nowhere/at-all.csv")));
        until(() -> !assembly.model().notices().troubleProperty().get().isEmpty());
        robot.interact(() -> assembly.model().form().learningRate().textProperty().set("900"));
        robot.interact(() -> assembly.model().transport().advance(1000));
        until(() -> newest().divergence().isPresent());
        take("messages-1440-light", 1440, 900);
        robot.push(KeyCode.F1);
        take("help-1440-light", 1440, 900);
        robot.push(KeyCode.F1);
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> assembly.model().opener().openStandard());
        until(() -> newest().step() == 0);
        robot.interact(() -> assembly.model().transport().advance(800));
        until(() -> newest().step() == 800 && !newest().playing());
        allThemes(robot, "step800", 1280, 720);
        allThemes(robot, "step800", 1024, 700);
    }

    @Test
    void leftBehind(FxRobot robot) throws Exception {
        Files.createDirectories(FOLDER);
        until(() -> newest() != null);
        robot.interact(() -> {
            assembly.model().transport().notchProperty().set(11);
            assembly.model().transport().advance(800);
        });
        until(() -> newest().step() == 800 && !newest().playing());
        robot.interact(() -> assembly.model().timeline().goTo(300));
        until(() -> newest().step() == 300);
        robot.interact(() -> assembly.model().run(Side.A).normalizeProperty().set(true));
        until(() -> newest().time().ghosts().size() == 1);
        robot.interact(() -> assembly.model().transport().advance(400));
        until(() -> newest().step() == 700 && !newest().playing());
        robot.interact(() -> assembly.model().notices().dismissNews());
        allThemes(robot, "left", 1440, 900);
        allThemes(robot, "left", 1024, 700);
    }

    @Test
    void unfolded(FxRobot robot) throws Exception {
        Files.createDirectories(FOLDER);
        until(() -> newest() != null);
        robot.interact(() -> {
            robot.lookup(".more").queryAllAs(TitledPane.class).forEach(pane -> pane.setExpanded(true));
            ExperimentForm form = assembly.model().form();
            form.layers().rows().get(1).activationProperty().set(Optional.of(ActivationKind.LEAKY_RELU));
            form.layers().rows().get(1).normalizationProperty(Side.B).set(Optional.of(Normalization.NONE));
            form.layers().rows().get(2).placementProperty().set(Optional.of(Placement.AFTER));
            form.training().schedule().kindProperty().set(ScheduleKind.COSINE);
            form.training().optimizerProperty().set(OptimizerKind.MOMENTUM);
        });
        until(() -> newest().experiment().training().optimizer() == OptimizerKind.MOMENTUM);
        for (double[] size : new double[][] {{1440, 900}, {1024, 700}}) {
            for (double scroll : new double[] {0, 0.35, 0.7, 1}) {
                robot.interact(() -> robot.lookup("#scroll").queryAs(ScrollPane.class).setVvalue(scroll));
                allThemes(robot, "unfolded" + (int) (100 * scroll), size[0], size[1]);
            }
        }
    }

    private void allThemes(FxRobot robot, String name, double width, double height) throws Exception {
        allThemes(robot, stage, assembly.model(), name, width, height);
    }

    static void allThemes(FxRobot robot, Stage stage, WindowModel model, String name, double width, double height) throws Exception {
        for (String theme : List.of("light", "dark", "projector")) {
            robot.interact(() -> {
                model.view().darkProperty().set(theme.equals("dark"));
                model.view().projectorProperty().set(theme.equals("projector"));
            });
            take(stage, name + "-" + (int) width + "-" + theme, width, height);
        }
        robot.interact(() -> model.view().projectorProperty().set(false));
    }

    private Snapshot newest() {
        return assembly.model().bench().snapshotProperty().get();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }

    private void take(String name, double width, double height) throws Exception {
        take(stage, name, width, height);
    }

    static void take(Stage stage, String name, double width, double height) throws Exception {
        take(stage, FOLDER.resolve(name + ".png"), width, height, Optional.empty());
    }

    /** The window at a size, or what a part of it covers. */
    static void take(Stage stage, Path file, double width, double height, Optional<Node> part) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        }).get();
        WaitForAsyncUtils.sleep(1200, TimeUnit.MILLISECONDS);
        Image image = WaitForAsyncUtils.asyncFx(() -> {
            Image whole = stage.getScene().snapshot(null);
            return part.map(node -> covered(whole, node)).orElse(whole);
        }).get();
        Files.write(file, png(image));
    }

    /** A part of the window, so small that it is that wide. */
    static void small(Node part, Path file, double width) throws Exception {
        Image image = WaitForAsyncUtils.asyncFx(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            double scale = width / part.getLayoutBounds().getWidth();
            parameters.setTransform(Transform.scale(scale, scale));
            return part.snapshot(parameters, null);
        }).get();
        Files.write(file, png(image));
    }

    private static Image covered(Image whole, Node part) {
        Bounds place = part.localToScene(part.getLayoutBounds());
        return new WritableImage(whole.getPixelReader(), (int) place.getMinX(), (int) place.getMinY(), (int) place.getWidth(),
                (int) place.getHeight());
    }

    /** A PNG file by hand: the module that converts JavaFX images is not among the program's dependencies. */
    private static byte[] png(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream rows = new DeflaterOutputStream(packed)) {
            for (int y = 0; y < height; y++) {
                byte[] row = new byte[1 + 3 * width];
                for (int x = 0; x < width; x++) {
                    int pixel = pixels[y * width + x];
                    row[1 + 3 * x] = (byte) (pixel >> 16);
                    row[2 + 3 * x] = (byte) (pixel >> 8);
                    row[3 + 3 * x] = (byte) pixel;
                }
                rows.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(file, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}).array());
        chunk(file, "IDAT", packed.toByteArray());
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] body = ByteBuffer.allocate(4 + data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data).array();
        CRC32 crc = new CRC32();
        crc.update(body);
        try (DataOutputStream out = new DataOutputStream(file)) {
            out.writeInt(data.length);
            out.write(body);
            out.writeInt((int) crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
