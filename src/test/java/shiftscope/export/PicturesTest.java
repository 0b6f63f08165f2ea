package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Side;
import shiftscope.plot.Box;
import shiftscope.plot.CellLayout;
import shiftscope.plot.Colour;
import shiftscope.plot.Heading;
import shiftscope.plot.Palette;
import shiftscope.plot.SampleSnapshots;
import shiftscope.plot.Stroke;
import shiftscope.plot.TextStyle;
import shiftscope.plot.WallLayout;
import shiftscope.session.Snapshot;

class PicturesTest {
    /** Three columns, two rows. */
    private static final int[] CELLS = {0xff0000ff, 0xff0000ff, 0xffff0000, 0xffff0000, 0xff00ff00, 0xff00ff00};

    private static final PictureOptions PLAIN = PictureOptions.PLAIN;

    @TempDir
    Path folder;

    private static Picture wall(Snapshot snapshot, double width, double height) {
        return Figure.of(FigureView.NOW).withSize(width, height).picture(snapshot);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<String> texts(Document document, String element) {
        NodeList nodes = document.getElementsByTagName(element);
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static Snapshot named(String name) {
        Snapshot s = SampleSnapshots.usual();
        Experiment e = s.experiment();
        Experiment renamed =
                new Experiment(name, e.seed(), e.data(), e.network(), e.training(), e.measure(), e.a(), e.b());
        return new Snapshot(renamed, s.dataset(), s.step(), s.batchesPerEpoch(), s.viewing(), s.rows(), s.history(), s.slices(),
                s.latest(), s.closer(), s.proofs(), s.commands(), s.playing(), s.stepsPerSecond(), s.identicalAtStart(), s.divergence(), s.time(),
                s.gradientProbeSeconds());
    }

    @Test
    void anSvgIsWellFormedAndItsTextIsText() throws Exception {
        Document document = parse(Pictures.svg(wall(SampleSnapshots.usual(), 900, 800), PLAIN));
        Element root = document.getDocumentElement();
        assertEquals("svg", root.getTagName());
        assertEquals("0 0 900 800", root.getAttribute("viewBox"));
        assertTrue(root.getAttribute("font-family").startsWith("Inter, "));
        assertTrue(texts(document, "text").containsAll(Set.of(
                "Watch the shift", "step 1\u2009840 · epoch 55.8", "A · plain", "B · batch normalization", "step 0",
                "y = γẑ + β", "Layer 3", "sat 78%", "μ")));
        assertEquals(Set.of("Watch the shift"), texts(document, "title"));
        assertTrue(texts(document, "desc").iterator().next().startsWith(
                "Experiment \"Watch the shift\", seed 42, step 1840. Made by ShiftScope"));
        assertTrue(document.getElementsByTagName("rect").getLength() > 300, "a bar is a rectangle");
        assertEquals(1, document.getElementsByTagName("clipPath").getLength());
    }

    @Test
    void aNameCanHoldAnything() throws Exception {
        String name = "</title><script>\"&'\u0001\ud83d\ude80\ufffe";
        Document document = parse(Pictures.svg(wall(named(name), 900, 800), PLAIN));
        String expected = "</title><script>\"&'\ufffd\ud83d\ude80\ufffd";
        assertEquals(Set.of(expected), texts(document, "title"));
        assertTrue(texts(document, "text").contains(expected));
        assertEquals(0, document.getElementsByTagName("script").getLength());
    }

    @Test
    void dashesAndTransparencyReachTheSvg() throws Exception {
        SvgSurface surface = new SvgSurface(10, 10, Palette.LIGHT.ground(), "t", "d", List.of(), PngSurface::measure);
        surface.line(0, 0, 5.128, 5, new Stroke(1.5, Colour.rgb(0xd95f02), 3, 2.4));
        surface.fillPolygon(new double[] {1, 2, 3, 9}, new double[] {1, 2, 1, 9}, 3, Colour.rgb(0x0072b2).withAlpha(0.18));
        Document document = parse(surface.finish());
        Element line = (Element) document.getElementsByTagName("line").item(0);
        assertEquals("3 2.4", line.getAttribute("stroke-dasharray"));
        assertEquals("5.13", line.getAttribute("x2"));
        Element polygon = (Element) document.getElementsByTagName("polygon").item(0);
        assertEquals("1,1 2,2 3,1", polygon.getAttribute("points"));
        assertEquals("0.18", polygon.getAttribute("fill-opacity"));
    }

    @Test
    void thePixelsOfABarHaveItsColour() throws IOException {
        Snapshot snapshot = SampleSnapshots.usual();
        Path path = folder.resolve("deep/er/wall.png");
        Pictures.write(path, wall(snapshot, 900, 800), new PictureOptions(2, false));
        BufferedImage image = ImageIO.read(path.toFile());
        assertEquals(1_800, image.getWidth());
        assertEquals(1_600, image.getHeight());

        double head = 16 + Heading.height(Palette.LIGHT);
        WallLayout layout = WallLayout.of(900 - 32, 800 - 16 - head, snapshot.rows().size(), Palette.LIGHT);
        for (Side side : Side.values()) {
            CellLayout cell = layout.cell(side, 0);
            Box middle = cell.column(31, 64);
            Colour bar = Palette.LIGHT.of(side).withAlpha(0.85).on(Palette.LIGHT.card());
            assertEquals(bar, pixel(image, 16 + middle.centreX() - 0.5, head + cell.axis() - 8));
            Box empty = cell.column(1, 64);
            assertEquals(Palette.LIGHT.card(), pixel(image, 16 + empty.centreX(), head + cell.bars().y() + 10));
        }
        assertEquals(Palette.LIGHT.ground(), pixel(image, 2, 2));
    }

    private static Colour pixel(BufferedImage image, double x, double y) {
        return Colour.rgb(image.getRGB((int) (2 * x), (int) (2 * y)) & 0xffffff);
    }

    @Test
    void cellsAreSquareAndSharpInAPng() throws IOException {
        PngSurface surface = new PngSurface(10, 10, 1, Colour.rgb(0xffffff));
        surface.cells(new Box(2, 2, 6, 4), 3, 2, CELLS);
        Path path = folder.resolve("cells.png");
        WholeFile.write(path, surface::write);
        BufferedImage image = ImageIO.read(path.toFile());
        for (int i = 0; i < CELLS.length; i++) {
            for (int corner = 0; corner < 4; corner++) {
                int x = 2 + i % 3 * 2 + corner % 2;
                int y = 2 + i / 3 * 2 + corner / 2;
                assertEquals(CELLS[i], image.getRGB(x, y), "pixel " + x + ", " + y);
            }
        }
        assertEquals(0xffffffff, image.getRGB(1, 2));
        assertEquals(0xffffffff, image.getRGB(8, 5));
    }

    @Test
    void cellsAreOnePathOfEachColourInAnSvg() throws Exception {
        SvgSurface surface = new SvgSurface(10, 10, Palette.LIGHT.ground(), "t", "d", List.of(), PngSurface::measure);
        surface.cells(new Box(2, 2, 6, 4), 3, 2, CELLS);
        NodeList found = parse(surface.finish()).getElementsByTagName("path");
        List<String> paths = IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .map(it -> it.getAttribute("fill") + " " + it.getAttribute("d"))
                .toList();
        assertEquals(
                List.of("#0000ff M2 2H4V4H2zM4 2H6V4H4z", "#00ff00 M4 4H6V6H4zM6 4H8V6H6z", "#ff0000 M2 4H4V6H2zM6 2H8V4H6z"), paths);
    }

    @Test
    void lettersAreDrawnInTheBundledTypeface() {
        double narrow = PngSurface.measure("iiii", style(400));
        double wide = PngSurface.measure("mmmm", style(400));
        assertTrue(wide > 2.5 * narrow);
        assertNotEquals(PngSurface.measure("Layer 2", style(400)), PngSurface.measure("Layer 2", style(700)));
        assertTrue(PngSurface.measure("ẑγβ∂σ₀", style(400)) > 30, "Greek is in it");
    }

    private static TextStyle style(int weight) {
        return new TextStyle(
                11,
                weight == 700 ? TextStyle.Weight.BOLD : TextStyle.Weight.REGULAR,
                Colour.rgb(0),
                TextStyle.Align.LEFT);
    }

    @Test
    void everyPlotCanBeWritten() throws Exception {
        Snapshot s = SampleSnapshots.hard();
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK, Palette.PROJECTOR)) {
            parse(Pictures.svg(Picture.percentiles(s, palette, 560, 500), PLAIN));
            Picture curve = Figure.of(FigureView.LOSS).withPalette(palette).withSize(560, 300).picture(s);
            assertTrue(texts(parse(Pictures.svg(curve, PLAIN)), "text").contains("Training loss"));
        }
    }

    @Test
    void aWallThatWouldNotBeLegibleIsMadeHigher() {
        Picture picture = wall(SampleSnapshots.deep(20), 900, 500);
        assertTrue(picture.height() > 22 * 80);
    }

    @Test
    void anotherEndingOrScaleIsRefusedAndNothingIsWritten() throws IOException {
        Picture picture = wall(SampleSnapshots.usual(), 900, 800);
        assertThrows(BadInputException.class, () -> Pictures.write(folder.resolve("wall.jpg"), picture, PLAIN));
        assertThrows(BadInputException.class, () -> new PictureOptions(5, false));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path path = folder.resolve("a.txt");
        WholeFile.write(path, out -> out.write('1'));
        assertThrows(IOException.class, () -> WholeFile.write(path, out -> {
            out.write('2');
            throw new IOException("disk full");
        }));
        assertEquals("1", Files.readString(path));
        WholeFile.write(path, out -> out.write('3'));
        assertEquals("3", Files.readString(path));
        assertFalse(Files.exists(folder.resolve(".a.txt.part")));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }
}
