package shiftscope.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.export.MetricsCsv;
import shiftscope.export.Picture;
import shiftscope.export.Pictures;
import shiftscope.export.WholeFile;
import shiftscope.plot.CurvePlot;
import shiftscope.plot.Palette;
import shiftscope.session.Metrics;
import shiftscope.session.RowAxes;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.Twins;

/** What a run without a window leaves in its folder. */
final class Report {
    private static final double WIDTH = 1000;
    private static final double WALL_HEIGHT = 820;
    private static final double CURVE_HEIGHT = 360;
    private static final int PNG_SCALE = 2;

    private final Path folder;
    private final RowAxes axes = new RowAxes();

    /** Writes the experiment itself: with it, everything else in the folder can be made again. */
    Report(Path folder, Experiment experiment) {
        this.folder = folder;
        byte[] text = ExperimentFile.format(experiment).getBytes(StandardCharsets.UTF_8);
        write("experiment.json", path -> WholeFile.write(path, out -> out.write(text)));
    }

    /** The wall at this step. */
    void wall(Twins twins) {
        Snapshot snapshot = snapshot(twins);
        picture(String.format(Locale.ROOT, "wall-%06d", snapshot.step()), Picture.wall(snapshot, Palette.LIGHT, WIDTH, WALL_HEIGHT));
    }

    /** The recorded numbers, and the plots of them. */
    void numbers(Twins twins) {
        Snapshot snapshot = snapshot(twins);
        write("metrics.csv", path -> MetricsCsv.write(path, snapshot.history(), snapshot.batchesPerEpoch()));
        picture("percentiles", Picture.percentiles(snapshot, Palette.LIGHT, WIDTH, WALL_HEIGHT));
        List<Metrics> history = snapshot.history();
        int depth = snapshot.experiment().network().hidden().size();
        curve("loss", snapshot, CurvePlot.trainingLoss(history, snapshot.latest(), snapshot.commands()));
        curve("accuracy", snapshot, CurvePlot.testAccuracy(history, snapshot.latest(), snapshot.commands()));
        curve("shift", snapshot, CurvePlot.shift(history, snapshot.latest(), snapshot.commands(), depth));
    }

    private void curve(String name, Snapshot snapshot, CurvePlot curve) {
        picture(name, Picture.curve(snapshot, curve, Palette.LIGHT, WIDTH, CURVE_HEIGHT));
    }

    /** One line about how it ended. */
    String summary(Twins twins) {
        Metrics last = twins.history().get(twins.history().size() - 1);
        return String.format(
                Locale.ROOT,
                "%d steps; test accuracy at step %d: A %.1f %%, B %.1f %%. Written to %s/.",
                twins.stepCount(),
                last.step(),
                100 * last.a().testAccuracy(),
                100 * last.b().testAccuracy(),
                folder);
    }

    private Snapshot snapshot(Twins twins) {
        Metrics last = twins.history().get(twins.history().size() - 1);
        return twins.snapshot(Tap.SCALED, axes, last, false, 0);
    }

    private void picture(String name, Picture picture) {
        write(name + ".svg", path -> Pictures.write(path, picture, 1));
        write(name + ".png", path -> Pictures.write(path, picture, PNG_SCALE));
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
