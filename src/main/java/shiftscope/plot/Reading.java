package shiftscope.plot;

/**
 * What a curve plot says at a recorded step.
 *
 * @param step the recorded step nearest to the mouse
 * @param a the value of run A there, in the plot's unit; NaN if there is none
 * @param b the value of run B there
 */
public record Reading(long step, double a, double b) {}
