package shiftscope.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.Layer;
import shiftscope.engine.Normalizer;
import shiftscope.measure.Histogram;
import shiftscope.measure.Moments;
import shiftscope.measure.Saturation;
import shiftscope.session.LayerDetail.OfRun;
import shiftscope.session.LayerDetail.Spread;
import shiftscope.session.LayerDetail.Unit;

/** Looks at one layer of both runs, unit by unit. The value axes stay from one look to the next, as long as it is the same layer. */
final class LayerDetails {
    private static final int BINS_OF_A_UNIT = 40;
    private static final int BINS_OF_THE_LAYER = 50;

    private int layer;
    private Tap tap;
    private RowAxis unitAxis;
    private RowAxis givenAxis;
    private RowAxis activatedAxis;
    private Sampled sampledA;
    private Sampled sampledB;
    private OfRun ofA;
    private OfRun ofB;

    private record Sampled(Sample shown, Sample given, Sample activated) {}

    /**
     * @param wanted a layer that exists
     * @param probes passed for that tap
     */
    LayerDetail of(int wanted, Tap wantedTap, Optional<Brushed> brushed, Probes probes) {
        if (layer != wanted || tap != wantedTap) {
            layer = wanted;
            tap = wantedTap;
            unitAxis = new RowAxis(BINS_OF_A_UNIT);
            givenAxis = new RowAxis(BINS_OF_THE_LAYER);
            activatedAxis = new RowAxis(BINS_OF_THE_LAYER);
        }
        int index = layer - 1;
        Probe a = probes.a();
        Probe b = probes.b();
        probes.sideBySide().run(() -> sampledA = sampled(a), () -> sampledB = sampled(b));
        unitAxis.hold(List.of(sampledA.shown(), sampledB.shown()));
        givenAxis.hold(List.of(sampledA.given(), sampledB.given()));
        activatedAxis.hold(List.of(sampledA.activated(), sampledB.activated()));
        probes.sideBySide().run(() -> ofA = ofRun(a, brushed, sampledA), () -> ofB = ofRun(b, brushed, sampledB));
        return new LayerDetail(layer, tap, ofA, ofB);
    }

    /** What the probe was passed for has been sampled for the wall, and is often what φ is given. */
    private Sampled sampled(Probe probe) {
        int index = layer - 1;
        DMatrixRMaj values = probe.unitValues(tap, index);
        Sample shown = tap == Tap.INPUT ? Sample.of(values) : probe.now(index);
        DMatrixRMaj given = probe.given(index);
        DMatrixRMaj activated = probe.values(Tap.ACTIVATION, index);
        return new Sampled(
                shown, given.data == values.data ? shown : Sample.of(given), activated.data == values.data ? shown : Sample.of(activated));
    }

    private OfRun ofRun(Probe probe, Optional<Brushed> brushed, Sampled sampled) {
        int index = layer - 1;
        Layer parameters = probe.layer(index);
        Optional<Normalizer> normalizer = parameters.normalizer();
        return new OfRun(
                parameters.activation(),
                parameters.placement(),
                normalizer.map(Normalizer::kind).orElse(Normalization.NONE),
                normalizer.map(Normalizer::scaleShift).orElse(false),
                probe.shownOfUnits(tap, index),
                givenAxis.edges().count(sampled.given()),
                activatedAxis.edges().count(sampled.activated()),
                units(probe, brushed));
    }

    private List<Unit> units(Probe probe, Optional<Brushed> brushed) {
        int index = layer - 1;
        Layer parameters = probe.layer(index);
        Normalizer normalizer = parameters.normalizer().orElse(null);
        boolean after = normalizer != null && parameters.placement() == Placement.AFTER;
        DMatrixRMaj shown = probe.unitValues(tap, index);
        DMatrixRMaj beforeNormalizing = probe.values(after ? Tap.ACTIVATION : Tap.PRE_ACTIVATION, index);
        DMatrixRMaj givenValues = probe.given(index);
        double[] shifts = probe.unitShifts(index);
        if (normalizer instanceof BatchNorm) {
            probe.inference().measurePopulation();
        }
        List<Unit> units = new ArrayList<>();
        for (int unit = 0; unit < shown.numCols; unit++) {
            double[] values = column(shown, unit);
            Edges edges = unitAxis.edges();
            Histogram brushedNow = brushed.isPresent() ? brushed.get().count(values, edges) : null;
            Moments moments = Moments.of(values);
            double[] given = givenValues.data == shown.data ? values : column(givenValues, unit);
            Moments batch = beforeNormalizing.data == shown.data ? moments : Moments.of(column(beforeNormalizing, unit));
            units.add(new Unit(
                    edges.count(values),
                    brushedNow,
                    moments.mean(),
                    moments.standardDeviation(),
                    shifts[unit],
                    Saturation.share(parameters.activation(), given, 0, given.length),
                    new Spread(batch.mean(), batch.standardDeviation()),
                    running(normalizer, unit),
                    population(normalizer, unit),
                    normalizer == null ? Double.NaN : normalizer.gamma().data[unit],
                    normalizer == null ? Double.NaN : normalizer.beta().data[unit]));
        }
        return units;
    }

    private static double[] column(DMatrixRMaj values, int unit) {
        return CommonOps_DDRM.extractColumn(values, unit, null).data;
    }

    private static Spread running(Normalizer normalizer, int unit) {
        return normalizer instanceof BatchNorm batch
                ? new Spread(batch.runningMean()[unit], Math.sqrt(batch.runningVariance()[unit]))
                : Spread.NONE;
    }

    private static Spread population(Normalizer normalizer, int unit) {
        return normalizer instanceof BatchNorm batch
                ? new Spread(batch.populationMean()[unit], Math.sqrt(batch.populationVariance()[unit]))
                : Spread.NONE;
    }
}
