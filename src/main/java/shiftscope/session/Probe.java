package shiftscope.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.ActivationKind;
import shiftscope.config.MeasureSettings;
import shiftscope.config.Statistics;
import shiftscope.data.Dataset;
import shiftscope.data.Examples;
import shiftscope.engine.Layer;
import shiftscope.engine.LayerPass;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.measure.LayerShift;
import shiftscope.measure.Moments;
import shiftscope.measure.Quantiles;
import shiftscope.measure.Saturation;

/**
 * One run's fixed probe set: passes it through the network, remembers what came out at step 0, and turns both into numbers. It never
 * changes the network.
 *
 * <p>The memory of step 0 is always taken with the probe set's own statistics: the running averages have gathered nothing by then.
 */
final class Probe {
    private final Run run;
    private final MeasureSettings settings;
    private final Examples examples;
    private final Pass pass;
    private final Inference inference;
    private final DriftWatch drifts;
    private final List<LayerMetrics> layers = new ArrayList<>();
    private Evaluation test;
    private Network startNetwork;
    private List<Tap> startShown = List.of();
    private final Sample[] startSamples;
    private final Sample[] nowSamples;

    Probe(Run run, MeasureSettings settings, Dataset dataset, int batchSize) {
        this.run = run;
        this.settings = settings;
        examples = examples(settings, dataset);
        int rows = examples.size();
        pass = new Pass(run.network(), rows);
        inference = new Inference(run, settings, dataset, batchSize);
        int depth = run.network().layers().size();
        long units = run.network().layers().stream().mapToLong(layer -> layer.dense().units()).sum();
        drifts = new DriftWatch(depth, rows, new RecentPast(settings.recentSteps(), rows * units));
        startSamples = new Sample[depth];
        nowSamples = new Sample[depth];
    }

    /** The probe set. */
    static Examples examples(MeasureSettings settings, Dataset dataset) {
        return dataset.train().first(Math.min(settings.probe(), dataset.train().size()));
    }

    Run run() {
        return run;
    }

    int rows() {
        return examples.size();
    }

    Inference inference() {
        return inference;
    }

    Examples examples() {
        return examples;
    }

    DMatrixRMaj inputs() {
        return examples.inputs();
    }

    /** From now on, step 0 is what the network is at this moment. */
    void rememberStart() {
        startNetwork = run.network().copy();
        startShown = List.of();
        startNetwork.forward(inputs(), Statistics.BATCH, pass);
        for (int i = 0; i < layers(); i++) {
            drifts.startAt(i, pass.layers().get(i).scaled());
        }
        drifts.restart();
    }

    /** Passes the probe set and the test set through the network, with the statistics that the run's switch chooses. */
    void measure() {
        Statistics statistics = inference.prepare();
        run.network().forward(inputs(), statistics, pass);
        layers.clear();
        drifts.at(run.updates());
        for (int i = 0; i < layers(); i++) {
            layers.add(measureLayer(i));
        }
        test = inference.evaluate(statistics);
    }

    /** What {@link #measure} found last becomes a point from which recent drift may be counted. */
    void remember() {
        drifts.remember(run.updates());
    }

    /** What was later than that step has never been. */
    void forgetAfter(long step) {
        drifts.forgetAfter(step);
    }

    /** Nobody knows what was before. */
    void forgetPast() {
        drifts.forgetPast();
    }

    private LayerMetrics measureLayer(int index) {
        DMatrixRMaj y = pass.layers().get(index).scaled();
        Moments moments = Moments.of(y.data, 0, y.getNumElements());
        drifts.moveTo(index, y);
        Drift sinceStart = drifts.sinceStart(index);
        double[] watched = drifts.current(index).sorted(Math.min(settings.unit(), y.numCols - 1));
        return new LayerMetrics(
                sinceStart,
                drifts.recently(index, sinceStart),
                moments.mean(),
                moments.standardDeviation(),
                saturated(index),
                dead(index),
                Quantiles.of(watched, 0.15),
                Quantiles.of(watched, 0.5),
                Quantiles.of(watched, 0.85),
                run.learning(index));
    }

    /**
     * What {@link #measure} found.
     *
     * @param gradients what the last update did to gradients
     */
    RunMetrics metrics(double trainingLoss, Optional<GradientProbe> gradients) {
        return new RunMetrics(trainingLoss, test.loss(), test.accuracy(), gradients, layers);
    }

    /** Passes the probe set through so that {@link #now} can be asked; back too, if the tap is a gradient. */
    void look(Tap tap) {
        List<Tap> wanted = IntStream.range(0, layers()).mapToObj(i -> shown(tap, i)).toList();
        if (!wanted.equals(startShown)) {
            passFor(tap, startNetwork, Statistics.BATCH);
            for (int i = 0; i < layers(); i++) {
                DMatrixRMaj values = values(wanted.get(i), i);
                startSamples[i] = new Sample(Arrays.copyOf(values.data, values.getNumElements()), values.getNumElements());
            }
            startShown = wanted;
        }
        passFor(tap, run.network(), inference.prepare());
        for (int i = 0; i < layers(); i++) {
            nowSamples[i] = Sample.of(values(wanted.get(i), i));
        }
    }

    /** Passes back what {@link #measure} has just passed forth, so that {@link #values} can be asked for every tap. */
    void passBack() {
        run.network().backward(examples.targets(), run.loss(), pass);
    }

    /** Each unit's y in ascending order, as {@link #measure} found it. */
    LayerShift.Reference sortedUnits(int index) {
        return drifts.current(index);
    }

    private void passFor(Tap tap, Network network, Statistics statistics) {
        network.forward(inputs(), statistics, pass);
        if (tap == Tap.GRADIENT) {
            network.backward(examples.targets(), run.loss(), pass);
        }
    }

    /** The tap that exists in this layer now, where ẑ was asked for and there is no normalizer. */
    Tap shown(Tap tap, int index) {
        return tap == Tap.NORMALIZED && layer(index).normalizer().isEmpty() ? Tap.PRE_ACTIVATION : tap;
    }

    /** The tap that exists in each unit of this layer. Its inputs are not its units': there it is z, what the unit makes of them all. */
    Tap shownOfUnits(Tap tap, int index) {
        return tap == Tap.INPUT ? Tap.PRE_ACTIVATION : shown(tap, index);
    }

    /** Its values in the last pass, probe rows × units; good until the next one. */
    DMatrixRMaj unitValues(Tap tap, int index) {
        return values(shownOfUnits(tap, index), index);
    }

    /** Layers with the output layer. */
    int layers() {
        return nowSamples.length;
    }

    /** The values that the last {@link #look} passed in this layer, probe rows × units; good until the next pass. */
    Sample now(int index) {
        return nowSamples[index];
    }

    /** The same quantity at step 0; for ẑ it is z if there was no normalizer yet. */
    Sample start(int index) {
        return startSamples[index];
    }

    /** What came by in this layer in the last pass, probe rows × units; good until the next one. */
    DMatrixRMaj values(Tap tap, int index) {
        LayerPass layer = pass.layers().get(index);
        return switch (tap) {
            case INPUT -> pass.inputOf(index);
            case PRE_ACTIVATION -> layer.preActivation();
            case NORMALIZED -> layer.normalized();
            case SCALED -> layer.scaled();
            case ACTIVATION -> layer.activated();
            case GRADIENT -> layer.preActivationGradient();
        };
    }

    /** What the nonlinearity of this layer was given in the last pass; good until the next one. */
    DMatrixRMaj given(int index) {
        return pass.layers().get(index).activationInput();
    }

    /** How far y of each unit has moved since step 0 in the last pass, in units of the layer's σ of then. */
    double[] unitShifts(int index) {
        return drifts.unitShifts(index, values(Tap.SCALED, index));
    }

    /** Share of saturated values of what the nonlinearity of this layer was given; NaN for the output. */
    double saturated(int index) {
        DMatrixRMaj given = given(index);
        return Saturation.share(layer(index).activation(), given.data, 0, given.getNumElements());
    }

    /** Share of units that are 0 on the whole probe set; NaN unless the layer is ReLU. */
    double dead(int index) {
        if (layer(index).activation() != ActivationKind.RELU) {
            return Double.NaN;
        }
        DMatrixRMaj a = pass.layers().get(index).activated();
        return (double) Saturation.deadUnits(a.data, a.numRows, a.numCols) / a.numCols;
    }

    /** The live layer. */
    Layer layer(int index) {
        return run.network().layers().get(index);
    }
}
