package shiftscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import shiftscope.config.Experiment;
import shiftscope.config.Side;
import shiftscope.data.Dataset;
import shiftscope.session.Divergence;
import shiftscope.session.EachRun;
import shiftscope.session.Metrics;
import shiftscope.session.Twins;

/** Trains one pair of a sweep, on the thread it is called on. */
final class SweepPair {
    private final Dataset dataset;
    private final long steps;

    SweepPair(Dataset dataset, long steps) {
        this.dataset = dataset;
        this.steps = steps;
    }

    /**
     * Both runs to the last step, or to where each diverged by itself.
     *
     * @param made is told of steps as they are made, {@code steps} in all
     * @throws CancellationException if the thread is interrupted
     * @throws shiftscope.config.BadInputException if the experiment does not fit the data
     */
    SweepRows train(Experiment experiment, LongConsumer made) {
        Map<Side, SweepRows> rows = new EachRun(dataset, steps).train(experiment, this::rows, made);
        return SweepRows.both(rows.get(Side.A), rows.get(Side.B));
    }

    private SweepRows rows(Twins twins, Side side) {
        List<Metrics> history = new ArrayList<>(twins.history());
        Optional<Divergence> divergence = twins.divergence();
        if (divergence.isEmpty() && history.get(history.size() - 1).step() < steps) {
            history.add(twins.measure());
        }
        return SweepRows.of(side, history, twins.batchesPerEpoch(), divergence);
    }
}
