package shiftscope.session;

/**
 * How far a layer's y has moved from an earlier step, over the same probe examples; every number is a mean over units of each unit's
 * own, see {@link shiftscope.measure.LayerDrift}. Formulas: {@code docs/science.md}, live shift metrics.
 *
 * @param wasserstein Wasserstein-1 distance in units of the layer's step-0 σ, see {@link shiftscope.measure.LayerShift}
 * @param kolmogorovSmirnov greatest distance of the distribution functions, in [0, 1]
 * @param jensenShannon Jensen–Shannon divergence in bits, in [0, 1], over bins that are common to a unit's values then and now
 * @param mean change of the mean, in units of the layer's step-0 σ, by absolute value
 * @param deviation {@code |ln(σ / σ then)|}, without units that are or were constant
 */
public record Drift(double wasserstein, double kolmogorovSmirnov, double jensenShannon, double mean, double deviation) {
    /** There is nothing to compare with. */
    public static final Drift NONE = new Drift(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
