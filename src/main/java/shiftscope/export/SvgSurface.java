package shiftscope.export;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import shiftscope.plot.Box;
import shiftscope.plot.Colour;
import shiftscope.plot.Outline;
import shiftscope.plot.Stroke;
import shiftscope.plot.TextStyle;

/** Draws an SVG 1.1 document. Text stays text, in Inter where the reader has it. */
final class SvgSurface implements Sheet {
    private static final String FAMILY = "Inter, 'Helvetica Neue', Arial, sans-serif";

    private final XmlText xml = new XmlText();
    private final ToDoubleBiFunction<String, TextStyle> measure;
    private int clips;

    /**
     * A document filled with one colour.
     *
     * @param ground left out where there is nothing to see of it
     * @param width in logical pixels
     * @param height in logical pixels
     * @param title what a reader's software calls the picture
     * @param origin what is needed to make it again
     * @param measure how wide a text is
     */
    SvgSurface(
            double width,
            double height,
            Colour ground,
            String title,
            Origin origin,
            ToDoubleBiFunction<String, TextStyle> measure) {
        this.measure = measure;
        xml.open("svg")
                .set("xmlns", "http://www.w3.org/2000/svg")
                .set("width", width)
                .set("height", height)
                .set("viewBox", "0 0 " + XmlText.number(width) + " " + XmlText.number(height))
                .set("role", "img")
                .set("font-family", FAMILY);
        xml.open("title").say(title).close();
        xml.open("desc").say(origin.description()).close();
        xml.open("metadata");
        origin.entries().forEach(entry -> xml.say("\n" + entry.key() + ": " + entry.text()));
        xml.close();
        if (ground.alpha() > 0) {
            fillRectangle(0, 0, width, height, ground);
        }
    }

    /** The whole document; nothing can be drawn afterwards. */
    String finish() {
        return xml.close().finish();
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, Colour colour) {
        fill(rectangle(x, y, width, height), colour);
    }

    @Override
    public void fillRoundRectangle(double x, double y, double width, double height, double radius, Colour colour) {
        fill(rectangle(x, y, width, height).set("rx", radius), colour);
    }

    @Override
    public void strokeRoundRectangle(double x, double y, double width, double height, double radius, Stroke stroke) {
        stroke(rectangle(x, y, width, height).set("rx", radius), stroke);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        stroke(xml.open("line").set("x1", x1).set("y1", y1).set("x2", x2).set("y2", y2), stroke);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int points, Stroke stroke) {
        stroke(xml.open("polyline").set("points", points(xs, ys, points)).set("stroke-linejoin", "round"), stroke);
    }

    @Override
    public void fillPolygon(double[] xs, double[] ys, int points, Colour colour) {
        fill(xml.open("polygon").set("points", points(xs, ys, points)), colour);
    }

    @Override
    public void fillCircle(double x, double y, double radius, Colour colour) {
        fill(xml.open("circle").set("cx", x).set("cy", y).set("r", radius), colour);
    }

    @Override
    public void strokeCircle(double x, double y, double radius, Stroke stroke) {
        stroke(xml.open("circle").set("cx", x).set("cy", y).set("r", radius), stroke);
    }

    /**
     * One path of each colour; cells of one colour above each other are one rectangle of it. Edges lie on whole pixels, or readers that
     * smooth them would leave seams between cells.
     */
    @Override
    public void cells(double[] xs, double[] ys, int[] argb) {
        Map<Integer, StringBuilder> paths = new TreeMap<>();
        int columns = xs.length - 1;
        int rows = ys.length - 1;
        for (int column = 0; column < columns; column++) {
            int from = 0;
            for (int row = 1; row <= rows; row++) {
                int colour = argb[from * columns + column];
                if (row == rows || argb[row * columns + column] != colour) {
                    if (colour != 0) {
                        rectangle(paths.computeIfAbsent(colour, any -> new StringBuilder()), xs, ys, column, from, row);
                    }
                    from = row;
                }
            }
        }
        paths.forEach((colour, path) -> xml.open("path")
                .set("d", path.toString())
                .set("fill", Colour.rgb(colour & 0xffffff).hex())
                .set("shape-rendering", "crispEdges")
                .close());
    }

    private static void rectangle(StringBuilder path, double[] xs, double[] ys, int column, int from, int to) {
        path.append('M').append(Math.round(xs[column])).append(' ').append(Math.round(ys[from]))
                .append('H').append(Math.round(xs[column + 1]))
                .append('V').append(Math.round(ys[to]))
                .append('H').append(Math.round(xs[column])).append('z');
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        xml.open("text")
                .set("x", x)
                .set("y", y)
                .set("font-size", style.size())
                .set("font-weight", weight(style.weight()))
                .set("text-anchor", anchor(style.align()))
                .set("fill", style.colour().hex())
                .say(text)
                .close();
    }

    @Override
    public void fillOutline(Outline outline, double x, double y, double size, Colour colour) {
        StringBuilder path = new StringBuilder();
        for (Outline.Segment segment : outline.at(x, y, size)) {
            if (segment instanceof Outline.Move to) {
                append(path.append('M'), to.x(), to.y());
            } else if (segment instanceof Outline.Line to) {
                append(path.append('L'), to.x(), to.y());
            } else if (segment instanceof Outline.Curve to) {
                append(path.append('C'), to.x1(), to.y1(), to.x2(), to.y2(), to.x(), to.y());
            } else {
                path.append('z');
            }
        }
        fill(xml.open("path").set("d", path.toString()), colour);
    }

    private static void append(StringBuilder path, double... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            path.append(i == 0 ? "" : " ").append(XmlText.number(numbers[i]));
        }
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return measure.applyAsDouble(text, style);
    }

    @Override
    public void withClip(Box clip, Runnable drawing) {
        String id = "clip" + ++clips;
        xml.open("clipPath").set("id", id);
        rectangle(clip.x(), clip.y(), clip.width(), clip.height()).close();
        xml.close().open("g").set("clip-path", "url(#" + id + ")");
        drawing.run();
        xml.close();
    }

    @Override
    public void withOrigin(double x, double y, Runnable drawing) {
        xml.open("g").set("transform", "translate(" + XmlText.number(x) + " " + XmlText.number(y) + ")");
        drawing.run();
        xml.close();
    }

    private XmlText rectangle(double x, double y, double width, double height) {
        return xml.open("rect").set("x", x).set("y", y).set("width", width).set("height", height);
    }

    private static void fill(XmlText shape, Colour colour) {
        shape.set("fill", colour.hex());
        if (colour.alpha() < 1) {
            shape.set("fill-opacity", colour.alpha());
        }
        shape.close();
    }

    private static void stroke(XmlText shape, Stroke stroke) {
        shape.set("fill", "none").set("stroke", stroke.colour().hex()).set("stroke-width", stroke.width());
        if (stroke.colour().alpha() < 1) {
            shape.set("stroke-opacity", stroke.colour().alpha());
        }
        if (stroke.dashed()) {
            shape.set("stroke-dasharray", XmlText.number(stroke.dash()) + " " + XmlText.number(stroke.gap()));
        }
        shape.close();
    }

    private static String points(double[] xs, double[] ys, int points) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < points; i++) {
            list.append(i == 0 ? "" : " ").append(XmlText.number(xs[i])).append(',').append(XmlText.number(ys[i]));
        }
        return list.toString();
    }

    private static String weight(TextStyle.Weight weight) {
        return switch (weight) {
            case REGULAR -> "400";
            case MEDIUM -> "500";
            case SEMI_BOLD -> "600";
            case BOLD -> "700";
        };
    }

    private static String anchor(TextStyle.Align align) {
        return switch (align) {
            case LEFT -> "start";
            case CENTRE -> "middle";
            case RIGHT -> "end";
        };
    }
}
