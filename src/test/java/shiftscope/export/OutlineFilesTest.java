package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.plot.Colour;
import shiftscope.plot.Outline;
import shiftscope.plot.Palette;

/** A formula is the same shape in every format: as much ink, in the same place. */
class OutlineFilesTest {
    private static final int SIDE = 200;

    @TempDir
    private Path folder;

    private static Picture picture() {
        Outline formula = Formula.display("\\frac{\\sqrt{x}}{\\sum_i \\sigma_i}").outline();
        return new Picture(SIDE, SIDE, Palette.PROJECTOR, "x", new Origin("x", List.of()), List.of(new Picture.Part(0, 0, surface ->
                surface.fillOutline(formula, 30, 90, 60, Colour.rgb(0)))));
    }

    private static double[] ink(BufferedImage image) {
        double ink = 0;
        double across = 0;
        double down = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double dark = 1 - (image.getRGB(x, y) & 0xff) / 255.0;
                ink += dark;
                across += dark * x;
                down += dark * y;
            }
        }
        return new double[] {ink, across / ink, down / ink};
    }

    @Test
    void pngAndPdfAgree() throws IOException {
        Path png = folder.resolve("x.png");
        Path pdf = folder.resolve("x.pdf");
        Pictures.write(png, picture(), PictureOptions.PLAIN);
        Pictures.write(pdf, picture(), PictureOptions.PLAIN);
        double[] expected = ink(ImageIO.read(png.toFile()));
        assertTrue(expected[0] > 500, "ink: " + expected[0]);
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
            double[] found = ink(new PDFRenderer(document).renderImage(0));
            assertEquals(expected[0], found[0], 0.05 * expected[0]);
            assertEquals(expected[1], found[1], 1);
            assertEquals(expected[2], found[2], 1);
        }
    }

    @Test
    void svgHoldsItAsOnePath() {
        String svg = Pictures.svg(picture(), PictureOptions.PLAIN);
        assertEquals(1, svg.split("<path ", -1).length - 1);
        assertTrue(svg.matches("(?s).*<path d=\"M[\\d. ]+[LC][\\d. LCMz-]+z\" fill=\"#000000\".*"), svg);
    }
}
