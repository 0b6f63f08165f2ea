package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import shiftscope.config.BadInputException;
import shiftscope.session.Snapshot;

class AnimationTest {
    private static final Figure FIGURE = Figure.of(FigureView.HEATMAP).withSize(420, 380);

    @TempDir
    private Path folder;

    private static List<Snapshot> snapshots() {
        try (RealTwins twins = new RealTwins()) {
            List<Snapshot> snapshots = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                snapshots.add(twins.snapshot(FIGURE));
                twins.train(10);
            }
            return snapshots;
        }
    }

    private static String attribute(Element root, String element, String name) {
        NodeList found = root.getElementsByTagName(element);
        return found.getLength() == 0 ? "" : ((Element) found.item(0)).getAttribute(name);
    }

    @Test
    void aGifHasAFrameForEachSnapshotInItsOwnColours() throws IOException {
        Path path = folder.resolve("deep/run.gif");
        List<Snapshot> snapshots = snapshots();
        try (Animation animation = Animation.gif(path, FIGURE, new AnimationOptions(1, 120, true))) {
            for (Snapshot snapshot : snapshots) {
                animation.add(snapshot);
                assertTrue(Files.notExists(path), "it comes when it is whole");
            }
            animation.finish();
            assertEquals(3, animation.frames());
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
            reader.setInput(in);
            assertEquals(3, reader.getNumImages(true));
            for (int i = 0; i < 3; i++) {
                Element root = (Element) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                assertEquals(i == 2 ? "200" : "12", attribute(root, "GraphicControlExtension", "delayTime"));
                assertEquals(i == 0 ? "NETSCAPE" : "", attribute(root, "ApplicationExtension", "applicationID"));
                String comment = new String(
                        attribute(root, "CommentExtension", "value").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                assertEquals(i == 2, comment.contains("Title: Moons ẑ & <others>\n") && comment.contains("\nSeed: 7\nStep: 20\n")
                        && comment.contains("Experiment: {"));
            }
            Pictures.Pixels first = Pictures.pixels(FIGURE.picture(snapshots.get(0)), PictureOptions.PLAIN);
            assertTrue(meanDifference(first, reader.read(0)) < 1);
        }
        assertEquals(List.of("run.gif"), names(folder.resolve("deep")));
    }

    private static double meanDifference(Pictures.Pixels drawn, BufferedImage read) {
        assertEquals(List.of(drawn.width(), drawn.height()), List.of(read.getWidth(), read.getHeight()));
        double sum = 0;
        for (int i = 0; i < drawn.argb().length; i++) {
            Color a = new Color(drawn.argb()[i]);
            Color b = new Color(read.getRGB(i % drawn.width(), i / drawn.width()));
            sum += Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen()) + Math.abs(a.getBlue() - b.getBlue());
        }
        return sum / (3 * drawn.argb().length);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void commonColoursStayAsTheyAreAndFewColoursAllOfThem() {
        int[] few = {0xff102030, 0xff102031, 0xff000000, 0xff102030};
        ColourTable.Indexed exact = ColourTable.index(new Pictures.Pixels(2, 2, few));
        for (int i = 0; i < few.length; i++) {
            assertEquals(few[i] & 0xffffff, exact.colours()[exact.cells()[i] & 0xff]);
        }
        int[] many = new int[10_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i < 5_000 ? 0xffd95f02 : 0xff000000 | i * 331 & 0xffffff;
        }
        ColourTable.Indexed table = ColourTable.index(new Pictures.Pixels(100, 100, many));
        assertEquals(256, table.colours().length);
        assertEquals(0xd95f02, table.colours()[table.cells()[17] & 0xff]);
    }

    @Test
    void aFolderHoldsNumberedPictures() throws IOException {
        Path frames = folder.resolve("frames");
        Files.createDirectories(frames);
        try (Animation animation = Animation.folder(frames, FIGURE, PictureOptions.PLAIN)) {
            for (Snapshot snapshot : snapshots()) {
                animation.add(snapshot);
            }
            assertEquals(List.of(), names(frames));
            animation.finish();
        }
        assertEquals(List.of("frame-00001.png", "frame-00002.png", "frame-00003.png"), names(frames));
        assertEquals(420, ImageIO.read(frames.resolve("frame-00003.png").toFile()).getWidth());
        assertEquals(List.of("frames"), names(folder));
        assertThrows(BadInputException.class, () -> Animation.folder(frames, FIGURE, PictureOptions.PLAIN));
    }

    @Test
    void whatIsNotFinishedLeavesNothing() throws IOException {
        Path path = folder.resolve("run.gif");
        Files.writeString(path, "old");
        Snapshot snapshot = snapshots().get(0);
        try (Animation animation = Animation.gif(path, FIGURE, AnimationOptions.PLAIN)) {
            animation.add(snapshot);
        }
        try (Animation animation = Animation.folder(folder.resolve("frames"), FIGURE, PictureOptions.PLAIN)) {
            animation.add(snapshot);
        }
        assertEquals(List.of("run.gif"), names(folder));
        assertEquals("old", Files.readString(path));
        try (Animation none = Animation.gif(path, FIGURE, AnimationOptions.PLAIN)) {
            assertThrows(IllegalStateException.class, none::finish);
        }
        assertEquals(List.of("run.gif"), names(folder));
        assertThrows(BadInputException.class, () -> Animation.gif(folder.resolve("a.png"), FIGURE, AnimationOptions.PLAIN));
        assertThrows(BadInputException.class, () -> new AnimationOptions(1, 5, true));
    }
}
