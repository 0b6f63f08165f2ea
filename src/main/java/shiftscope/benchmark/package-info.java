/**
 * How fast the training is on this machine: a network of any shape on made-up mini-batches, steps per second beside the most
 * that the processor can do, and the same start in a file for whoever wants to time another program with it.
 *
 * <p>May use {@code session}, {@code data}, {@code engine} and {@code config}. What is timed are steps of a
 * {@link shiftscope.session.Run}, as the window makes them.
 */
package shiftscope.benchmark;
