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
    private final LayerShift.Reference[] start;
    private final double[] scratch;
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
        start = new LayerShift.Reference[run.network().layers().size()];
        startSamples = new Sample[start.length];
        nowSamples = new Sample[start.length];
        scratch = new double[rows];
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
    }

    /** Passes the probe set and the test set through the network, with the statistics that the run's switch chooses. */
    void measure() {
        Statistics statistics = prepareStatistics();
        Network network = run.network();
        network.forward(inputs, statistics, pass);
        layers.clear();
        for (int i = 0; i < start.length; i++) {
            layers.add(measureLayer(i));
        }
        evaluation.evaluate(network, run.loss(), statistics);
    }

    /** Which statistics the run's switch chooses; the population's have been measured then. */
    Statistics prepareStatistics() {
        Statistics chosen = run.settings().statistics();
        if (chosen == Statistics.POPULATION && run.settings().normalizesOverBatch()) {
            if (population == null) {
                population = PopulationStatistics.of(
                        run.network(), dataset.train().inputs(), settings.populationBatches(), batchSize);
            }
            if (populationTakenAt != run.changes()) {
                population.measure(run.network());
                populationTakenAt = run.changes();
            }
        }
        return chosen;
    }

    private LayerMetrics measureLayer(int index) {
        DMatrixRMaj y = pass.layers().get(index).scaled();
        Moments moments = Moments.of(y.data, 0, y.getNumElements());
        double shift = start[index].shift(y.data, scratch);
        int unit = Math.min(settings.unit(), y.numCols - 1);
        for (int row = 0; row < y.numRows; row++) {
            scratch[row] = y.data[row * y.numCols + unit];
        }
        Arrays.sort(scratch);
        return new LayerMetrics(
                new Drift(shift, Double.NaN, Double.NaN, Double.NaN, Double.NaN),
                Drift.NONE,
                moments.mean(),
                moments.standardDeviation(),
                saturated(index),
                dead(index),
                Quantiles.of(scratch, 0.15),
                Quantiles.of(scratch, 0.5),
                Quantiles.of(scratch, 0.85),
                Learning.NONE);
    }

    /** What {@link #measure} found. */
    RunMetrics metrics(double trainingLoss) {
        return new RunMetrics(trainingLoss, evaluation.loss(), evaluation.accuracy(), Optional.empty(), layers);
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
            DMatrixRMaj values = values(wanted.get(i), i);
            nowSamples[i] = new Sample(values.data, values.getNumElements());
        }
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

    private DMatrixRMaj values(Tap tap, int index) {
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

    /** Share of saturated values of what the nonlinearity of this layer was given; NaN for the output. */
    double saturated(int index) {
        DMatrixRMaj given = pass.layers().get(index).activationInput();
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

    private Layer layer(int index) {
        return run.network().layers().get(index);
    }
}
