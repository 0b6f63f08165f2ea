package shiftscope.ui.window;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
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
    private static final double WIDTH = 42;
    private static final double HEIGHT = 34;
    private static final int POINTS = 90;
    private static final int DIGIT = 7;
    private static final double DOT = 1.3;
    private static final Colour THIRD_CLASS = Colour.rgb(0x8a8f98);

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
        double noise = kind == DataKind.DIGITS ? 0 : kind == DataKind.BLOBS ? 0.16 : 0.05;
        background.execute(() -> {
            Dataset dataset = Datasets.load(
                    new DataSettings(kind, POINTS, noise, Scaling.RAW, 0.02, null), new Seed(3), Path.of(""));
            front.execute(() -> {
                draw(canvas, dataset, palette.getValue());
                palette.addListener((property, before, now) -> draw(canvas, dataset, now));
            });
        });
        return new StackPane(canvas);
    }

    private static void draw(Canvas canvas, Dataset dataset, Palette palette) {
        canvas.getGraphicsContext2D().clearRect(0, 0, WIDTH, HEIGHT);
        if (dataset.image().isPresent()) {
            drawDigit(canvas.getGraphicsContext2D(), dataset, palette);
        } else {
            drawPoints(canvas.getGraphicsContext2D(), dataset.train(), palette);
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

    private static void drawPoints(GraphicsContext graphics, Examples examples, Palette palette) {
        double furthest = 0;
        for (double coordinate : examples.inputs().data) {
            furthest = Math.max(furthest, Math.abs(coordinate));
        }
        double scale = (HEIGHT / 2 - DOT) / furthest;
        for (int i = 0; i < examples.size(); i++) {
            Colour colour = switch (examples.labels()[i]) {
                case 0 -> palette.a();
                case 1 -> palette.b();
                default -> THIRD_CLASS;
            };
            graphics.setFill(Color.rgb(colour.red(), colour.green(), colour.blue()));
            double x = WIDTH / 2 + scale * examples.inputs().get(i, 0);
            double y = HEIGHT / 2 - scale * examples.inputs().get(i, 1);
            graphics.fillOval(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
        }
    }
}
