package shiftscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.export.Document;
import shiftscope.export.DocumentFile;
import shiftscope.export.Figure;
import shiftscope.export.FigureView;
import shiftscope.export.MetricsCsv;
import shiftscope.export.Picture;
import shiftscope.export.PictureOptions;
import shiftscope.export.Pictures;
import shiftscope.plot.Palette;
import shiftscope.session.Metrics;
import shiftscope.session.RowAxes;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.Twins;
import shiftscope.session.Viewing;

/** What a run without a window leaves in its folder. */
final class Report {
    private static final double WIDTH = 1000;
    private static final double WALL_HEIGHT = 820;
    private static final double CURVE_HEIGHT = 360;
    private static final int PNG_SCALE = 2;

    private final Path folder;
    private final RowAxes axes = new RowAxes();

    /**
     * Writes the experiment itself: with it, everything else in the folder can be made again.
     *
     * @param base what a relative path of the experiment's data is relative to; in the folder it is relative to that
     */
    Report(Path folder, Document document, Path base) {
        this.folder = folder;
        write("experiment.json", path -> DocumentFile.write(path, document.moved(base, folder)));
    }

    /** The wall at this step. */
    void wall(Twins twins) {
        Snapshot snapshot = snapshot(twins);
        picture(String.format(Locale.ROOT, "wall-%06d", snapshot.step()), Figure.of(FigureView.NOW).withSize(WIDTH, WALL_HEIGHT).picture(snapshot));
    }

    /** The recorded numbers, and the plots of them. */
    void numbers(Twins twins) {
        Snapshot snapshot = snapshot(twins);
        List<Metrics> history = snapshot.history();
        List<Metrics> table = new ArrayList<>(history);
        if (last(table).step() < snapshot.step()) {
            table.add(snapshot.latest());
        }
        write("metrics.csv", path -> MetricsCsv.write(path, table, snapshot.batchesPerEpoch()));
        picture("percentiles", Picture.percentiles(snapshot, Palette.LIGHT, WIDTH, WALL_HEIGHT));
        curve("loss", FigureView.LOSS, snapshot);
        curve(regression(snapshot.experiment()) ? "test-loss" : "accuracy", FigureView.TEST, snapshot);
        curve("shift", FigureView.SHIFT, snapshot);
    }

    private void curve(String name, FigureView view, Snapshot snapshot) {
        picture(name, Figure.of(view).withSize(WIDTH, CURVE_HEIGHT).picture(snapshot));
    }

    /** One line about how it ended. */
    String summary(Twins twins) {
        Metrics last = twins.measure();
        String result = regression(twins.experiment())
                ? String.format(
                        Locale.ROOT, "loss at step %d: A %.4g, B %.4g", last.step(), last.a().testLoss(), last.b().testLoss())
                : String.format(
                        Locale.ROOT,
                        "accuracy at step %d: A %.1f %%, B %.1f %%",
                        last.step(),
                        100 * last.a().testAccuracy(),
                        100 * last.b().testAccuracy());
        return twins.stepCount() + " steps; test " + result + ". Written to " + folder + "/.";
    }

    private static boolean regression(Experiment experiment) {
        return experiment.data().kind().regression();
    }

    private Snapshot snapshot(Twins twins) {
        return twins.snapshot(Viewing.of(Tap.SCALED), axes, twins.measure(), false, 0);
    }

    private static Metrics last(List<Metrics> entries) {
        return entries.get(entries.size() - 1);
    }

    private void picture(String name, Picture picture) {
        write(name + ".svg", path -> Pictures.write(path, picture, PictureOptions.PLAIN));
        write(name + ".png", path -> Pictures.write(path, picture, new PictureOptions(PNG_SCALE, false)));
    }

    private void write(String name, FileWriter writer) {
        Path path = folder.resolve(name);
        try {
            writer.write(path);
        } catch (IOException e) {
            throw new BadInputException(path + " cannot be written (" + e.getMessage() + "); --out accepts a folder that can.", e);
        }
    }

    /** Something that writes one file. */
    @FunctionalInterface
    private interface FileWriter {
        void write(Path path) throws IOException;
    }
}
