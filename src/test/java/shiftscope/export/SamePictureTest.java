package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shiftscope.plot.Palette;
import shiftscope.plot.TextStyle;

/** The same picture in every format, read back by programs that are not ours: SVG by JSVG, PDF by PDFBox. */
class SamePictureTest {
    private static final Path FOLDER = Path.of("target", "pictures");
    /**
     * Of 255, over all pixels and channels. Edges are smoothed differently, JSVG also between the cells of a heat map, where a browser
     * is told not to; and AWT, with which JSVG sets type, knows no semi-bold.
     */
    private static final double MEAN_DIFFERENCE = 2;

    private static RealTwins twins;

    @BeforeAll
    static void trainAndRegisterInter() throws Exception {
        System.setProperty("java.awt.headless", "true");
        twins = new RealTwins().train(40);
        for (TextStyle.Weight weight : TextStyle.Weight.values()) {
            try (var in = InterFont.open(weight)) {
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Font.createFont(Font.TRUETYPE_FONT, in));
            }
        }
    }

    @AfterAll
    static void close() {
        twins.close();
    }

    private static BufferedImage image(Pictures.Pixels pixels) {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
        return image;
    }

    private static BufferedImage drawnSvg(Picture picture) {
        byte[] text = Pictures.svg(picture, PictureOptions.PLAIN).getBytes(StandardCharsets.UTF_8);
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(text), null, LoaderContext.createDefault());
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(picture.width()), (int) Math.ceil(picture.height()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        document.render((Component) null, graphics, new ViewBox((float) picture.width(), (float) picture.height()));
        graphics.dispose();
        return image;
    }

    private static double meanDifference(BufferedImage one, BufferedImage other) {
        assertEquals(one.getWidth(), other.getWidth());
        assertEquals(one.getHeight(), other.getHeight());
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                Color a = new Color(one.getRGB(x, y));
                Color b = new Color(other.getRGB(x, y));
                sum += Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen()) + Math.abs(a.getBlue() - b.getBlue());
            }
        }
        return sum / (3.0 * one.getWidth() * one.getHeight());
    }

    private static void assertSame(Figure figure) throws IOException {
        Picture picture = twins.picture(figure);
        String name = "same-" + figure.view().word() + "-" + (figure.palette() == Palette.DARK ? "dark" : "light");
        BufferedImage png = image(Pictures.pixels(picture, PictureOptions.PLAIN));
        BufferedImage svg = drawnSvg(picture);
        BufferedImage pdf;
        try (PDDocument document = Loader.loadPDF(Pictures.bytes(PictureFormat.PDF, figure, twins.snapshot(figure), PictureOptions.PLAIN))) {
            pdf = new PDFRenderer(document).renderImage(0, 1, ImageType.RGB);
        }
        double ofSvg = meanDifference(png, svg);
        double ofPdf = meanDifference(png, pdf);
        if (ofSvg >= MEAN_DIFFERENCE || ofPdf >= MEAN_DIFFERENCE) {
            ImageIO.write(png, "png", Files.createDirectories(FOLDER).resolve(name + ".png").toFile());
            ImageIO.write(svg, "png", FOLDER.resolve(name + "-svg.png").toFile());
            ImageIO.write(pdf, "png", FOLDER.resolve(name + "-pdf.png").toFile());
        }
        assertTrue(ofSvg < MEAN_DIFFERENCE, name + ", SVG: " + ofSvg);
        assertTrue(ofPdf < MEAN_DIFFERENCE, name + ", PDF: " + ofPdf);
    }

    @ParameterizedTest
    @EnumSource(
            value = FigureView.class,
            names = {"NOW", "RIDGES", "HEATMAP", "PERCENTILES", "PREDICTIONS", "LAYER", "LAG", "LOSS", "LOSS_RANGE"})
    void whatIsDrawnInAnyWayLooksTheSameInEveryFormat(FigureView view) throws IOException {
        assertSame(Figure.of(view));
    }

    @ParameterizedTest
    @EnumSource(value = FigureView.class, names = {"NOW"})
    void alsoInTheDark(FigureView view) throws IOException {
        assertSame(Figure.of(view).withPalette(Palette.DARK));
    }

    @Test
    void anotherPictureWouldBeNoticed() {
        Picture loss = twins.picture(Figure.of(FigureView.LOSS));
        Picture test = twins.picture(Figure.of(FigureView.TEST));
        double difference = meanDifference(drawnSvg(loss), image(Pictures.pixels(test, PictureOptions.PLAIN)));
        assertTrue(difference > MEAN_DIFFERENCE, "two curves differ by " + difference);
    }
}
