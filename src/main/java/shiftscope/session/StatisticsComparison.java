package shiftscope.session;

import java.util.List;
import java.util.Map;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.BatchNorm;

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
     * The mean over units of how far the running statistics are from the population's; without units that are constant over the
     * population, or by their running variance.
     *
     * @param mean of {@code |μ_running - μ_population| / σ_population}
     * @param deviation of {@code |ln(σ_running / σ_population)|}
     */
    public record Lag(double mean, double deviation) {
        /** There are no running statistics in this layer. */
        public static final Lag NONE = new Lag(Double.NaN, Double.NaN);

        /** The lag of a normalizer whose population statistics are those of its network now. */
        public static Lag of(BatchNorm normalizer) {
            double mean = 0;
            double deviation = 0;
            int counted = 0;
            for (int j = 0; j < normalizer.units(); j++) {
                double running = normalizer.runningVariance()[j];
                double population = normalizer.populationVariance()[j];
                if (running > 0 && population > 0) {
                    mean += Math.abs(normalizer.runningMean()[j] - normalizer.populationMean()[j]) / Math.sqrt(population);
                    deviation += Math.abs(StrictMath.log(running / population)) / 2;
                    counted++;
                }
            }
            return new Lag(mean / counted, deviation / counted);
        }
    }
}
