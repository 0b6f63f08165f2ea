/**
 * Pure functions from samples to numbers: histograms, quantiles, moments, distances between distributions, saturation, the shift of
 * a layer; and, from networks that are only passed through, the shift of gradients and the landscape along them. Every formula is the
 * one of {@code docs/science.md}, where its source stands.
 *
 * <p>One rule for what is no number: an empty sample is refused with {@link IllegalArgumentException}; a NaN or an infinity that the
 * network produced is no mistake of the caller, so the answer is NaN, unless the method says how it counts them.
 *
 * <p>May use {@code engine} and {@code config}.
 */
package shiftscope.measure;
