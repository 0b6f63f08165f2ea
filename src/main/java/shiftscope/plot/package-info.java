/**
 * Plots as drawing commands on a small {@link shiftscope.plot.Surface}: the wall of histograms, curves against the step, percentile
 * bands; their scales, ticks, palettes and layout. The same commands make the window, the SVG and the PNG, so all three show the
 * same. Lengths are logical pixels, y grows downwards.
 *
 * <p>May use {@code measure}, the snapshots of {@code session}, and {@code config}; neither JavaFX nor AWT.
 */
package shiftscope.plot;
