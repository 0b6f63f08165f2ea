package shiftscope.session;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import shiftscope.measure.DyadicHistogram;
import shiftscope.measure.LayerShift;
import shiftscope.measure.Quantiles;

/** One run's part of the slices: what comes by at every tap of every layer when the probe set is measured. */
final class Slicer {
    private static final int MOST_BINS = 256;

    private final Probe probe;
    private DyadicHistogram inputs;
    private List<Slice.OfLayer> taken = List.of();

    Slicer(Probe probe) {
        this.probe = probe;
    }

    /** Takes what the probe has just measured. */
    void take() {
        probe.passBack();
        // What one layer passes on the next is given, and z is y where nothing normalizes: no array is counted twice.
        Map<double[], DyadicHistogram> counted = new IdentityHashMap<>();
        // The inputs are the same at every step, and often more than all the rest.
        if (inputs == null) {
            inputs = counts(probe.inputs());
        }
        counted.put(probe.inputs().data, inputs);
        List<Slice.OfLayer> layers = new ArrayList<>();
        for (int i = 0; i < probe.layers(); i++) {
            layers.add(layer(i, counted));
        }
        taken = layers;
    }

    /** What the last {@link #take} found, input side first. */
    List<Slice.OfLayer> taken() {
        return taken;
    }

    private Slice.OfLayer layer(int index, Map<double[], DyadicHistogram> counted) {
        Map<Tap, DyadicHistogram> counts = new EnumMap<>(Tap.class);
        for (Tap tap : Tap.values()) {
            DMatrixRMaj values = probe.values(probe.shown(tap, index), index);
            counts.put(tap, counted.computeIfAbsent(values.data, data -> counts(values)));
        }
        LayerShift.Reference sorted = probe.sortedUnits(index);
        return new Slice.OfLayer(counts, Quantiles.of(sorted, counts.get(Tap.SCALED), Slice.LEVELS), unitQuantiles(sorted));
    }

    private static DyadicHistogram counts(DMatrixRMaj values) {
        return DyadicHistogram.of(values.data, 0, values.getNumElements(), MOST_BINS);
    }

    private static float[] unitQuantiles(LayerShift.Reference y) {
        int levels = Slice.LEVELS.length;
        float[] quantiles = new float[y.units() * levels];
        for (int unit = 0; unit < y.units(); unit++) {
            double[] sorted = y.sorted(unit);
            for (int level = 0; level < levels; level++) {
                quantiles[unit * levels + level] = (float) Quantiles.of(sorted, Slice.LEVELS[level]);
            }
        }
        return quantiles;
    }
}
