package shiftscope.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import shiftscope.config.Side;
import shiftscope.measure.DyadicHistogram;
import shiftscope.session.Slice;
import shiftscope.session.Tap;

/** What is taken from the recorded slices for one row of a view over time. */
public final class Slices {
    /** What is left of the range below and above which this share of the pooled values lies. */
    private static final double TAIL = 0.005;
    /** A slice this many times as wide as three quarters of the others is left out of the range: it would leave the others no room. */
    private static final double FAR_OUT = 30;

    private Slices() {}

    /** The counts of a quantity in a layer, 1 … L + 1; of z where there is no ẑ; nothing where that layer was not recorded. */
    public static Optional<DyadicHistogram> counts(Slice slice, Side side, int layer, Tap tap) {
        List<Slice.OfLayer> layers = slice.of(side);
        if (layer < 1 || layer > layers.size()) {
            return Optional.empty();
        }
        DyadicHistogram counts = layers.get(layer - 1).counts().get(tap);
        return counts == null && tap == Tap.NORMALIZED ? counts(slice, side, layer, Tap.PRE_ACTIVATION) : Optional.ofNullable(counts);
    }

    /**
     * At most so many slices: those nearest to multiples of a round number of steps, and the newest. So while a run goes on, one is
     * added at a time, and the steps are easy to read.
     */
    static List<Slice> spread(List<Slice> slices, int most) {
        if (slices.size() <= most) {
            return slices;
        }
        Slice newest = slices.get(slices.size() - 1);
        long span = newest.step() - slices.get(0).step();
        long every = roundStep(span / Math.max(1.0, most - 2));
        List<Slice> chosen = new ArrayList<>();
        int i = 0;
        for (long wanted = slices.get(0).step(); wanted < newest.step(); wanted = (wanted / every + 1) * every) {
            while (i + 1 < slices.size()
                    && Math.abs(slices.get(i + 1).step() - wanted) <= Math.abs(slices.get(i).step() - wanted)) {
                i++;
            }
            if (slices.get(i) != newest && (chosen.isEmpty() || chosen.get(chosen.size() - 1) != slices.get(i))) {
                chosen.add(slices.get(i));
            }
        }
        // Of two that nearly lie on each other the newest stays.
        if (chosen.size() > 1 && 2 * (newest.step() - chosen.get(chosen.size() - 1).step()) < every) {
            chosen.remove(chosen.size() - 1);
        }
        chosen.add(newest);
        return chosen;
    }

    /** The smallest of 1, 2, 5 times a power of ten that is not smaller. */
    private static long roundStep(double least) {
        long power = 1;
        while (10 * power < least) {
            power *= 10;
        }
        for (long factor : new long[] {1, 2, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Where nearly all values of both runs lie: from the 0.5% to the 99.5% quantile of the pooled counts; NaN if there are none. */
    static double[] robustRange(List<Slice> slices, int layer, Tap tap) {
        List<DyadicHistogram> all = new ArrayList<>();
        for (Slice slice : slices) {
            for (Side side : Side.values()) {
                counts(slice, side, layer, tap)
                        .filter(histogram -> histogram.total() > histogram.nonFinite())
                        .ifPresent(all::add);
            }
        }
        // A histogram of one bin holds one value, and says nothing of how wide others may be.
        double[] spreads = all.stream()
                .filter(histogram -> histogram.bins() > 1)
                .mapToDouble(DyadicHistogram::width)
                .sorted()
                .toArray();
        double widest = spreads.length == 0 ? Double.POSITIVE_INFINITY : FAR_OUT * spreads[3 * (spreads.length - 1) / 4];
        List<double[]> edges = new ArrayList<>();
        for (DyadicHistogram histogram : all) {
            if (histogram.width() <= widest) {
                for (int i = 0; i < histogram.bins(); i++) {
                    if (histogram.count(i) > 0) {
                        double low = histogram.low() + i * histogram.width();
                        edges.add(new double[] {low, low + histogram.width(), histogram.count(i)});
                    }
                }
            }
        }
        return new double[] {quantile(edges, 0, TAIL), quantile(edges, 1, 1 - TAIL)};
    }

    /** The middle of the bin in which half of the values are reached; NaN if there are none in bins. */
    static double median(DyadicHistogram histogram) {
        long total = histogram.total() - histogram.nonFinite();
        long below = histogram.under();
        for (int i = 0; i < histogram.bins(); i++) {
            below += histogram.count(i);
            if (histogram.count(i) > 0 && 2 * below >= total) {
                return histogram.low() + (i + 0.5) * histogram.width();
            }
        }
        return Double.NaN;
    }

    private static double quantile(List<double[]> bins, int edge, double level) {
        double[][] sorted = bins.toArray(double[][]::new);
        Arrays.sort(sorted, (one, other) -> Double.compare(one[edge], other[edge]));
        double total = 0;
        for (double[] bin : sorted) {
            total += bin[2];
        }
        double below = 0;
        for (double[] bin : sorted) {
            below += bin[2];
            if (below >= level * total) {
                return bin[edge];
            }
        }
        return Double.NaN;
    }
}
