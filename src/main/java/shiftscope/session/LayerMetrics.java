package shiftscope.session;

/**
 * One layer of one run at one step, measured on y = γẑ + β (z in a layer without a
 * normalizer; for the output the logits) over the probe set.
 *
 * @param drift since step 0
 * @param recent since as many steps ago as the settings say, or since the recorded point before that where there was none at that step;
 *     {@link Drift#NONE} in a run that is younger, and where samples of then are not kept: in the
 *     past, and for as many steps after a fork or after the step of a state that was opened
 * @param mean mean over examples and units
 * @param standardDeviation the same values' standard deviation
 * @param saturated share of saturated values of what φ is given; NaN where the activation has none
 * @param dead share of dead units; NaN where the activation cannot die
 * @param p15 15th percentile of the watched unit
 * @param p50 its median
 * @param p85 its 85th percentile
 * @param learning what the last update did
 */
public record LayerMetrics(
        Drift drift,
        Drift recent,
        double mean,
        double standardDeviation,
        double saturated,
        double dead,
        double p15,
        double p50,
        double p85,
        Learning learning) {
    /** Wasserstein-1 distance since step 0 in units of the step-0 σ, the number that stands for the others. */
    public double shift() {
        return drift.wasserstein();
    }
}
