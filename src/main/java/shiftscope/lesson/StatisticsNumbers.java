package shiftscope.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.engine.BatchNorm;
import shiftscope.engine.LayerPass;
import shiftscope.engine.Network;
import shiftscope.engine.Pass;
import shiftscope.session.StatisticsComparison;
import shiftscope.session.Twins;

/** Numbers of answering one example at a time, and of running statistics that follow the population's. */
final class StatisticsNumbers {
    /** Of the test set; each is passed alone. */
    private static final int MOST_ALONE = 400;
    private static final double FORGOTTEN = 0.01;
    private static final int LONGEST_MEMORY = 100_000;

    private static final Parameter STATISTICS = new Parameter.OfWord(
            "statistics", "which the normalizers use", List.of("batch", "running"));

    static final List<Quantity> ALL = List.of(
            new Quantity.OfRun("aloneDistance", "",
                    "Largest |y − β| in any normalizer over the batch, each test example being passed alone; NaN without any.",
                    List.of(STATISTICS), (twins, side, arguments) -> alone(twins, side, arguments)[0]),
            new Quantity.OfRun("aloneAccuracy", "",
                    "Share of test examples that are classified correctly when each is passed alone.",
                    List.of(STATISTICS), (twins, side, arguments) -> alone(twins, side, arguments)[1]),
            new Quantity.OfRun("runningLag", "σ",
                    "|μ_running − μ_population| / σ_population, mean over the units of all layers normalized over the batch.",
                    List.of(), StatisticsNumbers::lag),
            new Quantity.OfRun("memory", "steps",
                    "How many batches of one and the same mean it takes until a hundredth is left of how far the running mean of the first "
                            + "normalizer was from it.",
                    List.of(), StatisticsNumbers::memory));

    private StatisticsNumbers() {}

    /** The largest |y − β|, and the accuracy: NaN for regression. */
    private static double[] alone(Twins twins, Side side, Arguments arguments) {
        Statistics statistics = arguments.word("statistics").equals("batch") ? Statistics.BATCH : Statistics.RUNNING;
        FixedWeights fixed = new FixedWeights(twins, side);
        Network network = fixed.network();
        Pass pass = new Pass(network, 1);
        boolean regression = fixed.test().regression();
        int examples = Math.min(MOST_ALONE, fixed.test().size());
        double most = Double.NaN;
        int right = 0;
        for (int example = 0; example < examples; example++) {
            DMatrixRMaj x = CommonOps_DDRM.extract(fixed.test().inputs(), example, example + 1, 0, fixed.test().inputs().numCols);
            network.forward(x, statistics, pass);
            for (int i = 0; i < network.depth(); i++) {
                Optional<BatchNorm> normalizer = FixedWeights.batchNorm(network.layers().get(i));
                if (normalizer.isPresent()) {
                    double distance = distance(pass.layers().get(i), normalizer.get());
                    most = Double.isNaN(most) ? distance : Math.max(most, distance);
                }
            }
            right += !regression && RightAnswers.isRight(pass.logits(), 0, fixed.test().labels()[example]) ? 1 : 0;
        }
        return new double[] {most, regression ? Double.NaN : (double) right / examples};
    }

    private static double distance(LayerPass part, BatchNorm normalizer) {
        return IntStream.range(0, normalizer.units())
                .mapToDouble(unit -> Math.abs(part.scaled().data[unit] - normalizer.beta().data[unit]))
                .max()
                .orElseThrow();
    }

    private static double lag(Twins twins, Side side, Arguments arguments) {
        FixedWeights fixed = new FixedWeights(twins, side);
        fixed.measurePopulation();
        return fixed.network().layers().stream()
                .flatMap(layer -> FixedWeights.batchNorm(layer).stream())
                .mapToDouble(normalizer -> StatisticsComparison.Lag.of(normalizer).mean())
                .average()
                .orElse(Double.NaN);
    }

    private static double memory(Twins twins, Side side, Arguments arguments) {
        FixedWeights fixed = new FixedWeights(twins, side);
        Optional<BatchNorm> found = fixed.network().layers().stream().flatMap(layer -> FixedWeights.batchNorm(layer).stream()).findFirst();
        if (found.isEmpty()) {
            return Double.NaN;
        }
        BatchNorm normalizer = found.get();
        int units = normalizer.units();
        double[] mean = new double[units];
        double[] variance = new double[units];
        // Any batch will do that is not where the average stands already: each unit's is one away.
        for (int unit = 0; unit < units; unit++) {
            mean[unit] = normalizer.runningMean()[unit] + 1;
            variance[unit] = 1;
        }
        int steps = 0;
        while (steps < LONGEST_MEMORY && mean[0] - normalizer.runningMean()[0] > FORGOTTEN) {
            normalizer.updateRunning(mean, variance, twins.experiment().training().batchSize());
            steps++;
        }
        return steps;
    }
}
