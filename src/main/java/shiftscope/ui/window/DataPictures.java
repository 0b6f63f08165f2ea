package shiftscope.ui.window;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.Scaling;
import shiftscope.config.Seed;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;
import shiftscope.data.Examples;
import shiftscope.plot.Colour;
import shiftscope.plot.Palette;

/** Small pictures of the generators' real examples. */
final class DataPictures {
    private static final double WIDTH = 36;
    private static final double HEIGHT = 34;
    private static final int POINTS = 90;
    /** A number for every place takes more of them to be seen than two classes do. */
    private static final int POINTS_WITH_NUMBERS = 260;
    /** A digit that is told at a glance. */
    private static final int DIGIT = 7;
    private static final int CHANNELS = 3;
    /** How much of the picture one of two that lie upon each other takes. */
    private static final double OF_TWO = 0.68;
    private static final double DOT = 1.3;
    private static final Colour THIRD_CLASS = Colour.rgb(0x8a8f98);
    /** Features of unequal scales are drawn unequal, but no more than this, or the smaller one would be a line. */
    private static final double MOST_UNEQUAL = 4;

    private final Executor background;
    private final Executor front;

    /**
     * @param background where examples are generated
     * @param front where they are drawn
     */
    DataPictures(Executor background, Executor front) {
        this.background = background;
        this.front = front;
    }

    /** A picture that appears as soon as its examples are there, and follows the palette. */
    Node of(DataKind kind, ObservableValue<Palette> palette) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        double noise = switch (kind) {
            case DIGITS, CATS, SCALES -> 0;
            case BLOBS -> 0.16;
            default -> 0.05;
        };
        background.execute(() -> {
            int points = kind.regression() ? POINTS_WITH_NUMBERS : POINTS;
            Dataset dataset = Datasets.load(
                    new DataSettings(kind, points, noise, Scaling.RAW, 0.02, null), new Seed(3), Path.of(""));
            front.execute(() -> {
                draw(canvas, dataset, palette.getValue());
                palette.addListener((property, before, now) -> draw(canvas, dataset, now));
            });
        });
        return new StackPane(canvas);
    }

    private static void draw(Canvas canvas, Dataset dataset, Palette palette) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, WIDTH, HEIGHT);
        Examples examples = dataset.train();
        if (dataset.source().isPresent()) {
            drawMoved(graphics, dataset);
        } else if (dataset.image().isPresent()) {
            drawDigit(graphics, dataset, palette);
        } else if (dataset.classes().isEmpty()) {
            drawPoints(graphics, examples, i -> answer(examples.targets().get(i, 0), palette));
        } else {
            drawPoints(graphics, examples, i -> classColour(examples.labels()[i], palette));
        }
    }

    private static void drawDigit(GraphicsContext graphics, Dataset dataset, Palette palette) {
        Examples examples = dataset.train();
        int row = 0;
        while (row < examples.size() - 1 && examples.labels()[row] != DIGIT) {
            row++;
        }
        int side = dataset.image().orElseThrow().width();
        double pixel = HEIGHT / side;
        double left = (WIDTH - HEIGHT) / 2;
        Colour ink = palette.text();
        for (int i = 0; i < side * side; i++) {
            double grey = Math.max(0, Math.min(1, examples.inputs().get(row, i)));
            graphics.setFill(Color.rgb(ink.red(), ink.green(), ink.blue(), grey));
            graphics.fillRect(left + i % side * pixel, i / side * pixel, pixel, pixel);
        }
    }

    /** What is learned from and what is tested on, one upon the other. */
    private static void drawMoved(GraphicsContext graphics, Dataset dataset) {
        int side = dataset.image().orElseThrow().width();
        double size = HEIGHT * OF_TWO;
        DMatrixRMaj[] domains = {dataset.source().orElseThrow().inputs(), dataset.test().inputs()};
        for (int domain = 0; domain < domains.length; domain++) {
            double pixel = size / side;
            double left = domain * (WIDTH - size);
            double top = domain * (HEIGHT - size);
            for (int i = 0; i < side * side; i++) {
                int from = i * CHANNELS;
                graphics.setFill(Color.color(
                        domains[domain].data[from], domains[domain].data[from + 1], domains[domain].data[from + 2]));
                graphics.fillRect(left + i % side * pixel, top + i / side * pixel, pixel, pixel);
            }
        }
    }

    private static void drawPoints(GraphicsContext graphics, Examples examples, IntFunction<Colour> colours) {
        // Of one feature, what is to be learned stands above it.
        DMatrixRMaj upwards = examples.inputs().numCols > 1 ? examples.inputs() : examples.targets();
        int column = upwards.numCols - 1;
        double right = furthest(examples.inputs(), 0);
        double up = furthest(upwards, column);
        double furthest = Math.max(right, up);
        double scale = (HEIGHT / 2 - DOT) / furthest;
        double scaleX = scale * Math.max(1, furthest / MOST_UNEQUAL / right);
        double scaleY = scale * Math.max(1, furthest / MOST_UNEQUAL / up);
        for (int i = 0; i < examples.size(); i++) {
            Colour colour = colours.apply(i);
            graphics.setFill(Color.rgb(colour.red(), colour.green(), colour.blue()));
            double x = WIDTH / 2 + scaleX * examples.inputs().get(i, 0);
            double y = HEIGHT / 2 - scaleY * upwards.get(i, column);
            graphics.fillOval(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
        }
    }

    private static double furthest(DMatrixRMaj values, int column) {
        double furthest = 0;
        for (int i = 0; i < values.numRows; i++) {
            furthest = Math.max(furthest, Math.abs(values.get(i, column)));
        }
        return furthest;
    }

    private static Colour classColour(int label, Palette palette) {
        return switch (label) {
            case 0 -> palette.a();
            case 1 -> palette.b();
            default -> THIRD_CLASS;
        };
    }

    /** Orange for what is below 0, blue for what is above, and grey between, fully by half way to ±1. */
    static Colour answer(double target, Palette palette) {
        Colour end = target < 0 ? palette.a() : palette.b();
        return end.withAlpha(Math.min(1, 2 * Math.abs(target))).on(palette.axis());
    }
}
