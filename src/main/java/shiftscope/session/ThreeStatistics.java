package shiftscope.session;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import shiftscope.config.Statistics;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.Layer;
import shiftscope.engine.Network;
import shiftscope.session.StatisticsComparison.Lag;
import shiftscope.session.StatisticsComparison.Score;

/** One run under each of the three statistics, at the same weights. */
final class ThreeStatistics {
    private final Run run;
    private final Evaluation evaluation;
    private StatisticsComparison.OfRun newest;
    private long takenAt = -1;

    /** @param evaluation of the run's shape; its results are overwritten */
    ThreeStatistics(Run run, Evaluation evaluation) {
        this.run = run;
        this.evaluation = evaluation;
    }

    /** Whether it matters to the network which statistics are used: whether a normalizer gathers any. */
    static boolean differ(Network network) {
        return network.layers().stream().anyMatch(layer -> batchNorm(layer) != null);
    }

    private static BatchNorm batchNorm(Layer layer) {
        return layer.normalizer().orElse(null) instanceof BatchNorm normalizer ? normalizer : null;
    }

    /** The network as it is now, with the population statistics of now; computed anew only if it may have changed. */
    StatisticsComparison.OfRun compare() {
        if (takenAt != run.changes()) {
            newest = new StatisticsComparison.OfRun(scores(), lags());
            takenAt = run.changes();
        }
        return newest;
    }

    private Map<Statistics, Score> scores() {
        Map<Statistics, Score> scores = new EnumMap<>(Statistics.class);
        boolean differ = differ(run.network());
        for (Statistics statistics : Statistics.values()) {
            if (differ || scores.isEmpty()) {
                evaluation.evaluate(run.network(), run.loss(), statistics);
            }
            scores.put(statistics, new Score(evaluation.loss(), evaluation.accuracy()));
        }
        return scores;
    }

    private List<Lag> lags() {
        return run.network().layers().stream()
                .map(layer -> batchNorm(layer) == null ? Lag.NONE : Lag.of(batchNorm(layer)))
                .toList();
    }
}
