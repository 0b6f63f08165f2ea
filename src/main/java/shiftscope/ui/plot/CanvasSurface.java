package shiftscope.ui.plot;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import shiftscope.plot.Box;
import shiftscope.plot.Colour;
import shiftscope.plot.Outline;
import shiftscope.plot.Stroke;
import shiftscope.plot.Surface;
import shiftscope.plot.TextStyle;

/** Draws on a JavaFX canvas. */
final class CanvasSurface implements Surface {
    private final GraphicsContext graphics;
    private final Typeface typeface;
    private final Map<Colour, Color> colours = new HashMap<>();

    CanvasSurface(GraphicsContext graphics, Typeface typeface) {
        this.graphics = graphics;
        this.typeface = typeface;
        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, Colour colour) {
        graphics.setFill(fx(colour));
        graphics.fillRect(x, y, width, height);
    }

    @Override
    public void fillRoundRectangle(double x, double y, double width, double height, double radius, Colour colour) {
        // The software pipeline fills a rectangle many times faster than a shape, so only the corners are shapes.
        graphics.setFill(fx(colour));
        graphics.fillRect(x + radius, y, width - 2 * radius, height);
        graphics.fillRect(x, y + radius, radius, height - 2 * radius);
        graphics.fillRect(x + width - radius, y + radius, radius, height - 2 * radius);
        double size = 2 * radius;
        graphics.fillArc(x, y, size, size, 90, 90, ArcType.ROUND);
        graphics.fillArc(x + width - size, y, size, size, 0, 90, ArcType.ROUND);
        graphics.fillArc(x, y + height - size, size, size, 180, 90, ArcType.ROUND);
        graphics.fillArc(x + width - size, y + height - size, size, size, 270, 90, ArcType.ROUND);
    }

    @Override
    public void strokeRoundRectangle(double x, double y, double width, double height, double radius, Stroke stroke) {
        if (radius <= 0) {
            prepare(stroke);
            graphics.strokeRect(x, y, width, height);
            return;
        }
        double size = 2 * radius;
        double right = x + width;
        double bottom = y + height;
        line(x + radius, y, right - radius, y, stroke);
        line(x + radius, bottom, right - radius, bottom, stroke);
        line(x, y + radius, x, bottom - radius, stroke);
        line(right, y + radius, right, bottom - radius, stroke);
        prepare(stroke);
        graphics.strokeArc(x, y, size, size, 90, 90, ArcType.OPEN);
        graphics.strokeArc(right - size, y, size, size, 0, 90, ArcType.OPEN);
        graphics.strokeArc(x, bottom - size, size, size, 180, 90, ArcType.OPEN);
        graphics.strokeArc(right - size, bottom - size, size, size, 270, 90, ArcType.OPEN);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        if (!stroke.dashed() && (x1 == x2 || y1 == y2)) {
            upright(x1, y1, x2, y2, stroke);
            return;
        }
        prepare(stroke);
        graphics.strokeLine(x1, y1, x2, y2);
    }

    /** A line along an axis is a rectangle, which the software pipeline fills many times faster than it strokes a shape. */
    private void upright(double x1, double y1, double x2, double y2, Stroke stroke) {
        double across = y1 == y2 ? 0 : stroke.width() / 2;
        double along = y1 == y2 ? stroke.width() / 2 : 0;
        fillRectangle(
                Math.min(x1, x2) - across, Math.min(y1, y2) - along,
                Math.abs(x2 - x1) + 2 * across, Math.abs(y2 - y1) + 2 * along, stroke.colour());
    }

    @Override
    public void polyline(double[] xs, double[] ys, int points, Stroke stroke) {
        prepare(stroke);
        graphics.strokePolyline(xs, ys, points);
    }

    @Override
    public void fillPolygon(double[] xs, double[] ys, int points, Colour colour) {
        graphics.setFill(fx(colour));
        graphics.fillPolygon(xs, ys, points);
    }

    @Override
    public void fillCircle(double x, double y, double radius, Colour colour) {
        graphics.setFill(fx(colour));
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void strokeCircle(double x, double y, double radius, Stroke stroke) {
        prepare(stroke);
        graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** As one image of whole pixels, a single drawing command for the canvas. */
    @Override
    public void cells(double[] xs, double[] ys, int[] argb) {
        int left = (int) Math.round(xs[0]);
        int top = (int) Math.round(ys[0]);
        int[] columns = cellAt(xs, left);
        int[] rows = cellAt(ys, top);
        if (columns.length == 0 || rows.length == 0) {
            return;
        }
        int[] pixels = new int[columns.length * rows.length];
        for (int y = 0; y < rows.length; y++) {
            int from = rows[y] * (xs.length - 1);
            for (int x = 0; x < columns.length; x++) {
                pixels[y * columns.length + x] = argb[from + columns[x]];
            }
        }
        WritableImage image = new WritableImage(columns.length, rows.length);
        image.getPixelWriter().setPixels(
                0, 0, columns.length, rows.length, PixelFormat.getIntArgbInstance(), pixels, 0, columns.length);
        graphics.setImageSmoothing(false);
        graphics.drawImage(image, left, top);
    }

    /** For every pixel between the first and the last edge, the cell that its middle lies in. */
    private static int[] cellAt(double[] edges, int first) {
        int[] cells = new int[Math.max(0, (int) Math.round(edges[edges.length - 1]) - first)];
        int cell = 0;
        for (int i = 0; i < cells.length; i++) {
            while (cell < edges.length - 2 && edges[cell + 1] <= first + i + 0.5) {
                cell++;
            }
            cells[i] = cell;
        }
        return cells;
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        graphics.setFill(fx(style.colour()));
        graphics.setFont(typeface.font(style.weight(), style.size()));
        graphics.setTextAlign(switch (style.align()) {
            case LEFT -> TextAlignment.LEFT;
            case CENTRE -> TextAlignment.CENTER;
            case RIGHT -> TextAlignment.RIGHT;
        });
        graphics.fillText(text, x, y);
    }

    @Override
    public void fillOutline(Outline outline, double x, double y, double size, Colour colour) {
        graphics.setFill(fx(colour));
        graphics.beginPath();
        for (Outline.Segment segment : outline.at(x, y, size)) {
            if (segment instanceof Outline.Move to) {
                graphics.moveTo(to.x(), to.y());
            } else if (segment instanceof Outline.Line to) {
                graphics.lineTo(to.x(), to.y());
            } else if (segment instanceof Outline.Curve to) {
                graphics.bezierCurveTo(to.x1(), to.y1(), to.x2(), to.y2(), to.x(), to.y());
            } else {
                graphics.closePath();
            }
        }
        graphics.fill();
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return typeface.width(text, style.weight(), style.size());
    }

    /** To whole pixels: a canvas cuts those off as it fills, but draws all that has any other clip on a layer of its own first. */
    @Override
    public void withClip(Box clip, Runnable drawing) {
        double x = Math.round(clip.x());
        double y = Math.round(clip.y());
        graphics.save();
        graphics.beginPath();
        graphics.rect(x, y, Math.round(clip.right()) - x, Math.round(clip.bottom()) - y);
        graphics.clip();
        try {
            drawing.run();
        } finally {
            graphics.restore();
        }
    }

    private void prepare(Stroke stroke) {
        graphics.setStroke(fx(stroke.colour()));
        graphics.setLineWidth(stroke.width());
        if (stroke.dashed()) {
            graphics.setLineDashes(stroke.dash(), stroke.gap());
        } else {
            graphics.setLineDashes((double[]) null);
        }
    }

    private Color fx(Colour colour) {
        return colours.computeIfAbsent(
                colour, from -> Color.rgb(from.red(), from.green(), from.blue(), from.alpha()));
    }
}
