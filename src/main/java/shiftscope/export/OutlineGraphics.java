package shiftscope.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shiftscope.plot.Outline;

/** Draws nothing, but keeps the outlines of all that is filled, so that a formula can be drawn at any size on anything. No colours. */
final class OutlineGraphics extends UnusedGraphics {
    private static final FontRenderContext UNROUNDED = new FontRenderContext(null, true, true);

    private final Path2D.Double kept = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private final AffineTransform transform = new AffineTransform();
    private Font font;
    private Stroke stroke = new BasicStroke();
    private Color colour = Color.BLACK;

    /** All that was drawn. */
    List<Outline.Segment> kept() {
        List<Outline.Segment> segments = new ArrayList<>();
        double[] to = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator at = kept.getPathIterator(null); !at.isDone(); at.next()) {
            int kind = at.currentSegment(to);
            int last = 0;
            switch (kind) {
                case PathIterator.SEG_MOVETO -> segments.add(new Outline.Move(to[0], to[1]));
                case PathIterator.SEG_LINETO -> segments.add(new Outline.Line(to[0], to[1]));
                case PathIterator.SEG_QUADTO -> {
                    // The same curve with the control points of a cubic one.
                    segments.add(new Outline.Curve(
                            x + 2.0 / 3 * (to[0] - x), y + 2.0 / 3 * (to[1] - y),
                            to[2] + 2.0 / 3 * (to[0] - to[2]), to[3] + 2.0 / 3 * (to[1] - to[3]), to[2], to[3]));
                    last = 2;
                }
                case PathIterator.SEG_CUBICTO -> {
                    segments.add(new Outline.Curve(to[0], to[1], to[2], to[3], to[4], to[5]));
                    last = 4;
                }
                default -> segments.add(new Outline.Close());
            }
            if (kind != PathIterator.SEG_CLOSE) {
                x = to[last];
                y = to[last + 1];
            }
        }
        return segments;
    }

    /** An outline that was kept, as AWT fills it. */
    static Shape shape(List<Outline.Segment> segments) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (Outline.Segment segment : segments) {
            if (segment instanceof Outline.Move to) {
                path.moveTo(to.x(), to.y());
            } else if (segment instanceof Outline.Line to) {
                path.lineTo(to.x(), to.y());
            } else if (segment instanceof Outline.Curve to) {
                path.curveTo(to.x1(), to.y1(), to.x2(), to.y2(), to.x(), to.y());
            } else {
                path.closePath();
            }
        }
        return path;
    }

    @Override
    public void fill(Shape shape) {
        kept.append(transform.createTransformedShape(shape), false);
    }

    @Override
    public void draw(Shape shape) {
        fill(stroke.createStrokedShape(shape));
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public void drawString(String text, float x, float y) {
        drawGlyphVector(font.createGlyphVector(UNROUNDED, text), x, y);
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public void setFont(Font value) {
        font = value;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setStroke(Stroke value) {
        stroke = value;
    }

    @Override
    public Color getColor() {
        return colour;
    }

    @Override
    public void setColor(Color value) {
        colour = value;
    }

    @Override
    public Paint getPaint() {
        return colour;
    }

    @Override
    public void setPaint(Paint value) {
        // an outline has no colour
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public void setTransform(AffineTransform value) {
        transform.setTransform(value);
    }

    @Override
    public void transform(AffineTransform value) {
        transform.concatenate(value);
    }

    @Override
    public void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        transform.rotate(angle, x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void shear(double x, double y) {
        transform.shear(x, y);
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return UNROUNDED;
    }

    @Override
    public RenderingHints getRenderingHints() {
        return new RenderingHints(Map.of());
    }

    @Override
    public Object getRenderingHint(RenderingHints.Key key) {
        return null;
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        // outlines are exact whatever is asked for
    }

    @Override
    public void setRenderingHints(Map<?, ?> hints) {
        // outlines are exact whatever is asked for
    }

    @Override
    public void addRenderingHints(Map<?, ?> hints) {
        // outlines are exact whatever is asked for
    }

    @Override
    public void dispose() {
        // nothing is held
    }
}
