package shiftscope.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import shiftscope.config.Side;
import shiftscope.measure.DyadicHistogram;
import shiftscope.measure.Quantiles;
import shiftscope.session.Row;
import shiftscope.session.Slice;
import shiftscope.session.Snapshot;
import shiftscope.session.Tap;
import shiftscope.session.Viewing;

/** Invented distributions over time, for the rows of {@link SampleSnapshots}. No network made them. */
public final class SampleSlices {
    /** Values of a layer at a step, whatever its width says. */
    public static final int VALUES = 4_000;
    private static final int BINS = 160;
    private static final int UNITS = 10;

    private SampleSlices() {}

    /** A drifts and becomes wide, B stays, at 93 steps. */
    public static Snapshot usual() {
        return with(SampleSnapshots.usual(), 93, 0);
    }

    /** Zeros of a rectifier, tiny and huge values, a slice far out, values that are not finite. */
    public static Snapshot hard() {
        return with(SampleSnapshots.hard(), 124, 3);
    }

    /** Nothing is recorded yet. */
    public static Snapshot none() {
        return SampleSnapshots.usual();
    }

    /** Step 0 alone. */
    public static Snapshot one() {
        return with(SampleSnapshots.atStart(), 1, 0);
    }

    /** So many slices, evenly over the steps of a snapshot. */
    public static Snapshot with(Snapshot snapshot, int count, int awkward) {
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double t = count == 1 ? 0 : (double) i / (count - 1);
            long step = Math.round(t * snapshot.step());
            slices.add(new Slice(step, layers(snapshot, Side.A, t, awkward), layers(snapshot, Side.B, t, awkward)));
        }
        return with(snapshot, snapshot.viewing(), slices);
    }

    /** A snapshot with other slices, looked at in another way. */
    public static Snapshot with(Snapshot s, Viewing viewing, List<Slice> slices) {
        return new Snapshot(
                s.experiment(), s.dataset(), s.step(), s.batchesPerEpoch(), viewing, s.rows(), s.history(), slices, s.latest(), s.closer(),
                s.proofs(), s.commands(), s.playing(), s.stepsPerSecond(), s.identicalAtStart(), s.divergence(), s.time(), 0);
    }

    private static List<Slice.OfLayer> layers(Snapshot snapshot, Side side, double t, int awkward) {
        List<Slice.OfLayer> layers = new ArrayList<>();
        for (Row row : WallScene.overTime(snapshot)) {
            SplittableRandom random = new SplittableRandom(31L * row.layer() + (side == Side.A ? 7 : 8) + Math.round(1e6 * t));
            layers.add(layer(values(random, row, side, t, awkward)));
        }
        return layers;
    }

    private static double[] values(SplittableRandom random, Row row, Side side, double t, int awkward) {
        double moved = side == Side.A ? t : 0.15 * t;
        double size = awkward > 0 && row.layer() == 1 ? 1e-4 : awkward > 0 && row.layer() == 3 ? 1e5 : 1;
        double mean = size * moved * (row.layer() - 2.5);
        double sigma = size * (0.5 + 1.2 * moved);
        boolean rectified = awkward > 0 && row.layer() == 2;
        double far = awkward > 0 && row.layer() == 3 && side == Side.A && Math.abs(t - 0.7) < 0.004 ? 1e9 : 1;
        double[] values = new double[VALUES];
        for (int i = 0; i < VALUES; i++) {
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            double unit = i % UNITS * 0.1 * sigma;
            double value = far * (mean + unit + sigma * radius * Math.cos(2 * Math.PI * random.nextDouble()));
            boolean bad = awkward > 0 && row.layer() == 4 && side == Side.B && t == 1 && i < 77;
            values[i] = bad ? Double.NaN : rectified ? Math.max(0, value) : value;
        }
        return values;
    }

    private static Slice.OfLayer layer(double[] y) {
        Map<Tap, DyadicHistogram> counts = new EnumMap<>(Tap.class);
        DyadicHistogram histogram = DyadicHistogram.of(y, 0, y.length, BINS);
        for (Tap tap : Tap.values()) {
            if (tap != Tap.NORMALIZED) {
                counts.put(tap, histogram);
            }
        }
        float[] units = new float[UNITS * Slice.LEVELS.length];
        for (int unit = 0; unit < UNITS; unit++) {
            double[] own = new double[VALUES / UNITS];
            for (int i = 0; i < own.length; i++) {
                own[i] = y[i * UNITS + unit];
            }
            double[] quantiles = quantiles(own);
            for (int level = 0; level < quantiles.length; level++) {
                units[unit * quantiles.length + level] = (float) quantiles[level];
            }
        }
        return new Slice.OfLayer(counts, quantiles(y), units);
    }

    private static double[] quantiles(double[] values) {
        boolean finite = Arrays.stream(values).allMatch(Double::isFinite);
        double[] quantiles = new double[Slice.LEVELS.length];
        Arrays.fill(quantiles, Double.NaN);
        if (finite) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            Arrays.setAll(quantiles, level -> Quantiles.of(sorted, Slice.LEVELS[level]));
        }
        return quantiles;
    }
}
