package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shiftscope.engine.GoldenKeys.assertClose;
import static shiftscope.engine.GoldenKeys.assertKnown;
import static shiftscope.engine.GoldenKeys.has;
import static shiftscope.engine.GoldenKeys.largest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.Golden;
import shiftscope.config.ActivationKind;
import shiftscope.config.Normalization;
import shiftscope.config.Placement;
import shiftscope.config.RunningAverage;
import shiftscope.config.RunningConvention;
import shiftscope.config.Statistics;

/** {@link BatchNorm} against PyTorch, and against exact arithmetic where PyTorch itself rounds too much. */
class GoldenBatchNormTest {
    private static final String FILE = "batchnorm1d.json";
    private static final Set<String> SETTINGS = Set.of(
            "name", "N", "C", "eps", "momentum", "affine", "track_running_stats", "gamma", "beta", "running_mean_init",
            "running_var_init", "suggested_tol");
    private static final Set<String> COMPARED = Set.of("steps", "algorithm2", "pooled_population", "eval");
    /** How the reference numbers were judged by those who made them. */
    private static final Set<String> REMARKS = Set.of("torch_vs_exact_max_scaled_diff", "condition_max_abs_x_over_std");

    private static final Set<String> STEP =
            Set.of("x", "dy", "scale", "batch_mean", "batch_var_biased", "torch", "exact", "running_biased_convention");
    private static final Set<String> GRADIENTS = Set.of("y", "dx", "dgamma", "dbeta");
    private static final Set<String> RUNNING = Set.of("running_mean", "running_var", "num_batches_tracked");

    static Stream<Arguments> cases() {
        return GoldenKeys.named(FILE);
    }

    static Stream<Arguments> casesWithAlgorithm2() {
        return GoldenKeys.named(FILE).filter(arguments -> has((JsonNode) arguments.get()[0], "algorithm2"));
    }

    static Stream<Arguments> casesWithPopulation() {
        return GoldenKeys.named(FILE).filter(arguments -> has((JsonNode) arguments.get()[0], "pooled_population"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachStepAgrees(JsonNode golden) {
        assertKnown(name(golden), golden, SETTINGS, COMPARED, REMARKS);
        BatchNorm normalizer = normalizer(golden, RunningConvention.PYTORCH);
        BatchNorm keras = normalizer(golden, RunningConvention.KERAS);
        for (JsonNode step : golden.get("steps")) {
            assertKnown(name(golden) + " step", step, STEP);
            assertKnown(name(golden) + " torch", step.get("torch"), GRADIENTS, RUNNING);
            assertKnown(name(golden) + " scale", step.get("scale"), GRADIENTS);
            BatchPass pass = BatchPass.ofBatch(normalizer, step);
            for (String quantity : GRADIENTS) {
                JsonNode expected = reference(step, quantity);
                if (given(golden, quantity, expected)) {
                    double tolerance = tolerance(golden) * step.get("scale").get(quantity).doubleValue();
                    assertClose(name(golden) + " " + quantity, numbers(expected), pass.quantity(quantity), tolerance);
                }
            }
            assertStatistics(golden, "batch_mean", step.get("batch_mean"), pass.mean());
            assertStatistics(golden, "batch_var_biased", step.get("batch_var_biased"), pass.variance());
            if (tracks(golden)) {
                pass.track(normalizer);
                pass.track(keras);
                assertStatistics(golden, "running_mean", reference(step, "running_mean"), normalizer.runningMean());
                assertStatistics(golden, "running_var", reference(step, "running_var"), normalizer.runningVariance());
                JsonNode biased = step.get("running_biased_convention");
                assertStatistics(golden, "biased running mean", biased.get("mean"), keras.runningMean());
                assertStatistics(golden, "biased running variance", biased.get("var"), keras.runningVariance());
            }
        }
    }

    /** After t batches, whatever the momentum of the case, the cumulative mean is that of t batch means. */
    @ParameterizedTest
    @MethodSource("cases")
    void cumulativeAverageCountsEveryBatchTracked(JsonNode golden) {
        BatchNorm cumulative = new BatchNorm(
                Normalization.BATCH, units(golden), 1e-5, new RunningRule(RunningAverage.CUMULATIVE, 0.1, RunningConvention.PYTORCH), true);
        List<double[]> means = new ArrayList<>();
        for (JsonNode step : golden.get("steps")) {
            BatchPass.ofBatch(cumulative, step).track(cumulative);
            means.add(Golden.vector(step.get("batch_mean")));
            if (has(step.get("torch"), "num_batches_tracked")) {
                assertEquals(means.size(), step.get("torch").get("num_batches_tracked").intValue());
            }
            double[] average = average(means);
            assertClose(
                    name(golden), average, cumulative.runningMean(), tolerance(golden) * Math.max(1, largest(average)));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inferenceAgrees(JsonNode golden) {
        BatchNorm normalizer = normalizer(golden, RunningConvention.PYTORCH);
        for (JsonNode step : golden.get("steps")) {
            if (tracks(golden)) {
                BatchPass.ofBatch(normalizer, step).track(normalizer);
            }
        }
        JsonNode eval = golden.get("eval");
        assertKnown(name(golden) + " eval", eval, Set.of("x", "dy", "torch", "exact", "tol", "note"));
        BatchPass pass = tracks(golden) ? BatchPass.ofRunning(normalizer, eval) : BatchPass.ofBatch(normalizer, eval);
        for (String quantity : GRADIENTS) {
            JsonNode expected = reference(eval, quantity);
            if (given(golden, quantity, expected)) {
                double[] numbers = numbers(expected);
                double tolerance = eval.get("tol").doubleValue() * Math.max(1, largest(numbers));
                assertClose(name(golden) + " eval " + quantity, numbers, pass.quantity(quantity), tolerance);
            }
        }
    }

    /** Ioffe and Szegedy 2015, algorithm 2, over the batches of the steps, behind a layer that hands on what it is given. */
    @ParameterizedTest
    @MethodSource("casesWithAlgorithm2")
    void averagesOfBatchStatisticsAgree(JsonNode golden) {
        BatchNorm normalizer = normalizer(golden, RunningConvention.PYTORCH);
        Dense same = new Dense(units(golden), units(golden), false);
        CommonOps_DDRM.setIdentity(same.weights());
        Layer layer = new Layer(same, ActivationKind.IDENTITY, Placement.BEFORE);
        layer.setNormalizer(normalizer);
        Layer output = new Layer(new Dense(units(golden), 1, false), ActivationKind.IDENTITY, Placement.BEFORE);
        Network network = new Network(List.of(layer, output));
        int batches = golden.get("steps").size();
        new MiniBatchStatistics(network, GoldenKeys.rowsOf(golden.get("steps")), batches, golden.get("N").intValue()).measure(network);
        JsonNode expected = golden.get("algorithm2");
        assertKnown(name(golden) + " algorithm2", expected, Set.of("mean", "var", "note"));
        assertStatistics(golden, "algorithm 2 mean", expected.get("mean"), normalizer.populationMean());
        assertStatistics(golden, "algorithm 2 variance", expected.get("var"), normalizer.populationVariance());
    }

    @ParameterizedTest
    @MethodSource("casesWithPopulation")
    void statisticsOfAllRowsAgree(JsonNode golden) {
        Spread spread = new Spread(units(golden));
        DMatrixRMaj rows = GoldenKeys.rowsOf(golden.get("steps"));
        int columns = rows.numCols;
        new PlainStandardization().forward(
                rows.data, rows.numRows, columns, true, spread, 1, new double[columns], new double[columns],
                new double[rows.getNumElements()]);
        JsonNode expected = golden.get("pooled_population");
        assertKnown(name(golden) + " pooled_population", expected, Set.of("mean", "var_biased", "note"));
        assertStatistics(golden, "pooled mean", expected.get("mean"), spread.mean());
        assertStatistics(golden, "pooled variance", expected.get("var_biased"), spread.variance());
    }

    @Test
    void batchOfOneIsRefusedInTrainingAndFineInInference() {
        JsonNode entries = Golden.file(FILE).get("batch_size_one");
        assertTrue(entries != null && !entries.isEmpty());
        for (JsonNode entry : entries) {
            assertKnown("batch_size_one", entry, Set.of("shape", "training", "error", "x", "y"));
            int units = entry.get("shape").get(1).intValue();
            assertEquals(1, entry.get("shape").get(0).intValue());
            BatchNorm normalizer = new BatchNorm(units, 1e-5, 0.1, RunningConvention.PYTORCH, true);
            assertEquals(entry.get("training").booleanValue(), has(entry, "error"), "torch refuses what it trains on");
            if (has(entry, "error")) {
                IllegalArgumentException refusal = assertThrows(
                        IllegalArgumentException.class,
                        () -> normalizer.updateRunning(new double[units], new double[units], 1));
                assertTrue(refusal.getMessage().contains("2 or more"), refusal.getMessage());
            } else {
                NormalizerPass pass = new NormalizerPass(1, units);
                normalizer.forward(GoldenKeys.matrix(entry.get("x")), Statistics.RUNNING, pass);
                assertClose("y of one row", GoldenKeys.matrix(entry.get("y")), pass.scaled, 1e-12);
            }
        }
    }

    private static BatchNorm normalizer(JsonNode golden, RunningConvention convention) {
        boolean affine = golden.get("affine").booleanValue();
        BatchNorm normalizer = new BatchNorm(
                Normalization.BATCH, units(golden), golden.get("eps").doubleValue(), GoldenKeys.rule(golden, convention), affine);
        if (affine) {
            normalizer.gamma().setTo(GoldenKeys.row(Golden.vector(golden.get("gamma"))));
            normalizer.beta().setTo(GoldenKeys.row(Golden.vector(golden.get("beta"))));
        }
        if (tracks(golden)) {
            System.arraycopy(Golden.vector(golden.get("running_mean_init")), 0, normalizer.runningMean(), 0, units(golden));
            System.arraycopy(Golden.vector(golden.get("running_var_init")), 0, normalizer.runningVariance(), 0, units(golden));
        }
        return normalizer;
    }

    /** The exact numbers where they are given, else PyTorch's; null where neither has any. */
    private static JsonNode reference(JsonNode step, String quantity) {
        JsonNode source = has(step.get("exact"), quantity) ? step.get("exact") : step.get("torch");
        return has(source, quantity) ? source.get(quantity) : NullNode.instance;
    }

    /** Whether there is something to compare; nothing may be missing but γ and β that are not trained. */
    private static boolean given(JsonNode golden, String quantity, JsonNode expected) {
        boolean optional = quantity.equals("dgamma") || quantity.equals("dbeta");
        assertTrue(!expected.isNull() || optional && !golden.get("affine").booleanValue(), name(golden) + " lacks " + quantity);
        return !expected.isNull();
    }

    private static void assertStatistics(JsonNode golden, String what, JsonNode expected, double[] actual) {
        double[] numbers = Golden.vector(expected);
        assertClose(name(golden) + " " + what, numbers, actual, tolerance(golden) * Math.max(1, largest(numbers)));
    }

    private static double[] average(List<double[]> vectors) {
        double[] average = new double[vectors.get(0).length];
        for (double[] vector : vectors) {
            for (int j = 0; j < average.length; j++) {
                average[j] += vector[j] / vectors.size();
            }
        }
        return average;
    }

    private static double[] numbers(JsonNode array) {
        return array.get(0).isArray() ? GoldenKeys.matrix(array).data : Golden.vector(array);
    }

    private static boolean tracks(JsonNode golden) {
        return golden.get("track_running_stats").booleanValue();
    }

    private static double tolerance(JsonNode golden) {
        return golden.get("suggested_tol").doubleValue();
    }

    private static int units(JsonNode golden) {
        return golden.get("C").intValue();
    }

    private static String name(JsonNode golden) {
        return golden.get("name").textValue();
    }
}
