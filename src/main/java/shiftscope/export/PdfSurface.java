package shiftscope.export;

import com.lowagie.text.Document;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfGState;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import shiftscope.plot.Box;
import shiftscope.plot.Colour;
import shiftscope.plot.Outline;
import shiftscope.plot.Stroke;
import shiftscope.plot.TextStyle;

/** Draws a PDF of one page, a point for each logical pixel. Text is text, in Inter, of which the letters that occur are embedded. */
final class PdfSurface implements Sheet {
    /** How far a cell reaches under its neighbours, so that no line of the ground shines through where a reader smooths edges. */
    private static final double BLEED = 0.3;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document;
    private final PdfContentByte page;
    private final ToDoubleBiFunction<String, TextStyle> measure;
    private final Map<TextStyle.Weight, BaseFont> fonts = new EnumMap<>(TextStyle.Weight.class);
    private final Map<Double, PdfGState> alphas = new TreeMap<>();

    /**
     * A page filled with one colour.
     *
     * @param width in logical pixels
     * @param height in logical pixels
     * @param ground left out where there is nothing to see of it
     * @param origin goes into the document's information
     * @param measure how wide a text is
     */
    PdfSurface(
            double width, double height, Colour ground, Origin origin, ToDoubleBiFunction<String, TextStyle> measure) {
        this.measure = measure;
        document = new Document(new Rectangle((float) width, (float) height));
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        document.open();
        for (Origin.Entry entry : origin.entries()) {
            // "Creator" is the standard's word for the software that a document comes from.
            String key = entry.key().equals(Origin.SOFTWARE) ? "Creator" : entry.key();
            writer.getInfo().put(new PdfName(key), new PdfString(entry.text(), PdfObject.TEXT_UNICODE));
        }
        page = writer.getDirectContent();
        // Upside down, as everything here counts from the top.
        page.concatCTM(1, 0, 0, -1, 0, (float) height);
        page.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        if (ground.alpha() > 0) {
            fillRectangle(0, 0, width, height, ground);
        }
    }

    /** The whole document; nothing can be drawn afterwards. */
    byte[] finish() {
        document.close();
        return bytes.toByteArray();
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, Colour colour) {
        fill(colour, () -> page.rectangle((float) x, (float) y, (float) width, (float) height));
    }

    @Override
    public void fillRoundRectangle(double x, double y, double width, double height, double radius, Colour colour) {
        fill(colour, () -> page.roundRectangle((float) x, (float) y, (float) width, (float) height, (float) radius));
    }

    @Override
    public void strokeRoundRectangle(double x, double y, double width, double height, double radius, Stroke stroke) {
        stroke(stroke, () -> page.roundRectangle((float) x, (float) y, (float) width, (float) height, (float) radius));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        stroke(stroke, () -> {
            page.moveTo((float) x1, (float) y1);
            page.lineTo((float) x2, (float) y2);
        });
    }

    @Override
    public void polyline(double[] xs, double[] ys, int points, Stroke stroke) {
        stroke(stroke, () -> path(xs, ys, points));
    }

    @Override
    public void fillPolygon(double[] xs, double[] ys, int points, Colour colour) {
        fill(colour, () -> {
            path(xs, ys, points);
            page.closePath();
        });
    }

    @Override
    public void fillCircle(double x, double y, double radius, Colour colour) {
        fill(colour, () -> page.circle((float) x, (float) y, (float) radius));
    }

    @Override
    public void strokeCircle(double x, double y, double radius, Stroke stroke) {
        stroke(stroke, () -> page.circle((float) x, (float) y, (float) radius));
    }

    /** Column by column from the top, so that each cell covers what its neighbours reach into it. */
    @Override
    public void cells(double[] xs, double[] ys, int[] argb) {
        int columns = xs.length - 1;
        int rows = ys.length - 1;
        page.saveState();
        for (int column = 0; column < columns; column++) {
            double right = xs[column + 1] + (column + 1 < columns ? BLEED : 0);
            int from = 0;
            for (int row = 1; row <= rows; row++) {
                int colour = argb[from * columns + column];
                if (row == rows || argb[row * columns + column] != colour) {
                    if (colour != 0) {
                        double bottom = ys[row] + (row < rows ? BLEED : 0);
                        page.setRGBColorFill(colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff);
                        page.rectangle((float) xs[column], (float) ys[from], (float) (right - xs[column]), (float) (bottom - ys[from]));
                        page.fill();
                    }
                    from = row;
                }
            }
        }
        page.restoreState();
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        double left =
                switch (style.align()) {
                    case LEFT -> x;
                    case CENTRE -> x - textWidth(text, style) / 2;
                    case RIGHT -> x - textWidth(text, style);
                };
        page.saveState();
        colourFill(style.colour());
        page.beginText();
        page.setFontAndSize(fonts.computeIfAbsent(style.weight(), PdfSurface::font), (float) style.size());
        page.setTextMatrix(1, 0, 0, -1, (float) left, (float) y);
        page.showText(text);
        page.endText();
        page.restoreState();
    }

    @Override
    public void fillOutline(Outline outline, double x, double y, double size, Colour colour) {
        fill(colour, () -> outline.at(x, y, size).forEach(this::add));
    }

    private void add(Outline.Segment segment) {
        if (segment instanceof Outline.Move to) {
            page.moveTo((float) to.x(), (float) to.y());
        } else if (segment instanceof Outline.Line to) {
            page.lineTo((float) to.x(), (float) to.y());
        } else if (segment instanceof Outline.Curve to) {
            page.curveTo((float) to.x1(), (float) to.y1(), (float) to.x2(), (float) to.y2(), (float) to.x(), (float) to.y());
        } else {
            page.closePath();
        }
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return measure.applyAsDouble(text, style);
    }

    @Override
    public void withClip(Box clip, Runnable drawing) {
        page.saveState();
        page.rectangle((float) clip.x(), (float) clip.y(), (float) clip.width(), (float) clip.height());
        page.clip();
        page.newPath();
        drawing.run();
        page.restoreState();
    }

    @Override
    public void withOrigin(double x, double y, Runnable drawing) {
        page.saveState();
        page.concatCTM(1, 0, 0, 1, (float) x, (float) y);
        drawing.run();
        page.restoreState();
    }

    private void fill(Colour colour, Runnable path) {
        page.saveState();
        colourFill(colour);
        path.run();
        page.fill();
        page.restoreState();
    }

    private void colourFill(Colour colour) {
        page.setRGBColorFill(colour.red(), colour.green(), colour.blue());
        alpha(colour);
    }

    private void stroke(Stroke stroke, Runnable path) {
        Colour colour = stroke.colour();
        page.saveState();
        page.setRGBColorStroke(colour.red(), colour.green(), colour.blue());
        alpha(colour);
        page.setLineWidth((float) stroke.width());
        if (stroke.dashed()) {
            page.setLineDash((float) stroke.dash(), (float) stroke.gap(), 0);
        }
        path.run();
        page.stroke();
        page.restoreState();
    }

    private void alpha(Colour colour) {
        if (colour.alpha() < 1) {
            page.setGState(alphas.computeIfAbsent(colour.alpha(), alpha -> {
                PdfGState state = new PdfGState();
                state.setFillOpacity(alpha.floatValue());
                state.setStrokeOpacity(alpha.floatValue());
                return state;
            }));
        }
    }

    private void path(double[] xs, double[] ys, int points) {
        page.moveTo((float) xs[0], (float) ys[0]);
        for (int i = 1; i < points; i++) {
            page.lineTo((float) xs[i], (float) ys[i]);
        }
    }

    private static BaseFont font(TextStyle.Weight weight) {
        try (InputStream in = InterFont.open(weight)) {
            return BaseFont.createFont(
                    InterFont.name(weight), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
