package shiftscope.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import shiftscope.plot.Box;
import shiftscope.plot.Colour;
import shiftscope.plot.Outline;
import shiftscope.plot.Stroke;
import shiftscope.plot.TextStyle;

/** Draws into an image. Lines and type are drawn at the resolution of the image, so a larger scale shows more and blurs nothing. */
final class PngSurface implements Sheet {
    static {
        // Pictures are drawn in memory: AWT is not to look for a display, least of all for one that does not answer.
        System.setProperty("java.awt.headless", "true");
    }

    private static final FontRenderContext UNROUNDED = new FontRenderContext(null, true, true);

    private final BufferedImage image;
    private final Graphics2D graphics;

    /**
     * An image filled with one colour.
     *
     * @param width in logical pixels
     * @param height in logical pixels
     * @param scale pixels of the image per logical pixel
     * @param ground one that covers, or one with nothing to see: then the image has an alpha
     */
    PngSurface(double width, double height, double scale, Colour ground) {
        image = new BufferedImage(
                (int) Math.ceil(width * scale),
                (int) Math.ceil(height * scale),
                ground.alpha() < 1 ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(colour(ground));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
    }

    /** Writes the image in the PNG format and frees what drawing needed; nothing can be drawn afterwards. */
    void write(OutputStream out) throws IOException {
        write(out, List.of());
    }

    /** The same with texts that travel in it. */
    void write(OutputStream out, List<Origin.Entry> texts) throws IOException {
        graphics.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            PngTexts.addTo(metadata, texts);
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    /** A copy of the pixels; nothing can be drawn afterwards. */
    Pictures.Pixels pixels() {
        graphics.dispose();
        int width = image.getWidth();
        int height = image.getHeight();
        return new Pictures.Pixels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    /** A frame of few colours as a writer takes it, with the metadata that the writer would give it. */
    static IIOImage indexed(ColourTable.Indexed frame, ImageWriter writer) {
        IndexColorModel colours =
                new IndexColorModel(Byte.SIZE, frame.colours().length, frame.colours(), 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        image.getRaster().setDataElements(0, 0, frame.width(), frame.height(), frame.cells());
        return new IIOImage(image, null, writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null));
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, Colour colour) {
        fill(new Rectangle2D.Double(x, y, width, height), colour);
    }

    @Override
    public void fillRoundRectangle(double x, double y, double width, double height, double radius, Colour colour) {
        fill(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius), colour);
    }

    @Override
    public void strokeRoundRectangle(double x, double y, double width, double height, double radius, Stroke stroke) {
        stroke(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius), stroke);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        stroke(new Line2D.Double(x1, y1, x2, y2), stroke);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int points, Stroke stroke) {
        stroke(path(xs, ys, points), stroke);
    }

    @Override
    public void fillPolygon(double[] xs, double[] ys, int points, Colour colour) {
        Path2D path = path(xs, ys, points);
        path.closePath();
        fill(path, colour);
    }

    @Override
    public void fillCircle(double x, double y, double radius, Colour colour) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), colour);
    }

    @Override
    public void strokeCircle(double x, double y, double radius, Stroke stroke) {
        stroke(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), stroke);
    }

    /** Each edge is brought to a whole pixel once, so that no two neighbours leave a gap between them. */
    @Override
    public void cells(double[] xs, double[] ys, int[] argb) {
        AffineTransform logical = graphics.getTransform();
        int[] lefts = pixels(xs, logical.getScaleX(), logical.getTranslateX());
        int[] tops = pixels(ys, logical.getScaleY(), logical.getTranslateY());
        graphics.setTransform(new AffineTransform());
        int columns = lefts.length - 1;
        for (int row = 0; row + 1 < tops.length; row++) {
            for (int column = 0; column < columns; column++) {
                int colour = argb[row * columns + column];
                if (colour != 0) {
                    graphics.setColor(new Color(colour));
                    graphics.fillRect(lefts[column], tops[row], lefts[column + 1] - lefts[column], tops[row + 1] - tops[row]);
                }
            }
        }
        graphics.setTransform(logical);
    }

    private static int[] pixels(double[] edges, double scale, double origin) {
        return Arrays.stream(edges).mapToInt(edge -> (int) Math.round(scale * edge + origin)).toArray();
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        double left =
                switch (style.align()) {
                    case LEFT -> x;
                    case CENTRE -> x - textWidth(text, style) / 2;
                    case RIGHT -> x - textWidth(text, style);
                };
        graphics.setFont(font(style));
        graphics.setColor(colour(style.colour()));
        graphics.drawString(text, (float) left, (float) y);
    }

    @Override
    public void fillOutline(Outline outline, double x, double y, double size, Colour colour) {
        fill(OutlineGraphics.shape(outline.at(x, y, size)), colour);
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return measure(text, style);
    }

    /** How wide a line of text is in the bundled typeface, in logical pixels. */
    static double measure(String text, TextStyle style) {
        return font(style).getStringBounds(text, UNROUNDED).getWidth();
    }

    @Override
    public void withClip(Box clip, Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(clip.x(), clip.y(), clip.width(), clip.height()));
        try {
            drawing.run();
        } finally {
            graphics.setClip(before);
        }
    }

    @Override
    public void withOrigin(double x, double y, Runnable drawing) {
        graphics.translate(x, y);
        try {
            drawing.run();
        } finally {
            graphics.translate(-x, -y);
        }
    }

    private void fill(Shape shape, Colour colour) {
        graphics.setColor(colour(colour));
        graphics.fill(shape);
    }

    private void stroke(Shape shape, Stroke stroke) {
        float[] dashes = stroke.dashed() ? new float[] {(float) stroke.dash(), (float) stroke.gap()} : null;
        graphics.setStroke(
                new BasicStroke((float) stroke.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        graphics.setColor(colour(stroke.colour()));
        graphics.draw(shape);
    }

    private static Path2D path(double[] xs, double[] ys, int points) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, points);
        path.moveTo(xs[0], ys[0]);
        for (int i = 1; i < points; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        return path;
    }

    private static Color colour(Colour colour) {
        return new Color(colour.red(), colour.green(), colour.blue(), (int) Math.round(255 * colour.alpha()));
    }

    private static Font font(TextStyle style) {
        return Typeface.FONTS.get(style.weight()).deriveFont((float) style.size());
    }

    /** Inter, read when the first text is drawn or measured. */
    private static final class Typeface {
        static final Map<TextStyle.Weight, Font> FONTS = read();

        private static Map<TextStyle.Weight, Font> read() {
            Map<TextStyle.Weight, Font> fonts = new EnumMap<>(TextStyle.Weight.class);
            for (TextStyle.Weight weight : TextStyle.Weight.values()) {
                fonts.put(weight, read(weight));
            }
            return fonts;
        }

        private static Font read(TextStyle.Weight weight) {
            try (InputStream in = InterFont.open(weight)) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the bundled typeface cannot be read", e);
            }
        }
    }
}
