package shiftscope.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Remembers what was drawn. */
public final class RecordingSurface implements Surface {
    /** A filled rectangle, its corners round or not. */
    public record Filled(Box box, Colour colour) {}

    /** A polyline. */
    public record Drawn(double[] xs, double[] ys, Stroke stroke) {}

    /** Cells, row by row from the top left. */
    public record Grid(double[] xs, double[] ys, int[] argb) {
        public int columns() {
            return xs.length - 1;
        }

        public int rows() {
            return ys.length - 1;
        }

        public Box box() {
            return new Box(xs[0], ys[0], xs[xs.length - 1] - xs[0], ys[ys.length - 1] - ys[0]);
        }
    }

    /** A line of text. */
    public record Said(String text, double x, double y, TextStyle style) {}

    public final List<Filled> rectangles = new ArrayList<>();
    public final List<Filled> rounded = new ArrayList<>();
    public final List<Drawn> polylines = new ArrayList<>();
    public final List<Drawn> lines = new ArrayList<>();
    public final List<Drawn> polygons = new ArrayList<>();
    public final List<Said> texts = new ArrayList<>();
    public final List<Grid> grids = new ArrayList<>();
    public final List<Filled> outlines = new ArrayList<>();
    public final List<Box> circles = new ArrayList<>();
    public final List<Box> rings = new ArrayList<>();
    private final ToDoubleBiFunction<String, TextStyle> measure;

    /** Every character is half as wide as the type is high. */
    public RecordingSurface() {
        this((text, style) -> text.length() * style.size() / 2);
    }

    public RecordingSurface(ToDoubleBiFunction<String, TextStyle> measure) {
        this.measure = measure;
    }

    public List<String> words() {
        return texts.stream().map(Said::text).toList();
    }

    /** The room that a text takes, from a capital's top to the baseline. */
    public Box boxOf(Said said) {
        double width = textWidth(said.text(), said.style());
        double left =
                switch (said.style().align()) {
                    case LEFT -> said.x();
                    case CENTRE -> said.x() - width / 2;
                    case RIGHT -> said.x() - width;
                };
        return new Box(left, said.y() - said.style().capHeight(), width, said.style().capHeight());
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, Colour colour) {
        rectangles.add(new Filled(new Box(x, y, width, height), colour));
    }

    @Override
    public void fillRoundRectangle(double x, double y, double width, double height, double radius, Colour colour) {
        rounded.add(new Filled(new Box(x, y, width, height), colour));
    }

    @Override
    public void strokeRoundRectangle(double x, double y, double width, double height, double radius, Stroke stroke) {}

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        lines.add(new Drawn(new double[] {x1, x2}, new double[] {y1, y2}, stroke));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int points, Stroke stroke) {
        polylines.add(new Drawn(Arrays.copyOf(xs, points), Arrays.copyOf(ys, points), stroke));
    }

    @Override
    public void fillPolygon(double[] xs, double[] ys, int points, Colour colour) {
        polygons.add(new Drawn(Arrays.copyOf(xs, points), Arrays.copyOf(ys, points), Stroke.solid(1, colour)));
    }

    @Override
    public void fillCircle(double x, double y, double radius, Colour colour) {
        circles.add(new Box(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void strokeCircle(double x, double y, double radius, Stroke stroke) {
        rings.add(new Box(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void cells(double[] xs, double[] ys, int[] argb) {
        grids.add(new Grid(xs.clone(), ys.clone(), argb.clone()));
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        texts.add(new Said(text, x, y, style));
    }

    @Override
    public void fillOutline(Outline outline, double x, double y, double size, Colour colour) {
        outlines.add(new Filled(
                new Box(x, y - size * outline.ascent(), size * outline.width(), size * outline.height()), colour));
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return measure.applyAsDouble(text, style);
    }

    @Override
    public void withClip(Box clip, Runnable drawing) {
        drawing.run();
    }
}
