package shiftscope.session;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.Experiment;

/**
 * Measures both runs: at fixed steps for the curves and the views over time, whether somebody looks or not, and between them when
 * asked. No run is changed by it.
 */
final class Recorder {
    private final Probes probes;
    private final Recording recording;
    private final Slicing slicing;
    private final Slicer slicerA;
    private final Slicer slicerB;
    private final GradientProbes gradients;
    private boolean probesGradients;
    private Metrics latest;
    private boolean latestIsNow;
    private boolean changedHere;

    Recorder(Experiment experiment, Probes probes) {
        this.probes = probes;
        recording = new Recording(experiment.measure().recordEvery());
        slicing = new Slicing(experiment.measure().recordEvery());
        slicerA = new Slicer(probes.a());
        slicerB = new Slicer(probes.b());
        gradients = new GradientProbes(
                probes.a().run(), probes.b().run(), experiment.training().batchSize(), probes.sideBySide());
        probesGradients = experiment.measure().gradientProbes();
    }

    /** Whether the update that makes this step is to be put between {@link #begin} and {@link #end}. */
    boolean isDue(long step) {
        return recording.isDue(step);
    }

    /** An update comes next that is recorded. */
    void begin() {
        if (probesGradients) {
            gradients.begin();
        }
        probes.a().run().announceUpdate();
        probes.b().run().announceUpdate();
    }

    /** Both runs have made an update: what was measured before is not of now. */
    void updated() {
        latestIsNow = false;
        changedHere = false;
        gradients.forget();
    }

    /** Both runs have made an update again that was recorded, if it was due, when it was made first: nothing is measured. */
    void repeated() {
        updated();
        if (isDue(step())) {
            probes.a().run().intervalLoss().take();
            probes.b().run().intervalLoss().take();
        }
    }

    /** Both runs have been brought to another time. */
    void moved(Experiment then) {
        updated();
        latest = null;
        probesGradients = then.measure().gradientProbes();
    }

    /** What was later than now has never been. */
    void forgetFuture() {
        recording.forgetAfter(step());
        slicing.forgetAfter(step());
        probes.a().forgetAfter(step());
        probes.b().forgetAfter(step());
    }

    /** Both runs have come here by no way that is known: records what they are like, and that nothing is known of before. */
    void join() {
        probes.each(Probe::forgetPast);
        recording.add(measure(false));
        if (isDue(step()) && slicing.isDue(step())) {
            slicing.add(slice());
        }
        probes.each(Probe::remember);
    }

    /**
     * Records what the update has made of both runs.
     *
     * @param x its mini-batch, batch × features
     * @param targets batch × outputs
     */
    void end(DMatrixRMaj x, DMatrixRMaj targets) {
        if (probesGradients) {
            gradients.end(x, targets);
        }
        recording.add(measure(true));
        if (slicing.isDue(step())) {
            slicing.add(slice());
        }
        probes.a().remember();
        probes.b().remember();
    }

    /** The experiment, or a run, has been changed between two steps. */
    void follow(Experiment experiment) {
        probesGradients = experiment.measure().gradientProbes();
        latestIsNow = false;
        changedHere = true;
    }

    /** Begins with what step 0 now looks like, which is what the shift is measured from. */
    void restart() {
        probes.each(Probe::rememberStart);
        recording.restart(measure(true));
        slicing.restart(slice());
    }

    private long step() {
        return probes.a().run().updates();
    }

    /** Of what was measured just now. */
    private Slice slice() {
        probes.sideBySide().run(slicerA::take, slicerB::take);
        return new Slice(step(), slicerA.taken(), slicerB.taken());
    }

    /** Both runs as they are now; measured only if something has changed since {@link #latest}, and if this step was not recorded. */
    Metrics measure() {
        if (latestIsNow) {
            return latest;
        }
        Metrics recorded = recording.newest(step());
        if (changedHere || recorded.step() != step()) {
            return measure(false);
        }
        latest = recorded;
        latestIsNow = true;
        return latest;
    }

    private Metrics measure(boolean closesInterval) {
        probes.each(Probe::measure);
        latest = new Metrics(
                step(), probes.a().run().learningRate(), metrics(probes.a(), closesInterval), metrics(probes.b(), closesInterval));
        latestIsNow = true;
        return latest;
    }

    private RunMetrics metrics(Probe probe, boolean closesInterval) {
        MeanLoss loss = probe.run().intervalLoss();
        return probe.metrics(
                closesInterval ? loss.take() : loss.mean(),
                probesGradients ? gradients.newest(probe.run().side()) : Optional.empty());
    }

    /** The newest measurement up to now, recorded or asked for; measures nothing. */
    Metrics latest() {
        Metrics recorded = recording.newest(step());
        return latest == null || latest.step() < recorded.step() ? recorded : latest;
    }

    /** The points of the curves, oldest first; a live view. */
    List<Metrics> history() {
        return recording.entries();
    }

    /** The points up to now; a live view. */
    List<Metrics> historyUpToNow() {
        return recording.upTo(step());
    }

    /** The points that lie ahead; a live view. */
    List<Metrics> future() {
        return recording.after(step());
    }

    /** Those up to now, oldest first; never changed again. */
    List<Slice> slices() {
        return slicing.upTo(step());
    }

    /** Those that lie ahead, oldest first; never changed again. */
    List<Slice> futureSlices() {
        return slicing.after(step());
    }

    /** What points and slices take of memory, in bytes. */
    long bytes() {
        return recording.bytes() + slicing.bytes();
    }

    /** How long the last look at gradients took; 0 if nobody wants any. */
    double gradientProbeSeconds() {
        return probesGradients ? gradients.seconds() : 0;
    }
}
