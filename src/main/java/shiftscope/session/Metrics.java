package shiftscope.session;

import shiftscope.config.Side;

/**
 * Both runs at one step: a point of every curve, a pair of rows of the CSV.
 *
 * @param step updates made so far
 * @param learningRate of the step that comes next, with its schedule
 * @param a run A
 * @param b run B
 */
public record Metrics(long step, double learningRate, RunMetrics a, RunMetrics b) {
    public RunMetrics of(Side side) {
        return side == Side.A ? a : b;
    }
}
