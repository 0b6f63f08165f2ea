/**
 * Runs in time: one network in training ({@code Run}), two in lock step ({@code Twins}), what they did and will do again
 * ({@code Timeline}), the thread that owns it ({@code Trainer}), what may change while they play ({@code Command}), and the immutable
 * {@code Snapshot} that the window and the files are drawn from.
 *
 * <p>May use {@code engine}, {@code data}, {@code measure} and {@code config}.
 */
package shiftscope.session;
