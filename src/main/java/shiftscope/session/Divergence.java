package shiftscope.session;

import shiftscope.config.Side;

/**
 * Why the twins stopped by themselves. The step named was not taken, by neither run: the weights are those before it.
 *
 * @param side the run that left the finite numbers
 * @param step the step (from 1) whose pass did
 * @param layer the first layer to, 1 … L for hidden layers, L + 1 for the output; for a gradient the uppermost, where it began
 * @param where the first quantity of that layer: z, ẑ (the batch variance overflowed), y, or the gradient when every activation and
 *     the loss are finite; {@code null} when every activation is finite and the loss is not
 */
public record Divergence(Side side, long step, int layer, Tap where) {}
