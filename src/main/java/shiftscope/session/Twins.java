package shiftscope.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Side;
import shiftscope.config.Tape;
import shiftscope.data.Dataset;
import shiftscope.data.Examples;
import shiftscope.engine.Network;

/**
 * Two runs in lock step: the same initial weights, the same mini-batches, at every moment the same number of steps. One thread at a
 * time may use it; whether it employs a second one changes no bit.
 */
public final class Twins implements AutoCloseable {
    private final Experiment start;
    private final Dataset dataset;
    private final Run a;
    private final Run b;
    private final SideBySide sideBySide;
    private final LockStep lockStep;
    private final Recorder recorder;
    private final Looks looks;
    private final List<RecordedCommand> commands = new ArrayList<>();
    private final Proofs proofs;
    private boolean sameWeights;
    private Experiment experiment;
    private Optional<Divergence> divergence = Optional.empty();

    /**
     * Twins at step 0, measured once.
     *
     * @param threads 1, or 2 to let B step on a thread of its own where that pays
     * @throws BadInputException if the experiment does not fit the data
     */
    public Twins(Experiment experiment, Dataset dataset, int threads) {
        start = experiment;
        this.experiment = experiment;
        this.dataset = dataset;
        int batchSize = experiment.training().batchSize();
        a = new Run(Side.A, experiment, dataset);
        b = new Run(Side.B, experiment, dataset);
        Probe probeA = new Probe(a, experiment.measure(), dataset, batchSize);
        Probe probeB = new Probe(b, experiment.measure(), dataset, batchSize);
        sideBySide = new SideBySide(threads > 1 && LockStep.isWorthAThread(a.network(), batchSize));
        lockStep = new LockStep(experiment, dataset, a, b, sideBySide);
        Probes probes = new Probes(probeA, probeB, sideBySide);
        proofs = new Proofs(dataset, probes);
        recorder = new Recorder(experiment, probes);
        looks = new Looks(dataset, probes);
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
        divergence = Optional.ofNullable(lockStep.pass());
        if (divergence.isPresent()) {
            return false;
        }
        if (recorder.isDue(stepCount() + 1)) {
            recorder.begin();
            learn();
            recorder.end(lockStep.batch().x(), lockStep.batch().targets());
        } else {
            learn();
        }
        return true;
    }

    private void learn() {
        lockStep.learn();
        recorder.updated();
    }

    /**
     * Makes a step again that was made before, and recorded then: nothing is measured. To the runs it is the same as {@link #step}.
     *
     * @return whether the step was taken
     */
    boolean repeat() {
        divergence = Optional.ofNullable(lockStep.pass());
        if (divergence.isPresent()) {
            return false;
        }
        lockStep.learn();
        recorder.repeated();
        return true;
    }

    /**
     * Changes something between two steps, and records when.
     *
     * @throws BadInputException if the experiment would not be valid, or a proof cannot be made or undone; nothing is changed then
     */
    public void apply(Command command) {
        if (land(command) && stepCount() == 0) {
            recordStart();
        }
    }

    /**
     * As {@link #apply}, but that step 0 is not recorded anew.
     *
     * @return whether anything was changed
     */
    boolean land(Command command) {
        Experiment changed = command.applyTo(experiment);
        if (command instanceof Command.Proof proof) {
            proofs.carryOut(proof, changed, stepCount());
        } else if (command instanceof Command.UndoProof undo) {
            changed = proofs.undo(undo, experiment, stepCount());
        } else if (changed.equals(experiment)) {
            return false;
        } else {
            proofs.landed(experiment, changed);
        }
        experiment = changed;
        a.follow(changed);
        b.follow(changed);
        commands.add(new RecordedCommand(stepCount(), command));
        recorder.follow(changed);
        return true;
    }

    /** What the shift is measured from: the twins at step 0, with the switches that were set by then. */
    void recordStart() {
        sameWeights = sameWeights(a.network(), b.network());
        recorder.restart();
    }

    /** The state of now, to be called on arrival at a step, before any command of that step. */
    public State save() {
        byte[] body = new byte[Math.toIntExact(stateBytes())];
        write(body);
        return State.of(stepCount(), State.shape(experiment, dataset), body);
    }

    /**
     * Brings both runs to a state; commands that landed at its step or later are taken as not sent.
     *
     * @param then the experiment on arrival there, with the commands before in force
     * @throws BadInputException if the state is damaged or does not fit; nothing is changed then
     */
    public void restore(State state, Experiment then) {
        byte[] body = state.body(State.shape(then, dataset));
        commands.removeIf(recorded -> recorded.step() >= state.step());
        read(body, then);
    }

    /** How many bytes {@link #write} writes now. */
    long stateBytes() {
        Tape tape = Tape.counting();
        exchange(tape);
        return tape.length();
    }

    /** @param body overwritten with the state of now */
    void write(byte[] body) {
        exchange(Tape.writing(body));
    }

    /**
     * @param body what was written on arrival at a step by such runs as there are after {@code then}
     * @param then the experiment of then
     */
    void read(byte[] body, Experiment then) {
        long before = stepCount();
        a.become(then);
        b.become(then);
        exchange(Tape.reading(body));
        if (stepCount() != before) {
            a.forgetUpdate();
            b.forgetUpdate();
        }
        experiment = then;
        divergence = Optional.empty();
        proofs.moved(stepCount());
        recorder.moved(then);
    }

    private void exchange(Tape tape) {
        lockStep.exchange(tape);
        a.exchange(tape);
        b.exchange(tape);
    }

    /** Commands that landed before a state that {@link #read} has read; there were others here before. */
    void adopt(List<RecordedCommand> landed) {
        commands.clear();
        commands.addAll(landed);
    }

    /** What was later than now has never been. */
    void forgetFuture() {
        recorder.forgetFuture();
        proofs.forgetFuture();
    }

    Recorder recorder() {
        return recorder;
    }

    /** The experiment at step 0, before any command. */
    Experiment start() {
        return start;
    }

    /** Both runs as they are now; measured only if something has changed since {@link #latest}. */
    public Metrics measure() {
        return recorder.measure();
    }

    /** The newest measurement, recorded or asked for; measures nothing. */
    public Metrics latest() {
        return recorder.latest();
    }

    /** The wall as it is now, on the axes that {@code axes} keeps from one call to the next. */
    public List<Row> rows(Tap tap, RowAxes axes) {
        return looks.rows(Viewing.of(tap), axes);
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
        return snapshot(viewing, axes, latest, playing, stepsPerSecond, TimeView.atHead(stepCount(), commands, divergence));
    }

    Snapshot snapshot(
            Viewing viewing, RowAxes axes, Metrics latest, boolean playing, double stepsPerSecond, TimeView time) {
        return new Snapshot(
                experiment,
                dataset.name(),
                stepCount(),
                lockStep.batchesPerEpoch(),
                viewing,
                looks.rows(viewing, axes),
                recorder.historyUpToNow(),
                recorder.slices(),
                latest,
                looks.closer(viewing, axes),
                proofs.reports(stepCount()),
                commands,
                playing,
                stepsPerSecond,
                identicalAtStart(),
                divergence,
                time,
                recorder.gradientProbeSeconds());
    }

    public Experiment experiment() {
        return experiment;
    }

    public Dataset dataset() {
        return dataset;
    }

    /** The training examples that are measured on, a copy. */
    public Examples probeSet() {
        return Probe.examples(start.measure(), dataset);
    }

    /** Updates made. */
    public long stepCount() {
        return lockStep.step();
    }

    public int batchesPerEpoch() {
        return lockStep.batchesPerEpoch();
    }

    public Run run(Side side) {
        return side == Side.A ? a : b;
    }

    /** The points recorded so far, oldest first; a live view. */
    public List<Metrics> history() {
        return recorder.history();
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
