package shiftscope.session;

import shiftscope.config.Side;

/**
 * Why the twins stopped by themselves. The step named was not taken: the weights are those before it.
 *
 * @param side the run that left the finite numbers
 * @param step the step (from 1) whose forward pass did
 * @param layer the first layer to, 1 … L for hidden layers, L + 1 for the output
 * @param where the first quantity of that layer, or {@code null} when every activation is finite and the loss alone is not
 */
public record Divergence(Side side, long step, int layer, Tap where) {}
