package shiftscope.session;

import java.util.List;
import java.util.Map;
import shiftscope.config.Side;
import shiftscope.config.Statistics;

/**
 * The same weights under each of the three statistics: how good the network is with each, and how far the running averages are from
 * the population's.
 *
 * @param a run A
 * @param b run B
 */
public record StatisticsComparison(OfRun a, OfRun b) {
    public OfRun of(Side side) {
        return side == Side.A ? a : b;
    }

    /**
     * @param scores over the test set, for every one of {@link Statistics}
     * @param lags of the hidden layers and the output, input side first
     */
    public record OfRun(Map<Statistics, Score> scores, List<Lag> lags) {
        public OfRun {
            scores = Map.copyOf(scores);
            lags = List.copyOf(lags);
        }
    }

    /**
     * @param loss mean over the test set
     * @param accuracy share answered rightly, in [0, 1]; NaN for regression
     */
    public record Score(double loss, double accuracy) {}

    /**
     * The mean over units of how far the running statistics are from the population's.
     *
     * @param mean of {@code |μ_running - μ_population| / σ_population}
     * @param deviation of {@code |ln(σ_running / σ_population)|}
     */
    public record Lag(double mean, double deviation) {
        /** There are no running statistics in this layer. */
        public static final Lag NONE = new Lag(Double.NaN, Double.NaN);
    }
}
