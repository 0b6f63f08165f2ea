package shiftscope.plot;

import java.util.List;
import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.session.Command;
import shiftscope.session.Divergence;
import shiftscope.session.Ghost;
import shiftscope.session.Metrics;
import shiftscope.session.RecordedCommand;
import shiftscope.session.RunMetrics;
import shiftscope.session.Slice;
import shiftscope.session.Snapshot;
import shiftscope.session.TimeView;

/** Invented snapshots of runs that have been elsewhere in time. */
public final class SampleTimes {
    private SampleTimes() {}

    /** Step 1,240 of 1,840, after another way was taken at step 600; what was left there had diverged. */
    public static Snapshot past() {
        return past(SampleSnapshots.usual(), 1_240, 600);
    }

    /** The same of a snapshot at its newest step. */
    public static Snapshot past(Snapshot whole, long now, long fork) {
        List<Metrics> seen = whole.history().stream().filter(entry -> entry.step() <= now).toList();
        List<RecordedCommand> landed = whole.commands().stream().filter(recorded -> recorded.step() <= now).toList();
        List<Metrics> ahead = whole.history().stream().filter(entry -> entry.step() > now).toList();
        Divergence end = new Divergence(Side.A, 1_500, 2, null);
        Ghost ghost = new Ghost(
                fork,
                whole.history().stream().filter(entry -> entry.step() > fork && entry.step() < end.step()).map(SampleTimes::worse).toList(),
                List.of(),
                List.of(new RecordedCommand(fork + 40, new Command.SetLearningRate(5))),
                Optional.of(end));
        TimeView time = new TimeView(
                whole.step(), whole.commands(), ahead, List.of(ghost), Optional.empty(), -1, 38L << 20, 256L << 20, 12);
        return new Snapshot(
                whole.experiment(), whole.dataset(), now, whole.batchesPerEpoch(), whole.viewing(), whole.rows(), seen, whole.slices(),
                seen.get(seen.size() - 1), whole.closer(), whole.proofs(), landed, false, 0, true, Optional.empty(), time, 0);
    }

    /** A snapshot at its newest step, with a future that was left behind and of which distributions were recorded. */
    public static Snapshot left(Snapshot s, long fork, List<Slice> slices) {
        Ghost ghost = new Ghost(fork, List.of(), slices, List.of(), Optional.empty());
        TimeView time = new TimeView(s.step(), s.commands(), List.of(), List.of(ghost), Optional.empty(), -1, 38L << 20, 256L << 20, 12);
        return new Snapshot(
                s.experiment(), s.dataset(), s.step(), s.batchesPerEpoch(), s.viewing(), s.rows(), s.history(), s.slices(), s.latest(),
                s.closer(), s.proofs(), s.commands(), s.playing(), s.stepsPerSecond(), s.identicalAtStart(), s.divergence(), time, 0);
    }

    private static Metrics worse(Metrics entry) {
        return new Metrics(entry.step(), entry.learningRate(), worse(entry.a()), worse(entry.b()));
    }

    private static RunMetrics worse(RunMetrics run) {
        return new RunMetrics(
                1.6 * run.trainingLoss(), 1.6 * run.testLoss(), 0.8 * run.testAccuracy(), run.gradients(), run.layers());
    }
}
