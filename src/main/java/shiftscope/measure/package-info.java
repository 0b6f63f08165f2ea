/**
 * Pure functions from samples to numbers: histograms, quantiles, moments, distances between distributions, saturation. Every formula
 * is the one of {@code docs/science.md}, where its source stands.
 *
 * <p>May use {@code engine}.
 */
package shiftscope.measure;
