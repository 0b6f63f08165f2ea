/**
 * Runs in time: one network in training ({@code Run}), two in lock step ({@code Twins}), the thread that owns them
 * ({@code Trainer}), what may change while they play ({@code Command}), and the immutable {@code Snapshot} that the window and the
 * files are drawn from.
 *
 * <p>May use {@code engine}, {@code data}, {@code measure} and {@code config}.
 */
package shiftscope.session;
