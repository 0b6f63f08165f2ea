/**
 * What leaves the program as files: plots as SVG and PNG, which are drawn by the same commands as the window, the recorded
 * numbers as CSV, experiments with all that goes with them as JSON, also in one line. Works without a display.
 *
 * <p>May use {@code plot}, {@code session} and {@code config}; AWT in {@link shiftscope.export.PngSurface} alone, because it is the
 * only way to make pixels and to measure type where there is no window.
 */
package shiftscope.export;
