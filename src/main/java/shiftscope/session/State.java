package shiftscope.session;

/**
 * Everything that decides how a pair of runs goes on, as it was on arrival at a step, before any command of that step: weights, γ, β,
 * running statistics, what the optimizers remember, the order of the data and every stream of random numbers.
 *
 * @param step updates made
 * @param bytes in the order in which the parts of a pair of runs write themselves; not to be modified
 */
public record State(long step, byte[] bytes) {}
