package shiftscope.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import shiftscope.config.Experiment;

/** Trains the pairs of a sweep that are not trained yet, several at a time. */
final class SweepWorkers {
    private final SweepFolder folder;
    private final Path base;
    private final long steps;
    private final LongConsumer made;

    /**
     * @param folder where each pair is kept when it is done
     * @param base what relative paths of data start from
     * @param steps for each pair
     * @param made is told of steps as they are made, by any thread
     */
    SweepWorkers(SweepFolder folder, Path base, long steps, LongConsumer made) {
        this.folder = folder;
        this.base = base;
        this.steps = steps;
        this.made = made;
    }

    /**
     * Returns when all are done. Those finished before a failure or an interruption are kept.
     *
     * @param workers how many threads, at least 1
     * @throws shiftscope.config.BadInputException if an experiment does not fit its data, or a file cannot be written
     * @throws CancellationException if the calling thread is interrupted
     */
    void train(List<SweepPlan.Point> points, int workers) {
        SharedData data = new SharedData(base, points.stream().map(SweepPlan.Point::experiment).toList());
        Workers.all(bySource(points).stream().<Runnable>map(point -> () -> train(point, data)).toList(), workers);
    }

    /** In an order in which those with the same data follow each other, so that few data sets are held at a time. */
    private static List<SweepPlan.Point> bySource(List<SweepPlan.Point> points) {
        return points.stream()
                .collect(Collectors.groupingBy(
                        point -> SharedData.Source.of(point.experiment()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private void train(SweepPlan.Point point, SharedData data) {
        Experiment experiment = point.experiment();
        SweepRows rows = new SweepPair(data.take(experiment), steps).train(experiment, made);
        data.giveBack(experiment);
        folder.keep(point, rows);
    }
}
