package shiftscope.session;

import java.util.List;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.Side;
import shiftscope.measure.Histogram;

/**
 * One layer of both runs, unit by unit, counted over the probe set. All histograms of units share their edges, in both runs.
 *
 * @param layer 1 … L for hidden layers, L + 1 for the output
 * @param tap the quantity that the histograms of units count
 * @param a run A
 * @param b run B
 */
public record LayerDetail(int layer, Tap tap, OfRun a, OfRun b) {
    public OfRun of(Side side) {
        return side == Side.A ? a : b;
    }

    /**
     * @param activation φ
     * @param placement where the normalizer stands, or would
     * @param normalization what normalizes this layer now
     * @param scaleShift whether γ and β are trained
     * @param shown the quantity counted; z where ẑ was asked for and there is none, and where x was, of which a unit has none of its own
     * @param given what φ is given, over all units
     * @param activated φ of it, over all units
     * @param units one for each unit, in order
     */
    public record OfRun(
            ActivationKind activation,
            Placement placement,
            Normalization normalization,
            boolean scaleShift,
            Tap shown,
            Histogram given,
            Histogram activated,
            List<Unit> units) {
        public OfRun {
            units = List.copyOf(units);
        }
    }

    /**
     * @param now the counts of the quantity shown
     * @param brushed of these, the examples that are pointed out; {@code null} if none are
     * @param mean of the same values
     * @param deviation their standard deviation, biased
     * @param shift Wasserstein-1 distance of y since step 0, in units of the layer's step-0 σ
     * @param saturated share of saturated values of what φ is given; NaN where φ has none
     * @param batch μ and σ of what the normalizer is given, over the probe set as one batch (z where there is none, or where it follows φ, a)
     * @param running the running averages; NaN without a normalizer over the batch
     * @param population over the whole training set, or as the settings say; NaN without a normalizer over the batch
     * @param gamma γ; NaN without a normalizer
     * @param beta β; NaN without a normalizer
     */
    public record Unit(
            Histogram now,
            Histogram brushed,
            double mean,
            double deviation,
            double shift,
            double saturated,
            Spread batch,
            Spread running,
            Spread population,
            double gamma,
            double beta) {}

    /** Mean and standard deviation, √ of the variance that normalizing divides by (ε is not in it). */
    public record Spread(double mean, double deviation) {
        public static final Spread NONE = new Spread(Double.NaN, Double.NaN);
    }
}
