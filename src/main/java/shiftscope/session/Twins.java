package shiftscope.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.data.BatchOrder;
import shiftscope.data.Dataset;
import shiftscope.data.Examples;
import shiftscope.engine.Layer;
import shiftscope.engine.Network;

/**
 * Two runs in lock step: the same initial weights, the same mini-batches, at every moment the same number of steps. One thread at a
 * time may use it; whether it employs a second one changes no bit.
 */
public final class Twins implements AutoCloseable {
    /** Multiply-adds of one run's step from which a second thread saves more than handing work over costs. */
    private static final long WORTH_A_THREAD = 300_000;

    private final Dataset dataset;
    private final BatchOrder order;
    private final DMatrixRMaj x;
    private final DMatrixRMaj targets;
    private final Run a;
    private final Run b;
    private final SideBySide sideBySide;
    private final Runnable passA;
    private final Runnable passB;
    private final Runnable learnA;
    private final Runnable learnB;
    private final Probe probeA;
    private final Probe probeB;
    private final Recording recording;
    private final List<RecordedCommand> commands = new ArrayList<>();
    private final Proofs proofs;
    private Questions questions;
    private boolean sameWeights;
    private Experiment experiment;
    private int[] batch;
    private Divergence brokenA;
    private Divergence brokenB;
    private long step;
    private Metrics latest;
    private boolean latestIsNow;
    private Optional<Divergence> divergence = Optional.empty();

    /**
     * Twins at step 0, measured once.
     *
     * @param threads 1, or 2 to let B step on a thread of its own where that pays
     * @throws BadInputException if the experiment does not fit the data
     */
    public Twins(Experiment experiment, Dataset dataset, int threads) {
        this.experiment = experiment;
        this.dataset = dataset;
        int batchSize = experiment.training().batchSize();
        order = new BatchOrder(dataset.train().size(), batchSize, new Seed(experiment.seed()).batchOrder());
        x = new DMatrixRMaj(batchSize, dataset.features());
        targets = new DMatrixRMaj(batchSize, dataset.outputs());
        a = new Run(Side.A, experiment, dataset);
        b = new Run(Side.B, experiment, dataset);
        passA = () -> brokenA = a.pass(x, targets, step + 1);
        passB = () -> brokenB = b.pass(x, targets, step + 1);
        learnA = () -> a.learn(batch);
        learnB = () -> b.learn(batch);
        probeA = new Probe(a, experiment.measure(), dataset, batchSize);
        probeB = new Probe(b, experiment.measure(), dataset, batchSize);
        proofs = new Proofs(dataset, probeA, probeB);
        recording = new Recording(experiment.measure().recordEvery());
        sideBySide = new SideBySide(threads > 1 && workOf(a.network(), batchSize) >= WORTH_A_THREAD);
        recordStart();
    }

    /** How many threads this machine has for twins. */
    public static int threadsHere() {
        return Math.min(2, Runtime.getRuntime().availableProcessors());
    }

    /** How many threads a step takes: 1 where a second one would not pay, whatever was asked for. */
    public int threads() {
        return sideBySide.twoThreads() ? 2 : 1;
    }

    private static long workOf(Network network, int batchSize) {
        long weights = 0;
        for (Layer layer : network.layers()) {
            weights += layer.dense().weights().getNumElements();
        }
        return 3 * weights * batchSize;
    }

    private static boolean sameWeights(Network a, Network b) {
        for (int i = 0; i < a.layers().size(); i++) {
            if (!Arrays.equals(a.layers().get(i).dense().weights().data, b.layers().get(i).dense().weights().data)
                    || !Arrays.equals(a.layers().get(i).dense().bias().data, b.layers().get(i).dense().bias().data)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Both learn from the next mini-batch, unless a run leaves the finite numbers: then neither does, and the twins stop for good.
     *
     * @return whether the step was taken
     */
    public boolean step() {
        if (divergence.isPresent()) {
            return false;
        }
        gather();
        sideBySide.run(passA, passB);
        if (brokenA != null || brokenB != null) {
            divergence = Optional.of(brokenA != null ? brokenA : brokenB);
            return false;
        }
        sideBySide.run(learnA, learnB);
        step++;
        latestIsNow = false;
        if (recording.isDue(step)) {
            recording.add(measure(true));
        }
        return true;
    }

    private void gather() {
        batch = order.next();
        Examples from = dataset.train();
        for (int row = 0; row < batch.length; row++) {
            copyRow(from.inputs(), batch[row], x, row);
            copyRow(from.targets(), batch[row], targets, row);
        }
    }

    private static void copyRow(DMatrixRMaj from, int fromRow, DMatrixRMaj to, int toRow) {
        System.arraycopy(from.data, fromRow * from.numCols, to.data, toRow * to.numCols, from.numCols);
    }

    /**
     * Changes something between two steps, and records when.
     *
     * @throws BadInputException if the experiment would not be valid, or a proof cannot be made or undone; nothing is changed then
     */
    public void apply(Command command) {
        Experiment changed = command.applyTo(experiment);
        if (command instanceof Command.Proof proof) {
            proofs.carryOut(proof, changed, step);
        } else if (command instanceof Command.UndoProof undo) {
            changed = proofs.undo(undo, experiment, step);
        } else if (changed.equals(experiment)) {
            return;
        } else {
            proofs.landed(experiment, changed);
        }
        experiment = changed;
        a.follow(changed);
        b.follow(changed);
        commands.add(new RecordedCommand(step, command));
        latestIsNow = false;
        if (step == 0) {
            recordStart();
        }
    }

    /** What the shift is measured from: the twins at step 0, with the switches that were set by then. */
    private void recordStart() {
        sameWeights = sameWeights(a.network(), b.network());
        sideBySide.run(probeA::rememberStart, probeB::rememberStart);
        recording.restart(measure(true));
    }

    /** Both runs as they are now; measured only if something has changed since {@link #latest}. */
    public Metrics measure() {
        return latestIsNow ? latest : measure(false);
    }

    /** The newest measurement, recorded or asked for; measures nothing. */
    public Metrics latest() {
        return latest;
    }

    private Metrics measure(boolean closesInterval) {
        sideBySide.run(probeA::measure, probeB::measure);
        latest = new Metrics(step, a.learningRate(), metrics(probeA, a, closesInterval), metrics(probeB, b, closesInterval));
        latestIsNow = true;
        return latest;
    }

    private static RunMetrics metrics(Probe probe, Run run, boolean closesInterval) {
        return probe.metrics(closesInterval ? run.takeMeanLoss() : run.meanLoss());
    }

    /** The wall as it is now, on the axes that {@code axes} keeps from one call to the next. */
    public List<Row> rows(Tap tap, RowAxes axes) {
        return axes.rows(tap, probeA, probeB, sideBySide);
    }

    /**
     * Everything there is to see now.
     *
     * @param viewing what is wanted
     * @param axes kept by the caller from one snapshot to the next
     * @param latest the newest measurement
     * @param playing whether steps are being made
     * @param stepsPerSecond measured speed, 0 while paused
     */
    public Snapshot snapshot(Viewing viewing, RowAxes axes, Metrics latest, boolean playing, double stepsPerSecond) {
        return new Snapshot(
                experiment,
                dataset.name(),
                step,
                order.batchesPerEpoch(),
                viewing,
                rows(viewing.tap(), axes),
                recording.entries(),
                List.of(),
                latest,
                new CloserLook(Optional.empty(), Optional.empty(), predictions(viewing)),
                proofs.reports(step),
                commands,
                playing,
                stepsPerSecond,
                identicalAtStart(),
                divergence);
    }

    private Optional<Predictions> predictions(Viewing viewing) {
        if (!viewing.predictions()) {
            return Optional.empty();
        }
        if (questions == null) {
            questions = new Questions(dataset, probeA, probeB);
        }
        return Optional.of(questions.ask(sideBySide));
    }

    public Experiment experiment() {
        return experiment;
    }

    public Dataset dataset() {
        return dataset;
    }

    /** Updates made. */
    public long stepCount() {
        return step;
    }

    public int batchesPerEpoch() {
        return order.batchesPerEpoch();
    }

    public Run run(Side side) {
        return side == Side.A ? a : b;
    }

    /** The points recorded so far, oldest first; a live view. */
    public List<Metrics> history() {
        return recording.entries();
    }

    /** What was changed so far; a live view. */
    public List<RecordedCommand> commands() {
        return Collections.unmodifiableList(commands);
    }

    /** Whether A and B began with the same bits in every weight, and have been given the same mini-batches since. */
    public boolean identicalAtStart() {
        return sameWeights && a.batchesSeen() == b.batchesSeen();
    }

    public Optional<Divergence> divergence() {
        return divergence;
    }

    /** A hash of the bits of both networks. */
    public long hash() {
        return 31 * a.network().hash() + b.network().hash();
    }

    @Override
    public void close() {
        sideBySide.close();
    }
}
