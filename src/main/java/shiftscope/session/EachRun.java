package shiftscope.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import shiftscope.config.Experiment;
import shiftscope.config.Side;
import shiftscope.data.Dataset;

/**
 * Trains both runs of a pair to a last step, or each to where it diverges by itself, on the thread it is called on.
 *
 * <p>Twins stop together. So when one diverges, the other is trained again beside a copy of itself: a run does not depend on its
 * twin, and a sweep over learning rates is to show how far the survivor comes.
 */
public final class EachRun {
    /** Steps between two looks at whether the thread is to stop; a few milliseconds for small nets. */
    private static final int BETWEEN_LOOKS = 16;

    private final Dataset dataset;
    private final long steps;

    /** @param steps updates for each run */
    public EachRun(Dataset dataset, long steps) {
        this.dataset = dataset;
        this.steps = steps;
    }

    /**
     * Trains them.
     *
     * @param look is asked once for each side, when that run has ended: at the last step, or, if there is a {@link Twins#divergence},
     *     which is that run's then, before the step that it could not take. What the other run is does not matter
     * @param made is told of steps as they are made, {@code steps} in all
     * @return what {@code look} gave
     * @throws CancellationException if the thread is interrupted
     * @throws shiftscope.config.BadInputException if the experiment does not fit the data
     */
    public <T> Map<Side, T> train(Experiment experiment, BiFunction<Twins, Side, T> look, LongConsumer made) {
        Map<Side, T> seen = new EnumMap<>(Side.class);
        try (Twins twins = new Twins(experiment, dataset, 1)) {
            go(twins, made);
            made.accept(steps - twins.stepCount() / BETWEEN_LOOKS * BETWEEN_LOOKS);
            for (Side side : Side.values()) {
                if (twins.divergence().map(end -> end.side() == side).orElse(true)) {
                    seen.put(side, look.apply(twins, side));
                }
            }
        }
        for (Side kept : Side.values()) {
            if (!seen.containsKey(kept)) {
                Side lost = kept == Side.A ? Side.B : Side.A;
                try (Twins again = new Twins(experiment.withRun(lost, experiment.run(kept)), dataset, 1)) {
                    go(again, step -> { });
                    seen.put(kept, look.apply(again, kept));
                }
            }
        }
        return seen;
    }

    private void go(Twins twins, LongConsumer made) {
        while (twins.stepCount() < steps && twins.step()) {
            if (twins.stepCount() % BETWEEN_LOOKS == 0) {
                made.accept(BETWEEN_LOOKS);
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
            }
        }
    }
}
