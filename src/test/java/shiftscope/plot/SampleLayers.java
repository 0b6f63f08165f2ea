package shiftscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;
import shiftscope.measure.Moments;
import shiftscope.measure.Response;
import shiftscope.measure.Saturation;
import shiftscope.session.CloserLook;
import shiftscope.session.Command;
import shiftscope.session.LayerDetail;
import shiftscope.session.LayerDetail.Spread;
import shiftscope.session.LayerView;
import shiftscope.session.ProofReport;
import shiftscope.session.Row;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;

/** Invented layers of a fixed seed, unit by unit. No network made them. */
public final class SampleLayers {
    public static final int EXAMPLES = 512;
    private static final int BINS = 64;

    private SampleLayers() {}

    /** The third layer of the usual twins: A saturates, B is normalized. */
    public static LayerDetail usual(int units) {
        return detail(3, units, ActivationKind.SIGMOID, true, false);
    }

    /** The same with the examples pointed out that are large in A's unit 0. */
    public static LayerDetail brushed(int units) {
        return detail(3, units, ActivationKind.SIGMOID, true, true);
    }

    /** A rectified layer in which every fifth unit is dead. */
    public static LayerDetail rectified(int units) {
        return detail(3, units, ActivationKind.RELU, true, false);
    }

    /** An output layer: neither φ nor a normalizer. */
    public static LayerDetail output(int units) {
        return detail(4, units, ActivationKind.IDENTITY, false, false);
    }

    /** The same layer, but A's unit 0 has all its values in one bin. */
    public static LayerDetail withDeadUnit(LayerDetail detail) {
        LayerDetail.OfRun run = detail.a();
        LayerDetail.Unit first = run.units().get(0);
        List<LayerDetail.Unit> units = new ArrayList<>(run.units());
        units.set(0, new LayerDetail.Unit(
                Histogram.of(new double[EXAMPLES], -8, 8, BINS), null, 0, 0, first.shift(), 1, first.batch(), first.running(),
                first.population(), first.gamma(), first.beta()));
        return new LayerDetail(
                detail.layer(),
                detail.tap(),
                new LayerDetail.OfRun(
                        run.activation(), run.placement(), run.normalization(), run.scaleShift(), run.shown(), run.given(),
                        run.activated(), units),
                detail.b());
    }

    /** A layer of that φ. */
    public static LayerDetail of(int layer, int units, ActivationKind activation) {
        return detail(layer, units, activation, true, false);
    }

    /** The usual wall as it was asked for, with that layer measured closely; its row is widened to as many units. */
    public static Snapshot snapshot(LayerDetail detail, Viewing viewing, List<ProofReport> proofs) {
        Snapshot usual = SampleSnapshots.usual();
        boolean brushed = detail.a().units().get(0).brushed() != null;
        List<Row> rows = usual.rows().stream()
                .map(row -> new Row(
                        row.layer(),
                        row.kind(),
                        row.layer() == detail.layer() ? detail.a().units().size() : row.units(),
                        brushed ? brushed(row.a()) : row.a(),
                        brushed ? brushed(row.b()) : row.b()))
                .toList();
        return new Snapshot(
                usual.experiment(),
                usual.dataset(),
                usual.step(),
                usual.batchesPerEpoch(),
                viewing,
                rows,
                usual.history(),
                usual.slices(),
                usual.latest(),
                new CloserLook(Optional.of(detail), Optional.empty(), Optional.empty()),
                proofs,
                usual.commands(),
                usual.playing(),
                usual.stepsPerSecond(),
                usual.identicalAtStart(),
                usual.divergence(),
                usual.time(),
                0);
    }

    /** What adding 5 to every bias of a normalized layer shows. */
    public static ProofReport proof(Side side, int layer) {
        return new ProofReport(
                1_840,
                new Command.ShiftBiases(side, layer, 5),
                new ProofReport.Change(3.1e-14, 4.4e-15),
                new ProofReport.Change(11.4, 1.62),
                new ProofReport.Change(2.9e-14, 4.1e-15),
                0.0312,
                0.0312,
                1.2e-17,
                true);
    }

    /** What multiplying W by 10 shows. */
    public static ProofReport scaling(Side side, int layer) {
        return new ProofReport(
                1_840,
                new Command.ScaleWeights(side, layer, 10),
                new ProofReport.Change(2.1e-6, 3.0e-7),
                new ProofReport.Change(8.77, 1.25),
                new ProofReport.Change(2.2e-6, 3.1e-7),
                0.0312,
                0.00312,
                Double.NaN,
                false);
    }

    /** The upper half of a row, as if its examples were pointed out. */
    public static LayerView brushed(LayerView view) {
        int[] counts = view.now().counts();
        for (int i = 0; i < counts.length; i++) {
            counts[i] = i > counts.length / 2 ? counts[i] / 3 : 0;
        }
        counts[counts.length - 1]++;
        return new LayerView(
                view.shown(),
                view.now(),
                view.reference(),
                view.moments(),
                view.saturated(),
                view.dead(),
                new Histogram(view.now().low(), view.now().high(), counts, view.now().under() / 3, 0, 0));
    }

    /** As somebody may ask for it. */
    public static LayerDetail asked(Viewing viewing, int units) {
        boolean output = viewing.layer() == 4;
        return detail(
                viewing.layer(), output ? 10 : units, output ? ActivationKind.IDENTITY : ActivationKind.SIGMOID, !output,
                viewing.brush().isPresent());
    }

    private static LayerDetail detail(int layer, int units, ActivationKind activation, boolean normalized, boolean brushed) {
        SplittableRandom random = new SplittableRandom(layer * 1_000L + units);
        return new LayerDetail(
                layer,
                Tap.SCALED,
                run(random, units, activation, Normalization.NONE, -3.2, 1.9, brushed),
                run(random, units, activation, normalized ? Normalization.BATCH : Normalization.NONE, 0.1, 1.2, brushed));
    }

    private static LayerDetail.OfRun run(
            SplittableRandom random, int units, ActivationKind activation, Normalization normalization, double mean, double sigma,
            boolean brushed) {
        List<LayerDetail.Unit> all = new ArrayList<>();
        double[] given = new double[units * EXAMPLES];
        for (int unit = 0; unit < units; unit++) {
            boolean dead = activation == ActivationKind.RELU && unit % 5 == 0;
            double own = dead ? -6 : mean + 2 * (random.nextDouble() - 0.5);
            double[] values = gaussian(random, own, dead ? 0.4 : sigma * (0.5 + random.nextDouble()));
            System.arraycopy(values, 0, given, unit * EXAMPLES, EXAMPLES);
            all.add(unit(random, values, activation, normalization, brushed));
        }
        double[] activated = new double[given.length];
        for (int i = 0; i < given.length; i++) {
            activated[i] = Response.of(activation, given[i]);
        }
        boolean squashed = activation == ActivationKind.SIGMOID;
        return new LayerDetail.OfRun(
                activation,
                Placement.BEFORE,
                normalization,
                true,
                Tap.SCALED,
                Histogram.of(given, -8, 8, BINS),
                Histogram.of(activated, squashed ? 0 : activation == ActivationKind.TANH ? -1 : -8, squashed ? 1
                        : activation == ActivationKind.TANH ? 1 : 8, BINS),
                all);
    }

    private static LayerDetail.Unit unit(
            SplittableRandom random, double[] values, ActivationKind activation, Normalization normalization, boolean brushed) {
        Moments moments = Moments.of(values);
        boolean none = normalization == Normalization.NONE;
        Spread batch = new Spread(moments.mean(), moments.standardDeviation());
        double[] part = new double[37];
        System.arraycopy(values, 0, part, 0, part.length);
        return new LayerDetail.Unit(
                Histogram.of(values, -8, 8, BINS),
                brushed ? Histogram.of(part, -8, 8, BINS) : null,
                moments.mean(),
                moments.standardDeviation(),
                Math.abs(moments.mean()) + 0.1 * random.nextDouble(),
                Saturation.share(activation, values, 0, values.length),
                batch,
                none ? Spread.NONE : new Spread(0.9 * batch.mean(), 1.1 * batch.deviation()),
                none ? Spread.NONE : batch,
                none ? Double.NaN : 1 + 0.3 * (random.nextDouble() - 0.5),
                none ? Double.NaN : 0.2 * (random.nextDouble() - 0.5));
    }

    private static double[] gaussian(SplittableRandom random, double mean, double sigma) {
        double[] values = new double[EXAMPLES];
        for (int i = 0; i < values.length; i++) {
            values[i] = mean + sigma * Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        }
        return values;
    }
}
