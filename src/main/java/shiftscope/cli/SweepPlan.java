package shiftscope.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Setting;

/**
 * What a sweep is to train: every combination of the values, each with every seed.
 *
 * @param base the experiment that is varied
 * @param axes what is varied; the values of the last change fastest from one point to the next
 * @param seeds how many: the base's seed and those after it
 * @param steps updates for each
 */
record SweepPlan(Experiment base, List<SweepAxis> axes, int seeds, long steps) {
    private static final int MOST_POINTS = 100_000;

    /**
     * One pair of twins.
     *
     * @param index from 0, in the order of the table
     * @param values what is varied, one for each axis
     * @param experiment with those values and a seed
     */
    record Point(int index, List<Setting> values, Experiment experiment) {
        Point {
            values = List.copyOf(values);
        }
    }

    SweepPlan {
        axes = List.copyOf(axes);
        Set<String> paths = new HashSet<>();
        long count = seeds;
        for (SweepAxis axis : axes) {
            if (!paths.add(axis.path())) {
                throw new BadInputException("--over names " + axis.path() + " twice; accepted is each setting once, with all its values.");
            }
            count = Math.min(MOST_POINTS + 1L, count * axis.values().size());
        }
        if (count > MOST_POINTS) {
            throw new BadInputException("--over and --seeds together ask for more than " + MOST_POINTS + " pairs of runs; accepted are"
                    + " fewer.");
        }
    }

    /**
     * All points, in the order of the table: the seed changes fastest.
     *
     * @throws BadInputException if a combination is no valid experiment
     */
    List<Point> points() {
        List<List<Setting>> combinations = List.of(List.of());
        for (SweepAxis axis : axes) {
            combinations = combinations.stream()
                    .flatMap(before -> axis.values().stream().map(value -> with(before, value)))
                    .toList();
        }
        List<Point> points = new ArrayList<>();
        for (List<Setting> combination : combinations) {
            Experiment varied = Setting.apply(base, combination, "--over");
            for (int seed = 0; seed < seeds; seed++) {
                points.add(new Point(points.size(), combination, varied.withSeed(base.seed() + seed)));
            }
        }
        return points;
    }

    private static List<Setting> with(List<Setting> before, Setting value) {
        List<Setting> longer = new ArrayList<>(before);
        longer.add(value);
        return longer;
    }
}
