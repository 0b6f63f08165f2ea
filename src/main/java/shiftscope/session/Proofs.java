package shiftscope.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Dataset;
import shiftscope.engine.WholeSetStatistics;

/** The proofs made on a pair of runs: what they did, and what takes them back. */
final class Proofs {
    private static final int MOST_REPORTS = 20;

    /** Numbers remembered for taking back, of one run: 64 MB. The newest proof can always be taken back. */
    private static final long MOST_NUMBERS = 8L << 20;

    private final Dataset dataset;
    private final Probes probes;
    private final Map<Side, Deque<Undoable>> undoable = new EnumMap<>(Side.class);
    /** Of all proofs that are known, also of those that lie ahead; the first {@link #landed} were made by now. */
    private final List<ProofReport> reports = new ArrayList<>();
    private int landed;
    private long undoableSince;

    /** What takes a proof back, with what was reported of it. */
    private record Undoable(Alteration alteration, ProofReport report) {}

    Proofs(Dataset dataset, Probes probes) {
        this.dataset = dataset;
        this.probes = probes;
        for (Side side : Side.values()) {
            undoable.put(side, new ArrayDeque<>());
        }
    }

    /**
     * Carries a proof out and reports it.
     *
     * @param changed the experiment with the proof in it
     * @param step updates made
     * @throws BadInputException if the numbers do not allow it; nothing is changed then
     */
    void carryOut(Command.Proof proof, Experiment changed, long step) {
        forgetBefore(step);
        Probe probe = probes.of(proof.side());
        // Its buffers are as large as the training set is at its widest, so they are made once and not kept.
        WholeSetStatistics population = new WholeSetStatistics(probe.run().network(), dataset.train().inputs());
        Alteration alteration = new Alteration(proof, probe.run());
        ProofReport report = landed < reports.size() ? reports.get(landed) : null;
        if (report != null && report.step() == step && report.command().equals(proof)) {
            alteration.carryOut(changed, population);
        } else {
            ProofEffect before = effect(probe, population, proof);
            alteration.carryOut(changed, population);
            report = report(step, proof, before, effect(probe, population, proof));
            reports.add(landed, report);
        }
        landed++;
        remember(undoable.get(proof.side()), new Undoable(alteration, report));
    }

    /** On a copy, so that nothing of the run is touched, not even what it last measured. */
    private static ProofEffect effect(Probe probe, WholeSetStatistics population, Command.Proof proof) {
        return ProofEffect.of(probe.run().network().copy(), population, probe.examples(), probe.run().loss(), proof.layer());
    }

    private static ProofReport report(long step, Command.Proof proof, ProofEffect before, ProofEffect after) {
        return new ProofReport(
                step,
                proof,
                before.change(after, Statistics.BATCH),
                before.change(after, Statistics.RUNNING),
                before.change(after, Statistics.POPULATION),
                before.weightsGradient(),
                after.weightsGradient(),
                after.biasGradient(),
                false);
    }

    /** Both runs have been brought to where they were on arrival at a step. */
    void moved(long step) {
        undoable.values().forEach(Deque::clear);
        landed = (int) reports.stream().filter(report -> report.step() < step).count();
    }

    /** What has not landed by now will never do. */
    void forgetFuture() {
        reports.subList(landed, reports.size()).clear();
    }

    private static void remember(Deque<Undoable> stack, Undoable newest) {
        stack.addLast(newest);
        while (stack.size() > 1 && (stack.size() > MOST_REPORTS || numbers(stack) > MOST_NUMBERS)) {
            stack.removeFirst();
        }
    }

    private static long numbers(Deque<Undoable> stack) {
        return stack.stream().mapToLong(each -> each.alteration().numbers()).sum();
    }

    /**
     * Takes the newest proof of a run back that was not taken back yet.
     *
     * @param step updates made
     * @return the experiment with what the run now has
     * @throws BadInputException if there is none that still can be
     */
    Experiment undo(Command.UndoProof command, Experiment experiment, long step) {
        forgetBefore(step);
        Undoable newest = undoable.get(command.side()).pollLast();
        if (newest == null) {
            throw ProofChecks.nothingToUndo(command);
        }
        newest.alteration().takeBack();
        return experiment.withRun(command.side(), probes.of(command.side()).run().settings());
    }

    /** Another command has landed: where it may have changed a network, what was remembered of that does not fit any more. */
    void landed(Experiment before, Experiment after) {
        for (Side side : Side.values()) {
            if (Standing.changesNetwork(side, before, after)) {
                undoable.get(side).clear();
            }
        }
    }

    private void forgetBefore(long step) {
        if (step != undoableSince) {
            undoable.values().forEach(Deque::clear);
            undoableSince = step;
        }
    }

    /**
     * What the proofs did, the newest last.
     *
     * @param step updates made
     */
    List<ProofReport> reports(long step) {
        forgetBefore(step);
        List<ProofReport> now = new ArrayList<>();
        for (ProofReport report : reports.subList(Math.max(0, landed - MOST_REPORTS), landed)) {
            Undoable newest = undoable.get(report.command().side()).peekLast();
            now.add(newest != null && newest.report() == report ? report.undoable() : report);
        }
        return now;
    }
}
