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
import shiftscope.engine.Layer;
import shiftscope.engine.LayerPass;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.engine.PopulationStatistics;
import shiftscope.measure.LayerDrift;
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
    private final Dataset dataset;
    private final int batchSize;
    private final DMatrixRMaj inputs;
    private final DMatrixRMaj targets;
    private final Pass pass;
    private final Evaluation evaluation;
    private final ThreeStatistics threeStatistics;
    private final LayerShift.Reference[] start;
    private final LayerShift.Reference[] current;
    private final LayerDrift drifts;
    private final RecentPast past;
    private final List<LayerMetrics> layers = new ArrayList<>();
    private PopulationStatistics population;
    private long populationTakenAt = -1;
    private Network startNetwork;
    private List<Tap> startShown = List.of();
    private final Sample[] startSamples;
    private final Sample[] nowSamples;

    Probe(Run run, MeasureSettings settings, Dataset dataset, int batchSize) {
        this.run = run;
        this.settings = settings;
        this.dataset = dataset;
        this.batchSize = batchSize;
        int rows = Math.min(settings.probe(), dataset.train().size());
        inputs = firstRows(dataset.train().inputs(), rows);
        targets = firstRows(dataset.train().targets(), rows);
        pass = new Pass(run.network(), rows);
        evaluation = new Evaluation(run.network(), dataset.test(), batchSize);
        threeStatistics = new ThreeStatistics(run, evaluation);
        start = new LayerShift.Reference[run.network().layers().size()];
        current = new LayerShift.Reference[start.length];
        drifts = new LayerDrift(rows);
        long units = run.network().layers().stream().mapToLong(layer -> layer.dense().units()).sum();
        past = new RecentPast(settings.recentSteps(), rows * units);
        startSamples = new Sample[start.length];
        nowSamples = new Sample[start.length];
    }

    private static DMatrixRMaj firstRows(DMatrixRMaj from, int rows) {
        return new DMatrixRMaj(rows, from.numCols, true, Arrays.copyOf(from.data, rows * from.numCols));
    }

    Run run() {
        return run;
    }

    int rows() {
        return inputs.numRows;
    }

    DMatrixRMaj inputs() {
        return inputs;
    }

    DMatrixRMaj targets() {
        return targets;
    }

    /** From now on, step 0 is what the network is at this moment. */
    void rememberStart() {
        startNetwork = run.network().copy();
        startShown = List.of();
        startNetwork.forward(inputs, Statistics.BATCH, pass);
        for (int i = 0; i < start.length; i++) {
            DMatrixRMaj y = pass.layers().get(i).scaled();
            start[i] = LayerShift.Reference.of(y.data, y.numRows, y.numCols);
        }
        past.restart(start.clone());
    }

    /** Passes the probe set and the test set through the network, with the statistics that the run's switch chooses. */
    void measure() {
        Statistics statistics = prepareStatistics();
        Network network = run.network();
        network.forward(inputs, statistics, pass);
        layers.clear();
        LayerShift.Reference[] recently = past.before(run.updates());
        for (int i = 0; i < start.length; i++) {
            layers.add(measureLayer(i, recently == null ? null : recently[i]));
        }
        evaluation.evaluate(network, run.loss(), statistics);
    }

    /** What {@link #measure} found last becomes a point from which recent drift may be counted. */
    void remember() {
        past.add(run.updates(), current.clone());
    }

    /** Which statistics the run's switch chooses; the population's have been measured then. */
    Statistics prepareStatistics() {
        Statistics chosen = run.settings().statistics();
        if (chosen == Statistics.POPULATION) {
            measurePopulation();
        }
        return chosen;
    }

    /** Brings the population statistics of the network, if it has any, to what they are now, whatever the run's switch chooses. */
    void measurePopulation() {
        if (populationTakenAt != run.changes() && ThreeStatistics.differ(run.network())) {
            if (population == null) {
                population = PopulationStatistics.of(
                        run.network(), dataset.train().inputs(), settings.populationBatches(), batchSize);
            }
            population.measure(run.network());
            populationTakenAt = run.changes();
        }
    }

    /** The network as it is now under each of the three statistics. */
    StatisticsComparison.OfRun compareStatistics() {
        measurePopulation();
        return threeStatistics.compare();
    }

    private LayerMetrics measureLayer(int index, LayerShift.Reference recently) {
        DMatrixRMaj y = pass.layers().get(index).scaled();
        Moments moments = Moments.of(y.data, 0, y.getNumElements());
        current[index] = LayerShift.Reference.of(y.data, y.numRows, y.numCols);
        Drift sinceStart = drift(index, start[index]);
        double[] watched = current[index].sorted(Math.min(settings.unit(), y.numCols - 1));
        return new LayerMetrics(
                sinceStart,
                recently == null ? Drift.NONE : recently == start[index] ? sinceStart : drift(index, recently),
                moments.mean(),
                moments.standardDeviation(),
                saturated(index),
                dead(index),
                Quantiles.of(watched, 0.15),
                Quantiles.of(watched, 0.5),
                Quantiles.of(watched, 0.85),
                run.learning(index));
    }

    private Drift drift(int index, LayerShift.Reference then) {
        double sigma = start[index].sigma();
        return new Drift(
                drifts.wasserstein(then, current[index], sigma),
                drifts.kolmogorovSmirnov(then, current[index]),
                drifts.jensenShannon(then, current[index]),
                drifts.mean(then, current[index], sigma),
                drifts.deviation(then, current[index]));
    }

    /**
     * What {@link #measure} found.
     *
     * @param gradients what the last update did to gradients
     */
    RunMetrics metrics(double trainingLoss, Optional<GradientProbe> gradients) {
        return new RunMetrics(trainingLoss, evaluation.loss(), evaluation.accuracy(), gradients, layers);
    }

    /** Passes the probe set through so that {@link #now} can be asked; back too, if the tap is a gradient. */
    void look(Tap tap) {
        List<Tap> wanted = IntStream.range(0, start.length).mapToObj(i -> shown(tap, i)).toList();
        if (!wanted.equals(startShown)) {
            passFor(tap, startNetwork, Statistics.BATCH);
            for (int i = 0; i < start.length; i++) {
                DMatrixRMaj values = values(wanted.get(i), i);
                startSamples[i] = new Sample(Arrays.copyOf(values.data, values.getNumElements()), values.getNumElements());
            }
            startShown = wanted;
        }
        passFor(tap, run.network(), prepareStatistics());
        for (int i = 0; i < start.length; i++) {
            nowSamples[i] = Sample.of(values(wanted.get(i), i));
        }
    }

    /** Passes back what {@link #measure} has just passed forth, so that {@link #values} can be asked for every tap. */
    void passBack() {
        run.network().backward(targets, run.loss(), pass);
    }

    /** Each unit's y in ascending order, as {@link #measure} found it. */
    LayerShift.Reference sortedUnits(int index) {
        return current[index];
    }

    private void passFor(Tap tap, Network network, Statistics statistics) {
        network.forward(inputs, statistics, pass);
        if (tap == Tap.GRADIENT) {
            network.backward(targets, run.loss(), pass);
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
        return start.length;
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
        return start[index].unitShifts(values(Tap.SCALED, index).data, new double[rows()]);
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
