package shiftscope.session;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import shiftscope.data.Dataset;
import shiftscope.data.Examples;

/**
 * What both networks are asked, so that one sees what they have learned: points of the plane where an example has two features, the test
 * images where examples are images. What does not change is made once.
 */
final class Questions {
    private static final int COLUMNS = 96;
    private static final int ROWS = 72;
    private static final double MARGIN = 0.05;

    /** The answer over the plane is one byte. */
    private static final int MOST_CLASSES = Byte.MAX_VALUE;

    private final Dataset dataset;
    private final Probes probes;
    private final SideBySide sideBySide;
    private final Answers a;
    private final Answers b;
    private final Optional<Plane> plane;
    private final boolean images;
    private double black;
    private double white;
    private Predictions newest;
    private long changesOfA;
    private long changesOfB;

    /** The points asked for, in rows from the lowest up, and the examples among them. */
    private record Plane(double[] x, double[] y, DMatrixRMaj points, Predictions.Points train, Predictions.Points test) {}

    Questions(Dataset dataset, Probes probes) {
        this.dataset = dataset;
        this.probes = probes;
        sideBySide = probes.sideBySide();
        a = new Answers(probes.a(), dataset.regression());
        b = new Answers(probes.b(), dataset.regression());
        plane = dataset.features() == 2 && dataset.classes().size() <= MOST_CLASSES ? Optional.of(plane()) : Optional.empty();
        images = dataset.image().isPresent() && !dataset.regression();
        if (images) {
            double[] pixels = dataset.test().inputs().data;
            black = Arrays.stream(pixels).min().orElseThrow();
            white = Arrays.stream(pixels).max().orElseThrow();
        }
    }

    private Plane plane() {
        double[] x = range(0);
        double[] y = range(1);
        DMatrixRMaj points = new DMatrixRMaj(ROWS * COLUMNS, 2);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                points.set(row * COLUMNS + column, 0, middle(x, column, COLUMNS));
                points.set(row * COLUMNS + column, 1, middle(y, row, ROWS));
            }
        }
        return new Plane(x, y, points, points(dataset.train()), points(dataset.test()));
    }

    private static double middle(double[] range, int cell, int cells) {
        return range[0] + (cell + 0.5) * ((range[1] - range[0]) / cells);
    }

    /** From the least to the largest of a feature, and a little more on both sides. */
    private double[] range(int feature) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Examples examples : new Examples[] {dataset.train(), dataset.test()}) {
            for (int i = 0; i < examples.size(); i++) {
                low = Math.min(low, examples.inputs().get(i, feature));
                high = Math.max(high, examples.inputs().get(i, feature));
            }
        }
        double margin = high > low ? MARGIN * (high - low) : 1;
        return new double[] {low - margin, high + margin};
    }

    private static Predictions.Points points(Examples examples) {
        int size = examples.size();
        float[] x = new float[size];
        float[] y = new float[size];
        float[] targets = new float[examples.regression() ? size : 0];
        for (int i = 0; i < size; i++) {
            x[i] = (float) examples.inputs().get(i, 0);
            y[i] = (float) examples.inputs().get(i, 1);
            if (examples.regression()) {
                targets[i] = (float) examples.targets().get(i, 0);
            }
        }
        return new Predictions.Points(x, y, examples.labels().clone(), targets);
    }

    /** What both runs answer now; asked anew only if a network may have changed. */
    Predictions ask() {
        if (newest == null || changesOfA != probes.a().run().changes() || changesOfB != probes.b().run().changes()) {
            sideBySide.run(a::prepare, b::prepare);
            newest = new Predictions(dataset.classes(), plane.map(this::surface), mistakes());
            changesOfA = probes.a().run().changes();
            changesOfB = probes.b().run().changes();
        }
        return newest;
    }

    private Predictions.Surface surface(Plane asked) {
        Predictions.Grid[] grids = new Predictions.Grid[2];
        sideBySide.run(() -> grids[0] = a.over(asked.points()), () -> grids[1] = b.over(asked.points()));
        return new Predictions.Surface(
                asked.x()[0], asked.x()[1], asked.y()[0], asked.y()[1], COLUMNS, ROWS, grids[0], grids[1], asked.train(), asked.test());
    }

    private Optional<Predictions.Mistakes> mistakes() {
        if (!images) {
            return Optional.empty();
        }
        Dataset.ImageSize size = dataset.image().orElseThrow();
        Predictions.Sheet[] sheets = new Predictions.Sheet[2];
        sideBySide.run(
                () -> sheets[0] = a.mistakes(dataset.test(), black, white),
                () -> sheets[1] = b.mistakes(dataset.test(), black, white));
        return Optional.of(new Predictions.Mistakes(size.width(), size.height(), size.channels(), sheets[0], sheets[1]));
    }
}
