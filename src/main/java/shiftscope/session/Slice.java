package shiftscope.session;

import java.util.List;
import java.util.Map;
import shiftscope.config.Side;
import shiftscope.measure.DyadicHistogram;

/**
 * The distributions of every layer at one recorded step, for the views over time.
 *
 * @param step updates made
 * @param a run A: hidden layers and the output, input side first
 * @param b run B
 */
public record Slice(long step, List<OfLayer> a, List<OfLayer> b) {
    /** The levels of {@link OfLayer#quantiles}. */
    public static final double[] LEVELS = {0.01, 0.05, 0.15, 0.5, 0.85, 0.95, 0.99};

    public Slice {
        a = List.copyOf(a);
        b = List.copyOf(b);
    }

    public List<OfLayer> of(Side side) {
        return side == Side.A ? a : b;
    }

    /**
     * @param counts over examples and units, of every {@link Tap}
     * @param quantiles of y over examples and units, one for each of {@link #LEVELS}; NaN if a value is not finite
     * @param unitQuantiles the same of each unit, units × levels
     */
    public record OfLayer(Map<Tap, DyadicHistogram> counts, double[] quantiles, float[] unitQuantiles) {
        public OfLayer {
            counts = Map.copyOf(counts);
        }
    }
}
