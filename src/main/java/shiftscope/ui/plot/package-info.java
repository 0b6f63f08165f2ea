/**
 * Plots in the window: the canvas as a {@link shiftscope.plot.Surface}, regions that draw on one, and the one timer that makes them.
 * Sees snapshots, never a network.
 *
 * <p>May use {@code plot}, the snapshots of {@code session}, and {@code config}.
 */
package shiftscope.ui.plot;
