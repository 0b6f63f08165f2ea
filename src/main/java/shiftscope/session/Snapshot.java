package shiftscope.session;

import java.util.List;
import java.util.Optional;
import shiftscope.config.Experiment;

/**
 * Everything there is to see of the twins between two steps. Immutable; the window knows nothing else of a network.
 *
 * @param experiment the experiment as it stands, with every command so far in force
 * @param dataset the name of the data set
 * @param step updates made
 * @param batchesPerEpoch updates in an epoch
 * @param viewing what was asked for
 * @param rows the wall, input first, output last
 * @param history the recorded points of the curves up to now, oldest first; recorded at fixed steps, never because somebody looked
 * @param slices distributions at some of those steps, oldest first; those ahead are not in it
 * @param latest the newest measurement: of this very state while the trainer has time (paused or slow), else an older one, at least
 *     as new as the end of {@code history}
 * @param closer what else was asked for
 * @param proofs what the changes that should not matter did, the newest last
 * @param commands what was changed so far, and has landed by now
 * @param playing whether steps are being made
 * @param stepsPerSecond measured speed while playing, else 0
 * @param identicalAtStart whether A's and B's weights had the same bits at step 0 and both have been given the same batches since
 * @param divergence why the twins stopped by themselves, if they did
 * @param time what is known of other times
 * @param gradientProbeSeconds how long both runs were held up by the newest {@link GradientProbe}; 0 while nobody asks for them
 */
public record Snapshot(
        Experiment experiment,
        String dataset,
        long step,
        int batchesPerEpoch,
        Viewing viewing,
        List<Row> rows,
        List<Metrics> history,
        List<Slice> slices,
        Metrics latest,
        CloserLook closer,
        List<ProofReport> proofs,
        List<RecordedCommand> commands,
        boolean playing,
        double stepsPerSecond,
        boolean identicalAtStart,
        Optional<Divergence> divergence,
        TimeView time,
        double gradientProbeSeconds) {
    public Snapshot {
        rows = List.copyOf(rows);
        history = List.copyOf(history);
        slices = List.copyOf(slices);
        proofs = List.copyOf(proofs);
        commands = List.copyOf(commands);
    }

    /** The quantity that the rows show. */
    public Tap tap() {
        return viewing.tap();
    }

    /** Passes through the training set so far. */
    public double epoch() {
        return (double) step / batchesPerEpoch;
    }
}
