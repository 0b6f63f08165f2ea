package shiftscope.session;

import shiftscope.measure.Histogram;
import shiftscope.measure.Moments;

/**
 * One layer of one run as the wall shows it: every number is counted over a real pass of the probe set through the network.
 *
 * @param shown the quantity counted; differs from the tap asked for where that does not exist (ẑ without a normalizer)
 * @param now the counts at this step
 * @param reference the counts of the same quantity at step 0, on the same edges; of z where there was no ẑ yet; {@code null} where step 0 is not
 *     remembered, which is so of single units
 * @param moments mean and variance of the same values as {@code now}
 * @param saturated share of saturated values of what φ is given, in [0, 1]; NaN where the activation has no saturation, and for input and output
 * @param dead share of units that are 0 on the whole probe set, in [0, 1]; NaN where the activation cannot die
 * @param brushed of {@code now}, the examples that are pointed out; {@code null} if none are
 */
public record LayerView(
        Tap shown, Histogram now, Histogram reference, Moments moments, double saturated, double dead, Histogram brushed) {}
