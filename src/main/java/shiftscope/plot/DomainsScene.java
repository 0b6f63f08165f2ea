package shiftscope.plot;

import java.util.List;
import java.util.Optional;
import shiftscope.config.Side;

/**
 * Data that have moved: some of them, before and after, and what the move does to both networks.
 *
 * @param width pixels in a row of an image
 * @param source some held-out images as in training: three values of each pixel, row by row, from 0 to 1
 * @param target the same as in the test
 * @param reading what was measured; empty before
 */
public record DomainsScene(int width, List<float[]> source, List<float[]> target, Optional<Reading> reading) {
    public DomainsScene {
        source = List.copyOf(source);
        target = List.copyOf(target);
    }

    /**
     * What was measured at one step.
     *
     * @param step updates made
     * @param a run A's
     * @param b run B's
     */
    public record Reading(long step, OfRun a, OfRun b) {
        /** One run's. */
        public OfRun of(Side side) {
            return side == Side.A ? a : b;
        }
    }

    /**
     * @param source share of the source that is answered rightly
     * @param frozen of the move, with the statistics of training
     * @param again what came of statistics that were taken again from inputs of the target; empty if that was not asked for, or if there
     *     are none to take
     */
    public record OfRun(double source, Moved frozen, Optional<Moved> again) {}

    /**
     * @param accuracy share of the target that is answered rightly
     * @param shifts how far the inputs of each layer's φ moved from those of the source under its own statistics, in σ; the output last
     */
    public record Moved(double accuracy, List<Double> shifts) {
        public Moved {
            shifts = List.copyOf(shifts);
        }
    }
}
