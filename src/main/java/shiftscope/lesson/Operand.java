package shiftscope.lesson;

import shiftscope.config.Side;

/**
 * One number of a claim: which, with what arguments, and of what.
 *
 * @param quantity from the catalogue
 * @param arguments of its parameters
 * @param subject what it is measured on
 */
public record Operand(Quantity quantity, Arguments arguments, Subject subject) {
    /** What a number is measured on. */
    public sealed interface Subject {}

    /**
     * A run of a prepared experiment, on arrival at a step with the changes of that step made.
     *
     * @param at updates made
     */
    public record InRun(String experiment, Side side, long at) implements Subject {}

    /**
     * A curve of a prepared sweep.
     *
     * @param curve the name of the number that was measured along it
     */
    public record InSweep(String sweep, String curve, Side side) implements Subject {}

    /** What the exhibit shows, or random values in a check. */
    public record InExhibit() implements Subject {}
}
