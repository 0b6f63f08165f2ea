package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.config.Normalization;
import shiftscope.config.ProgramVersion;
import shiftscope.config.Side;
import shiftscope.plot.Colour;
import shiftscope.session.Command;
import shiftscope.session.Snapshot;

/** Every file carries where it comes from, and can be read by programs that are not ours. */
class FigureFilesTest {
    private static final Figure NOW = Figure.of(FigureView.NOW).withSize(400, 400);
    private static RealTwins twins;
    private static Snapshot snapshot;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        twins = new RealTwins().train(12);
        twins.twins().apply(new Command.SetNormalization(Side.A, Normalization.LAYER));
        twins.train(10);
        snapshot = twins.snapshot(NOW);
    }

    @AfterAll
    static void close() {
        twins.close();
    }

    private static void assertOrigin(Map<String, String> found) {
        assertEquals("7", found.get("Seed"));
        assertEquals("22", found.get("Step"));
        assertEquals("Moons ẑ & <others>", found.get("Title"));
        assertEquals("step 12, A: layer norm", found.get("Changes"));
        Experiment again = ExperimentFile.parse(found.get("Experiment"), "the file");
        assertEquals(snapshot.experiment(), again);
    }

    private byte[] bytes(PictureFormat format, PictureOptions options) {
        return Pictures.bytes(format, NOW, snapshot, options);
    }

    @Test
    void aPngCarriesItInChunksOfText() throws IOException {
        Path path = folder.resolve("a.png");
        Pictures.write(path, NOW, snapshot, PictureOptions.PLAIN);
        Map<String, String> texts = new HashMap<>();
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
            reader.setInput(in);
            NodeList chunks = ((Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0")).getElementsByTagName("iTXtEntry");
            for (int i = 0; i < chunks.getLength(); i++) {
                Element chunk = (Element) chunks.item(i);
                texts.put(chunk.getAttribute("keyword"), chunk.getAttribute("text"));
            }
        }
        assertOrigin(texts);
        assertEquals("ShiftScope " + ProgramVersion.text(), texts.get("Software"));
    }

    @Test
    void anSvgCarriesItInItsMetadata() throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes(PictureFormat.SVG, PictureOptions.PLAIN)));
        assertOrigin(pairs(document.getElementsByTagName("metadata").item(0).getTextContent().strip().lines().toList(), ""));
    }

    @Test
    void aPdfCarriesItInItsInformationAndItsTextIsTextInInter() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes(PictureFormat.PDF, PictureOptions.PLAIN))) {
            Map<String, String> information = new HashMap<>();
            for (COSName key : document.getDocumentInformation().getCOSObject().keySet()) {
                information.put(key.getName(), document.getDocumentInformation().getCustomMetadataValue(key.getName()));
            }
            assertOrigin(information);
            assertEquals("ShiftScope " + ProgramVersion.text(), document.getDocumentInformation().getCreator());
            String text = new PDFTextStripper().getText(document);
            for (String word : List.of("Moons ẑ & <others>", "A · layer normalization", "Input x", "Layer 2", "4.6 σ₀")) {
                assertTrue(text.contains(word), word + " in " + text);
            }
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertTrue(font.isEmbedded() && font.getName().contains("Inter"), font.toString());
            }
            assertEquals(400, document.getPage(0).getMediaBox().getWidth());
        }
    }

    private static Map<String, String> pairs(List<String> lines, String before) {
        return lines.stream()
                .map(line -> line.substring(before.length()).split(": ", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    @Test
    void aCsvCarriesItAboveTheNumbersOfTheSnapshot() throws IOException {
        String text = new String(bytes(PictureFormat.CSV, PictureOptions.PLAIN), StandardCharsets.UTF_8);
        assertOrigin(pairs(text.lines().filter(line -> line.startsWith("# ")).toList(), "# "));
        CSVFormat format = CSVFormat.RFC4180.builder().setCommentMarker('#').setHeader().setSkipHeaderRecord(true).get();
        List<CSVRecord> rows = CSVParser.parse(new StringReader(text), format).getRecords();
        List<CSVRecord> bins = rows.stream()
                .filter(row -> row.get("layer").equals("2") && row.get("run").equals("B") && row.get("step").equals("22"))
                .toList();
        var now = snapshot.rows().get(2).b().now();
        assertEquals(now.bins() + 3, bins.size());
        for (int i = 0; i < now.bins(); i++) {
            assertEquals(now.count(i), Integer.parseInt(bins.get(i).get("count")));
            assertEquals(now.edge(i), Double.parseDouble(bins.get(i).get("low")));
            assertEquals(now.edge(i + 1), Double.parseDouble(bins.get(i).get("high")));
        }
        CSVRecord over = bins.get(now.bins() + 1);
        assertEquals(List.of("over", String.valueOf(now.over()), ""), List.of(over.get("part"), over.get("count"), over.get("high")));
    }

    @Test
    void scalesMultiplyThePixels() throws IOException {
        for (int scale = 1; scale <= PictureOptions.MOST_SCALE; scale++) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes(PictureFormat.PNG, new PictureOptions(scale, false))));
            assertEquals(400 * scale, image.getWidth());
            assertTrue(!image.getColorModel().hasAlpha());
        }
        assertThrows(BadInputException.class, () -> new PictureOptions(0, false));
    }

    @Test
    void whatIsTransparentHasNothingInItsCornerAndCardsAllTheSame() throws IOException {
        PictureOptions transparent = new PictureOptions(1, true);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes(PictureFormat.PNG, transparent)));
        assertEquals(0, image.getRGB(0, 0) >>> 24);
        assertEquals(0xffffffff, image.getRGB(30, 90), "the ground of a card");
        Pictures.Pixels pixels = Pictures.pixels(NOW.picture(snapshot), transparent);
        assertArrayEquals(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()), pixels.argb());
        try (PDDocument document = Loader.loadPDF(bytes(PictureFormat.PDF, transparent))) {
            assertEquals(0, new PDFRenderer(document).renderImage(0, 1, ImageType.ARGB).getRGB(0, 0) >>> 24);
        }
        String ground = "x=\"0\" y=\"0\" width=\"400\"";
        assertTrue(new String(bytes(PictureFormat.SVG, PictureOptions.PLAIN), StandardCharsets.UTF_8).contains(ground));
        assertTrue(!new String(bytes(PictureFormat.SVG, transparent), StandardCharsets.UTF_8).contains(ground));
    }

    @Test
    void cellsTouchAtEveryScale() throws IOException {
        double[] edges = new double[40];
        int[] argb = new int[edges.length - 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = 1 + i * 22.25 / 7;
        }
        Arrays.fill(argb, 0xff0000ff);
        for (int scale = 1; scale <= PictureOptions.MOST_SCALE; scale++) {
            PngSurface surface = new PngSurface(140, 10, scale, Colour.rgb(0xffffff));
            surface.cells(edges, new double[] {2, 8}, argb);
            int[] row = new int[140 * scale];
            Pictures.Pixels pixels = surface.pixels();
            System.arraycopy(pixels.argb(), 5 * scale * pixels.width(), row, 0, row.length);
            for (int x = 2 * scale; x < 120 * scale; x++) {
                assertEquals(0xff0000ff, row[x], "pixel " + x + " at scale " + scale);
            }
        }
    }

    @Test
    void tooManyPixelsAreRefusedWithASentence() {
        Figure large = Figure.of(FigureView.NOW).withSize(8000, 8000);
        Picture picture = large.picture(snapshot);
        BadInputException refused =
                assertThrows(BadInputException.class, () -> Pictures.pixels(picture, new PictureOptions(4, false)));
        assertTrue(refused.getMessage().contains("1024 million pixels"), refused.getMessage());
        assertThrows(BadInputException.class, () -> Pictures.write(folder.resolve("a.jpg"), NOW, snapshot, PictureOptions.PLAIN));
        assertTrue(Files.notExists(folder.resolve("a.jpg")));
    }
}
