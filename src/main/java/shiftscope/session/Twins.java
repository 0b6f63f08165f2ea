package shiftscope.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.data.BatchOrder;
import shiftscope.data.Dataset;
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
    private final Batch batchOfA;
    private final Batch batchOfB;
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
    private final GradientProbes gradients;
    private final Slicing slicing;
    private final Slicer slicerA;
    private final Slicer slicerB;
    private final List<RecordedCommand> commands = new ArrayList<>();
    private final Proofs proofs;
    private Questions questions;
    private boolean sameWeights;
    private Experiment experiment;
    private int[] indices;
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
        a = new Run(Side.A, experiment, dataset);
        b = new Run(Side.B, experiment, dataset);
        learnA = () -> a.learn(indices);
        learnB = () -> b.learn(indices);
        probeA = new Probe(a, experiment.measure(), dataset, batchSize);
        probeB = new Probe(b, experiment.measure(), dataset, batchSize);
        proofs = new Proofs(dataset, probeA, probeB);
        recording = new Recording(experiment.measure().recordEvery());
        slicing = new Slicing(experiment.measure().recordEvery());
        slicerA = new Slicer(probeA);
        slicerB = new Slicer(probeB);
        sideBySide = new SideBySide(threads > 1 && workOf(a.network(), batchSize) >= WORTH_A_THREAD);
        batchOfA = new Batch(dataset, batchSize);
        // On two threads each copies for itself: one copy for both was measured to be slower.
        batchOfB = sideBySide.twoThreads() ? new Batch(dataset, batchSize) : batchOfA;
        passA = () -> {
            batchOfA.gather(indices);
            brokenA = a.pass(batchOfA.x(), batchOfA.targets(), step + 1);
        };
        passB = () -> {
            if (batchOfB != batchOfA) {
                batchOfB.gather(indices);
            }
            brokenB = b.pass(batchOfB.x(), batchOfB.targets(), step + 1);
        };
        gradients = new GradientProbes(a, b, batchSize, sideBySide);
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
        indices = order.next();
        sideBySide.run(passA, passB);
        if (brokenA != null || brokenB != null) {
            divergence = Optional.of(brokenA != null ? brokenA : brokenB);
            return false;
        }
        if (recording.isDue(step + 1)) {
            learnAndRecord();
        } else {
            learn();
        }
        return true;
    }

    private void learn() {
        sideBySide.run(learnA, learnB);
        step++;
        latestIsNow = false;
        gradients.forget();
    }

    private void learnAndRecord() {
        boolean probing = experiment.measure().gradientProbes();
        if (probing) {
            gradients.begin();
        }
        a.announceUpdate();
        b.announceUpdate();
        learn();
        if (probing) {
            gradients.end(batchOfA.x(), batchOfA.targets());
        }
        recording.add(measure(true));
        if (slicing.isDue(step)) {
            slicing.add(slice());
        }
        probeA.remember();
        probeB.remember();
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
        slicing.restart(slice());
    }

    /** Of what was measured just now. */
    private Slice slice() {
        sideBySide.run(slicerA::take, slicerB::take);
        return new Slice(step, slicerA.taken(), slicerB.taken());
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
        latest = new Metrics(step, a.learningRate(), metrics(probeA, closesInterval), metrics(probeB, closesInterval));
        latestIsNow = true;
        return latest;
    }

    private RunMetrics metrics(Probe probe, boolean closesInterval) {
        Run run = probe.run();
        double trainingLoss = closesInterval ? run.takeMeanLoss() : run.meanLoss();
        return probe.metrics(trainingLoss, experiment.measure().gradientProbes() ? gradients.newest(run.side()) : Optional.empty());
    }

    private StatisticsComparison compareStatistics() {
        sideBySide.run(probeA::compareStatistics, probeB::compareStatistics);
        return new StatisticsComparison(probeA.compareStatistics(), probeB.compareStatistics());
    }

    /** The wall as it is now, on the axes that {@code axes} keeps from one call to the next. */
    public List<Row> rows(Tap tap, RowAxes axes) {
        return axes.rows(Viewing.of(tap), probeA, probeB, sideBySide);
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
        List<Row> rows = axes.rows(viewing, probeA, probeB, sideBySide);
        Optional<LayerDetail> layer = axes.layer(viewing, probeA, probeB, sideBySide);
        return new Snapshot(
                experiment,
                dataset.name(),
                step,
                order.batchesPerEpoch(),
                viewing,
                rows,
                recording.entries(),
                slicing.slices(),
                latest,
                closer(viewing, layer),
                proofs.reports(step),
                commands,
                playing,
                stepsPerSecond,
                identicalAtStart(),
                divergence,
                experiment.measure().gradientProbes() ? gradients.seconds() : 0);
    }

    private CloserLook closer(Viewing viewing, Optional<LayerDetail> layer) {
        Optional<StatisticsComparison> statistics = viewing.statistics() ? Optional.of(compareStatistics()) : Optional.empty();
        return new CloserLook(layer, statistics, predictions(viewing));
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
