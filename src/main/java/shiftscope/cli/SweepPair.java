package shiftscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import shiftscope.config.Experiment;
import shiftscope.config.Side;
import shiftscope.data.Dataset;
import shiftscope.session.Divergence;
import shiftscope.session.Metrics;
import shiftscope.session.Twins;

/** Trains one pair of a sweep, on the thread it is called on. */
final class SweepPair {
    /** Steps between two looks at whether the thread is to stop; a few milliseconds for small nets. */
    private static final int BETWEEN_LOOKS = 16;

    private final Dataset dataset;
    private final long steps;

    SweepPair(Dataset dataset, long steps) {
        this.dataset = dataset;
        this.steps = steps;
    }

    /**
     * Both runs to the last step, or to where each diverged by itself.
     *
     * <p>Twins stop together. So when one diverges, the other is trained again beside a copy of itself: a run does not depend on its
     * twin, and a table over learning rates is to show how far the survivor comes.
     *
     * @param made is told of steps as they are made, {@code steps} in all
     * @throws CancellationException if the thread is interrupted
     * @throws shiftscope.config.BadInputException if the experiment does not fit the data
     */
    SweepRows train(Experiment experiment, LongConsumer made) {
        Ended first = pair(experiment, made);
        made.accept(steps - first.steps);
        if (first.divergence.isEmpty()) {
            return SweepRows.both(first.of(Side.A), first.of(Side.B));
        }
        Side lost = first.divergence.get().side();
        Side kept = lost == Side.A ? Side.B : Side.A;
        Ended again = pair(experiment.withRun(lost, experiment.run(kept)), step -> { });
        return lost == Side.A
                ? SweepRows.both(first.of(lost), again.of(kept))
                : SweepRows.both(again.of(kept), first.of(lost));
    }

    private Ended pair(Experiment experiment, LongConsumer made) {
        try (Twins twins = new Twins(experiment, dataset, 1)) {
            while (twins.stepCount() < steps && twins.step()) {
                if (twins.stepCount() % BETWEEN_LOOKS == 0) {
                    made.accept(BETWEEN_LOOKS);
                    if (Thread.currentThread().isInterrupted()) {
                        throw new CancellationException();
                    }
                }
            }
            List<Metrics> history = new ArrayList<>(twins.history());
            if (twins.divergence().isEmpty() && history.get(history.size() - 1).step() < steps) {
                history.add(twins.measure());
            }
            long told = twins.stepCount() / BETWEEN_LOOKS * BETWEEN_LOOKS;
            return new Ended(history, twins.batchesPerEpoch(), twins.divergence(), told);
        }
    }

    private record Ended(List<Metrics> history, int batchesPerEpoch, Optional<Divergence> divergence, long steps) {
        SweepRows of(Side side) {
            return SweepRows.of(side, history, batchesPerEpoch, divergence);
        }
    }
}
