package shiftscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import shiftscope.lesson.Check;
import shiftscope.lesson.Claim;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Rate;
import shiftscope.lesson.Verdict;

/** Measures the claims of lessons over seeds, several pairs of a lesson and a seed at a time. What is found does not depend on how many. */
final class LessonPairs {
    private static final double NANOSECONDS = 1e9;

    private final List<LessonArgument> lessons;
    private final int seeds;
    private final boolean removed;

    /**
     * @param seeds 1 to this one
     * @param removed whether each claim is measured with its effect taken away
     */
    LessonPairs(List<LessonArgument> lessons, int seeds, boolean removed) {
        this.lessons = lessons;
        this.seeds = seeds;
        this.removed = removed;
    }

    /**
     * What was found out about a lesson.
     *
     * @param rates of its claims, in their order
     * @param diverged runs that did not come as far as a claim asked for, in the order of seeds
     * @param seconds that a seed took, the median
     */
    record Checked(LessonArgument asked, Map<Claim, Rate> rates, List<Check.Diverged> diverged, double seconds) {
        Lesson lesson() {
            return asked.lesson();
        }
    }

    private record Found(Map<Claim, Verdict> verdicts, List<Check.Diverged> diverged, double seconds) {}

    /** How many steps of training there are to make. */
    long steps() {
        return seeds * lessons.stream()
                .map(asked -> check(asked, steps -> { }))
                .mapToLong(check -> removed ? check.stepsRemoved() : check.steps())
                .sum();
    }

    /**
     * Returns when all are measured.
     *
     * @param made is told of steps as they are made, by any thread
     * @throws shiftscope.config.BadInputException if an experiment does not fit its data
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    List<Checked> all(int workers, LongConsumer made) {
        Found[][] found = new Found[lessons.size()][seeds];
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < lessons.size(); i++) {
            for (int k = 0; k < seeds; k++) {
                int index = i;
                int seed = k + 1;
                tasks.add(() -> found[index][seed - 1] = measure(check(lessons.get(index), made), seed));
            }
        }
        Workers.all(tasks, workers);
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < lessons.size(); i++) {
            checked.add(together(lessons.get(i), List.of(found[i])));
        }
        return checked;
    }

    private static Check check(LessonArgument asked, LongConsumer made) {
        return new Check(asked.lesson(), asked.base(), made);
    }

    private Found measure(Check check, long seed) {
        long from = System.nanoTime();
        Map<Claim, Verdict> verdicts = removed ? check.allRemoved(seed) : check.all(seed);
        return new Found(verdicts, check.diverged(), (System.nanoTime() - from) / NANOSECONDS);
    }

    private static Checked together(LessonArgument asked, List<Found> found) {
        Map<Claim, Rate> rates = new LinkedHashMap<>();
        asked.lesson().claims().forEach(
                claim -> rates.put(claim, Rate.of(found.stream().map(each -> each.verdicts().get(claim)).toList())));
        double[] seconds = found.stream().mapToDouble(Found::seconds).toArray();
        Arrays.sort(seconds);
        return new Checked(asked, rates, found.stream().flatMap(each -> each.diverged().stream()).toList(), seconds[seconds.length / 2]);
    }
}
