/**
 * The command line: what a run without a window is asked for, progress on standard error, exit codes.
 *
 * <p>May use everything but {@code ui}.
 */
package shiftscope.cli;
